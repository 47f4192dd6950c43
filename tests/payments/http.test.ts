import { Agent, request } from 'node:http';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPaymentHandler } from '../../src/roles/http/payments.ts';
import { type HttpServer, listen } from '../../src/roles/http/server.ts';
import { createPaymentsHub, type PaymentsHub, row, statement, TMN } from '../support/payments.ts';

const LARGE = 24 * 1_024 * 1_024;

let hub: PaymentsHub;
let server: HttpServer;
let accountant: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  server = await listen({ host: '127.0.0.1', port: 0, variable: 'HUB_PORT', log: pino({ level: 'silent' }) });
  server.serve([createPaymentHandler(hub.platform)]);
  accountant = await hub.token({ role: 'ACCOUNTANT' });
});
afterAll(async () => {
  await server.stop();
  await hub.stop();
});

function* large(head: string): Generator<Buffer> {
  yield Buffer.from(head);
  for (let sent = 0; sent < LARGE; sent += 65_536) yield Buffer.alloc(65_536, 'x,\n');
}

async function put(body: Iterable<Buffer> | AsyncIterable<Uint8Array>, token?: string, day = '2026-03-10') {
  const response = await fetch(`${server.url}/payments/vnpay/statements/${day}`, {
    method: 'PUT',
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    body: Readable.toWeb(Readable.from(body)) as unknown as ReadableStream<Uint8Array>,
    duplex: 'half',
  } as RequestInit);
  return { status: response.status, body: (await response.json()) as { rows?: number; error?: { code: string } } };
}

describe('an upload over HTTP', () => {
  const head = `H,VNPAY,${TMN},2026-03-10,2026-03-11T01:00:00+07:00,1\n`;

  it('is told why it is refused, however much of it is still to come', async () => {
    const officer = await hub.token({ role: 'OFFICER', unit: '32248' });
    for (let time = 0; time < 3; time += 1) {
      expect(await put(large(head))).toMatchObject({ status: 401, body: { error: { code: 'UNAUTHENTICATED' } } });
      expect(await put(large(head), 'no.such.token')).toMatchObject({ status: 401 });
      expect(await put(large(head), officer)).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } });
      expect(await put(large(head), accountant, '2026-3-1')).toMatchObject({ status: 422 });
      expect(await put(large(head), accountant)).toMatchObject({ status: 422, body: { error: { code: 'INVALID' } } });
      expect(await put(large('nonsense\n'), accountant)).toMatchObject({ status: 422 });
    }
  });

  it('is taken as it comes in', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => row({ merchantRef: `HTTP${at}` }));
    expect(await put(statement(rows), accountant)).toEqual({ status: 201, body: { rows: 3_000, version: 1 } });
  });
});

describe("the gateways' addresses", () => {
  it('refuse what is too long, and answer the next notice of that connection', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (body: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const asking = request(
          `${server.url}/payments/vnpay/ipn?a=b`,
          { agent, headers: { 'content-length': body.length } },
          (response) => {
            response.resume().on('end', () => resolve(response.statusCode));
          },
        );
        asking.on('error', reject).end(body);
      });
    try {
      for (let time = 0; time < 3; time += 1) expect([await ask('x'.repeat(2_000_000)), await ask('')]).toEqual([413, 200]);
    } finally {
      agent.destroy();
    }
  });

  it('take the method that belongs to them alone, and no more than a notice holds', async () => {
    const wrong = await fetch(`${server.url}/payments/vnpay/ipn?a=b`, { method: 'POST', body: 'x' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET']);
    expect((await fetch(`${server.url}/payments/nobody/ipn`)).status).toBe(404);
    expect((await fetch(`${server.url}/payments/vnpay/ipn`)).status).toBe(200);
  });
});
