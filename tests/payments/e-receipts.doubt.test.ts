import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReceiptPort } from '../../connectors/contract/receipt.ts';
import { issueReceipts } from '../../src/subgraphs/payments/receipts/receipt.issue.ts';
import { beginOrder, claimOrders, concludeOrder } from '../../src/subgraphs/payments/receipts/receipt-order.books.ts';
import type { ReceiptOrderRow } from '../../src/subgraphs/payments/receipts/receipt-order.row.ts';
import { receiptProviders } from '../../src/subgraphs/payments/receipts/receipt-order.service.ts';
import { createEReceiptHub, type EReceiptHub } from '../support/e-receipts.ts';

const quiet = new AbortController().signal;
let hub: EReceiptHub;
beforeAll(async () => {
  hub = await createEReceiptHub();
});
afterAll(() => hub.stop());
afterEach(() => hub.provider.clear());

const orderOf = async (reference: string): Promise<ReceiptOrderRow | undefined> =>
  (
    await hub.platform.db.query<ReceiptOrderRow>(
      'SELECT o.* FROM payments.receipt_order o JOIN payments.payment p ON p.id = o.payment_id WHERE p.reference = $1 ORDER BY o.wanted_at DESC, o.id DESC LIMIT 1',
      [reference],
    )
  )[0];
const heldFor = async (reference: string) => (await hub.provider.held()).filter(({ key }) => key.startsWith(reference));
const receiptsOf = (reference: string) =>
  hub.platform.db.query<{ status: string; amount: number; number_text: string }>(
    `SELECT r.status, r.amount, r.number_text FROM payments.receipt r JOIN payments.payment p ON p.id = r.payment_id
     WHERE p.reference = $1 ORDER BY r.amount DESC`,
    [reference],
  );
/** The provider's port, with one of its calls played by the test. */
const port = (): ReceiptPort => {
  const [provider] = receiptProviders(hub.platform);
  if (provider === undefined) throw new Error('no provider');
  return provider.port;
};

describe('what a receipt says', () => {
  it('is the payer, and each fee where all of it was paid at once', async () => {
    const { id, reference } = await hub.paid(50_000);
    await hub.round();
    expect(await heldFor(reference)).toMatchObject([{ payer: 'Lê Thị Thử Nghiệm', fees: ['Lệ phí'], total: 50_000 }]);
    await hub.refund(id, 20_000);
    await hub.round();
    // What is left of several fees can't be told apart.
    expect((await heldFor(reference))[1]).toMatchObject({ fees: ['Phí, lệ phí'], total: 30_000 });
  });
});

describe('money that goes back while an outcome is not known', () => {
  it('in part: what was numbered is found as it was asked for, and then replaced', async () => {
    const { id, reference } = await hub.paid(50_000);
    await hub.provider.fault({ kind: 'DROPPED_AFTER', operation: 'ImportAndPublishInv', key: reference });
    await hub.round();
    await hub.refund(id, 20_000);
    await hub.round();
    expect(await receiptsOf(reference)).toMatchObject([{ status: 'ISSUED', amount: 50_000 }]);
    await hub.round();
    expect(await receiptsOf(reference)).toMatchObject([
      { status: 'REPLACED', amount: 50_000 },
      { status: 'ISSUED', amount: 30_000 },
    ]);
    expect(await heldFor(reference)).toMatchObject([{ state: 'REPLACED' }, { state: 'ISSUED', total: 30_000 }]);
  });

  it('in whole: what was numbered is found and cancelled, not forgotten', async () => {
    const { id, reference } = await hub.paid();
    await hub.provider.fault({ kind: 'DROPPED_AFTER', operation: 'ImportAndPublishInv', key: reference });
    await hub.round();
    await hub.refund(id);
    await hub.round();
    await hub.round();
    expect(await heldFor(reference)).toMatchObject([{ state: 'CANCELLED' }]);
    expect(await receiptsOf(reference)).toMatchObject([{ status: 'CANCELLED' }]);
  });
});

