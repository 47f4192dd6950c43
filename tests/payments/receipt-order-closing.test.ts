import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { createEReceiptHub, type EReceiptHub } from '../support/e-receipts.ts';

const ORDERS = graphql(`
  query OrdersToClose($states: [ReceiptOrderState!]) {
    receiptOrders(states: $states) { id action state paymentReference closingBy closingNote closedBy }
  }
`);
const PROPOSE = graphql(`
  mutation ProposeOrderClosing($order: ID!, $note: String!) {
    proposeReceiptOrderClosing(order: $order, note: $note) { order { state closingBy closingNote } userErrors { code field } }
  }
`);
const APPROVE = graphql(`
  mutation ApproveOrderClosing($order: ID!, $approve: Boolean!) {
    approveReceiptOrderClosing(order: $order, approve: $approve) { order { state closedBy } userErrors { code field } }
  }
`);
const RETRY = graphql(`
  mutation RetryOrderToClose($order: ID!) { retryReceiptOrder(order: $order) { order { state closingBy } userErrors { code } } }
`);
const STATUS = graphql(`
  query ReceiptStatusOfPayment($id: ID!) { payment(id: $id) { receipt { status amount } } }
`);
const NOTE = 'Đã hủy trên trang của nhà cung cấp, biên bản số 12.';

let hub: EReceiptHub;
let first: string;
let second: string;
beforeAll(async () => {
  hub = await createEReceiptHub();
  first = await hub.token({ role: 'ACCOUNTANT', subject: 'ke-toan-01' });
  second = await hub.token({ role: 'ACCOUNTANT', subject: 'ke-toan-02' });
});
afterAll(() => hub.stop());
afterEach(() => hub.provider.clear());

const orderOf = async (reference: string, token = first) =>
  (await hub.execute('payments', ORDERS, { states: ['FAILED', 'CLOSED'] }, token)).data?.receiptOrders.find(
    ({ paymentReference }) => paymentReference === reference,
  );
const propose = async (order: string, { note = NOTE, token = first } = {}) =>
  (await hub.execute('payments', PROPOSE, { order, note }, token)).data?.proposeReceiptOrderClosing;
const approve = async (order: string, { yes = true, token = second } = {}) =>
  (await hub.execute('payments', APPROVE, { order, approve: yes }, token)).data?.approveReceiptOrderClosing;
const receiptOf = async (id: string) => (await hub.execute('payments', STATUS, { id }, first)).data?.payment?.receipt;

/** A receipt whose end the provider refuses, with the order that says so. */
async function refusedEnd(): Promise<{ id: string; reference: string; order: string }> {
  const { id, reference } = await hub.paid();
  await hub.round();
  await hub.refund(id);
  await hub.provider.fault({ kind: 'ERROR', code: 9, operation: 'cancelInv' });
  await hub.round();
  const order = await orderOf(reference);
  expect(order).toMatchObject({ action: 'CANCEL', state: 'FAILED', closingBy: null });
  return { id, reference, order: String(order?.id) };
}

describe('what the provider refuses for good', () => {
  it('is closed when two people say how it was settled, and the receipt counts as cancelled', async () => {
    const { id, reference, order } = await refusedEnd();
    expect(await propose(order)).toEqual({ order: { state: 'FAILED', closingBy: 'ke-toan-01', closingNote: NOTE }, userErrors: [] });
    expect(await receiptOf(id)).toMatchObject({ status: 'ISSUED' });
    expect((await approve(order, { token: first }))?.userErrors).toEqual([{ code: 'ILLEGAL_TRANSITION', field: ['order'] }]);
    expect(await approve(order)).toEqual({ order: { state: 'CLOSED', closedBy: 'ke-toan-02' }, userErrors: [] });
    expect(await receiptOf(id)).toMatchObject({ status: 'CANCELLED' });
    const before = await hub.provider.calls();
    await hub.round();
    expect(await hub.provider.calls()).toEqual(before);
    expect(await orderOf(reference)).toMatchObject({ state: 'CLOSED', closingNote: NOTE });
    const waiting = (await hub.execute('payments', ORDERS, {}, first)).data?.receiptOrders;
    expect(waiting?.filter(({ paymentReference }) => paymentReference === reference)).toEqual([]);
    for (const done of [await propose(order), await approve(order)])
      expect(done?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  it('stays open where the second one says no, and a retry takes the proposal away', async () => {
    const { id, order } = await refusedEnd();
    await propose(order);
    expect(await approve(order, { yes: false })).toMatchObject({ order: { state: 'FAILED' }, userErrors: [] });
    expect((await approve(order))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    await propose(order);
    const retried = (await hub.execute('payments', RETRY, { order }, second)).data?.retryReceiptOrder;
    expect(retried).toEqual({ order: { state: 'UNKNOWN', closingBy: null }, userErrors: [] });
    await hub.round();
    expect(await receiptOf(id)).toMatchObject({ status: 'CANCELLED' });
  });

  it('of a receipt that never came leaves the payment without one, and nothing is asked for again', async () => {
    const { id, reference } = await hub.paid();
    await hub.provider.fault({ kind: 'ERROR', code: 3, operation: 'ImportAndPublishInv', key: reference });
    await hub.round();
    const order = String((await orderOf(reference))?.id);
    await propose(order, { note: 'Đã lập biên lai giấy số 15.' });
    await approve(order);
    await hub.round();
    expect(await receiptOf(id)).toBeNull();
    expect((await hub.provider.held()).filter(({ key }) => key === reference)).toEqual([]);
  });

  it.each(['', '   ', 'x'.repeat(501)])('needs a note of some words, not %j', async (note) => {
    const { order } = await refusedEnd();
    expect((await propose(order, { note }))?.userErrors).toEqual([{ code: 'INVALID', field: ['note'] }]);
  });

  it('is closed by those alone who keep its books', async () => {
    const { order } = await refusedEnd();
    const elsewhere = await hub.token({ role: 'ACCOUNTANT', unit: '31825' });
    expect((await propose(order, { token: elsewhere }))?.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['order'] }]);
    const operator = await hub.execute('payments', PROPOSE, { order, note: NOTE }, await hub.token({ role: 'OPERATOR' }));
    expect(operator.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
