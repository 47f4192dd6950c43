import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleCheckout } from '../../tests/contract/payment.ts';
import { testTools } from '../../tests/contract/portal.ts';
import type { RunningSimulator } from '../contract/manifest.ts';
import type { CheckoutRequest, MerchantAccount, PaymentPort, RefundRequest } from '../contract/payment.ts';
import manifest from './manifest.ts';

describe("the simulated VNPAY's faults", () => {
  let hub: Server;
  let notices: string[];
  let simulator: RunningSimulator;
  let port: PaymentPort;
  let merchant: MerchantAccount;
  let paid: CheckoutRequest;
  let refund: RefundRequest;

  beforeEach(async () => {
    notices = [];
    hub = createServer((request, response) => {
      notices.push(request.url ?? '');
      response.end('{"RspCode":"00"}');
    });
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
    simulator = (await manifest.simulator?.start({
      port: 0,
      hubUrl: `http://127.0.0.1:${(hub.address() as AddressInfo).port}`,
    })) as RunningSimulator;
    port = manifest.create(manifest.config.parse(simulator.environment), testTools());
    merchant = port.defaultMerchant as MerchantAccount;
    await admin('PUT', 'modes', { ipnDelayMs: 0, refundStepMs: 0 });
    paid = await order('FAULTY1');
    refund = { ...paid, amount: 50_000, paidAmount: 50_000, requestedBy: 'ke.toan', refundReference: 'RFFAULTY1' };
  });
  afterEach(async () => {
    await simulator.stop();
    hub.closeAllConnections();
    await new Promise<void>((resolve) => hub.close(() => resolve()));
  });

  async function admin(method: string, path: string, body: object): Promise<void> {
    const response = await fetch(`${simulator.url}/_simulator/${path}`, { method, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(await response.text());
  }
  /** An order that its payer has paid. */
  async function order(reference: string): Promise<CheckoutRequest> {
    const request = sampleCheckout(merchant, reference);
    const { checkoutUrl = '' } = (await port.createCheckout?.(request)) ?? {};
    await fetch(checkoutUrl, { method: 'POST', body: new URLSearchParams({ outcome: '00' }), redirect: 'manual' });
    return request;
  }

  it.each([
    ['DROP_BEFORE', { code: 'UNREACHABLE', outcomeUnknown: true }, 'ACCEPTED'],
    ['PAGE', { code: 'HTTP_502', outcomeUnknown: true }, 'ACCEPTED'],
    ['CODE', { code: 'VNPAY_99', outcomeUnknown: true }, 'ACCEPTED'],
    ['DROP_AFTER', { code: 'UNREACHABLE', outcomeUnknown: true }, 'DONE'],
    ['UNSIGNED', { code: 'VNPAY_SIGNATURE', outcomeUnknown: true }, 'DONE'],
    ['TAMPERED_SIGNATURE', { code: 'VNPAY_SIGNATURE', outcomeUnknown: true }, 'DONE'],
  ])('%s of a refund leaves its outcome open, and a second try refunds once', async (kind, error, state) => {
    await admin('POST', 'api-faults', { kind, command: 'refund', reference: paid.reference });
    expect(await port.query?.(paid)).toMatchObject({ status: 'SUCCEEDED' });
    await expect(port.refund?.(refund)).rejects.toMatchObject(error);
    expect((await port.queryRefund?.(refund))?.status).toBe(state);
    await port.refund?.(refund);
    const kept = (await (await fetch(`${simulator.url}/_simulator/transactions/${paid.reference}`)).json()) as { refunds: unknown[] };
    expect(kept.refunds).toHaveLength(1);
    expect(await port.queryRefund?.(refund)).toMatchObject({ status: 'DONE' });
  });

  it('DELAY_AFTER carries a call out that nobody waits for', async () => {
    const impatient = manifest.create(manifest.config.parse({ ...simulator.environment, VNPAY_TIMEOUT_MS: '1000' }), testTools());
    await admin('POST', 'api-faults', { kind: 'DELAY_AFTER', command: 'refund', ms: 20_000 });
    await expect(impatient.refund?.(refund)).rejects.toMatchObject({ code: 'TIMEOUT', outcomeUnknown: true });
    expect(await port.queryRefund?.(refund)).toMatchObject({ status: 'DONE' });
  });

  it('befall as many calls as told, of that reference alone', async () => {
    const other = await order('FAULTY2');
    await admin('POST', 'api-faults', { kind: 'CODE', code: '94', reference: other.reference, times: 2 });
    expect(await port.query?.(paid)).toMatchObject({ status: 'SUCCEEDED' });
    for (let time = 0; time < 2; time += 1) await expect(port.query?.(other)).rejects.toMatchObject({ code: 'VNPAY_94' });
    expect(await port.query?.(other)).toMatchObject({ status: 'SUCCEEDED' });
    await expect(admin('POST', 'api-faults', { kind: 'EXPLODE' })).rejects.toThrow('kind');
  });

  it.each([
    ['UNSIGNED', undefined],
    ['UPPER_CASE_SIGNATURE', { status: 'SUCCEEDED', amount: 50_000 }],
    ['STRAY_PARAMETERS', { status: 'SUCCEEDED', amount: 50_000 }],
  ])('a notice comes %s', async (kind, expected) => {
    await admin('POST', 'ipn-faults', { kind, reference: 'FAULTY3' });
    await order('FAULTY3');
    const mine = () => notices.find((url) => url.includes('FAULTY3'));
    await expect.poll(mine).toBeDefined();
    const fact = port.notice?.read({ method: 'GET', url: mine() ?? '', headers: {}, body: Buffer.alloc(0) }, merchant);
    if (expected === undefined) expect(fact).toBeUndefined();
    else expect(fact).toMatchObject(expected);
  });
});