describe('two processes', () => {
  it('never hold the same order, and one that comes late to it does nothing', async () => {
    const { reference } = await hub.paid();
    await issueReceipts(hub.platform, quiet);
    const [first] = await claimOrders(hub.platform, 'e-receipt');
    expect(first?.key).toBe(reference);
    expect(await claimOrders(hub.platform, 'e-receipt')).toEqual([]);
    if (first === undefined) throw new Error('no order');
    expect(await beginOrder(hub.platform, first)).toMatchObject({ state: 'SENDING', attempts: 1 });
    expect(await beginOrder(hub.platform, first)).toBeUndefined();
    await hub.round();
    expect(await receiptsOf(reference)).toHaveLength(1);
  });

  it('that both hear of the end write it down once', async () => {
    const { reference } = await hub.paid();
    await hub.round();
    const order = await orderOf(reference);
    if (order === undefined) throw new Error('no order');
    await concludeOrder(hub.platform, order, { number: '0099999', template: 'a', symbol: 'b', url: null });
    expect(await receiptsOf(reference)).toMatchObject([{ number_text: expect.not.stringContaining('0099999') }]);
  });
});

describe('a fault of the hub’s own', () => {
  it('holds up that receipt alone, and is seen', async () => {
    const [broken, other] = [await hub.paid(), await hub.paid()];
    const [{ payer_sealed: sealed } = { payer_sealed: null }] = await hub.platform.db.query<{ payer_sealed: Buffer | null }>(
      'SELECT payer_sealed FROM payments.payment WHERE reference = $1',
      [broken.reference],
    );
    const keep = (value: Buffer | null) =>
      hub.platform.db.query('UPDATE payments.payment SET payer_sealed = $2 WHERE reference = $1', [broken.reference, value]);
    await keep(Buffer.from('nothing that was ever sealed'));
    await hub.round();
    expect(await receiptsOf(other.reference)).toMatchObject([{ status: 'ISSUED' }]);
    expect(await orderOf(broken.reference)).toMatchObject({ state: 'UNKNOWN', code: 'HUB_FAULT' });
    await keep(sealed);
    await hub.round();
    expect(await receiptsOf(broken.reference)).toMatchObject([{ status: 'ISSUED' }]);
  });
});

describe('what was in doubt once', () => {
  it('stays so, though a later attempt is refused for the time being', async () => {
    const { reference } = await hub.paid();
    await hub.provider.fault({ kind: 'DROPPED', operation: 'ImportAndPublishInv', key: reference });
    await hub.round();
    await hub.provider.fault({ kind: 'ERROR', code: 6, operation: 'ImportAndPublishInv', key: reference });
    await hub.round();
    expect(await orderOf(reference)).toMatchObject({ state: 'UNKNOWN', code: 'ERR_6', attempts: 2 });
    await hub.round();
    expect(await receiptsOf(reference)).toMatchObject([{ status: 'ISSUED' }]);
  });
});

describe('a state of the provider', () => {
  it('whose meaning nobody knows concludes nothing', async () => {
    const { reference } = await hub.paid();
    await hub.provider.fault({ kind: 'DROPPED_AFTER', operation: 'ImportAndPublishInv', key: reference });
    await hub.round();
    const { find } = port();
    port().find = async (key) => {
      const found = await find(key);
      return found && { ...found, state: 'UNKNOWN' };
    };
    await hub.round();
    const waiting = await orderOf(reference);
    expect(waiting).toMatchObject({ state: 'UNKNOWN', code: 'STATE_UNKNOWN', attempts: 2 });
    expect(Number(waiting?.next_attempt_at)).toBeGreaterThan(Date.now());
    port().find = find;
    await hub.round();
    expect(await receiptsOf(reference)).toMatchObject([{ status: 'ISSUED' }]);
  });

  it('that the hub did not ask for stops the order and says so', async () => {
    const { reference } = await hub.paid();
    await hub.provider.fault({ kind: 'DROPPED_AFTER', operation: 'ImportAndPublishInv', key: reference });
    await hub.round();
    // Somebody cancels it there by hand.
    await port().cancel(reference);
    await hub.round();
    expect(await orderOf(reference)).toMatchObject({ state: 'FAILED', code: 'CANCELLED', next_attempt_at: null });
    expect(await receiptsOf(reference)).toEqual([]);
  });
});
