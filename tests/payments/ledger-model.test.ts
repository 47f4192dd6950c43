import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../connectors/contract/errors.ts';
import type { PaymentFact, RefundFact } from '../../connectors/contract/payment.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { queryPending } from '../../src/subgraphs/payments/payment.jobs.ts';
import { sendRefunds } from '../../src/subgraphs/payments/refunds/refund.jobs.ts';
import { CITIZEN, createPaymentsHub, type PaymentsHub } from '../support/payments.ts';

const REFUND = graphql(`
  mutation RefundOfModel($payment: ID!, $amount: Vnd, $key: ID!) {
    refundPayment(payment: $payment, reason: "mô hình", idempotencyKey: $key, amount: $amount) { userErrors { code } }
  }
`);
const FEE = 50_000;
const PAYMENTS = 3;
const quiet = new AbortController().signal;

type Outcome = 'SUCCEEDED' | 'FAILED';
type Word = 'DONE' | 'ACCEPTED' | 'REFUSED' | 'LOST';
type Step =
  | { kind: 'notice' | 'query'; at: number; outcome: Outcome; crash: boolean }
  | { kind: 'refund'; at: number; amount: number; key: number }
  | { kind: 'send'; words: Word[]; crash: boolean }
  | { kind: 'expire'; at: number };

/** A payment as a slow and obvious mind keeps it. */
interface Modelled {
  state: 'OPEN' | 'PAID' | 'FAILED';
  refunds: { amount: number; state: 'READY' | 'DONE' | 'REFUSED'; key: number }[];
}

