import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { expirePending, queryPending } from '../../src/subgraphs/payments/payment.jobs.ts';
import { sendRefunds } from '../../src/subgraphs/payments/refunds/refund.jobs.ts';
import { CITIZEN, createPaymentsHub, type PaymentsHub } from '../support/payments.ts';
import { type RefundAnswer, RefundWorld } from '../support/refund-world.ts';

const REFUND = graphql(`
  mutation RefundInModel($payment: ID!, $key: ID!, $amount: Vnd) {
    refundPayment(payment: $payment, reason: "Nộp nhầm", idempotencyKey: $key, amount: $amount) { userErrors { code } }
  }
`);
const APPROVE = graphql(
  `mutation ApproveInModel($refund: ID!) { approveRefund(refund: $refund, approve: true, note: "đã xem") { userErrors { code } } }`,
);
const FEE = 50_000;

let hub: PaymentsHub;
let citizen: string;
let accountant: string;
const world = new RefundWorld();
/** After so many statements inside transactions the process dies, as PostgreSQL sees it: what was open is rolled back. */
let diesAfter = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  hub = await createPaymentsHub();
  citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  hub.gateway.query = async ({ reference }) => world.fact(reference);
  hub.gateway.refund = (request) => world.refund(request);
  hub.gateway.queryRefund = (request) => world.queryRefund(request);
  const { db } = hub.platform;
  const begin = db.transaction.bind(db);
  db.transaction = (work) =>
    begin((sql) =>
      work({
        client: sql.client,
        query: (text, values, how) => {
          diesAfter -= 1;
          if (diesAfter === 0) throw new Error('the process died here');
          return sql.query(text, values, how);
        },
      }),
    );
});
afterAll(() => hub.stop());

const quiet = new AbortController().signal;
const rows = <T>(sql: string, values: unknown[] = []) => hub.platform.db.query<T>(sql, values);

type Command =
  | { do: 'open' }
  | { do: 'pay' | 'fail' | 'notice' | 'expire'; which: number; times: number }
  | { do: 'query' }
  | { do: 'refund'; which: number; amount: number | null }
  | { do: 'approve' }
  | { do: 'send'; answers: RefundAnswer[] };

const which = fc.nat({ max: 2 });
const times = fc.constantFrom(1, 1, 3);
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constant({ do: 'open' as const }),
  fc.record({ do: fc.constantFrom('pay' as const, 'pay' as const, 'fail' as const, 'expire' as const), which, times }),
  fc.record({ do: fc.constant('notice' as const), which, times }),
  fc.record({ do: fc.constant('notice' as const), which, times }),
  fc.constant({ do: 'query' as const }),
  fc.record({ do: fc.constant('refund' as const), which, amount: fc.constantFrom(null, 20_000, 30_000) }),
  fc.constant({ do: 'approve' as const }),
  fc.record({
    do: fc.constant('send' as const),
    answers: fc.array(fc.constantFrom<RefundAnswer>('DONE', 'ACCEPTED', 'REFUSED', 'LOST', 'UNDELIVERED'), { maxLength: 2 }),
  }),
);
const step = fc.record({ command, dies: fc.oneof(fc.constant(null), fc.constant(null), fc.integer({ min: 1, max: 9 })) });

interface Opened {
  id: string;
  reference: string;
}
let serial = 0;

/** One dossier with its attempts to pay it. */
class Case {
  readonly opened: Opened[] = [];
  private keys = 0;
  private readonly dossier: string;
  constructor(dossier: string) {
    this.dossier = dossier;
  }

  async run(wanted: Command): Promise<unknown> {
    this.keys += 1;
    if (wanted.do === 'open') return this.open();
    if (wanted.do === 'query') return this.query();
    if (wanted.do === 'approve') return this.approve();
    if (wanted.do === 'send') return this.send(wanted.answers);
    const payment = this.opened[wanted.which % Math.max(this.opened.length, 1)];
    if (payment === undefined) return undefined;
    if (wanted.do === 'refund') {
      const asked = { payment: payment.id, key: `${payment.id} ${this.keys}`, amount: wanted.amount };
      return hub.execute('payments', REFUND, asked, accountant);
    }
    if (wanted.do === 'notice') return Promise.all(Array.from({ length: wanted.times }, () => this.notice(payment)));
    if (wanted.do === 'expire') return this.expire(payment);
    return world.decide(payment.reference, FEE, wanted.do === 'pay');
  }

  private async open(): Promise<void> {
    if (this.opened.length === 3) return;
    const input = { dossier: this.dossier, provider: 'VNPAY' as const, idempotencyKey: `${this.dossier} ${this.keys}` };
    const { payment } = await hub.create(citizen, input);
    if (payment != null && payment.amount === FEE) this.opened.push(payment);
  }

  private async notice({ reference }: Opened): Promise<void> {
    const { status, amount, providerTransactionId: txn } = world.fact(reference);
    await hub.notify({ ref: reference, amount: amount ?? FEE, status, ...(txn !== undefined && { txn }) });
  }

  private async query(): Promise<void> {
    await rows(
      `UPDATE payments.payment SET next_query_at = now() - interval '1 minute' WHERE reference = ANY($1) AND status IN ('PENDING', 'EXPIRED')`,
      [this.opened.map(({ reference }) => reference)],
    );
    await queryPending(hub.platform, quiet);
  }

