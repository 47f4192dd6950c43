import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleCheckout } from '../../tests/contract/payment.ts';
import { testTools } from '../../tests/contract/portal.ts';
import type { RunningSimulator } from '../contract/manifest.ts';
import type { CheckoutRequest, PaymentPort, RefundRequest } from '../contract/payment.ts';
import manifest from './manifest.ts';

let simulator: RunningSimulator;
let port: PaymentPort;
let serial = 0;
beforeAll(async () => {
  simulator = (await manifest.simulator?.start({ port: 0 })) as RunningSimulator;
  port = manifest.create(manifest.config.parse({ ...simulator.environment, MOMO_TIMEOUT_MS: '500' }), testTools());
});
afterAll(() => simulator.stop());
beforeEach(() => admin('DELETE', 'call-faults'));

const admin = (method: string, path: string, body?: object) =>
  fetch(`${simulator.url}/_simulator/${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
const merchant = () => port.defaultMerchant ?? { code: '', secrets: {} };
const checkout = (over: Partial<CheckoutRequest> = {}) => sampleCheckout(merchant(), `MOMOTEST${Date.now()}${++serial}`, over);

async function paid(over: Partial<CheckoutRequest> = {}): Promise<RefundRequest> {
  const request = checkout(over);
  const { checkoutUrl } = (await port.createCheckout?.(request)) ?? {};
  await fetch(checkoutUrl ?? '', { method: 'POST', body: new URLSearchParams({ outcome: '0' }), redirect: 'manual' });
  const fact = await port.query?.(request);
  return {
    ...request,
    providerTransactionId: fact?.providerTransactionId ?? '',
    paidAmount: request.amount,
    requestedBy: 'ke-toan',
    refundReference: `RF${request.reference}`,
  };
}

describe('an order', () => {
  it('that is asked for again under the same reference is the same one', async () => {
    const request = checkout();
    const first = await port.createCheckout?.(request);
    expect(await port.createCheckout?.(request)).toEqual(first);
  });

  it.each([
    [999, 'MOMO_22'],
    [50_000_001, 'MOMO_22'],
  ])('of %i đồng is refused by MoMo as what it is', async (amount, code) => {
    await expect(port.createCheckout?.(checkout({ amount }))).rejects.toMatchObject({ code, retry: false });
  });

  it('with a wrong key is refused, and nothing is made', async () => {
    const request = checkout({ merchant: { code: merchant().code, secrets: { accessKey: 'INVENTEDACCESS01', secretKey: 'wrong' } } });
    await expect(port.createCheckout?.(request)).rejects.toMatchObject({ code: 'MOMO_11' });
    expect(await port.query?.({ ...request, merchant: merchant() })).toMatchObject({ status: 'PENDING', code: '42' });
  });

  it.each(['1001', '1005', '1006', '4001'])('ends as failed by %s', async (outcome) => {
    const request = checkout();
    const { checkoutUrl } = (await port.createCheckout?.(request)) ?? {};
    await fetch(checkoutUrl ?? '', { method: 'POST', body: new URLSearchParams({ outcome }), redirect: 'manual' });
    expect(await port.query?.(request)).toMatchObject({ status: 'FAILED', code: outcome });
  });

  it.each(['PAGE', 'DROP_BEFORE', 'DROP_AFTER', 'DELAY_AFTER'])(
    'that meets %s can be retried, and its outcome is unknown to nobody for long',
    async (kind) => {
      const request = await paid();
      await admin('POST', 'call-faults', { kind, path: '/v2/gateway/api/query', ms: 2_000 });
      await expect(port.query?.(request)).rejects.toMatchObject({ retry: true, outcomeUnknown: false });
      expect(await port.query?.(request)).toMatchObject({ status: 'SUCCEEDED', amount: 50_000 });
    },
  );
});

describe('a refund', () => {
  it('is done once, however often it is asked for under one reference', async () => {
    const request = { ...(await paid()), amount: 20_000 };
    await admin('PUT', 'modes', { refundMs: 0 });
    await admin('POST', 'call-faults', { kind: 'DROP_AFTER', path: '/v2/gateway/api/refund' });
    await expect(port.refund?.(request)).rejects.toMatchObject({ outcomeUnknown: true, retry: true });
    expect(await port.refund?.(request)).toMatchObject({ status: 'DONE' });
    const order = (await (await admin('GET', `orders/${request.reference}`)).json()) as { refunds: { amount: number }[] };
    expect(order.refunds.map(({ amount }) => amount)).toEqual([20_000]);
    expect(await port.refund?.({ ...request, amount: 40_000, refundReference: `${request.refundReference}2` })).toMatchObject({
      status: 'REFUSED',
      code: '1081',
    });
  });

  it('that is under way is found in the query of its payment', async () => {
    await admin('PUT', 'modes', { refundMs: 60_000 });
    const request = await paid();
    expect(await port.refund?.(request)).toMatchObject({ status: 'ACCEPTED', code: '7002' });
    expect(await port.queryRefund?.(request)).toMatchObject({ status: 'ACCEPTED' });
    await admin('POST', `orders/${request.reference}/refund`, { outcome: 'DONE' });
    expect(await port.queryRefund?.(request)).toMatchObject({
      status: 'DONE',
      code: '0',
      providerTransactionId: expect.stringMatching(/^\d+$/),
    });
  });
});
