import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractFee } from '../../connectors/contract/money.ts';
import type { StatementRowInput } from '../../connectors/contract/statement.writer.ts';
import { graphql } from '../../schema/generated/gql.ts';
import type { ReconciledInFullQuery } from '../../schema/generated/graphql.ts';
import { addDays } from '../../src/platform/time.ts';
import { ensureMerchants, type PaymentsToLoad, reconcile } from '../../src/subgraphs/payments/index.ts';
import { createPaymentsHub, load, loaded, type PaymentsHub, row, statement, TMN } from '../support/payments.ts';

let hub: PaymentsHub;
let accountant: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  accountant = await hub.token({ role: 'ACCOUNTANT' });
});
afterAll(() => hub.stop());

const ASK = graphql(`
  query ReconciledInFull($id: ID!) {
    reconciliation(id: $id) {
      status statementRows statementVersion matched discrepancyCount statementTotal hubTotal rejection
      merchant { code }
      discrepancies(first: 100) {
        totalCount
        nodes { id kind reference hubAmount statementAmount detail payment { reference } }
      }
    }
  }
`);
type Seen = NonNullable<ReconciledInFullQuery['reconciliation']>;

async function see(id: string): Promise<Seen> {
  const { data, errors } = await hub.execute('payments', ASK, { id: `rec_${id}` }, accountant);
  expect(errors).toEqual([]);
  return data?.reconciliation as Seen;
}

async function run(businessDate: string, rows: StatementRowInput[]): Promise<Seen> {
  const [done] = await reconcile(hub.platform, {
    provider: 'VNPAY',
    businessDate,
    file: statement(rows, { day: businessDate }),
    startedBy: 'test',
  });
  return see(done?.id ?? '');
}

const at = (day: string, time = '10:00:00') => Date.parse(`${day}T${time}+07:00`);
type Loaded = Partial<PaymentsToLoad['payments'][number]>;
const paid = (day: string, reference: string, more: Loaded = {}) => loaded([{ reference, createdAt: at(day), paidAt: at(day), ...more }]);
const brief = (seen: Seen) =>
  seen.discrepancies.nodes.map(({ kind, reference, hubAmount, statementAmount }) => [kind, reference, hubAmount, statementAmount]);
const difference = (seen: Seen) =>
  seen.discrepancies.nodes.reduce((sum, each) => sum + (each.statementAmount ?? 0) - (each.hubAmount ?? 0), 0);

