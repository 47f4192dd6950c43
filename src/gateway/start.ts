import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Authenticate, checkFormAlone } from './access.ts';
import type { GatewayLogger } from './errors.ts';
import { createExplorer } from './explorer/explorer.ts';
import { createGateway } from './gateway.ts';
import { createGraphHandler } from './http/handler.ts';
import { createSocketServer } from './http/websocket.ts';

export interface StartGatewayOptions {
  /** Any Federation 2 supergraph whose subgraphs are reached over HTTP. */
  readonly supergraphSdl: string;
  /** 0 or left out: any free port. */
  readonly port?: number;
  /** 127.0.0.1 where left out. */
  readonly host?: string;
  /** Whether the `Authorization` header is looked at before anything runs; it is always passed on · true */
  readonly accessControl?: boolean;
  /** Whether depth, aliases, size and cost of queries are bounded · true */
  readonly limits?: boolean;
  readonly authenticate?: Authenticate;
  /** Whether a browser gets a page to try queries on · false */
  readonly explorer?: boolean;
  readonly logger?: GatewayLogger;
  readonly timeoutMs?: number;
}

export interface RunningGateway {
  /** The graph's own address, …/graphql. */
  readonly url: string;
  /** Lets requests on their way finish, then closes everything. */
  stop(): Promise<void>;
}

/** Longer than the idle time of usual proxies, so that it is they who close. */
const KEEP_ALIVE_MS = 72_000;
const GRACE_MS = 5_000;

/** Serves a supergraph. Needs no database, queue or environment. Rejects where the port is taken. */
export async function startGateway(options: StartGatewayOptions): Promise<RunningGateway> {
  const { supergraphSdl, limits, timeoutMs } = options;
  const logger = options.logger ?? stderrLogger;
  const gateway = createGateway({
    supergraphSdl,
    logger,
    ...(limits !== undefined && { limits }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  const authenticate = options.accessControl === false ? allowAnyone : (options.authenticate ?? checkFormAlone);
  const handle = createGraphHandler({ gateway, authenticate, explorer: options.explorer === true ? createExplorer() : undefined });
  const sockets = createSocketServer({ gateway, authenticate });
  const server = createServer((request, response) => {
    handle(request, response).then(
      (handled) => {
        if (handled) return;
        const live = request.url === '/health/live' || request.url === '/health/ready';
        response.writeHead(live ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8' }).end(live ? 'ok\n' : 'Not found\n');
      },
      (error: unknown) => {
        logger.error({ reason: error instanceof Error ? error.stack : String(error) }, 'A request failed.');
        response.destroy();
      },
    );
  });
  server.on('upgrade', (request, socket, head) => {
    if (!sockets.upgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const host = options.host ?? '127.0.0.1';
  const port = await listen(server, { port: options.port ?? 0, host });
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/graphql`,
    stop: async () => {
      await sockets.stop();
      await closeServer(server);
      gateway.stop();
    },
  };
}

const allowAnyone: Authenticate = () => ({ ok: true });

const stderrLogger: GatewayLogger = {
  warn: (details, message) => void process.stderr.write(`${JSON.stringify({ level: 'warn', message, ...details })}\n`),
  error: (details, message) => void process.stderr.write(`${JSON.stringify({ level: 'error', message, ...details })}\n`),
};

function listen(server: Server, at: { port: number; host: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
