import { openSandboxIssuer } from '../platform/auth/sandbox-issuer.ts';
import { createAuthenticator } from '../platform/auth/tokens.ts';
import { SUBGRAPH_NAMES } from '../platform/config/config.ts';
import { createLog } from '../platform/telemetry/log.ts';
import { createClock } from '../platform/time.ts';
import { createGraphService } from './graph-service.ts';
import { createConsoleHandler } from './http/console.ts';
import { type Checks, createHealthHandler } from './http/health.ts';
import { createMetrics } from './http/metrics.ts';
import { listen } from './http/server.ts';
import { readOptions } from './options.ts';
import { runService } from './run.ts';
import { readConfig } from './settings.ts';

/** `hub gateway`: the graph over subgraphs that are reached over HTTP. It needs no database and no queue. */
export function gateway(args: string[]): Promise<number> {
  return runService(async (closers) => {
    readOptions(args, { usage: 'gateway' });
    const config = readConfig();
    const log = createLog('gateway', config.env['HUB_LOG_LEVEL']);
    const server = await listen({ host: config.host, port: config.port, variable: 'HUB_PORT', log });
    closers.add(() => server.stop());
    const sandboxIssuer = config.mode === 'production' ? undefined : await openSandboxIssuer(config.dataDir);
    const graph = createGraphService({ config, authenticator: createAuthenticator(config, sandboxIssuer), log });
    closers.add(() => graph.stop());
    const metrics = createMetrics('gateway');
    const clock = createClock(config.today);
    const handlers = [
      metrics.measured('graphql', graph.handler),
      metrics.measured('console', createConsoleHandler({ config, graph, clock, sandboxIssuer })),
      createHealthHandler(subgraphChecks(config.subgraphUrls)),
      metrics.handler,
    ];
    server.serve(handlers, graph.upgrade);
    log.info({ url: `${server.url}/graphql` }, 'ready');
  });
}

/** Ready while any subgraph is: with one of them down the others' fields are still answered. */
function subgraphChecks(urls: Record<string, string>): Checks {
  return {
    subgraphs: async () => {
      const alive = SUBGRAPH_NAMES.map(async (name) => {
        const response = await fetch(new URL('/health/live', urls[name]), { signal: AbortSignal.timeout(2_000) });
        await response.body?.cancel();
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
      });
      await Promise.any(alive);
    },
  };
}
