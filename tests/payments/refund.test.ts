import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../connectors/contract/errors.ts';
import type { RefundFact, RefundRequest } from '../../connectors/contract/payment.ts';
import { graphql } from '../../schema/generated/gql.ts';
import type { RefundState } from '../../schema/generated/graphql.ts';
import { sendRefunds } from '../../src/subgraphs/payments/refunds/refund.jobs.ts';
import { CITIZEN, COMMUNE, createPaymentsHub, type PaymentsHub } from '../support/payments.ts';

const REFUND = graphql(`
  mutation RefundPayment($payment: ID!, $reason: String!, $key: ID!, $amount: Vnd) {
    refundPayment(payment: $payment, reason: $reason, idempotencyKey: $key, amount: $amount) {
      payment { id status refundedAmount refunds { id amount state way cause requestedBy } }
      userErrors { code field message }
    }
  }
`);
const APPROVE = graphql(`
  mutation ApproveRefund($refund: ID!, $approve: Boolean!, $note: String!) {
    approveRefund(refund: $refund, approve: $approve, note: $note) { refund { state approvedBy payment { status } } userErrors { code field } }
  }
`);
const CONCLUDE = graphql(`
  mutation ConcludeRefund($refund: ID!, $paid: Boolean!, $note: String!) {
    concludeRefund(refund: $refund, paid: $paid, note: $note) { refund { state concludedBy note payment { status refundedAmount } } userErrors { code field } }
  }
`);
const READ = graphql(`
  query PaymentWithRefunds($id: ID!) {
    payment(id: $id) { status refundedAmount refunds { id state amount cause providerCode attempts reference awaitsConclusion } entries { account debit credit } }
  }
`);
const QUEUE = graphql(`
  query RefundQueue($states: [RefundState!]) { refunds(states: $states, first: 50) { totalCount nodes { id amount state reason payment { reference } } } }
`);

let hub: PaymentsHub;
let citizen: string;
let officer: string;
let accountant: string;
let second: string;
let sent: RefundRequest[];
let answers: (RefundFact | UpstreamError)[];
let serial = 0;

const quiet = new AbortController().signal;
const send = () => sendRefunds(hub.platform, quiet);
const later = () =>
  hub.platform.db.query(
    "UPDATE payments.refund_request SET next_attempt_at = now() - interval '1 second' WHERE next_attempt_at IS NOT NULL",
  );
const answer = async (request: RefundRequest): Promise<RefundFact> => {
  sent.push(request);
  const next = answers.shift() ?? { status: 'DONE', code: '00' };
  if (next instanceof UpstreamError) throw next;
  return next;
};

beforeAll(async () => {
  hub = await createPaymentsHub();
  citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
  officer = await hub.token({ role: 'OFFICER', unit: COMMUNE });
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  second = await hub.token({ role: 'ACCOUNTANT', subject: 'ke-toan-02' });
});
afterAll(() => hub.stop());
beforeEach(() => {
  sent = [];
  answers = [];
  hub.gateway.refund = answer;
  hub.gateway.queryRefund = answer;
});
afterEach(() => hub.platform.db.query(`UPDATE payments.refund_request SET next_attempt_at = NULL`));

/** A payment that has come in. */
async function paid({ amount = 50_000, provider = 'VNPAY' as 'VNPAY' | 'CASH' } = {}): Promise<{ id: string; dossier: string }> {
  serial += 1;
  const code = `H12.64-250929-${String(serial).padStart(4, '0')}`;
  const dossier = await hub.ingest({ code, fee: amount });
  const { payment } = await hub.create(provider === 'CASH' ? officer : citizen, { dossier, provider, idempotencyKey: code });
  if (provider !== 'CASH') await hub.notify({ ref: String(payment?.reference), amount, txn: `T${serial}` });
  return { id: String(payment?.id), dossier };
}

