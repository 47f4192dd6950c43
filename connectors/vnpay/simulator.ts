import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningSimulator, StartSimulator } from '../contract/manifest.ts';
import { playPayout } from '../contract/simulator.payout.ts';
import { administer } from './simulator.admin.ts';
import { type ApiReaction, callApi } from './simulator.api.ts';
import { addTransactions } from './simulator.bulk.ts';
import { openMemory } from './simulator.memory.ts';
import { payPage } from './simulator.page.ts';
import { statementOf } from './simulator.statement.ts';
import { SimulatedVnpay } from './simulator.vnpay.ts';

/** The merchant that only the simulator knows. */
export const SIMULATOR_TMN_CODE = 'SIMVNP01';
export const SIMULATOR_SECRET = 'INVENTEDFORTHEVNPAYSIMULATOR0001';
const PAY_PATH = '/paymentv2/vpcpay.html';
const API_PATH = '/merchant_webapi/api/transaction';
const STATEMENTS = /^\/_statements\/([^/]+)\/(\d{4}-\d{2}-\d{2})$/;
const BODY_LIMIT = 1_024 * 1_024;

/** Starts the simulated VNPAY: pay page, API of queries and refunds, notices, settlement files, `GET /health/live`, and `/_simulator/…` for operators. */
export const startVnpaySimulator: StartSimulator = async (options): Promise<RunningSimulator> => {
  const host = options.host ?? '127.0.0.1';
  const now = options.now ?? (() => new Date());
  const vnpay = new SimulatedVnpay([[SIMULATOR_TMN_CODE, SIMULATOR_SECRET]], { now: () => now().getTime(), hubUrl: options.hubUrl });
  if (options.stateDir !== undefined) vnpay.journal = await openMemory(options.stateDir, { vnpay, tmnCode: SIMULATOR_TMN_CODE });
  const server = createServer((request, response) => {
    handle(vnpay, request, response).catch((error: unknown) => {
      // The far end went away or sent nonsense; a simulated gateway has nobody else to tell.
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await listen(server, options.port ?? 0, host);
  vnpay.resume();
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    environment: {
      VNPAY_URL: `${url}${PAY_PATH}`,
      VNPAY_API_URL: `${url}${API_PATH}`,
      VNPAY_STATEMENT_URL: `${url}/_statements`,
      VNPAY_TMN_CODE: SIMULATOR_TMN_CODE,
      VNPAY_HASH_SECRET: SIMULATOR_SECRET,
    },
    async stop() {
      vnpay.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      vnpay.journal?.close();
    },
  };
};

async function handle(vnpay: SimulatedVnpay, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://simulator');
  const method = request.method ?? 'GET';
  if (url.pathname === PAY_PATH && (method === 'GET' || method === 'POST')) {
    const form = method === 'POST' ? new URLSearchParams(await read(request)) : undefined;
    const answer = payPage(vnpay, (request.url ?? '').split('?').slice(1).join('?'), form);
    const headers = answer.location === undefined ? {} : { location: answer.location };
    response.writeHead(answer.status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(answer.html ?? '');
    return;
  }
  if (url.pathname === '/health/live' && method === 'GET') return json(response, 200, { live: true });
  if (url.pathname === API_PATH && method === 'POST') return react(response, callApi(vnpay, await read(request)), vnpay.stopped);
  if (url.pathname.startsWith('/_simulator/')) return admin(vnpay, { request, response, url });
  const statement = STATEMENTS.exec(url.pathname);
  const file =
    statement === null || method !== 'GET' ? undefined : statementOf(vnpay, decodeURIComponent(statement[1] ?? ''), statement[2] ?? '');
  if (file === undefined) return json(response, 404, { error: `nothing at ${method} ${url.pathname}` });
  response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' });
  await pipeline(Readable.from(file), response);
}

async function react(response: ServerResponse, { waitMs, answer }: ApiReaction, signal: AbortSignal): Promise<void> {
  if (waitMs > 0) await sleep(waitMs, undefined, { signal, ref: false });
  if (answer === undefined) response.destroy();
  else if (typeof answer.body !== 'string') json(response, answer.status, answer.body);
  else response.writeHead(answer.status, { 'content-type': 'text/html; charset=utf-8' }).end(answer.body);
}

async function admin(
  vnpay: SimulatedVnpay,
  { request, response, url }: { request: IncomingMessage; response: ServerResponse; url: URL },
): Promise<void> {
  const path = url.pathname.slice('/_simulator/'.length).split('/');
  if (request.method === 'POST' && path.join('/') === 'transactions') {
    const result = await addTransactions(vnpay, request, SIMULATOR_TMN_CODE);
    return json(response, result.error === undefined ? 201 : 400, result);
  }
  if (request.method === 'POST' && path.join('/') === 'payouts') {
    const statementsOf = (merchant: string, day: string) => statementOf(vnpay, merchant, day);
    const played = await playPayout(parse(await read(request)), { merchant: SIMULATOR_TMN_CODE, statementOf: statementsOf });
    return json(response, played.status, played.body);
  }
  const answer = administer(vnpay, { method: request.method ?? 'GET', path, body: parse(await read(request)) });
  json(response, answer.status, answer.body);
}

function json(response: ServerResponse, status: number, body: unknown): void {
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

/** Undefined for what is no JSON: the rules then name what they miss. */
function parse(text: string): unknown {
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
