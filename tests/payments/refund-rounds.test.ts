import { afterAll, beforeAll, expect, it } from 'vitest';
import { UpstreamError } from '../../connectors/contract/errors.ts';
import type { RefundRequest } from '../../connectors/contract/payment.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { sendRefunds } from '../../src/subgraphs/payments/refunds/refund.jobs.ts';
import { CITIZEN, createPaymentsHub, type PaymentsHub } from '../support/payments.ts';

const REFUND = graphql(`
  mutation RefundOfRound($payment: ID!) {
    refundPayment(payment: $payment, reason: "Nộp nhầm", idempotencyKey: $payment) { userErrors { code } }
  }
`);

let hub: PaymentsHub;
let citizen: string;
let accountant: string;
let serial = 0;
beforeAll(async () => {
  hub = await createPaymentsHub({ REFUND_PAID_TWICE: 'send' });
  citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
  accountant = await hub.token({ role: 'ACCOUNTANT' });
});
afterAll(() => hub.stop());

const PART = graphql(`
  mutation PartOfRound($payment: ID!, $amount: Vnd!, $key: ID!) {
    refundPayment(payment: $payment, amount: $amount, reason: "Giảm phí", idempotencyKey: $key) { userErrors { code } }
  }
`);

const send = () => sendRefunds(hub.platform, new AbortController().signal);

/** A dossier with so many payments of all that it owes, which have come in. */
async function paid({ times = 1, fee = 50_000 } = {}): Promise<{ dossier: string; payments: { id: string; reference: string }[] }> {
  serial += 1;
  const code = `H12.64-250929-${String(serial).padStart(4, '0')}`;
  const dossier = await hub.ingest({ code, fee });
  const payments: { id: string; reference: string }[] = [];
  for (let n = 0; n < times; n += 1) {
    const { payment } = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: `${code} ${n}` });
    if (payment != null) payments.push(payment);
  }
  for (const { reference } of payments) await hub.notify({ ref: reference, amount: fee });
  return { dossier, payments };
}

it('a refund whose answer is nonsense holds up no other, and is held to have been sent; one that surely was not is not', async () => {
  const sent: RefundRequest[] = [];
  hub.gateway.refund = async (request) => {
    sent.push(request);
    if (sent.length === 1) throw new TypeError('nonsense');
    if (sent.length === 3) throw new UpstreamError('away', { code: 'TIMEOUT', retry: true, outcomeUnknown: false, unreachable: false });
    return { status: 'DONE', code: '00' };
  };
  for (const { payments } of [await paid(), await paid(), await paid()]) {
    const { data } = await hub.execute('payments', REFUND, { payment: String(payments[0]?.id) }, accountant);
    expect(data?.refundPayment.userErrors).toEqual([]);
  }
  await send();
  const states = await hub.platform.db.query(
    'SELECT state, first_sent_at IS NOT NULL AS sent FROM payments.refund_request WHERE reference = ANY($1::text[]) ORDER BY array_position($1::text[], reference)',
    [sent.map(({ refundReference }) => refundReference)],
  );
  expect(states).toEqual([
    { state: 'READY', sent: true },
    { state: 'DONE', sent: true },
    { state: 'READY', sent: false },
  ]);
});

const refundsOf = (dossier: string) =>
  hub.platform.db.query(
    `SELECT r.state, r.cause, p.status FROM payments.refund_request r JOIN payments.payment p ON p.id = r.payment_id WHERE 'dos_' || p.dossier_id = $1`,
    [dossier],
  );

it('what is paid twice goes back by itself where the settings say so, a large amount not before an accountant lets it', async () => {
  hub.gateway.refund = async () => ({ status: 'DONE', code: '00' });
  const { dossier } = await paid({ times: 2 });
  expect(await refundsOf(dossier)).toEqual([{ state: 'READY', cause: 'PAID_TWICE', status: 'REFUND_PENDING' }]);
  await send();
  expect(await refundsOf(dossier)).toEqual([{ state: 'DONE', cause: 'PAID_TWICE', status: 'REFUNDED' }]);
  expect(await hub.money(dossier, citizen)).toMatchObject({ amountPaid: 50_000, amountDue: 0 });
  const large = await paid({ times: 2, fee: 6_000_000 });
  await send();
  expect(await refundsOf(large.dossier)).toEqual([{ state: 'REQUESTED', cause: 'PAID_TWICE', status: 'SUCCEEDED' }]);
});

it('a refund waits for the one before it of the same payment to end at the gateway', async () => {
  const answers = ['05', '06', '00', '00'];
  hub.gateway.refund = hub.gateway.queryRefund = async () => {
    const state = answers.shift();
    return { status: state === '00' ? 'DONE' : 'ACCEPTED', code: `00/${state}` };
  };
  const [payment = { id: '', reference: '' }] = (await paid()).payments;
  for (const amount of [20_000, 30_000]) {
    const { data } = await hub.execute('payments', PART, { payment: payment.id, amount, key: `${payment.id} ${amount}` }, accountant);
    expect(data?.refundPayment.userErrors).toEqual([]);
  }
  const states = async () => {
    const rows = await hub.platform.db.query<{ told: string }>(
      `SELECT concat_ws(' ', amount, state) AS told FROM payments.refund_request WHERE 'pay_' || payment_id = $1 ORDER BY amount`,
      [payment.id],
    );
    return rows.map(({ told }) => told);
  };
  for (const expected of [
    ['20000 SENT', '30000 READY'],
    ['20000 SENT', '30000 READY'],
    ['20000 DONE', '30000 READY'],
    ['20000 DONE', '30000 DONE'],
  ]) {
    await hub.platform.db.query(
      `UPDATE payments.refund_request SET next_attempt_at = now() - interval '1 second' WHERE next_attempt_at IS NOT NULL AND 'pay_' || payment_id = $1`,
      [payment.id],
    );
    await send();
    expect(await states()).toEqual(expected);
  }
});