describe('a reconciliation', () => {
  it('of equal sides is balanced', async () => {
    const day = '2026-04-01';
    await load(hub, [
      paid(day, 'A1'),
      paid(day, 'A2', { amount: 20_000, refundedAmount: 20_000, status: 'REFUNDED', refundedAt: at(day, '11:00:00') }),
    ]);
    const refund = row({ merchantRef: 'A2', gross: 20_000, type: 'REFUND' });
    const seen = await run(day, [row({ merchantRef: 'A1' }), row({ merchantRef: 'A2', gross: 20_000 }), refund]);
    expect(seen).toMatchObject({
      status: 'BALANCED',
      matched: 3,
      statementTotal: 10_000,
      hubTotal: 10_000,
      discrepancyCount: 0,
      statementVersion: 1,
      rejection: null,
    });
  });

  it('finds every kind, each as it is defined', async () => {
    const day = '2026-04-11';
    const unpaid: Loaded = { status: 'PENDING', paidAt: null };
    await load(hub, [
      ...[
        paid(day, 'B01'),
        paid(day, 'B03'),
        paid(day, 'B04', unpaid),
        paid(day, 'B05'),
        paid(day, 'B06'),
        paid(day, 'B07'),
        paid(day, 'B08'),
      ],
      paid(addDays(day, 1), 'B09'),
      paid(addDays(day, 1), 'B10', { amount: 11_000 }),
      paid(day, 'B11', { refundedAmount: 4_000, status: 'PARTIALLY_REFUNDED', refundedAt: at(day, '12:00:00') }),
      ...[paid(day, 'B12'), paid(day, 'B13', { status: 'FAILED', paidAt: null }), paid(day, 'B15')],
      loaded(
        [
          { reference: 'B16', createdAt: at(day), paidAt: at(day) },
          { reference: 'B17', createdAt: at(day) + 1, paidAt: at(day) + 1 },
        ],
        { feeTotal: 10_000 },
      ),
    ]);
    const seen = await run(day, [
      row({ merchantRef: 'NOBODYS', gross: 9_000 }),
      row({ merchantRef: 'B03', gross: 12_000 }),
      row({ merchantRef: 'B04' }),
      row({ merchantRef: 'B05', status: 'REVERSED' }),
      row({ merchantRef: 'B06', providerTransactionId: 'T06' }),
      row({ merchantRef: 'B06', providerTransactionId: 'T06' }),
      row({ merchantRef: 'B07', providerTransactionId: 'T07a' }),
      row({ merchantRef: 'B07', providerTransactionId: 'T07b' }),
      row({ merchantRef: 'B08', fee: 100, feeVat: 10, net: 9_891 }),
      row({ merchantRef: 'B09' }),
      row({ merchantRef: 'B10' }),
      row({ merchantRef: 'B11' }),
      row({ merchantRef: 'B12' }),
      row({ merchantRef: 'B12', type: 'REFUND', gross: 5_000 }),
      row({ merchantRef: 'B13', status: 'FAILED' }),
      row({ merchantRef: 'B15', type: 'ADJUST', gross: 0, net: -300 }),
      row({ merchantRef: 'B15', status: 'FAILED' }),
      row({ merchantRef: 'B15' }),
      row({ merchantRef: 'B16' }),
      row({ merchantRef: 'B17' }),
    ]);
    expect(brief(seen)).toEqual([
      ['MISSING_AT_HUB', 'NOBODYS', null, 9_000],
      ['AMOUNT_MISMATCH', 'B03', 10_000, 12_000],
      ['STATUS_MISMATCH', 'B04', null, 10_000],
      ['STATUS_MISMATCH', 'B05', 10_000, null],
      ['DUPLICATE_ROW', 'B06', null, 10_000],
      ['DUPLICATE_PAYMENT', 'B07', null, 10_000],
      ['FEE_MISMATCH', 'B08', 10_000, 10_000],
      ['CUTOFF', 'B09', null, 10_000],
      ['AMOUNT_MISMATCH', 'B10', null, null],
      ['CUTOFF', 'B10', null, 10_000],
      ['REFUND_UNMATCHED', 'B12', null, -5_000],
      ['FEE_MISMATCH', 'B15', null, null],
      ['DUPLICATE_PAYMENT', 'B17', 10_000, 10_000],
      ['MISSING_AT_PROVIDER', 'B01', 10_000, null],
      ['REFUND_UNMATCHED', 'B11', -4_000, null],
    ]);
    expect(seen.status).toBe('DISCREPANT');
    expect(difference(seen)).toBe(seen.statementTotal - seen.hubTotal);
    expect(seen.discrepancies.nodes.find((each) => each.kind === 'MISSING_AT_HUB')?.payment).toBeNull();
    expect(seen.discrepancies.nodes.find((each) => each.kind === 'AMOUNT_MISMATCH')?.payment).toEqual({ reference: 'B03' });
    for (const { detail } of seen.discrepancies.nodes) expect(detail).not.toMatch(/undefined|null|NaN/);
  });

  it('sees a number that stands twice also where both rows agree with their payments in all else', async () => {
    const day = '2026-06-01';
    await load(hub, [
      ...[paid(day, 'N1', { providerTransactionId: 'TN1' }), paid(day, 'N2', { providerTransactionId: 'TN2' })],
      paid(day, 'N3', { providerTransactionId: 'TN3' }),
    ]);
    const told = (merchantRef: string, providerTransactionId: string) => row({ merchantRef, providerTransactionId });
    const seen = await run(day, [told('N1', 'TN1'), told('N2', 'TN1'), told('N3', 'TN3'), told('N3', 'TN3')]);
    expect(brief(seen).sort()).toEqual([
      ['DUPLICATE_ROW', 'N2', null, 10_000],
      ['DUPLICATE_ROW', 'N3', null, 10_000],
      ['MISSING_AT_PROVIDER', 'N2', 10_000, null],
    ]);
    expect(difference(seen)).toBe(seen.statementTotal - seen.hubTotal);
  });

  it('finds a payment of the day in the statement of another', async () => {
    const day = '2026-04-21';
    await load(hub, [paid(day, 'C1', { paidAt: at(day, '23:59:59') })]);
    await run(addDays(day, 1), [row({ merchantRef: 'C1' })]);
    const seen = await run(day, []);
    expect(brief(seen)).toEqual([['CUTOFF', 'C1', 10_000, null]]);
    expect(seen.discrepancies.nodes[0]?.detail).toContain('2026-04-22');
  });

  it("takes a contract's fee into account where it is known", async () => {
    const day = '2026-05-01';
    await load(hub, [paid(day, 'D1'), paid(day, 'D2'), paid(day, 'D3'), paid(day, 'D4')]);
    const terms = { fixed: 100, ratePpm: 11_000, vatPercent: 8 };
    hub.gateway.defaultMerchant = { code: TMN, name: 'VNPAY', secrets: {}, fee: terms };
    await ensureMerchants(hub.platform);
    const seen = await run(day, [
      row({ merchantRef: 'D1', ...contractFee(10_000, terms) }),
      row({ merchantRef: 'D2', fee: 211, feeVat: 17 }),
      row({ merchantRef: 'D3', fee: 210, feeVat: 18 }),
      row({ merchantRef: 'D4', fee: 0, feeVat: 0 }),
    ]);
    hub.gateway.defaultMerchant = { code: TMN, name: 'VNPAY', secrets: {} };
    await ensureMerchants(hub.platform);
    expect(brief(seen)).toEqual(['D2', 'D3', 'D4'].map((reference) => ['FEE_MISMATCH', reference, 10_000, 10_000]));
    expect(
      brief(
        await run(day, [
          row({ merchantRef: 'D1', fee: 7 }),
          row({ merchantRef: 'D2' }),
          row({ merchantRef: 'D3' }),
          row({ merchantRef: 'D4' }),
        ]),
      ),
    ).toEqual([]);
  });

  it('gives the same result again, with the same ids', async () => {
    const day = '2026-05-11';
    await load(hub, [paid(day, 'E1'), paid(day, 'E2')]);
    const rows = [row({ merchantRef: 'E1', gross: 1 }), row({ merchantRef: 'E9' })];
    const first = await run(day, rows);
    expect(await run(day, rows)).toEqual(first);
    const [again] = await reconcile(hub.platform, { provider: 'VNPAY', businessDate: day, startedBy: 'other' });
    expect(await see(again?.id ?? '')).toEqual(first);
  });

  it('refuses a damaged statement whole; what was there before stays', async () => {
    const day = '2026-05-21';
    await load(hub, [paid(day, 'F1')]);
    const good = await run(day, [row({ merchantRef: 'F1' })]);
    const damaged = statement([row({ merchantRef: 'F1', gross: 9 })], { day, damage: (line) => line.replace('T,1', 'T,2') });
    const [refused] = await reconcile(hub.platform, { provider: 'VNPAY', businessDate: day, file: damaged, startedBy: 'test' });
    const seen = await see(refused?.id ?? '');
    expect(seen).toMatchObject({ status: 'REJECTED', statementVersion: 1, statementTotal: good.statementTotal });
    expect(seen.rejection).toContain('count');
    const [kept] = await hub.platform.db.query(
      `SELECT count(*) FROM payments.statement_row r WHERE NOT EXISTS (SELECT FROM payments.statement s WHERE s.id = r.statement_id)`,
    );
    expect(kept).toEqual({ count: 0 });
    const [again] = await reconcile(hub.platform, { provider: 'VNPAY', businessDate: day, startedBy: 'test' });
    expect(again).toMatchObject({ status: 'BALANCED', rejection: null });
  });

  it('differs by exactly what its differences add up to', async () => {
    let round = 0;
    const amount = fc.integer({ min: 1, max: 5 }).map((thousands) => thousands * 1_000);
    const hubPayment = fc.record({
      amount,
      shift: fc.constantFrom(0, 0, 0, 1, -1),
      status: fc.constantFrom('SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'PENDING', 'FAILED', 'PARTIALLY_REFUNDED', 'REFUNDED'),
      refundShift: fc.constantFrom(0, 0, 1),
    });
    const fileRow = fc.record({
      who: fc.nat({ max: 9 }),
      transaction: fc.nat({ max: 12 }),
      gross: amount,
      fee: fc.constantFrom(0, 0, 11),
      off: fc.constantFrom(0, 0, 0, 5),
      type: fc.constantFrom('PAY', 'PAY', 'PAY', 'REFUND', 'ADJUST'),
      status: fc.constantFrom('SUCCESS', 'SUCCESS', 'SUCCESS', 'FAILED', 'REVERSED'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(hubPayment, { maxLength: 8 }), fc.array(fileRow, { maxLength: 14 }), async (hubSide, fileSide) => {
        round += 1;
        const day = addDays('2030-01-01', round * 10);
        await load(
          hub,
          hubSide.map(({ amount: sum, shift, status, refundShift }, n) => {
            const isPaid = status !== 'PENDING' && status !== 'FAILED';
            const refundedAmount = status === 'REFUNDED' ? sum : status === 'PARTIALLY_REFUNDED' ? 500 : 0;
            const paidDay = addDays(day, shift);
            const refundedAt = refundedAmount > 0 ? at(addDays(paidDay, refundShift), '18:00:00') : null;
            return paid(paidDay, `R${round}N${n}`, {
              amount: sum,
              status,
              refundedAmount,
              refundedAt,
              paidAt: isPaid ? at(paidDay) : null,
            } as Loaded);
          }),
        );
        const rows = fileSide.map(({ who, transaction, gross, fee, off, type, status }) => {
          const net = (type === 'REFUND' ? -(gross + fee) : gross - fee) + off;
          return row({
            merchantRef: `R${round}N${who}`,
            providerTransactionId: `T${transaction}`,
            gross,
            fee,
            net,
            type,
            status,
          } as StatementRowInput);
        });
        const seen = await run(day, rows);
        expect(difference(seen)).toBe(seen.statementTotal - seen.hubTotal);
        const signed = rows.map(({ type, gross, status }) =>
          status !== 'SUCCESS' || type === 'ADJUST' ? 0 : type === 'PAY' ? gross : -gross,
        );
        expect(seen.statementTotal).toBe(signed.reduce((sum, each) => sum + each, 0));
        expect(seen.status === 'BALANCED').toBe(seen.discrepancyCount === 0);
        expect(seen.matched).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});
