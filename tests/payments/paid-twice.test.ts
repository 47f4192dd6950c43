import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { sendRefunds } from '../../src/subgraphs/payments/refunds/refund.jobs.ts';
import { CITIZEN, createPaymentsHub, type PaymentsHub } from '../support/payments.ts';

const GIVE_BACK = graphql(`
  mutation GiveOtherBack($payment: ID!, $amount: Vnd, $key: ID!) {
    refundPayment(payment: $payment, reason: "người nộp yêu cầu", idempotencyKey: $key, amount: $amount) { userErrors { code } }
  }
`);
const LET_GO = graphql(`
  mutation LetProposalGo($refund: ID!) {
    approveRefund(refund: $refund, approve: true, note: "đúng") { refund { state } userErrors { code field } }
  }
`);
const REFUNDS = graphql(
  `query RefundsOfOne($id: ID!) { payment(id: $id) { status refunds { id state cause amount reason note concludedBy } } }`,
);

let hub: PaymentsHub;
let citizen: string;
let accountant: string;
let answer: 'DONE' | 'REFUSED' | 'ACCEPTED';
let serial = 0;
beforeAll(async () => {
  hub = await createPaymentsHub();
  citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  hub.gateway.refund = async () => ({ status: answer, code: '00' });
  hub.gateway.queryRefund = async () => ({ status: answer, code: '00' });
});
afterAll(() => hub.stop());

const next = () => {
  serial += 1;
  return `H12.64-250929-${String(serial).padStart(4, '0')}`;
};
/** A dossier that was paid so many times over; answers its payments, the first one first. */
async function paid(times: number): Promise<string[]> {
  const dossier = await hub.ingest({ code: next() });
  const open = async () => (await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: next() })).payment;
  const opened = [];
  for (let time = 0; time < times; time += 1) opened.push(await open());
  for (const payment of opened) await hub.notify({ ref: String(payment?.reference), amount: 50_000, txn: next() });
  return opened.map((payment) => String(payment?.id));
}
const see = async (id = '') => (await hub.execute('payments', REFUNDS, { id }, accountant)).data?.payment;
const proposal = async (id = '') => (await see(id))?.refunds.find(({ cause }) => cause === 'PAID_TWICE');
async function giveBack(payment = '', amount: number | null = null): Promise<void> {
  const { data } = await hub.execute('payments', GIVE_BACK, { payment, amount, key: next() }, accountant);
  expect(data?.refundPayment.userErrors).toEqual([]);
}
/** The gateway says what became of what was sent. */
async function send(how: typeof answer): Promise<void> {
  answer = how;
  await hub.platform.db.query(
    "UPDATE payments.refund_request SET next_attempt_at = now() - interval '1 second' WHERE next_attempt_at IS NOT NULL",
  );
  await sendRefunds(hub.platform, new AbortController().signal);
}
const letGo = async (refund = '') => (await hub.execute('payments', LET_GO, { refund }, accountant)).data?.approveRefund;

describe('a proposal to give back what was paid twice', () => {
  it('goes away by itself when the other payment has gone back', async () => {
    const [first, twice] = await paid(2);
    await giveBack(first);
    expect(await proposal(twice)).toMatchObject({ state: 'REQUESTED', amount: 50_000 });
    await send('DONE');
    expect(await proposal(twice)).toMatchObject({
      state: 'WITHDRAWN',
      concludedBy: 'hub',
      note: expect.stringContaining('không còn nộp thừa'),
    });
    expect([(await see(first))?.status, (await see(twice))?.status]).toEqual(['REFUNDED', 'SUCCEEDED']);
  });

  it('is not let go while the other one is on its way back, and is again where that is refused', async () => {
    const [first, twice] = await paid(2);
    await giveBack(first);
    await send('ACCEPTED');
    const { id } = (await proposal(twice)) ?? {};
    expect(await letGo(id)).toMatchObject({ refund: null, userErrors: [{ code: 'ILLEGAL_TRANSITION', field: ['refund'] }] });
    await send('REFUSED');
    expect(await proposal(twice)).toMatchObject({ state: 'REQUESTED', amount: 50_000 });
    expect(await letGo(id)).toMatchObject({ refund: { state: 'READY' }, userErrors: [] });
    await send('DONE');
    expect([(await see(first))?.status, (await see(twice))?.status]).toEqual(['SUCCEEDED', 'REFUNDED']);
  });

  it('is lowered to what is still too much where a part of the other one has gone back', async () => {
    const [first, twice] = await paid(2);
    await giveBack(first, 20_000);
    await send('DONE');
    expect(await proposal(twice)).toMatchObject({
      state: 'REQUESTED',
      amount: 30_000,
      reason: expect.stringContaining('giảm từ 50000 đồng'),
    });
    await letGo((await proposal(twice))?.id);
    await send('DONE');
    expect((await see(twice))?.status).toBe('PARTIALLY_REFUNDED');
  });

  it('stands where it is one of two and one payment too many is left', async () => {
    const [first, twice, thrice] = await paid(3);
    await giveBack(first);
    await send('DONE');
    expect([(await proposal(twice))?.state, (await proposal(thrice))?.state]).toEqual(['REQUESTED', 'WITHDRAWN']);
    await letGo((await proposal(twice))?.id);
    await send('DONE');
    const statuses = await Promise.all([first, twice, thrice].map(async (id) => (await see(id))?.status));
    expect(statuses).toEqual(['REFUNDED', 'REFUNDED', 'SUCCEEDED']);
  });

  it('goes away when a one-stop system has given back what it took', async () => {
    const code = next();
    const dossier = await hub.ingest({ code });
    const own = (await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: code })).payment;
    const taken = { provider: 'VIETQR', reference: `X${serial}`, amount: 50_000, paidAt: '2025-09-29T09:00:00+07:00' } as const;
    await hub.ingest({ code, version: 2, payments: [{ ...taken, status: 'SUCCEEDED' }] });
    await hub.notify({ ref: String(own?.reference), amount: 50_000, txn: next() });
    expect(await proposal(own?.id)).toMatchObject({ state: 'REQUESTED' });
    await hub.ingest({ code, version: 3, payments: [{ ...taken, status: 'REFUNDED' }] });
    expect(await proposal(own?.id)).toMatchObject({ state: 'WITHDRAWN' });
    expect((await see(own?.id))?.status).toBe('SUCCEEDED');
  });
});