async function refund(payment: string, { amount, key = 'k', token = accountant }: { amount?: number; key?: string; token?: string } = {}) {
  const { data, errors } = await hub.execute(
    'payments',
    REFUND,
    { payment, reason: 'Nộp nhầm', key: `${payment} ${key}`, amount: amount ?? null },
    token,
  );
  if (data === null) throw new Error(String(errors[0]?.extensions?.['code']));
  return data.refundPayment;
}
const read = async (id: string) => (await hub.execute('payments', READ, { id }, accountant)).data?.payment;
const approve = async (id: string, token: string, yes = true) =>
  (await hub.execute('payments', APPROVE, { refund: id, approve: yes, note: 'đã xem' }, token)).data?.approveRefund;
const conclude = async (id: string, token: string, yes = true) =>
  (await hub.execute('payments', CONCLUDE, { refund: id, paid: yes, note: 'UNC 15' }, token)).data?.concludeRefund;
const queue = async (states?: RefundState[]) =>
  (await hub.execute('payments', QUEUE, { states: states ?? null }, accountant)).data?.refunds;
/** The balance of an account over one payment's entries. */
const balance = (entries: readonly { account: string; debit: number; credit: number }[], account: RegExp) =>
  entries.filter((entry) => account.test(entry.account)).reduce((sum, { debit, credit }) => sum + debit - credit, 0);