  private async expire({ reference }: Opened): Promise<void> {
    await rows(`UPDATE payments.payment SET expires_at = now() - interval '1 hour' WHERE reference = $1`, [reference]);
    await expirePending(hub.platform);
  }

  private async approve(): Promise<void> {
    const open = await rows<{ id: string }>(
      `SELECT r.id FROM payments.refund_request r JOIN payments.payment p ON p.id = r.payment_id WHERE p.reference = ANY($1) AND r.state = 'REQUESTED'`,
      [this.opened.map(({ reference }) => reference)],
    );
    for (const { id } of open) await hub.execute('payments', APPROVE, { refund: `rfd_${id}` }, accountant);
  }

  private async send(answers: RefundAnswer[]): Promise<void> {
    world.answers = [...answers];
    await rows(`UPDATE payments.refund_request SET next_attempt_at = now() - interval '1 second' WHERE next_attempt_at IS NOT NULL`);
    await sendRefunds(hub.platform, quiet);
  }

  /** Once nothing fails any more: every outcome is asked about, every refund is sent. */
  async settle(): Promise<void> {
    await this.query();
    for (let round = 0; round < 3; round += 1) await this.send([]);
  }

  /** What always holds: the books say what the payments say, and hold no more than the gateway does. */
  async check(): Promise<void> {
    const references = this.opened.map(({ reference }) => reference);
    const [books] = await rows<Record<'receivable' | 'revenue' | 'refunds', number>>(
      `SELECT ${['receivable', 'revenue', 'refunds']
        .map((name) => `coalesce(sum(debit - credit) FILTER (WHERE account LIKE '${name}:%'), 0)::bigint AS ${name}`)
        .join(', ')}
       FROM payments.ledger_entry e JOIN payments.payment p ON p.id = e.payment_id WHERE p.reference = ANY($1)`,
      [references],
    );
    const [held] = await rows<{ paid: number; owed: number }>(
      `SELECT coalesce(sum(amount - refunded_amount) FILTER (WHERE paid_at IS NOT NULL), 0)::bigint AS paid,
         (SELECT coalesce(sum(r.amount), 0)::bigint FROM payments.refund_request r JOIN payments.payment q ON q.id = r.payment_id
          WHERE q.reference = ANY($1) AND r.state IN ('READY', 'SENT')) AS owed
       FROM payments.payment WHERE reference = ANY($1)`,
      [references],
    );
    const { paid, owed } = held ?? { paid: 0, owed: 0 };
    expect(books).toEqual({ receivable: paid, revenue: 0 - paid + owed, refunds: 0 - owed });
  }

  /** What holds in the end: the hub knows what the gateway knows. */
  async checkEnd(): Promise<void> {
    await this.check();
    const kept = this.opened.map(({ reference }) => world.kept(reference));
    const money = await hub.money(this.dossier, citizen);
    expect(money.amountPaid).toBe(kept.reduce((sum, amount) => sum + amount, 0));
    const states = await rows<{ reference: string; status: string; left: number }>(
      `SELECT reference, status, CASE WHEN paid_at IS NULL THEN 0 ELSE amount - refunded_amount END::bigint AS left FROM payments.payment WHERE reference = ANY($1)`,
      [this.opened.map(({ reference }) => reference)],
    );
    for (const { reference, status, left } of states) {
      expect([reference, left]).toEqual([reference, world.kept(reference)]);
      expect(statusesOf(reference)).toContain(status);
      expect(left).toBeGreaterThanOrEqual(0);
    }
    expect(world.repeated).toEqual([]);
  }
}

function statusesOf(reference: string): string[] {
  const outcome = world.outcomes.get(reference);
  if (outcome === undefined) return ['PENDING', 'EXPIRED'];
  if (!outcome.paid) return ['FAILED'];
  const kept = world.kept(reference);
  if (kept === outcome.amount) return ['SUCCEEDED'];
  return [kept === 0 ? 'REFUNDED' : 'PARTIALLY_REFUNDED'];
}

it('comes to what the gateway knows, whatever is repeated, late, lost or dies on the way, and the books always balance', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(0, 1, 1, 2), fc.array(step, { minLength: 10, maxLength: 24 }), async (paid, steps) => {
      serial += 1;
      const dossier = await hub.ingest({ code: `H12.64-250929-${String(serial).padStart(4, '0')}`, fee: FEE });
      const one = new Case(dossier);
      await one.run({ do: 'open' });
      await one.run({ do: 'open' });
      for (let which = 0; which < paid; which += 1) {
        await one.run({ do: 'pay', which, times: 1 });
        await one.run({ do: 'notice', which, times: 2 });
      }
      for (const { command, dies } of steps) {
        diesAfter = dies ?? Number.POSITIVE_INFINITY;
        const done = await one.run(command).catch((error: Error) => error);
        const died = diesAfter <= 0;
        diesAfter = Number.POSITIVE_INFINITY;
        if (done instanceof Error) expect(died ? 'died' : done).toBe('died');
        await one.check();
      }
      await one.settle();
      await one.checkEnd();
    }),
    { numRuns: Number(process.env['RUNS'] ?? 40) },
  );
});
