import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleCheckout } from '../../tests/contract/payment.ts';
import { testTools } from '../../tests/contract/portal.ts';
import type { RunningSimulator } from '../contract/manifest.ts';
import type { CheckoutRequest, MerchantAccount, PaymentPort, RefundRequest } from '../contract/payment.ts';
import manifest from './manifest.ts';

/** A hub that answers notices with the codes given, the last one for ever. */
async function startHub(codes: string[]) {
  const notices: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    notices.push(new URL(request.url ?? '', 'http://hub').searchParams);
    response.end(JSON.stringify({ RspCode: codes[Math.min(notices.length, codes.length) - 1], Message: '' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    notices,
    codes,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Kept {
  responseCode?: string;
  transactionStatus: string;
  notices: { sent: number; lastCode?: string; done: boolean };
}

describe('the simulated VNPAY', () => {
  let clock: Date;
  let hub: Awaited<ReturnType<typeof startHub>>;
  let simulator: RunningSimulator;
  let port: PaymentPort;
  let merchant: MerchantAccount;
  let count = 0;

  beforeEach(async () => {
    clock = new Date();
    hub = await startHub(['00']);
    simulator = (await manifest.simulator?.start({ port: 0, hubUrl: hub.url, now: () => clock })) as RunningSimulator;
    port = manifest.create(manifest.config.parse(simulator.environment), testTools({ now: () => clock }));
    merchant = port.defaultMerchant as MerchantAccount;
    await admin('PUT', 'modes', { ipnDelayMs: 0, ipnRetryMs: 10, refundStepMs: 1_000 });
  });
  afterEach(async () => {
    await simulator.stop();
    await hub.stop();
  });

  async function admin<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${simulator.url}/_simulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  }
  const kept = (reference: string) => admin<Kept>('GET', `transactions/${reference}`);
  /** Asks until it is so; the test's own time limit ends it. */
  async function until<T>(look: () => Promise<T>, ready: (value: T) => boolean): Promise<T> {
    for (;;) {
      const value = await look();
      if (ready(value)) return value;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  const told = (reference: string) =>
    until(
      () => kept(reference),
      ({ notices }) => notices.done,
    );

  async function order(overrides: Partial<CheckoutRequest> = {}): Promise<CheckoutRequest & { url: string }> {
    const request = sampleCheckout(merchant, `SIM${Date.now()}${++count}`, {
      createdAt: clock,
      expiresAt: new Date(clock.getTime() + 900_000),
      ...overrides,
    });
    return { ...request, url: (await port.createCheckout?.(request))?.checkoutUrl ?? '' };
  }
  async function pay(url: string, outcome: string, status?: string): Promise<Response> {
    const body = new URLSearchParams({ outcome, ...(status === undefined ? {} : { status }) });
    return fetch(url, { method: 'POST', body, redirect: 'manual' });
  }
  const refundOf = (request: CheckoutRequest, amount: number): RefundRequest => ({
    ...request,
    amount,
    paidAmount: request.amount,
    requestedBy: 'ke.toan',
    refundReference: `RF-${request.reference}-${amount}`,
  });

  it('shows the order, leads the browser back signed, and tells the hub', async () => {
    const request = await order();
    const page = await (await fetch(request.url)).text();
    expect(page).toContain(request.reference);
    expect(page).toContain('50.000 đ');
    const location = (await pay(request.url, '00')).headers.get('location') ?? '';
    expect(location.startsWith(`${request.returnUrl}?vnp_Amount=5000000&`)).toBe(true);
    const back = { method: 'GET', url: `/payments/vnpay/return${new URL(location).search}`, headers: {}, body: Buffer.alloc(0) };
    expect(port.return?.read(back, merchant)).toMatchObject({ status: 'SUCCEEDED', reference: request.reference });
    await told(request.reference);
    expect(hub.notices).toHaveLength(1);
  });

  it('refuses a wrong signature, an unknown site, a reference used twice on a day and a window that is over', async () => {
    const request = await order();
    const errorOf = async (url: string) => /data-code="(\d\d)"/.exec(await (await fetch(url)).text())?.[1];
    expect(await errorOf(request.url.replace('5000000', '100'))).toBe('70');
    expect(await errorOf(request.url.replace(merchant.code, 'NOBODY01'))).toBe('72');
    await fetch(request.url);
    const again = await order({ reference: request.reference, amount: 60_000 });
    expect(await errorOf(again.url)).toBe('01');
    const late = await order();
    clock = new Date(clock.getTime() + 901_000);
    expect(await errorOf(late.url)).toBe('15');
  });

  it('ends an opened order with 11 when its window is over', async () => {
    const request = await order();
    await fetch(request.url);
    clock = new Date(clock.getTime() + 901_000);
    await pay(request.url, '00');
    expect(await told(request.reference)).toMatchObject({ responseCode: '11', transactionStatus: '02' });
    expect(await port.query?.(request)).toMatchObject({ status: 'FAILED' });
  });

  it.each([
    ['00', undefined, 'SUCCEEDED'],
    ['24', undefined, 'FAILED'],
    ['51', undefined, 'FAILED'],
    ['75', undefined, 'FAILED'],
    ['07', undefined, 'PENDING'],
    ['00', '07', 'PENDING'],
    ['00', '04', 'FAILED'],
    ['00', '01', 'PENDING'],
  ])('outcome %s with status %s is %s by a query, in both versions', async (outcome, status, expected) => {
    const request = await order();
    await pay(request.url, outcome, status);
    const newer = manifest.create(
      manifest.config.parse({ ...simulator.environment, VNPAY_API_VERSION: '2.1.3' }),
      testTools({ now: () => clock }),
    );
    for (const each of [port, newer]) expect(await each.query?.(request)).toMatchObject({ status: expected, amount: 50_000 });
  });

  it('repeats a notice until it is answered 00 or 02, ten times at most', async () => {
    hub.codes.splice(0, 1, '99', '97', '04', '02');
    const request = await order();
    await pay(request.url, '00');
    expect((await told(request.reference)).notices).toEqual({ sent: 4, lastCode: '02', done: true });
    hub.codes.splice(0, 4, '01');
    const unknown = await order();
    await pay(unknown.url, '00');
    expect(
      (
        await until(
          () => kept(unknown.reference),
          ({ notices }) => notices.sent === 10,
        )
      ).notices.done,
    ).toBe(false);
  });

  it('loses, doubles, delays and falsifies notices as told', async () => {
    const read = (query: URLSearchParams | undefined) =>
      port.notice?.read({ method: 'GET', url: `/payments/vnpay/ipn?${query}`, headers: {}, body: Buffer.alloc(0) }, merchant);
    const lost = await order();
    await admin('POST', 'ipn-faults', { kind: 'LOST_IPN', reference: lost.reference });
    await pay(lost.url, '00');
    const twice = await order();
    await admin('POST', 'ipn-faults', { kind: 'DOUBLE_IPN' });
    await pay(twice.url, '00');
    await until(
      () => kept(twice.reference),
      ({ notices }) => notices.sent === 2,
    );
    expect((await kept(lost.reference)).notices.sent).toBe(0);
    for (const kind of ['TAMPERED_AMOUNT', 'TAMPERED_SIGNATURE']) {
      await admin('POST', 'ipn-faults', { kind });
      const request = await order();
      await pay(request.url, '00');
      await told(request.reference);
      expect(read(hub.notices.at(-1))).toBeUndefined();
    }
    await admin('POST', 'ipn-faults', { kind: 'WRONG_AMOUNT' });
    await admin('POST', 'ipn-faults', { kind: 'DELAYED_IPN', ms: 20 });
    const wrong = await order();
    await pay(wrong.url, '00');
    await told(wrong.reference);
    expect(read(hub.notices.at(-1))).toMatchObject({ amount: 51_000 });
  });

  it('takes outcomes from an operator, before and after the payer came', async () => {
    const request = await order();
    await admin('POST', `transactions/${request.reference}/outcome`, { responseCode: '51' });
    expect((await fetch(request.url, { redirect: 'manual' })).status).toBe(302);
    expect(await told(request.reference)).toMatchObject({ responseCode: '51' });
    const open = await order();
    await fetch(open.url);
    await admin('POST', `transactions/${open.reference}/outcome`, { responseCode: '00', notify: false });
    expect(await port.query?.(open)).toMatchObject({ status: 'SUCCEEDED' });
    await admin('POST', `transactions/${open.reference}/status`, { transactionStatus: '04' });
    expect(await port.query?.(open)).toMatchObject({ status: 'FAILED' });
    await admin('POST', `transactions/${open.reference}/ipn`);
    await told(open.reference);
    expect(hub.notices.at(-1)?.get('vnp_TransactionStatus')).toBe('04');
  });

  it('refunds by 05, 06 and 00 or 09, once for a reference, and never more than was paid', async () => {
    const request = await order();
    expect(await port.refund?.(refundOf(request, 50_000))).toMatchObject({ status: 'REFUSED', code: '91/-' });
    await fetch(request.url);
    expect(await port.refund?.(refundOf(request, 40_000))).toMatchObject({ status: 'REFUSED', code: '95/-' });
    await pay(request.url, '00');
    const part = refundOf(request, 20_000);
    expect(await port.refund?.(part)).toMatchObject({ status: 'ACCEPTED', code: '00/05' });
    expect(await port.refund?.(part)).toMatchObject({ status: 'ACCEPTED', code: '94/-' });
    const states: unknown[] = [];
    for (let step = 0; step < 3; step += 1, clock = new Date(clock.getTime() + 1_000)) states.push(await port.queryRefund?.(part));
    expect(states).toMatchObject([
      { status: 'ACCEPTED', code: '00/05' },
      { status: 'ACCEPTED', code: '00/06' },
      { status: 'DONE', code: '00/00' },
    ]);
    expect(await port.query?.(request)).toMatchObject({ status: 'PENDING' });
    expect(await port.refund?.(refundOf(request, 30_001))).toMatchObject({ status: 'REFUSED', code: '95/-' });
    await admin('PUT', 'modes', { refundOutcome: '09' });
    const rest = refundOf(request, 30_000);
    await port.refund?.(rest);
    clock = new Date(clock.getTime() + 5_000);
    expect(await port.queryRefund?.(rest)).toMatchObject({ status: 'REFUSED', code: '00/09' });
  });

  it('tells a wrong secret and an unknown merchant apart from an answer', async () => {
    const request = await order();
    const wrong = { ...request, merchant: { code: merchant.code, secrets: { hashSecret: 'somebody-elses-secret' } } };
    await expect(port.query?.(wrong)).rejects.toMatchObject({ code: 'VNPAY_97', retry: false, outcomeUnknown: false });
    const nobody = { ...request, merchant: { code: 'NOBODY01', secrets: { hashSecret: 'somebody-elses-secret' } } };
    await expect(port.query?.(nobody)).rejects.toMatchObject({ code: 'VNPAY_02', retry: false });
  });
});
