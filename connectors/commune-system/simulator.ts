import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunningSimulator, StartSimulator } from '../contract/manifest.ts';
import { type Fault, type Settings, SimulatedCommune } from './simulator.system.ts';

const BODY_LIMIT = 4 * 1_024 * 1_024;

/**
 * Starts a simulated one-stop system: `POST /webhooks` takes what the hub sends, `GET /health/live`, and `/_simulator/…` for
 * operators: `PUT settings`, `PUT dossiers/CODE`, `POST faults`, `DELETE faults`, `POST poll`, `POST feed`, `POST reset`, `GET received`, `GET dossiers`.
 */
export const startCommuneSimulator: StartSimulator = async (options): Promise<RunningSimulator> => {
  const host = options.host ?? '127.0.0.1';
  const system = new SimulatedCommune(options.now ?? (() => new Date()));
  if (options.hubUrl !== undefined) system.settings.hubUrl = new URL('/graphql', options.hubUrl).href;
  const server = createServer((request, response) => {
    handle(system, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, 502, { error: error instanceof Error ? error.message : 'failed' });
    });
  });
  await listen(server, options.port ?? 0, host);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    // Which systems there are is data of the hub: no setting names one.
    environment: {},
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

async function handle(system: SimulatedCommune, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://simulator');
  const body = await read(request);
  if (pathname === '/health/live') return send(response, 200, { live: true });
  if (pathname === '/webhooks' && request.method === 'POST') return webhook(system, { request, body }, response);
  if (!pathname.startsWith('/_simulator/')) return send(response, 404, { error: `nothing at ${pathname}` });
  const [what = '', code = ''] = pathname.slice('/_simulator/'.length).split('/').map(decodeURIComponent);
  const act = ACTIONS[`${request.method} ${what}`];
  if (act === undefined) return send(response, 404, { error: `no action ${request.method} ${what}` });
  send(response, 200, (await act(system, body === '' ? {} : JSON.parse(body), code)) ?? { done: true });
}

type Action = (system: SimulatedCommune, body: unknown, code: string) => unknown;

const ACTIONS: Record<string, Action> = {
  'PUT settings': (system, body) => {
    system.settings = { ...system.settings, ...(body as Partial<Settings>) };
  },
  'PUT dossiers': (system, body, code) => system.put(code, body as Record<string, unknown>),
  'GET dossiers': (system) => Object.fromEntries(system.dossiers),
  'POST faults': (system, body) => void system.faults.push(body as Fault),
  'DELETE faults': (system) => {
    system.faults = [];
  },
  'GET received': (system) => system.received,
  'POST poll': (system) => system.poll(),
  'POST feed': (system) => system.feed(),
  'POST reset': (system) => system.reset(),
};

function webhook(system: SimulatedCommune, { request, body }: { request: IncomingMessage; body: string }, response: ServerResponse): void {
  const header = (name: string) => [request.headers[name] ?? []].flat()[0];
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  const status = system.receive(Object.fromEntries(names.map((name) => [name, header(name)])), body);
  if (status === 'silent') return void request.socket.destroy();
  if (system.retryAfter !== undefined) response.setHeader('retry-after', system.retryAfter);
  if (status === 307) response.setHeader('location', '/elsewhere');
  if (status === 204) response.writeHead(204).end();
  else send(response, status, { error: `HTTP ${status}` });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > BODY_LIMIT) throw new Error('the body is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
