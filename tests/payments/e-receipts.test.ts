import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { pauseCalls } from '../../src/platform/connector-report.ts';
import { issueReceipts } from '../../src/subgraphs/payments/receipts/receipt.issue.ts';
import { sendReceiptOrders } from '../../src/subgraphs/payments/receipts/receipt-order.jobs.ts';
import { createEReceiptHub, type EReceiptHub } from '../support/e-receipts.ts';
import { CITIZEN, COMMUNE } from '../support/payments.ts';

const RECEIPT = graphql(`
  query EReceiptOfPayment($id: ID!) {
    payment(id: $id) { reference receipt { number template symbol status amount amountInWords url replacedBy } }
  }
`);
const ORDERS = graphql(`
  query ReceiptOrders($unit: ID, $states: [ReceiptOrderState!]) {
    receiptOrders(unit: $unit, states: $states) { id connector action state paymentReference key code reason advice attempts nextAttemptAt unit { code } }
  }
`);
const RETRY = graphql(`
  mutation RetryReceiptOrder($order: ID!) { retryReceiptOrder(order: $order) { order { state } userErrors { code field } } }
`);
const quiet = new AbortController().signal;
/** A unit that the provider does not serve. */
const ELSEWHERE = '31825';
let hub: EReceiptHub;
let citizen: string;
let accountant: string;
let operator: string;

beforeAll(async () => {
  hub = await createEReceiptHub();
  citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  operator = await hub.token({ role: 'OPERATOR' });
});
afterAll(() => hub.stop());
beforeEach(async () => {
  // What earlier tests paid lies before the provider's first day.
  await hub.platform.db.query('DELETE FROM payments.receipt_order');
  await hub.platform.db.query('DELETE FROM payments.receipt');
  await hub.platform.db.query('DELETE FROM payments.receipt_series');
  await hub.platform.db.query(`UPDATE payments.payment SET paid_at = '2024-06-03', business_date = '2024-06-03' WHERE paid_at IS NOT NULL`);
});
afterEach(() => hub.provider.clear());

const receiptOf = async (id: string) => (await hub.execute('payments', RECEIPT, { id }, citizen)).data?.payment?.receipt;
const orders = async (token = operator, unit?: string) =>
  (await hub.execute('payments', ORDERS, { unit: unit ?? null, states: null }, token)).data?.receiptOrders;
const retry = async (order: string, token = operator) => (await hub.execute('payments', RETRY, { order }, token)).data?.retryReceiptOrder;
const heldFor = async (reference: string) => (await hub.provider.held()).filter(({ key }) => key.startsWith(reference));
const rowsOf = (reference: string) =>
  hub.platform.db.query<{ status: string; symbol: string }>(
    'SELECT r.status, r.symbol FROM payments.receipt r JOIN payments.payment p ON p.id = r.payment_id WHERE p.reference = $1',
    [reference],
  );

describe('where a provider writes the receipts of a unit', () => {
  it('its number is the only one, under the payment’s reference, and the payer’s name is read on record', async () => {
    const { id, reference } = await hub.paid(105_000);
    await hub.round();
    const [held] = await heldFor(reference);
    expect(held).toMatchObject({ key: reference, total: 105_000, state: 'ISSUED' });
    expect(await receiptOf(id)).toEqual({
      ...{ number: String(held?.number).padStart(7, '0'), template: '01BLP0-001', symbol: 'BI-26T', status: 'ISSUED', amount: 105_000 },
      ...{ amountInWords: 'Một trăm lẻ năm nghìn đồng', url: `https://bienlai.invalid/tra-cuu?khoa=${reference}`, replacedBy: null },
    });
    expect(await orders()).toEqual([]);
    const reads = await hub.platform.db.query(
      "SELECT fields FROM outbox.personal_data_read WHERE actor = 'hub:payments.receipt-orders' ORDER BY id DESC LIMIT 1",
    );
    expect(reads).toEqual([{ fields: ['payerName'] }]);
  });

  it('neither a series of the unit nor the gateway numbers beside it', async () => {
    await hub.series(COMMUNE);
    hub.gateway.bill = async () => ({ url: 'https://pay.invalid/bill.pdf', number: 'NP-1' });
    const { id, reference } = await hub.paid();
    await hub.provider.fault({ kind: 'STATUS', status: 503 });
    await hub.round();
    expect(await receiptOf(id)).toBeNull();
    await hub.round();
    await hub.round();
    expect(await receiptOf(id)).toMatchObject({ symbol: 'BI-26T' });
    expect(await rowsOf(reference)).toHaveLength(1);
    delete hub.gateway.bill;
  });

  it('thirty payments at once, and many rounds at once, have thirty numbers without a repeat', async () => {
    const before = (await hub.provider.held()).length;
    const all = await Promise.all(Array.from({ length: 30 }, () => hub.paid()));
    await Promise.all(Array.from({ length: 4 }, () => issueReceipts(hub.platform, quiet)));
    await Promise.all(Array.from({ length: 4 }, () => sendReceiptOrders(hub.platform, 'e-receipt', quiet)));
    for (let rounds = 0; rounds < 5 && (await orders())?.length !== 0; rounds += 1) await hub.round();
    const numbers = await Promise.all(all.map(async ({ id }) => (await receiptOf(id))?.number));
    expect(new Set(numbers).size).toBe(30);
    expect(numbers).not.toContain(undefined);
    expect((await hub.provider.held()).length).toBe(before + 30);
  });
});

