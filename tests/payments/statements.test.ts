import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatementRowInput } from '../../connectors/contract/statement.writer.ts';
import { graphql } from '../../schema/generated/gql.ts';
import type { StatementVersionsQueryVariables } from '../../schema/generated/graphql.ts';
import { takeStatement } from '../../src/subgraphs/payments/index.ts';
import { COMMUNE, createPaymentsHub, type PaymentsHub, row, statement } from '../support/payments.ts';

const STATEMENTS = graphql(`
  query StatementVersions($from: LocalDate!, $to: LocalDate!, $unit: ID, $provider: PaymentProvider) {
    statements(from: $from, to: $to, unit: $unit, provider: $provider) {
      provider businessDate version rows gross fee feeVat net broughtBy generatedAt takenAt merchant { code }
      difference {
        added gone changed gross net
        rows { kind type reference providerTransactionId before { rowNo gross fee feeVat net status } after { rowNo gross fee feeVat net status } }
      }
    }
  }
`);
const DAY = '2026-03-10';
const SPAN = { from: '2026-03-01', to: '2026-03-31' };

let hub: PaymentsHub;
let accountant: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  accountant = await hub.token({ role: 'ACCOUNTANT' });
});
afterAll(() => hub.stop());

const of = (ref: string, parts: Partial<StatementRowInput> = {}) =>
  row({ ...{ merchantRef: ref, providerTransactionId: `T${ref}`, time: `${DAY}T09:00:00+07:00` }, ...parts });
const take = (rows: StatementRowInput[], { day = DAY, by = 'ke-toan' }: { day?: string; by?: string | null } = {}) =>
  takeStatement(hub.platform, { provider: 'VNPAY', businessDate: day, body: statement(rows, { day }), uploadedBy: by });
const ask = (over: Partial<StatementVersionsQueryVariables> = {}, token = accountant) =>
  hub.execute('payments', STATEMENTS, { ...SPAN, ...over }, token);

describe('the statements that came', () => {
  it('are told with their sums, who brought them, and what each changes of the one before', async () => {
    const twice = of('D');
    await take([of('A', { fee: 100, feeVat: 10 }), of('B'), of('C', { gross: 7_000 }), twice, twice]);
    const changed = of('B', { gross: 10_001 });
    await take([of('E', { gross: 3_000 }), twice, changed, of('A', { fee: 100, feeVat: 10 })], { by: null });
    const { data, errors } = await ask();
    expect(errors).toEqual([]);
    const [second, first] = data?.statements ?? [];
    expect(first).toMatchObject({
      ...{ provider: 'VNPAY', businessDate: DAY, version: 1, rows: 5, gross: 47_000, fee: 100, feeVat: 10, net: 46_890 },
      ...{ broughtBy: 'ke-toan', merchant: { code: 'TESTTMN1' }, difference: null },
    });
    expect(second).toMatchObject({ version: 2, rows: 4, gross: 33_001, broughtBy: null });
    expect(second?.difference).toMatchObject({ added: 1, gone: 2, changed: 1, gross: -13_999, net: -13_999 });
    const facts = { fee: 0, feeVat: 0, status: 'SUCCESS' };
    const rowOf = (reference: string) => ({ type: 'PAY', reference, providerTransactionId: `T${reference}` });
    expect(second?.difference?.rows).toEqual([
      { kind: 'ADDED', ...rowOf('E'), before: null, after: { ...facts, rowNo: 1, gross: 3_000, net: 3_000 } },
      {
        ...{ kind: 'CHANGED', ...rowOf('B') },
        before: { ...facts, rowNo: 2, gross: 10_000, net: 10_000 },
        after: { ...facts, rowNo: 3, gross: 10_001, net: 10_001 },
      },
      { kind: 'GONE', ...rowOf('C'), before: { ...facts, rowNo: 3, gross: 7_000, net: 7_000 }, after: null },
      { kind: 'GONE', ...rowOf('D'), before: { ...facts, rowNo: 5, gross: 10_000, net: 10_000 }, after: null },
    ]);
  });

  it('show 200 rows of a large difference and count all of it', async () => {
    const many = (from: number) => Array.from({ length: 250 }, (_, at) => of(`M${from + at}`, { time: '2026-03-12T09:00:00+07:00' }));
    await take(many(0), { day: '2026-03-12' });
    await take(many(240), { day: '2026-03-12' });
    const { data } = await ask({ from: '2026-03-12', to: '2026-03-12' });
    const difference = data?.statements[0]?.difference;
    expect([difference?.added, difference?.gone, difference?.changed, difference?.rows.length]).toEqual([240, 240, 0, 200]);
    expect(difference?.gross).toBe(0);
  });

  it('are those of the books that one keeps, within the span, the unit and the provider', async () => {
    const days = async (over: Partial<StatementVersionsQueryVariables>, token = accountant) =>
      (await ask(over, token)).data?.statements.map(({ businessDate, version }) => `${businessDate} ${version}`);
    const all = ['2026-03-12 2', '2026-03-12 1', `${DAY} 2`, `${DAY} 1`];
    expect(await days({})).toEqual(all);
    expect(await days({ unit: '96', provider: 'VNPAY' })).toEqual(all);
    expect(await days({ to: '2026-03-11' })).toEqual(all.slice(2));
    expect(await days({ provider: 'MOMO' })).toEqual([]);
    expect(await days({ unit: COMMUNE })).toEqual([]);
    expect(await days({}, await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE }))).toEqual([]);
    expect(await days({}, await hub.token({ role: 'AUDITOR' }))).toEqual(all);
  });

  it('are refused to who keeps no books, and for a span that is turned round or too long', async () => {
    const code = async (over: Partial<StatementVersionsQueryVariables>, token = accountant) =>
      (await ask(over, token)).errors[0]?.extensions?.['code'];
    expect(await code({}, await hub.token({ role: 'OFFICER', unit: COMMUNE }))).toBe('FORBIDDEN');
    expect(await code({ from: '2026-03-31', to: '2026-03-01' })).toBe('BAD_USER_INPUT');
    expect(await code({ to: '2026-12-31' })).toBe('BAD_USER_INPUT');
  });
});
