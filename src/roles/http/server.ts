import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from '../../platform/telemetry/log.ts';

/** Answers whether the request was its own; where not, nothing was touched. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | boolean;
/** The same for a connection that wants to become a WebSocket. */
export type Upgrader = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

/** The address is taken, or not this machine's. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** An HTTP server whose work may be given to it after it listens. */
export interface HttpServer {
  port: number;
  /** Without a path: `http://127.0.0.1:4000`. */
  url: string;
  /** What answers from now on, in this order. Until then everything but the probes is 503. */
  serve(handlers: readonly Handler[], upgrade?: Upgrader): void;
  /** Takes no more connections, lets requests on their way finish for a moment, and closes. */
  stop(): Promise<void>;
}

/** Longer than the idle time of usual proxies, so that it is they who close. */
const KEEP_ALIVE_MS = 72_000;
const GRACE_MS = 5_000;
const LONGEST_UPLOAD_MS = 3_600_000;

/** Listens at once, so that a taken port is known before anything else is done. `variable` names the setting in the error. */
export async function listen(at: { host: string; port: number; variable: string; log: Logger }): Promise<HttpServer> {
  let handlers: readonly Handler[] | undefined;
  let upgrade: Upgrader | undefined;
  let stopped: Promise<void> | undefined;
  const server = createServer((request, response) => {
    answer(handlers, request, response).catch((error: unknown) => {
      at.log.error({ error: error instanceof Error ? error.message : String(error), path: request.url?.split('?')[0] }, 'a request failed');
      if (response.headersSent) response.destroy();
      else send(response, 500, 'Internal error\n');
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (upgrade?.(request, socket, head) !== true) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  // A statement of any size may come over a slow line.
  server.requestTimeout = LONGEST_UPLOAD_MS;
  await bind(server, at);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${at.host.includes(':') ? `[${at.host}]` : at.host}:${port}`,
    serve(next, nextUpgrade) {
      handlers = next;
      upgrade = nextUpgrade;
    },
    stop: () => {
      stopped ??= close(server);
      return stopped;
    },
  };
}

function close(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

async function answer(handlers: readonly Handler[] | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (handlers === undefined) {
    const live = request.url === '/health/live';
    return send(response, live ? 200 : 503, live ? 'ok\n' : 'Đang khởi động … / Starting …\n');
  }
  for (const handler of handlers) if (await handler(request, response)) return;
  send(response, 404, 'Không có địa chỉ này. / Not found.\n');
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(text);
}

function bind(
  server: ReturnType<typeof createServer>,
  { host, port, variable }: { host: string; port: number; variable: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(bindError(error, { host, port, variable })));
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      server.on('error', () => undefined);
      resolve();
    });
  });
}

/** What a person is told of an address that can't be opened; `variable` names the setting or option that chooses the port. */
export function bindError(error: NodeJS.ErrnoException, at: { host: string; port: number; variable: string }): ListenError {
  return new ListenError(reasonOf(error, at), { cause: error });
}

function reasonOf(error: NodeJS.ErrnoException, { host, port, variable }: { host: string; port: number; variable: string }): string {
  if (error.code === 'EADDRINUSE') {
    const other = `${variable}=${port < 65_000 ? port + 100 : port - 100}${variable === 'HUB_PORT' ? ' npm start' : ''}`;
    return `${variable}: cổng ${port} trên ${host} đang được dùng. Hãy dừng chương trình đang dùng cổng đó, hoặc chọn cổng khác, ví dụ ${other}\n${variable}: port ${port} on ${host} is taken. Stop the program that uses it, or choose another port, e.g. ${other}`;
  }
  if (error.code === 'EACCES') {
    return `${variable}: không được mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên.\n${variable}: port ${port} may not be opened. Choose one from 1024 on.`;
  }
  return `HUB_HOST: không mở được ${host}:${port} (${error.code ?? error.message}). Hãy dùng một địa chỉ của chính máy này: 127.0.0.1, hoặc 0.0.0.0 cho mọi địa chỉ.\nHUB_HOST: ${host}:${port} can't be opened (${error.code ?? error.message}). Use an address of this machine: 127.0.0.1, or 0.0.0.0 for all.`;
}
