import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleCheckout } from '../../tests/contract/payment.ts';
import { testTools } from '../../tests/contract/portal.ts';
import type { KnownPayment, RunningSimulator } from '../contract/manifest.ts';
import type { CheckoutRequest, MerchantAccount, PaymentPort, RefundRequest } from '../contract/payment.ts';
import type { StatementRow } from '../contract/statement.rows.ts';
import { readStatement } from '../contract/statement.ts';
import manifest from './manifest.ts';

const OTHER: MerchantAccount = { code: 'XAPHUONG', secrets: { hashSecret: 'INVENTEDFORACOMMUNE00001' } };
const DAY = '2025-09-12';
const at = (time: string) => new Date(`${DAY}T${time}+07:00`);

function known(reference: string, parts: Partial<KnownPayment> = {}): KnownPayment {
  return {
    ...{ provider: 'VNPAY', type: 'PAY', reference, providerTransactionId: `9${reference.slice(1)}`, originalTransactionId: null },
    ...{ amount: 50_000, status: 'SUCCESS', createdAt: at('10:00:00'), at: at('10:01:30') },
    ...parts,
  };
}

const back = (reference: string, parts: Partial<KnownPayment> = {}) =>
  known(reference, { type: 'REFUND', providerTransactionId: null, originalTransactionId: `9${reference.slice(1)}`, ...parts });

