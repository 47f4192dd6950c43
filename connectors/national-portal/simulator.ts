import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningSimulator, StartSimulator } from '../contract/manifest.ts';
import { administer } from './simulator.admin.ts';
import { openMemory } from './simulator.memory.ts';
import { LISTS } from './simulator.modes.ts';
import { type Reaction, SimulatedPortal } from './simulator.portal.ts';
import { DSTCODE, route } from './simulator.routes.ts';

/** The account that only the simulator knows. */
export const SIMULATOR_USERNAME = 'simulated-portal';
const SIMULATOR_PASSWORD = 'invented-for-the-simulator';
const BODY_LIMIT = 64 * 1_024 * 1_024;

/** Starts the simulated portal: the three ways of `simulator.routes.ts`, `GET /health/live`, and `/_simulator/…` for operators. */
export const startPortalSimulator: StartSimulator = async (options): Promise<RunningSimulator> => {
  const host = options.host ?? '127.0.0.1';
  const portal = new SimulatedPortal({ username: SIMULATOR_USERNAME, password: SIMULATOR_PASSWORD }, options.now ?? (() => new Date()));
  if (options.stateDir !== undefined) portal.journal = await openMemory(options.stateDir, portal.store);
  const closing = new AbortController();
  const server = createServer((request, response) => {
    handle({ portal, signal: closing.signal, close: closeFor }, request, response).catch((error: unknown) => {
      // The far end went away or sent nonsense; a simulated portal has nobody else to tell.
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await listen(server, options.port ?? 0, host);
  const { port } = server.address() as AddressInfo;
  let reopening: NodeJS.Timeout | undefined;

  function closeFor(ms: number): void {
    // After the answer to the operator has left.
    setImmediate(() => {
      server.close();
      setTimeout(() => server.closeAllConnections(), 50);
      reopenIn(ms);
    });
  }

  function reopenIn(ms: number): void {
    // Where something else took the port meanwhile, it is tried until it is free again.
    reopening = setTimeout(() => listen(server, port, host).catch(() => reopenIn(200)), ms);
  }

  return {
    url: `http://${host}:${port}`,
    environment: environmentOf(`http://${host}:${port}`),
    async stop() {
      clearTimeout(reopening);
      closing.abort();
      portal.stop();
      server.closeAllConnections();
      if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
      portal.journal?.close();
    },
  };
};

function environmentOf(url: string): Record<string, string> {
  return {
    NATIONAL_PORTAL_URL: `${url}/XrdAdapter/RestService/forward`,
    NATIONAL_PORTAL_USERNAME: SIMULATOR_USERNAME,
    NATIONAL_PORTAL_PASSWORD: SIMULATOR_PASSWORD,
    NATIONAL_PORTAL_CLIENT_ID: SIMULATOR_USERNAME,
    NATIONAL_PORTAL_CLIENT_SECRET: SIMULATOR_PASSWORD,
    NATIONAL_PORTAL_DSTCODE: DSTCODE,
    NATIONAL_PORTAL_AGENCY: 'H12',
    NATIONAL_PORTAL_TIMEOUT_MS: '5000',
    NATIONAL_PORTAL_SETTLE_MS: '3000',
    NATIONAL_PORTAL_STEPS_PER_CALL: '100',
    NATIONAL_PORTAL_STEPS_FIELD: LISTS.steps,
    NATIONAL_PORTAL_NOTICES_FIELD: LISTS.notices,
    NATIONAL_PORTAL_STORE_URL: `${url}/XrdAdapter/RestService/forward`,
    NATIONAL_PORTAL_STORE_QUERY_PATH: '/bndp/sim/papers',
    NATIONAL_PORTAL_STORE_FILE_PATH: '/bndp/sim/file',
  };
}

interface Serving {
  portal: SimulatedPortal;
  signal: AbortSignal;
  close(ms: number): void;
}

async function handle({ portal, signal, close }: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://simulator');
  if (url.pathname === '/health/live' && request.method === 'GET') return send(response, 200, { text: 'live', type: 'text/plain' });
  const body = parse(await read(request), request.headers['content-type'] ?? '');
  if (url.pathname.startsWith('/_simulator/')) {
    const path = url.pathname.slice('/_simulator/'.length).split('/');
    const answer = administer(portal, close, { method: request.method ?? 'GET', path, body });
    return send(response, answer.status, { text: JSON.stringify(answer.body), type: 'application/json; charset=utf-8' });
  }
  const reaction = route(portal, { method: request.method ?? 'GET', url, headers: request.headers, body });
  if (typeof reaction === 'string') return send(response, 404, { text: reaction, type: 'text/plain' });
  await react(response, { ...reaction, waitMs: reaction.waitMs + portal.modes.latencyMs }, signal);
}

async function react(response: ServerResponse, { waitMs, answer }: Reaction, signal: AbortSignal): Promise<void> {
  if (waitMs > 0) await sleep(waitMs, undefined, { signal, ref: false });
  if (answer === undefined) response.destroy();
  else send(response, answer.status, answer);
}

function send(response: ServerResponse, status: number, { text, type }: { text: string; type: string }): void {
  response.writeHead(status, { 'content-type': type }).end(text);
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

/** Undefined for what is neither JSON nor a form: the services then name what they miss. */
function parse(text: string, type: string): unknown {
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
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