const at = fc.integer({ min: 0, max: PAYMENTS - 1 });
const outcome = fc.constantFrom<Outcome>('SUCCEEDED', 'SUCCEEDED', 'FAILED');
const word = fc.constantFrom<Word>('DONE', 'DONE', 'ACCEPTED', 'REFUSED', 'LOST');
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('notice' as const), at, outcome, crash: fc.boolean() }),
  fc.record({ kind: fc.constant('query' as const), at, outcome, crash: fc.boolean() }),
  fc.record({
    kind: fc.constant('refund' as const),
    at,
    amount: fc.constantFrom(1, 10_000, 30_000, FEE),
    key: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({ kind: fc.constant('send' as const), words: fc.array(word, { minLength: 1, maxLength: 4 }), crash: fc.boolean() }),
  fc.record({ kind: fc.constant('expire' as const), at }),
);

let hub: PaymentsHub;
let citizen: string;
let accountant: string;
let serial = 0;
/** Words that the gateway has for the refunds that it is asked for next, and what it has carried out, by reference. */
let words: Word[] = [];
let carriedOut = new Map<string, 'DONE' | 'REFUSED'>();
/** How many transactions are let through before one is cut off; undefined: none is. */
let cutAfter: number | undefined;

class Crash extends Error {}

beforeAll(async () => {
  hub = await createPaymentsHub();
  citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  const answer = async ({ refundReference }: { refundReference: string }): Promise<RefundFact> => {
    const known = carriedOut.get(refundReference);
    if (known !== undefined) return { status: known, code: '00' };
    const said = words.shift() ?? 'DONE';
    if (said === 'ACCEPTED') return { status: 'ACCEPTED', code: '05' };
    carriedOut.set(refundReference, said === 'REFUSED' ? 'REFUSED' : 'DONE');
    // The gateway has done it, and nobody hears of it.
    if (said === 'LOST') throw new UpstreamError('no answer', { code: 'TIMEOUT', retry: true, outcomeUnknown: true, unreachable: false });
    return { status: said, code: '00' };
  };
  hub.gateway.refund = answer;
  hub.gateway.queryRefund = answer;
  const { db } = hub.platform;
  const transaction = db.transaction.bind(db);
  // A process that dies before its commit leaves nothing of what it did.
  db.transaction = (work) =>
    transaction(async (sql) => {
      const result = await work(sql);
      if (cutAfter !== undefined && cutAfter-- === 0) throw new Crash('killed before the commit');
      return result;
    });
});
afterAll(() => hub.stop());

async function crashing<T>(crash: boolean, work: () => Promise<T>): Promise<T | undefined> {
  cutAfter = crash ? 0 : undefined;
  try {
    return await work();
  } catch (error) {
    if (error instanceof Crash) return undefined;
    throw error;
  } finally {
    cutAfter = undefined;
  }
}

const paidOf = ({ state, refunds }: Modelled) =>
  state === 'PAID' ? FEE - refunds.reduce((sum, refund) => sum + (refund.state === 'DONE' ? refund.amount : 0), 0) : 0;
const spokenFor = ({ refunds }: Modelled) => refunds.reduce((sum, { state, amount }) => sum + (state === 'REFUSED' ? 0 : amount), 0);

describe('whatever the order of notices, questions, refunds and crashes', () => {
  it('the ledger balances, and what is paid is what a slow mind says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 14 }), async (played) => {
        await playThrough(played);
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});

async function playThrough(played: readonly Step[]): Promise<void> {
  serial += 1;
  carriedOut = new Map();
  const code = `H12.64-250929-${String(serial).padStart(4, '0')}`;
  // So large an obligation that nothing is paid beyond it.
  const dossier = await hub.ingest({ code, fee: FEE * PAYMENTS });
  const model: Modelled[] = [];
  const payments: { id: string; reference: string }[] = [];
  for (let n = 0; n < PAYMENTS; n += 1) {
    const { payment } = await hub.create(citizen, { dossier, provider: 'VNPAY', amount: FEE, idempotencyKey: `${code} ${n}` });
    payments.push({ id: String(payment?.id), reference: String(payment?.reference) });
    model.push({ state: 'OPEN', refunds: [] });
  }
  for (const step of played) {
    await take(step, { payments, model, code });
    await compare({ dossier, model, code });
  }
}

interface World {
  payments: { id: string; reference: string }[];
  model: Modelled[];
  code: string;
}

async function take(step: Step, { payments, model, code }: World): Promise<void> {
  if (step.kind === 'send') return send(step, model);
  const payment = payments[step.at];
  const modelled = model[step.at];
  if (payment === undefined || modelled === undefined) throw new Error('no such payment');
  const { reference: ref } = payment;
  if (step.kind === 'expire') {
    await hub.platform.db.query("UPDATE payments.payment SET status = 'EXPIRED' WHERE reference = $1 AND status = 'PENDING'", [ref]);
  } else if (step.kind === 'refund') {
    const before = modelled.refunds.find(({ key }) => key === step.key);
    const left = FEE - spokenFor(modelled);
    const key = `${code} ${step.at} ${step.key}`;
    const { data } = await hub.execute('payments', REFUND, { payment: payment.id, amount: step.amount, key }, accountant);
    const accepted = data?.refundPayment.userErrors.length === 0;
    const expected = before === undefined ? modelled.state === 'PAID' && step.amount <= left : before.amount === step.amount;
    expect(accepted).toBe(expected);
    if (before === undefined && accepted) modelled.refunds.push({ amount: step.amount, state: 'READY', key: step.key });
  } else {
    const settles = modelled.state === 'OPEN' && !step.crash;
    if (step.kind === 'notice') await crashing(step.crash, () => hub.notify({ ref, amount: FEE, status: step.outcome, txn: `T${ref}` }));
    else await crashing(step.crash, () => ask(ref, step.outcome));
    if (settles) modelled.state = step.outcome === 'SUCCEEDED' ? 'PAID' : 'FAILED';
  }
}

async function ask(reference: string, status: Outcome): Promise<void> {
  const fact: PaymentFact = { reference, status, amount: FEE, code: '00', providerTransactionId: `T${reference}` };
  hub.gateway.facts.set(reference, fact);
  await hub.platform.db.query(
    "UPDATE payments.payment SET next_query_at = now() - interval '1 second' WHERE reference = $1 AND status IN ('PENDING', 'EXPIRED')",
    [reference],
  );
  await queryPending(hub.platform, quiet);
  hub.gateway.facts.delete(reference);
  await hub.platform.db.query('UPDATE payments.payment SET next_query_at = NULL WHERE reference = $1', [reference]);
}

async function send(step: Step & { kind: 'send' }, model: Modelled[]): Promise<void> {
  words = [...step.words];
  await hub.platform.db.query(
    "UPDATE payments.refund_request SET next_attempt_at = now() - interval '1 second' WHERE next_attempt_at IS NOT NULL",
  );
  await crashing(step.crash, () => sendRefunds(hub.platform, quiet));
  // What the hub knows of is what its rows say; what the gateway did beyond that is told it in time.
  const rows = await hub.platform.db.query<{ reference: string; state: string; amount: number; key: string }>(
    `SELECT r.reference, r.state, r.amount FROM payments.refund_request r WHERE r.reference = ANY($1::text[])`,
    [[...carriedOut.keys()]],
  );
  for (const { reference, state } of rows) if (state === 'DONE' || state === 'REFUSED') expect(state).toBe(carriedOut.get(reference));
  await follow(model);
}

/** The model learns by the hub's own requests which of them are over, and by nothing else. */
async function follow(model: Modelled[]): Promise<void> {
  const rows = await hub.platform.db.query<{ reference: string; amount: number; state: string }>(
    `SELECT p.reference, r.amount, r.state FROM payments.refund_request r JOIN payments.payment p ON p.id = r.payment_id WHERE p.dossier_code = $1
     ORDER BY p.reference, r.requested_at, r.id`,
    [`H12.64-250929-${String(serial).padStart(4, '0')}`],
  );
  const refunds = model.flatMap((modelled) => modelled.refunds);
  expect(rows.map(({ amount }) => amount).sort((a, b) => a - b)).toEqual(refunds.map(({ amount }) => amount).sort((a, b) => a - b));
  for (const [reference, own] of Map.groupBy(rows, (row) => row.reference)) {
    const modelled = model.find((each) => each.refunds.length === own.length && sameAmounts(each, own) && !taken.has(each));
    if (modelled === undefined) throw new Error(`no model of ${reference}`);
    taken.add(modelled);
    own.forEach(({ state }, n) => {
      const refund = modelled.refunds[n];
      if (refund !== undefined && (state === 'DONE' || state === 'REFUSED')) refund.state = state;
    });
  }
  taken.clear();
}

const taken = new Set<Modelled>();
const sameAmounts = ({ refunds }: Modelled, own: readonly { amount: number }[]) =>
  refunds.every(({ amount }, n) => amount === own[n]?.amount);

async function compare({ dossier, model, code }: { dossier: string; model: Modelled[]; code: string }): Promise<void> {
  const paid = model.reduce((sum, payment) => sum + paidOf(payment), 0);
  expect((await hub.money(dossier, citizen)).amountPaid).toBe(paid);
  const rows = await hub.platform.db.query<{ kind: string; balance: number }>(
    `SELECT split_part(account, ':', 1) AS kind, sum(debit - credit)::bigint AS balance FROM payments.ledger_entry e JOIN payments.payment p ON p.id = e.payment_id
     WHERE p.dossier_code = $1 GROUP BY 1`,
    [code],
  );
  const balance = (kind: string) => rows.find((row) => row.kind === kind)?.balance ?? 0;
  const owed = model.flatMap(({ refunds }) => refunds).reduce((sum, { state, amount }) => sum + (state === 'READY' ? amount : 0), 0);
  expect({ receivable: balance('receivable'), refunds: balance('refunds'), revenue: balance('revenue') }).toEqual({
    receivable: paid,
    refunds: -owed === 0 ? 0 : -owed,
    revenue: owed - paid === 0 ? 0 : owed - paid,
  });
  const uneven = await hub.platform.db.query(
    'SELECT transaction_id FROM payments.ledger_entry GROUP BY 1 HAVING sum(debit) <> sum(credit)',
  );
  expect(uneven).toEqual([]);
}

describe('the same notice', () => {
  it('a thousand times at once posts once', async () => {
    serial += 1;
    const code = `H12.64-250929-${String(serial).padStart(4, '0')}`;
    const dossier = await hub.ingest({ code });
    const { payment } = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: code });
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, () => hub.notify({ ref: String(payment?.reference), amount: FEE, txn: 'T1000' })),
    );
    expect(answers.filter((answer) => answer === 'RECORDED')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'ALREADY_FINAL')).toHaveLength(999);
    const entries = await hub.platform.db.query(
      'SELECT e.id FROM payments.ledger_entry e JOIN payments.payment p ON p.id = e.payment_id WHERE p.dossier_code = $1',
      [code],
    );
    expect([entries.length, (await hub.money(dossier, citizen)).amountPaid]).toEqual([2, FEE]);
  });
});