describe('an outcome that nobody knows', () => {
  it('is looked up: what timed out after it was numbered has one number', async () => {
    const { id, reference } = await hub.paid();
    const before = (await hub.provider.calls())['ImportAndPublishInv'] ?? 0;
    await hub.provider.fault({ kind: 'TIMEOUT_AFTER', operation: 'ImportAndPublishInv', key: reference });
    await hub.round();
    expect(await receiptOf(id)).toBeNull();
    expect(await orders()).toMatchObject([
      {
        action: 'ISSUE',
        state: 'UNKNOWN',
        code: 'TIMEOUT',
        advice: expect.stringContaining('tự tra cứu rồi thử lại'),
        key: reference,
        paymentReference: reference,
        attempts: 1,
        unit: { code: COMMUNE },
      },
    ]);
    await hub.round();
    const [held, another] = await heldFor(reference);
    expect(another).toBeUndefined();
    expect(await receiptOf(id)).toMatchObject({ number: String(held?.number).padStart(7, '0'), status: 'ISSUED' });
    expect((await hub.provider.calls())['ImportAndPublishInv']).toBe(before + 1);
  });

  it('is sent again where the look finds nothing', async () => {
    const { id, reference } = await hub.paid();
    await hub.provider.fault({ kind: 'DROPPED', operation: 'ImportAndPublishInv', key: reference });
    await hub.round();
    expect(await orders()).toMatchObject([{ state: 'UNKNOWN', code: 'UNREACHABLE' }]);
    await hub.round();
    expect(await receiptOf(id)).toMatchObject({ status: 'ISSUED' });
    expect(await heldFor(reference)).toHaveLength(1);
  });

  it('of a process that ended meanwhile is looked up as well', async () => {
    const { id, reference } = await hub.paid();
    await issueReceipts(hub.platform, quiet);
    await hub.platform.db.query("UPDATE payments.receipt_order SET state = 'SENDING', attempts = 1");
    await hub.round();
    expect((await hub.provider.calls())['listInvByCusFkey']).toBeGreaterThan(0);
    expect(await receiptOf(id)).toMatchObject({ status: 'ISSUED' });
    expect(await heldFor(reference)).toHaveLength(1);
  });

  it('with another amount than was asked for is nobody’s guess: it stops and says so', async () => {
    const { id, reference } = await hub.paid();
    await hub.provider.fault({ kind: 'DROPPED_AFTER', operation: 'ImportAndPublishInv', key: reference });
    await hub.round();
    await hub.platform.db.query('UPDATE payments.receipt_order SET amount = 49000');
    await hub.round();
    expect(await receiptOf(id)).toBeNull();
    expect(await orders()).toMatchObject([{ state: 'FAILED', code: 'AMOUNT_DIFFERS', nextAttemptAt: null }]);
  });
});

describe('a provider that is away or refuses', () => {
  it('is asked once in a round, holds up nobody’s own series, and then writes all', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => hub.paid()));
    await hub.series(ELSEWHERE);
    const own = await hub.paid();
    await hub.moveTo(own.reference, ELSEWHERE);
    await hub.provider.fault({ kind: 'STATUS', status: 503, times: 12 });
    const before = (await hub.provider.calls())['ImportAndPublishInv'] ?? 0;
    await hub.round();
    expect(((await hub.provider.calls())['ImportAndPublishInv'] ?? 0) - before).toBeLessThanOrEqual(4);
    const [numbered] = await rowsOf(own.reference);
    expect(numbered).toMatchObject({ status: 'ISSUED', symbol: 'BI-25T' });
    const waiting = (await orders()) ?? [];
    expect(waiting).toHaveLength(12);
    expect(waiting.filter(({ attempts }) => attempts > 0).length).toBeLessThanOrEqual(4);
    await hub.provider.clear();
    for (let rounds = 0; rounds < 5 && (await orders())?.length !== 0; rounds += 1) await hub.round();
    for (const { id } of all) expect(await receiptOf(id)).toMatchObject({ status: 'ISSUED' });
  });

  it('leaves what it refuses with the reason, the others go on, and an operator has it tried again', async () => {
    const [refused, other] = [await hub.paid(), await hub.paid()];
    await hub.provider.fault({ kind: 'ERROR', code: 20, operation: 'ImportAndPublishInv', key: refused.reference });
    await hub.round();
    await hub.round();
    expect(await receiptOf(other.id)).toMatchObject({ status: 'ISSUED' });
    const [order] = (await orders()) ?? [];
    expect(order).toMatchObject({
      state: 'FAILED',
      code: 'ERR_20',
      reason: expect.stringContaining('ERR:20'),
      attempts: 1,
      nextAttemptAt: null,
    });
    expect(await retry(String(order?.id))).toEqual({ order: { state: 'UNKNOWN' }, userErrors: [] });
    await hub.round();
    expect(await receiptOf(refused.id)).toMatchObject({ status: 'ISSUED' });
    expect((await retry(String(order?.id)))?.userErrors).toEqual([{ code: 'ILLEGAL_TRANSITION', field: ['order'] }]);
  });

  it('is not called where an operator has paused it', async () => {
    await pauseCalls(hub.platform.db, 'e-receipt', true);
    const { id } = await hub.paid();
    await hub.round();
    expect(await orders()).toMatchObject([{ state: 'WANTED', attempts: 0, code: 'PAUSED', reason: 'Kết nối đang tạm dừng.' }]);
    await pauseCalls(hub.platform.db, 'e-receipt', false);
    await hub.round();
    expect(await receiptOf(id)).toMatchObject({ status: 'ISSUED' });
  });
});

