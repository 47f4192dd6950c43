import { createConsole } from '../../console/console.ts';
import type { SandboxIssuer } from '../../platform/auth/sandbox-issuer.ts';
import type { HubConfig } from '../../platform/config/config.ts';
import { type Clock, localDateOf } from '../../platform/time.ts';
import type { GraphService } from '../graph-service.ts';
import type { Handler } from './server.ts';

/** How long the page of a guest works before it asks for another token. */
const GUEST_TTL = '15m';

/** The operations console over a graph. In the sandbox and in training a visitor looks at it as an operator, without signing in. */
export function createConsoleHandler(parts: {
  config: HubConfig;
  graph: GraphService;
  clock: Clock;
  sandboxIssuer: SandboxIssuer | undefined;
}): Handler {
  const { config, graph, clock, sandboxIssuer } = parts;
  return createConsole({
    query: graph.query,
    guestToken:
      sandboxIssuer === undefined
        ? undefined
        : () => sandboxIssuer.token({ roles: ['OPERATOR'], ttl: GUEST_TTL, subject: 'console-guest' }),
    mode: config.mode,
    today: () => localDateOf(clock.business()),
  });
}
