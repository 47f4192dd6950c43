import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KnownPayment, RememberWorld, RunningSimulator, StartSimulator } from './manifest.ts';
import { administerGateway } from './simulator.gateway.admin.ts';
import { gatewayPage } from './simulator.gateway.page.ts';
import { type GatewayOrder, type GatewayPlay, SimulatedGateway } from './simulator.gateway.ts';
import { openJournal, replaceJournal } from './simulator.journal.ts';

/** What a simulated gateway answers a call of its own protocol: JSON, or a page where it is a text. */
export interface GatewayAnswer {
  status: number;
  /** A text or bytes as they are, anything else as JSON. */
  body: unknown;
  /** Of a text or bytes; left out: a page. */
  contentType?: string;
}

/** A gateway's own protocol: the answer to a call of the hub; undefined: it has nothing there. */
export type GatewayServe = (
  gateway: SimulatedGateway,
  call: { path: string; body: string },
) => GatewayAnswer | undefined | Promise<GatewayAnswer | undefined>;

export interface GatewaySimulation {
  play: GatewayPlay;
  serve: GatewayServe;
  /** The settings that make the connector talk to it. */
  environment(url: string): Record<string, string>;
}

const BODY_LIMIT = 1_024 * 1_024;
const STATEMENTS = /^\/_statements\/([^/]+)\/(\d{4}-\d{2}-\d{2})$/;
const PAY = /^\/pay\/([^/]+)$/;

const fileOf = ({ provider }: GatewayPlay) => `${provider.toLowerCase()}.simulator.jsonl`;

/** Starts a simulated gateway: its API, a page for its payers, notices, settlement files, `GET /health/live`, and `/_simulator/…` for operators. */
export function startGateway({ play, serve, environment }: GatewaySimulation): StartSimulator {
  return async (options): Promise<RunningSimulator> => {
    const host = options.host ?? '127.0.0.1';
    const now = options.now ?? (() => new Date());
    const gateway = new SimulatedGateway(play, { now: () => now().getTime(), hubUrl: options.hubUrl });
    if (options.stateDir !== undefined) {
      const journal = await openJournal(join(options.stateDir, fileOf(play)), (line) => {
        const order = line as GatewayOrder;
        gateway.orders.set(order.reference, order);
      });
      gateway.journal = journal;
    }
    const server = createServer((request, response) => {
      handle(gateway, serve, { request, response }).catch((error: unknown) => {
        // The far end went away or sent nonsense; a simulated gateway has nobody else to tell.
        response.destroy(error instanceof Error ? error : undefined);
      });
    });
    await listen(server, options.port ?? 0, host);
    const url = `http://${host}:${(server.address() as AddressInfo).port}`;
    gateway.url = url;
    return {
      url,
      environment: environment(url),
      async stop() {
        gateway.stop();
        server.closeAllConnections();
        await new Promise<void>((resolve) => server.close(() => resolve()));
        gateway.journal?.close();
      },
    };
  };
}

type Exchange = { request: IncomingMessage; response: ServerResponse };

async function handle(gateway: SimulatedGateway, serve: GatewayServe, { request, response }: Exchange): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://simulator');
  const method = request.method ?? 'GET';
  const body = await read(request);
  if (url.pathname === '/health/live') return json(response, 200, { live: true });
  if (url.pathname.startsWith('/_simulator/')) {
    const path = url.pathname.slice('/_simulator/'.length).split('/').map(decodeURIComponent);
    const answer = await administerGateway(gateway, { method, path, body });
    return json(response, answer.status, answer.body);
  }
  const [, merchant, day] = STATEMENTS.exec(url.pathname) ?? [];
  if (day !== undefined && method === 'GET' && merchant === gateway.play.merchant.code) {
    response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' });
    return pipeline(Readable.from(gateway.statement(day)), response);
  }
  const paying = PAY.exec(url.pathname)?.[1];
  if (paying !== undefined) {
    const answer = gatewayPage(gateway, decodeURIComponent(paying), method === 'POST' ? new URLSearchParams(body) : undefined);
    response.writeHead(answer.status, {
      'content-type': 'text/html; charset=utf-8',
      ...(answer.location !== undefined && { location: answer.location }),
    });
    response.end(answer.html ?? '');
    return;
  }
  await protocol(gateway, serve, { response, path: url.pathname, body: method === 'GET' ? url.search.slice(1) : body });
}

async function protocol(
  gateway: SimulatedGateway,
  serve: GatewayServe,
  { response, path, body }: { response: ServerResponse; path: string; body: string },
): Promise<void> {
  const [fault] = gateway.callFaults.take((each) => each.path === undefined || each.path === path);
  if (fault?.kind === 'DROP_BEFORE') return void response.destroy();
  if (fault?.kind === 'PAGE') {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html><body>502 Bad Gateway</body></html>');
    return;
  }
  const answer = await serve(gateway, { path, body });
  if (fault?.kind === 'DROP_AFTER') return void response.destroy();
  if (fault?.kind === 'DELAY_AFTER') await sleep(fault.ms, undefined, { signal: gateway.stopped, ref: false });
  if (answer === undefined) json(response, 404, { error: `nothing at ${path}` });
  else if (typeof answer.body === 'string' || answer.body instanceof Uint8Array)
    response.writeHead(answer.status, { 'content-type': answer.contentType ?? 'text/html; charset=utf-8' }).end(answer.body);
  else json(response, answer.status, answer.body);
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

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Makes the gateway that next starts in `stateDir` know the payments of its provider, and nothing else. `codes`: of a success and of a failure. */
export function rememberGateway(play: GatewayPlay, codes: { paid: string; failed: string }): RememberWorld {
  return (stateDir, { payments = [] }) => {
    const orders = new Map<string, GatewayOrder>();
    let serial = 0;
    const own = [...payments].filter(({ provider }) => provider === play.provider);
    for (const payment of own.filter(({ type }) => type === 'PAY')) {
      serial += 1;
      orders.set(payment.reference, orderOf(payment, { play, codes, serial }));
    }
    for (const refund of own.filter(({ type }) => type === 'REFUND')) {
      serial += 1;
      const { reference, amount, at, status, providerTransactionId } = refund;
      const outcome = status === 'SUCCESS' ? 'DONE' : status === 'FAILED' ? 'REFUSED' : 'PENDING';
      const kept = {
        reference: `R${reference}`,
        amount,
        at: at.getTime(),
        outcome,
        transactionId: providerTransactionId ?? String(serial),
      } as const;
      orders.get(reference)?.refunds.push(kept);
    }
    return replaceJournal(join(stateDir, fileOf(play)), orders.values());
  };
}

function orderOf(
  { reference, amount, status, createdAt, at, providerTransactionId }: KnownPayment,
  { play, codes, serial }: { play: GatewayPlay; codes: { paid: string; failed: string }; serial: number },
): GatewayOrder {
  const ends = { SUCCESS: ['PAID', codes.paid], FAILED: ['FAILED', codes.failed], PENDING: ['OPEN', ''] } as const;
  const [state, code] = ends[status];
  return {
    merchant: play.merchant.code,
    reference,
    amount,
    text: `Thanh toan ${reference}`,
    createdAt: createdAt.getTime(),
    expiresAt: undefined,
    returnUrl: '',
    noticeUrl: '',
    extra: {},
    state,
    code,
    transactionId: providerTransactionId ?? String(serial),
    bankCode: 'NCB',
    paidAt: at.getTime(),
    refunds: [],
    notices: { sent: 0, last: '', done: true },
  };
}