describe('money that goes back', () => {
  it('in whole ends the receipt at the provider, though the answer was lost', async () => {
    const { id, reference } = await hub.paid();
    await hub.round();
    await hub.refund(id);
    await hub.provider.fault({ kind: 'DROPPED_AFTER', operation: 'cancelInv' });
    await hub.round();
    // It is in force for as long as nobody knows better.
    expect(await receiptOf(id)).toMatchObject({ status: 'ISSUED' });
    await hub.round();
    expect(await receiptOf(id)).toMatchObject({ status: 'CANCELLED' });
    expect(await heldFor(reference)).toMatchObject([{ state: 'CANCELLED' }]);
    await hub.round();
    expect(await orders()).toEqual([]);
  });

  it('in part has it replaced, part after part, and the rest ends the last one', async () => {
    const { id, reference } = await hub.paid();
    await hub.round();
    const first = await receiptOf(id);
    await hub.refund(id, 20_000);
    await hub.provider.fault({ kind: 'DROPPED_AFTER', operation: 'replaceInv' });
    await hub.round();
    await hub.round();
    expect(await receiptOf(id)).toMatchObject({ status: 'ISSUED', amount: 30_000 });
    expect(await heldFor(reference)).toMatchObject([
      { key: reference, state: 'REPLACED', total: 50_000, number: Number(first?.number) },
      { key: `${reference}R2`, state: 'ISSUED', total: 30_000 },
    ]);
    await hub.refund(id, 10_000);
    await hub.round();
    expect(await heldFor(reference)).toMatchObject([
      { state: 'REPLACED' },
      { state: 'REPLACED' },
      { key: `${reference}R3`, total: 20_000 },
    ]);
    await hub.refund(id);
    await hub.round();
    expect((await rowsOf(reference)).map(({ status }) => status).toSorted()).toEqual(['CANCELLED', 'REPLACED', 'REPLACED']);
    expect((await heldFor(reference)).at(-1)).toMatchObject({ state: 'CANCELLED' });
  });

  it('before anything was sent leaves nothing to be written, in part only what is left', async () => {
    const [whole, part] = [await hub.paid(), await hub.paid()];
    await issueReceipts(hub.platform, quiet);
    await hub.refund(whole.id);
    await hub.refund(part.id, 20_000);
    await hub.round();
    expect([await heldFor(whole.reference), await receiptOf(whole.id)]).toEqual([[], null]);
    expect(await heldFor(part.reference)).toMatchObject([{ total: 30_000 }]);
    expect(await orders()).toEqual([]);
  });
});

describe('what waits', () => {
  it('is seen and moved by those alone whose it is', async () => {
    await hub.provider.fault({ kind: 'STATUS', status: 503 });
    await hub.paid();
    await hub.round();
    const [order] = (await orders(accountant, COMMUNE)) ?? [];
    expect(order).toMatchObject({ state: 'UNKNOWN', code: 'HTTP_503', connector: 'e-receipt' });
    const elsewhere = await hub.token({ role: 'ACCOUNTANT', unit: ELSEWHERE });
    expect(await orders(elsewhere)).toEqual([]);
    expect((await retry(String(order?.id), elsewhere))?.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['order'] }]);
    const own = await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE });
    expect(await orders(own)).toHaveLength(1);
    const auditor = await hub.token({ role: 'AUDITOR' });
    expect(await orders(auditor)).toHaveLength(1);
    expect((await hub.execute('payments', ORDERS, {}, citizen)).errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const moved = await hub.execute('payments', RETRY, { order: String(order?.id) }, auditor);
    expect(moved.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('of units that no provider serves is nothing', async () => {
    const { id, reference } = await hub.paid();
    await hub.moveTo(reference, ELSEWHERE);
    await hub.round();
    expect([await orders(), await receiptOf(id)]).toEqual([[], null]);
  });
});
