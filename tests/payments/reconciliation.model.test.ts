import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StatementRowInput } from '../../connectors/contract/statement.writer.ts';
import { graphql } from '../../schema/generated/gql.ts';
import type { ReconciledQuery } from '../../schema/generated/graphql.ts';
import { addDays } from '../../src/platform/time.ts';
import { reconcile } from '../../src/subgraphs/payments/index.ts';
import { createPaymentsHub, load, loaded, type PaymentsHub, row, statement } from '../support/payments.ts';
import { judgeDay, type ModelPayment } from '../support/reconciliation-model.ts';

let hub: PaymentsHub;
let accountant: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  accountant = await hub.token({ role: 'ACCOUNTANT' });
});
afterAll(() => hub.stop());

const at = (day: string, time: string) => Date.parse(`${day}T${time}+07:00`);

const RECONCILED = graphql(`
  query Reconciled($id: ID!) {
    reconciliation(id: $id) {
      status matched statementTotal hubTotal
      discrepancies(first: 100) { nodes { kind reference hubAmount statementAmount } }
    }
  }
`);
type Seen = NonNullable<ReconciledQuery['reconciliation']>;

async function reconcileDay(day: string, rows: readonly StatementRowInput[]): Promise<Seen> {
  const [done] = await reconcile(hub.platform, {
    provider: 'VNPAY',
    businessDate: day,
    file: statement([...rows], { day }),
    startedBy: 'test',
  });
  const { data } = await hub.execute('payments', RECONCILED, { id: `rec_${done?.id}` }, accountant);
  return data?.reconciliation as Seen;
}

/** As the hub holds them: the second payment of a dossier exceeds what was due. */
async function loadAll(day: string, payments: readonly ModelPayment[]): Promise<void> {
  for (const { reference, amount, paidOn, refund, exceeds } of payments) {
    const paidAt = paidOn === null ? null : at(paidOn, '10:00:00');
    const status = paidOn === null ? ('PENDING' as const) : refund === null ? ('SUCCEEDED' as const) : ('PARTIALLY_REFUNDED' as const);
    const own = {
      ...{ reference, amount, status, paidAt, createdAt: at(day, '08:00:00'), refundedAmount: refund?.amount ?? 0 },
      // Most providers told their number with the payment.
      providerTransactionId: amount === 3_000 ? null : `P${reference}`,
      refundedAt: refund === null ? null : at(refund.on, '18:00:00'),
    };
    const earlier = { provider: 'MOMO' as const, amount: 1, paidAt: at(day, '07:00:00'), createdAt: at(day, '07:00:00') };
    await load(hub, [exceeds ? loaded([earlier, own], { feeTotal: 1 }) : loaded([own])]);
  }
}

const amounts = fc.constantFrom(1_000, 2_000, 3_000);
const paymentOf = fc.record({
  amount: amounts,
  paid: fc.constantFrom(0, 0, 0, 0, 1, -1, null),
  refund: fc.option(fc.record({ amount: fc.constantFrom(500, 700), shift: fc.constantFrom(0, 0, 1) }), { freq: 3 }),
  exceeds: fc.constantFrom(false, false, false, true),
});
const rowOf = fc.record({
  who: fc.nat({ max: 7 }),
  transaction: fc.nat({ max: 30 }),
  gross: fc.oneof(amounts, fc.constantFrom(500, 700)),
  fee: fc.constantFrom(0, 0, 11),
  off: fc.constantFrom(0, 0, 0, 0, 5),
  type: fc.constantFrom('PAY' as const, 'PAY' as const, 'PAY' as const, 'REFUND' as const, 'ADJUST' as const),
  status: fc.constantFrom('SUCCESS' as const, 'SUCCESS' as const, 'SUCCESS' as const, 'FAILED' as const, 'REVERSED' as const),
});
/** The statement that both sides would agree on, as a start, and what goes wrong with it. */
const deviation = fc.constantFrom('none', 'none', 'none', 'none', 'lost', 'amount', 'reversed', 'twice', 'again', 'net', 'late');