describe("the simulated VNPAY's memory", () => {
  let stateDir: string;
  let running: RunningSimulator[];
  let simulator: RunningSimulator;
  let port: PaymentPort;
  let merchant: MerchantAccount;
  let hubUrl: string | undefined;
  let count = 0;
  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'vnpay-memory-'));
    running = [];
    hubUrl = undefined;
  });
  afterEach(async () => {
    for (const each of running) await each.stop();
    rmSync(stateDir, { recursive: true });
  });

  /** Starts one beside those before it, which are not stopped: what they know must be on the disk already. */
  async function start(): Promise<void> {
    simulator = (await manifest.simulator?.start({ port: 0, stateDir, ...(hubUrl === undefined ? {} : { hubUrl }) })) as RunningSimulator;
    running.push(simulator);
    port = manifest.create(manifest.config.parse(simulator.environment), testTools());
    merchant = port.defaultMerchant as MerchantAccount;
  }
  const remember = (...payments: KnownPayment[]) => manifest.simulator?.remember?.(stateDir, { payments });
  async function admin<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${simulator.url}/_simulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as T;
  }
  async function order(by = merchant): Promise<CheckoutRequest & { url: string }> {
    count += 1;
    const request = sampleCheckout(by, `LASTS${count}`);
    return { ...request, url: (await port.createCheckout?.(request))?.checkoutUrl ?? '' };
  }
  /** At the page of the one that runs now, wherever the order was made. */
  const pay = (url: string, outcome: string) =>
    fetch(simulator.url + new URL(url).pathname + new URL(url).search, {
      method: 'POST',
      body: new URLSearchParams({ outcome }),
      redirect: 'manual',
    }).then(({ status }) => status);
  const refundOf = (request: CheckoutRequest, amount = request.amount): RefundRequest => ({
    ...request,
    ...{ amount, paidAmount: request.amount, requestedBy: 'ke.toan', refundReference: `RF${request.reference}` },
  });
  const ask = ({ reference, createdAt, amount }: KnownPayment, of: 'query' | 'queryRefund') =>
    port[of]?.({
      ...{ merchant, reference, createdAt, description: 'x' },
      ...{ amount, paidAmount: 50_000, requestedBy: 'x', refundReference: `RF${reference}` },
    });
  const bytes = async (day: string, of = merchant) => (await fetch(`${simulator.url}/_statements/${of.code}/${day}`)).text();
  async function statement(day: string): Promise<StatementRow[]> {
    const body = new Response(await bytes(day)).body as ReadableStream<Uint8Array>;
    const rows: StatementRow[] = [];
    for await (const batch of (await readStatement(body, { provider: 'VNPAY', businessDate: day })).batches) rows.push(...batch);
    return rows;
  }
  const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

  it('holds across its end what it was told: orders, outcomes, refunds, merchants', async () => {
    await start();
    await admin('PUT', 'modes', { refundStepMs: 0 });
    await admin('POST', 'merchants', { code: OTHER.code, secret: OTHER.secrets['hashSecret'] });
    const [paid, failed, open, theirs] = [await order(), await order(), await order(), await order(OTHER)];
    expect([await pay(paid.url, '00'), await pay(failed.url, '51'), await pay(theirs.url, '00')]).toEqual([302, 302, 302]);
    await fetch(open.url);
    await port.refund?.(refundOf(paid));
    const reversed = await order();
    await pay(reversed.url, '00');
    await admin('POST', `transactions/${reversed.reference}/status`, { transactionStatus: '04' });
    await fetch(`${simulator.url}/_simulator/transactions`, {
      method: 'POST',
      body: '{"reference":"BEHIND","amount":1000,"paidAt":"2026-01-02T03:04:05Z"}\n{"reference":"broken"}',
    });
    const before = [await bytes(today()), await bytes(today(), OTHER), await bytes('2026-01-02')];

    await start();
    await admin('PUT', 'modes', { refundStepMs: 0 });
    expect([await bytes(today()), await bytes(today(), OTHER), await bytes('2026-01-02')]).toEqual(before);
    expect(before.map((file) => file.split('\n').length - 3)).toEqual([3, 1, 1]);
    expect(await port.query?.(failed)).toMatchObject({ status: 'FAILED', amount: 50_000 });
    expect(await port.query?.(reversed)).toMatchObject({ status: 'FAILED', code: '00/04' });
    expect(await port.query?.(theirs)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await port.queryRefund?.(refundOf(paid))).toMatchObject({ status: 'DONE' });
    // The same page again is the same order, and may still be paid.
    expect(await port.query?.(open)).toMatchObject({ status: 'PENDING', code: '00/01' });
    expect(await pay(open.url, '00')).toBe(302);
    expect(await port.query?.(open)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('refunds nothing twice and gives no number twice, whoever was killed in between', async () => {
    await start();
    const paid = await order();
    await pay(paid.url, '00');
    const part = refundOf(paid, 20_000);
    const first = await port.refund?.(part);
    await start();
    await admin('PUT', 'modes', { refundStepMs: 0 });
    expect(await port.refund?.(part)).toMatchObject({ status: 'ACCEPTED', code: '94/-' });
    const next = await order();
    await pay(next.url, '00');
    const numbers = [await port.query?.(next), first].map((fact) => Number(fact?.providerTransactionId));
    expect(numbers[0]).toBeGreaterThan(numbers[1] ?? Number.NaN);
    expect((await admin<{ refunds: unknown[] }>('GET', `transactions/${paid.reference}`)).refunds).toHaveLength(1);
  });

  it('gives no number again although nobody remembers it', async () => {
    const numbers: number[] = [];
    for (const minutes of [0, 1]) {
      const now = () => new Date(Date.now() + minutes * 60_000);
      simulator = (await manifest.simulator?.start({ port: 0, now })) as RunningSimulator;
      running.push(simulator);
      port = manifest.create(manifest.config.parse(simulator.environment), testTools({ now }));
      merchant = port.defaultMerchant as MerchantAccount;
      const opened = await order();
      await fetch(opened.url);
      numbers.push(Number((await port.query?.(opened))?.providerTransactionId));
    }
    expect(numbers[1]).toBeGreaterThan(numbers[0] ?? Number.NaN);
  });

  it('drops a last line that was only half written', async () => {
    await start();
    const paid = await order();
    await pay(paid.url, '00');
    appendFileSync(join(stateDir, readdirSync(stateDir)[0] ?? ''), '{"transaction":{"tmnCode":"SIM');
    await start();
    expect(await port.query?.(paid)).toMatchObject({ status: 'SUCCEEDED' });
    const next = await order();
    await pay(next.url, '00');
    await start();
    expect(await port.query?.(next)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('knows its own payments from before, by querydr', async () => {
    await remember(
      known('K1'),
      known('K2', { status: 'FAILED', providerTransactionId: '92' }),
      known('K3', { status: 'FAILED', providerTransactionId: null }),
      known('K4', { status: 'PENDING', providerTransactionId: null }),
      known('K5', { provider: 'MOMO' }),
    );
    await start();
    const answers = await Promise.all(['K1', 'K2', 'K3', 'K4', 'K5'].map((reference) => ask(known(reference), 'query')));
    expect(answers).toEqual([
      expect.objectContaining({ status: 'SUCCEEDED', amount: 50_000, providerTransactionId: '91', paidAt: at('10:01:30'), code: '00/00' }),
      expect.objectContaining({ status: 'FAILED', providerTransactionId: '92', code: '00/02' }),
      expect.not.objectContaining({ providerTransactionId: expect.anything() }),
      expect.objectContaining({ status: 'PENDING', amount: 50_000, code: '00/01' }),
      expect.objectContaining({ status: 'PENDING', code: '91/-' }),
    ]);
    expect(answers[2]).toMatchObject({ status: 'FAILED' });
    expect(await ask(known('K1', { createdAt: at('10:00:01') }), 'query')).toMatchObject({ code: '91/-' });
    expect(await admin('GET', 'transactions/K3')).toMatchObject({ responseCode: '11' });
  });

  it('lists them in the statement of their Vietnamese day, what went back included', async () => {
    await remember(
      back('K1', { amount: 20_000, at: at('15:00:00') }),
      ...[
        known('K1'),
        known('K2', { amount: 10_000, at: new Date('2025-09-12T16:59:59Z') }),
        known('K3', { at: new Date('2025-09-12T17:00:00Z') }),
      ],
      ...[known('K4'), back('K4', { at: new Date('2025-09-13T02:00:00Z') }), known('K5'), back('K5', { status: 'PENDING' })],
      ...[known('K6'), back('K6', { status: 'FAILED' }), known('K7', { status: 'FAILED' }), known('K8', { status: 'PENDING' })],
      ...[back('K9', { amount: 1_000 }), known('K2', { provider: 'ZALOPAY' })],
    );
    await start();
    const rows = (await statement(DAY)).map((row) => [
      row.merchantRef,
      row.type,
      row.providerTransactionId,
      row.gross,
      row.fee,
      row.net,
      row.time.slice(11, 19),
    ]);
    expect(rows).toEqual([
      ['K1', 'PAY', '91', 50_000, 550, 49_450, '10:01:30'],
      ['K1', 'REFUND', expect.stringMatching(/^\d+$/), 20_000, 0, -20_000, '15:00:00'],
      ['K2', 'PAY', '92', 10_000, 110, 9_890, '23:59:59'],
      ['K4', 'PAY', '94', 50_000, 550, 49_450, '10:01:30'],
      ['K5', 'PAY', '95', 50_000, 550, 49_450, '10:01:30'],
      ['K6', 'PAY', '96', 50_000, 550, 49_450, '10:01:30'],
      ['K9', 'REFUND', expect.stringMatching(/^\d+$/), 1_000, 0, -1_000, '10:01:30'],
    ]);
    const next = await statement('2025-09-13');
    expect(next.map(({ merchantRef, type, originalProviderTransactionId }) => [merchantRef, type, originalProviderTransactionId])).toEqual([
      ['K3', 'PAY', ''],
      ['K4', 'REFUND', '94'],
    ]);
    const numbers = [...rows.map(([, , number]) => number), ...next.map(({ providerTransactionId }) => providerTransactionId)];
    expect(new Set(numbers).size).toBe(numbers.length);
    const served = await bytes(DAY);
    await start();
    expect(await bytes(DAY)).toBe(served);
  });

  it('tells what became of a refund from before, and lets an operator end one', async () => {
    await remember(known('K1'), back('K1'), known('K2'), back('K2', { status: 'FAILED' }), known('K3'), back('K3', { status: 'PENDING' }));
    await start();
    const states = () => Promise.all(['K1', 'K2', 'K3'].map(async (reference) => (await ask(known(reference), 'queryRefund'))?.status));
    expect(await states()).toEqual(['DONE', 'REFUSED', 'ACCEPTED']);
    await admin('POST', 'transactions/K3/refund', { transactionStatus: '06' });
    expect(await ask(known('K3'), 'queryRefund')).toMatchObject({ status: 'ACCEPTED', code: '00/06' });
    await admin('POST', 'transactions/K3/refund', { transactionStatus: '00' });
    await start();
    expect(await states()).toEqual(['DONE', 'REFUSED', 'DONE']);
    expect((await statement(today())).map(({ merchantRef, type }) => [merchantRef, type])).toEqual([['K3', 'REFUND']]);
    await expect(admin('POST', 'transactions/K9/refund', { transactionStatus: '00' })).rejects.toThrow('no such transaction');
  });

  it('is replaced as a whole, and forgotten by a reset', async () => {
    await remember(known('K1'));
    await start();
    const paid = await order();
    await pay(paid.url, '00');
    await remember(known('K2'));
    await start();
    const references = async () => (await admin<{ reference: string }[]>('GET', 'transactions')).map(({ reference }) => reference);
    expect(await references()).toEqual(['K2']);
    await admin('POST', 'merchants', { code: OTHER.code, secret: OTHER.secrets['hashSecret'] });
    await admin('POST', 'reset');
    expect(await admin('GET', 'state')).toMatchObject({ transactions: 0, merchants: [merchant.code] });
    await start();
    expect(await admin('GET', 'state')).toMatchObject({ transactions: 0, merchants: [merchant.code] });
  });

  it('holds the notices that it still owes, and none that was lost or taken', async () => {
    const told: string[] = [];
    const hub = createServer((request, response) => {
      told.push(new URL(request.url ?? '', 'http://hub').searchParams.get('vnp_TxnRef') ?? '');
      response.end('{"RspCode":"00"}');
    });
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
    hubUrl = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
    await start();
    await admin('PUT', 'modes', { ipnDelayMs: 0 });
    const [taken, lost, owed] = [await order(), await order(), await order()];
    await pay(taken.url, '00');
    await expect.poll(() => told).toEqual([taken.reference]);
    await expect.poll(() => admin('GET', `transactions/${taken.reference}`)).toMatchObject({ telling: false });
    await admin('POST', 'ipn-faults', { kind: 'LOST_IPN' });
    await pay(lost.url, '00');
    await admin('PUT', 'modes', { ipnDelayMs: 600_000 });
    await pay(owed.url, '00');
    await start();
    await expect.poll(() => told).toEqual([taken.reference, owed.reference]);
    await start();
    // A payment made now is told after all that were owed: there were none.
    const last = await order();
    await pay(last.url, '00');
    await expect.poll(() => told).toEqual([taken.reference, owed.reference, last.reference]);
    hub.closeAllConnections();
    await new Promise<void>((resolve) => hub.close(() => resolve()));
  });

  it('lives', async () => {
    await start();
    expect((await fetch(`${simulator.url}/health/live`)).status).toBe(200);
  });
});