describe('a refund', () => {
  it('goes back by the gateway: owed at once, gone when the gateway says so', async () => {
    const { id, dossier } = await paid();
    answers = [
      { status: 'ACCEPTED', code: '00/05' },
      { status: 'ACCEPTED', code: '00/06' },
      { status: 'DONE', code: '00/00', providerTransactionId: 'R1' },
    ];
    expect(await refund(id)).toMatchObject({ payment: { status: 'REFUND_PENDING', refundedAmount: 0 }, userErrors: [] });
    expect(balance((await read(id))?.entries ?? [], /^refunds:/)).toBe(-50_000);
    for (const state of ['SENT', 'SENT', 'DONE']) {
      await later();
      await send();
      expect((await read(id))?.refunds[0]?.state).toBe(state);
    }
    const after = await read(id);
    expect(after).toMatchObject({ status: 'REFUNDED', refundedAmount: 50_000, refunds: [{ attempts: 2, providerCode: '00/00' }] });
    for (const account of [/^refunds:/, /^revenue:/, /^receivable:/]) expect(balance(after?.entries ?? [], account)).toBe(0);
    expect(await hub.money(dossier, citizen)).toMatchObject({ amountPaid: 0, amountDue: 50_000 });
    const [told] = await hub.platform.db.query<{ data: object }>(
      `SELECT data FROM outbox.event WHERE kind = 'payment.refunded' AND data->>'paymentId' = $1`,
      [id],
    );
    expect(told?.data).toMatchObject({ amount: 50_000, refundedAmount: 50_000 });
    expect(new Set(sent.map(({ refundReference }) => refundReference)).size).toBe(1);
  });

  it('goes back in parts, never more than came in', async () => {
    const { id } = await paid();
    expect(await refund(id, { amount: 20_000, key: '1' })).toMatchObject({ userErrors: [] });
    expect(await refund(id, { amount: 30_001, key: '2' })).toMatchObject({
      payment: null,
      userErrors: [{ code: 'INVALID', field: ['amount'], message: 'Số tiền hoàn từ 1 đến 30000 đồng.' }],
    });
    await send();
    expect(await read(id)).toMatchObject({ status: 'PARTIALLY_REFUNDED', refundedAmount: 20_000 });
    await refund(id, { key: '3' });
    await send();
    expect(await read(id)).toMatchObject({ status: 'REFUNDED', refundedAmount: 50_000 });
    expect((await refund(id, { key: '4' })).userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  it('is asked for once by one key, also at the same time', async () => {
    const { id } = await paid();
    const same = await Promise.all(Array.from({ length: 8 }, () => refund(id, { amount: 10_000 })));
    expect(new Set(same.map(({ payment }) => payment?.refunds.length))).toEqual(new Set([1]));
    expect((await refund(id, { amount: 11_000 })).userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  });

  it('is never sent under another reference where nobody knows what became of it', async () => {
    const { id } = await paid();
    const lost = new UpstreamError('no answer', { code: 'TIMEOUT', retry: true, outcomeUnknown: true, unreachable: true });
    answers = [lost, lost, { status: 'DONE', code: '00' }];
    await refund(id);
    for (let round = 0; round < 3; round += 1) {
      await later();
      await send();
    }
    expect(await read(id)).toMatchObject({ status: 'REFUNDED', refundedAmount: 50_000 });
    expect([sent.length, new Set(sent.map(({ refundReference }) => refundReference)).size]).toEqual([3, 1]);
  });

  it('is only asked about on a later day, since a gateway might do it again', async () => {
    const { id } = await paid();
    const asked: string[] = [];
    const noting = (what: string) => (request: RefundRequest) => {
      asked.push(what);
      return answer(request);
    };
    hub.gateway.refund = noting('refund');
    hub.gateway.queryRefund = noting('query');
    answers = [
      new UpstreamError('no answer', { code: 'TIMEOUT', retry: true, outcomeUnknown: true, unreachable: false }),
      { status: 'DONE', code: '00' },
    ];
    await refund(id);
    await send();
    await hub.platform.db.query(
      `UPDATE payments.refund_request SET first_sent_at = first_sent_at - interval '25 hours' WHERE first_sent_at IS NOT NULL`,
    );
    await later();
    await send();
    expect([asked, (await read(id))?.status]).toEqual([['refund', 'query'], 'REFUNDED']);
  });

  it('leaves the payment paid where the gateway refuses it', async () => {
    const { id, dossier } = await paid();
    answers = [{ status: 'REFUSED', code: '95' }];
    await refund(id);
    await send();
    const after = await read(id);
    expect(after).toMatchObject({ status: 'SUCCEEDED', refundedAmount: 0, refunds: [{ state: 'REFUSED', providerCode: '95' }] });
    expect(balance(after?.entries ?? [], /^revenue:/)).toBe(-50_000);
    expect((await hub.money(dossier, citizen)).amountPaid).toBe(50_000);
  });

  it('of a large amount waits for a second accountant, who may send it back', async () => {
    const { id } = await paid({ amount: 6_000_000 });
    const asked = await refund(id);
    const [waiting] = asked.payment?.refunds ?? [];
    expect([asked.payment?.status, waiting?.state]).toEqual(['REFUND_PENDING', 'REQUESTED']);
    await send();
    expect(sent).toEqual([]);
    expect((await approve(String(waiting?.id), accountant))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect(await approve(String(waiting?.id), second, false)).toMatchObject({
      refund: { state: 'WITHDRAWN', payment: { status: 'SUCCEEDED' } },
    });
    const again = await refund(id, { key: 'again' });
    const open = again.payment?.refunds.find(({ state }) => state === 'REQUESTED');
    expect(await approve(String(open?.id), second)).toMatchObject({ refund: { state: 'READY', payment: { status: 'REFUND_PENDING' } } });
    await later();
    await send();
    expect(await read(id)).toMatchObject({ status: 'REFUNDED', refundedAmount: 6_000_000 });
  });

  it('of cash is paid out over the desk, which an accountant notes', async () => {
    const { id } = await paid({ provider: 'CASH' });
    const asked = await refund(id);
    const [ready] = asked.payment?.refunds ?? [];
    expect(ready).toMatchObject({ state: 'READY', way: 'DESK' });
    await send();
    expect([sent, (await read(id))?.refunds[0]?.awaitsConclusion]).toEqual([[], true]);
    expect(await conclude(String(ready?.id), accountant)).toMatchObject({
      refund: { state: 'DONE', note: 'UNC 15', payment: { status: 'REFUNDED', refundedAmount: 50_000 } },
    });
    expect((await conclude(String(ready?.id), accountant))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  it('by a gateway is not concluded by hand before the gateway had three days', async () => {
    const { id } = await paid();
    answers = [{ status: 'ACCEPTED', code: '00/05' }];
    await refund(id);
    await send();
    const [open] = (await read(id))?.refunds ?? [];
    expect(open?.awaitsConclusion).toBe(false);
    expect((await conclude(String(open?.id), second))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    await hub.platform.db.query(`UPDATE payments.refund_request SET first_sent_at = first_sent_at - interval '73 hours'`);
    expect((await read(id))?.refunds).toMatchObject([{ awaitsConclusion: true }]);
    expect(await conclude(String(open?.id), second, false)).toMatchObject({
      refund: { state: 'REFUSED', payment: { status: 'SUCCEEDED' } },
    });
  });
});

describe('what is paid twice', () => {
  it('is proposed to go back at once, and goes when an accountant lets it', async () => {
    serial += 1;
    const dossier = await hub.ingest({ code: `H12.64-250929-${String(serial).padStart(4, '0')}` });
    const open = async (key: string) =>
      (await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: `${dossier} ${key}` })).payment;
    const [first, twice] = [await open('1'), await open('2')];
    await hub.notify({ ref: String(first?.reference), amount: 50_000 });
    await hub.notify({ ref: String(twice?.reference), amount: 50_000 });
    const found = await read(String(twice?.id));
    expect(found).toMatchObject({ status: 'SUCCEEDED', refunds: [{ state: 'REQUESTED', cause: 'PAID_TWICE', amount: 50_000 }] });
    expect((await read(String(first?.id)))?.refunds).toEqual([]);
    expect((await queue(['REQUESTED']))?.nodes.map(({ payment }) => payment.reference)).toContain(twice?.reference);
    expect(await approve(String(found?.refunds[0]?.id), accountant)).toMatchObject({ refund: { state: 'READY' }, userErrors: [] });
    await later();
    await send();
    expect(await hub.money(dossier, citizen)).toMatchObject({ amountPaid: 50_000, amountDue: 0 });
    expect(await read(String(twice?.id))).toMatchObject({ status: 'REFUNDED' });
  });
});

describe('who may', () => {
  it.each(['OFFICER', 'UNIT_LEADER', 'AUDITOR', 'OPERATOR'] as const)('%s may not give money back', async (role) => {
    const { id } = await paid();
    await expect(refund(id, { token: await hub.token({ role, unit: COMMUNE }) })).rejects.toThrow('FORBIDDEN');
  });

  it("an accountant of another unit finds neither the payment nor the refund, and others' refunds are no one's to see", async () => {
    const { id } = await paid();
    const elsewhere = await hub.token({ role: 'ACCOUNTANT', unit: '31999' });
    expect((await refund(id, { token: elsewhere })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const asked = await refund(id);
    const key = String(asked.payment?.refunds[0]?.id);
    expect((await conclude(key, elsewhere))?.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['refund'] }]);
    const seen = await hub.execute('payments', READ, { id }, citizen);
    expect(seen.data?.payment?.refunds).toEqual([]);
  });

  it('what a one-stop system collected is refunded there', async () => {
    serial += 1;
    const external = {
      provider: 'VIETQR' as const,
      reference: `X${serial}`,
      amount: 50_000,
      status: 'SUCCEEDED' as const,
      paidAt: '2025-09-29T09:00:00+07:00',
    };
    const dossier = await hub.ingest({ code: `H12.64-250929-${String(serial).padStart(4, '0')}`, payments: [external] });
    const [payment] = (await hub.money(dossier, accountant)).payments ?? [];
    expect((await refund(String(payment?.['id']))).userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', field: ['payment'] }]);
  });
});