const LARGEST_OF_NOBODY = 23;

let round = 0;

it('finds exactly what the definitions say, for any day', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(paymentOf, { maxLength: 6 }),
      fc.array(deviation, { minLength: 6, maxLength: 6 }),
      fc.array(rowOf, { maxLength: 6 }),
      fc.array(rowOf, { maxLength: 3 }),
      async (hubSide, deviations, strays, next) => {
        round += 1;
        const day = addDays('2030-01-01', round * 10);
        const name = (n: number) => `M${round}N${n}`;
        const payments = hubSide.map(({ amount, paid, refund, exceeds }, n): ModelPayment => {
          const paidOn = paid === null ? null : addDays(day, paid);
          const back = refund === null || paidOn === null ? null : { amount: refund.amount, on: addDays(paidOn, refund.shift) };
          return { reference: name(n), amount, paidOn, refund: back, exceeds: exceeds && paidOn !== null };
        });
        // Some stray rows repeat the number of a payment, their own or another's.
        const number = (n: number) => (n > LARGEST_OF_NOBODY ? `P${name(n - LARGEST_OF_NOBODY - 1)}` : `T${n}`);
        const stray = ({ who, transaction, gross, fee, off, type, status }: (typeof strays)[number]) =>
          row({
            ...{ merchantRef: name(who), providerTransactionId: number(transaction), gross, fee, type, status },
            net: (type === 'REFUND' ? -(gross + fee) : gross - fee) + off,
          });
        const expected = payments.flatMap((payment, n) => regular(payment, { day, deviation: deviations[n] ?? 'none' }));
        const late = payments.filter((_, n) => deviations[n] === 'late').flatMap((payment) => regular(payment, { day, deviation: 'none' }));
        const rows = [...expected, ...strays.map(stray)];
        const around = [...late, ...next.map(stray)];
        await loadAll(day, payments);
        await reconcileDay(addDays(day, 1), around);
        const seen = await reconcileDay(day, rows);
        const model = judgeDay({ day, payments, rows, around });
        const found = seen.discrepancies.nodes.map(({ kind, reference, hubAmount, statementAmount }) => [
          kind,
          reference,
          hubAmount,
          statementAmount,
        ]);
        const sorted = (list: readonly unknown[][]) => list.map((each) => JSON.stringify(each)).sort();
        expect(sorted(found)).toEqual(sorted(model.found));
        expect([seen.statementTotal, seen.hubTotal]).toEqual([model.statementTotal, model.hubTotal]);
        const difference = model.found.reduce((sum, [, , ours, theirs]) => sum + (theirs ?? 0) - (ours ?? 0), 0);
        expect(difference).toBe(seen.statementTotal - seen.hubTotal);
        expect(seen.status).toBe(model.found.length === 0 ? 'BALANCED' : 'DISCREPANT');
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 40) },
  );
});

function regular({ reference, amount, paidOn, refund }: ModelPayment, wanted: { day: string; deviation: string }): StatementRowInput[] {
  const { day, deviation: what } = wanted;
  const rows: StatementRowInput[] = [];
  if (what === 'late') return rows;
  if (paidOn === day && what !== 'lost') {
    const paid = row({ merchantRef: reference, providerTransactionId: `P${reference}`, gross: what === 'amount' ? amount + 1 : amount });
    rows.push({ ...paid, ...(what === 'reversed' ? { status: 'REVERSED' } : {}), ...(what === 'net' ? { net: amount - 1 } : {}) });
    if (what === 'twice') rows.push({ ...paid });
    if (what === 'again') rows.push({ ...paid, providerTransactionId: `Q${reference}` });
  }
  if (refund?.on === day)
    rows.push(row({ merchantRef: reference, providerTransactionId: `R${reference}`, gross: refund.amount, type: 'REFUND' }));
  return rows;
}
