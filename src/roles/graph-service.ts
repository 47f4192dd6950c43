import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Authenticate, checkFormAlone } from '../gateway/access.ts';
import { createExplorer } from '../gateway/explorer/explorer.ts';
import { createGateway, type Gateway } from '../gateway/gateway.ts';
import { createGraphHandler } from '../gateway/http/handler.ts';
import { createSocketServer } from '../gateway/http/websocket.ts';
import type { Authenticator } from '../platform/auth/tokens.ts';
import { type HubConfig, SUBGRAPH_NAMES, type SubgraphName } from '../platform/config/config.ts';
import { ConfigError } from '../platform/config/problem.ts';
import { HubError } from '../platform/errors.ts';
import { SCALARS } from '../platform/graphql/scalars.ts';
import type { SubgraphExecutor } from '../platform/graphql/subgraph-executor.ts';
import type { Language } from '../platform/language.ts';
import type { Logger } from '../platform/telemetry/log.ts';
import type { Handler, Upgrader } from './http/server.ts';
import { ROOT } from './settings.ts';

/** The graph as it is served: the gateway over the committed supergraph. */
export interface GraphService {
  gateway: Gateway;
  handler: Handler;
  upgrade: Upgrader;
  /** One query from inside this process, for the console. */
  query(request: {
    query: string;
    variables?: Record<string, unknown>;
    token?: string;
    language: Language;
  }): Promise<{ data?: unknown; errors?: readonly { message: string; extensions?: Record<string, unknown> }[] }>;
  stop(): Promise<void>;
}

const SUPERGRAPH = join('schema', 'supergraph.graphql');

/** What a newcomer sees in the explorer: a question that needs no token, and how to get one. */
const EXAMPLE = `# Số liệu quý 3/2025: không cần token. / The quarter's figures: no token needed.
# Danh sách hồ sơ / the worklist: { dossiers { nodes { code status } } }, Headers: { "Authorization": "Bearer …" }
#   npm run -s hub -- token --role OFFICER --unit 32248
query {
  administrativeUnit(code: "96") {
    name
    indicators(period: { from: "2025-07-01", to: "2025-09-30" }) {
      dossiersReceived
      onlineFilingRate
      onlinePaymentRate
      satisfactionRate
    }
  }
}
`;

/** The supergraph that `npm run schema` composed. */
export function readSupergraphSdl(): string {
  try {
    return readFileSync(join(ROOT, SUPERGRAPH), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new ConfigError(`${SUPERGRAPH}: thiếu tệp; hãy chạy npm run schema.\n${SUPERGRAPH}: the file is missing; run npm run schema.`);
  }
}

/** Serves the graph; subgraphs without an executor here are reached at the configured addresses. */
export function createGraphService(parts: {
  config: HubConfig;
  authenticator: Authenticator;
  log: Logger;
  executorFor?: (subgraph: string) => SubgraphExecutor | undefined;
}): GraphService {
  const { config, log } = parts;
  const gateway = createGateway({
    supergraphSdl: readSupergraphSdl(),
    urls: Object.fromEntries(SUBGRAPH_NAMES.map((name: SubgraphName) => [name, config.subgraphUrls[name]])),
    scalars: SCALARS,
    logger: { warn: (details, message) => log.warn(details, message), error: (details, message) => log.error(details, message) },
    ...(parts.executorFor === undefined ? {} : { executorFor: parts.executorFor }),
  });
  const authenticate = authenticateWith(parts.authenticator);
  const explorer =
    config.mode === 'sandbox' ? createExplorer({ title: 'GraphQL · Trục tích hợp dịch vụ công', example: EXAMPLE }) : undefined;
  const sockets = createSocketServer({ gateway, authenticate });
  return {
    gateway,
    handler: createGraphHandler({ gateway, authenticate, explorer }),
    upgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
    async query({ query, variables, token, language }) {
      const authorization = token === undefined ? undefined : `Bearer ${token}`;
      const found = await authenticate(authorization);
      if (!found.ok) return { errors: [{ message: found.message[language], extensions: { code: 'UNAUTHENTICATED' } }] };
      const context = { authorization, acceptLanguage: language, language, requestId: 'console', principal: found.principal };
      const answer = await gateway.execute({ query, variables, operationName: undefined }, context);
      if (Symbol.asyncIterator in answer) throw new Error('the console asked for a stream');
      return answer;
    },
    async stop() {
      await sockets.stop();
      gateway.stop();
    },
  };
}

/** Verifies the token at the edge, so that a bad one costs nothing further in. The subgraphs decide what the caller may see. */
function authenticateWith(authenticator: Authenticator): Authenticate {
  return async (authorization) => {
    const form = await checkFormAlone(authorization);
    if (!form.ok) return form;
    try {
      return { ok: true, principal: await authenticator.viewer(authorization), expiresAt: form.expiresAt };
    } catch (error) {
      // An issuer that can't be asked is no fault of the token.
      if (error instanceof HubError && error.code === 'UNAUTHENTICATED') return { ok: false, message: error.text };
      throw error;
    }
  };
}
