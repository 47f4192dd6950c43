import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { LedgerEntriesQuery, LedgerEntriesQueryVariables } from '../../schema/generated/graphql.ts';
import { postTransaction } from '../../src/subgraphs/payments/ledger.ts';
import { CITIZEN, COMMUNE, createPaymentsHub, type PaymentsHub } from '../support/payments.ts';

const BALANCES = graphql(`
  query LedgerBalances($from: LocalDate!, $to: LocalDate!, $unit: ID, $account: String) {
    ledgerBalances(from: $from, to: $to, unit: $unit, account: $account) { account unit { code } day debit credit closing }
  }
`);
const ENTRIES = graphql(`
  query LedgerEntries($unit: ID, $account: String, $from: LocalDate, $to: LocalDate, $first: Int, $after: String) {
    ledgerEntries(unit: $unit, account: $account, from: $from, to: $to, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id at account debit credit memo }
    }
  }
`);
const OTHER = '31825';

let hub: PaymentsHub;
let accountant: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  const citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
  const dossier = await hub.ingest({ code: 'H12.64-250929-0001' });
  const { payment } = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: 'books' });
  await hub.notify({ ref: String(payment?.reference), amount: 50_000 });
  await post('a', { day: '2026-03-10', unit: COMMUNE, amount: 700 });
  await post('b', { day: '2026-03-12', unit: COMMUNE, amount: 300 });
  await post('c', { day: '2026-03-12', unit: OTHER, amount: 11 });
});
afterAll(() => hub.stop());

/** Cash that a unit puts into its bank account. */
async function post(source: string, { day, unit, amount }: { day: string; unit: string; amount: number }): Promise<boolean> {
  const legs = [
    { account: 'bank:0001', debit: amount, credit: 0 },
    { account: `cash:${unit}`, debit: 0, credit: amount },
  ];
  const at = new Date(`${day}T10:00:00+07:00`);
  return hub.platform.db.transaction((sql) => postTransaction(sql, { source, at, day, unit, paymentId: null, memo: source, legs }));
}
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const balances = (over: Partial<typeof MARCH> & { unit?: string; account?: string } = {}, token = accountant) =>
  hub.execute('payments', BALANCES, { ...MARCH, ...over }, token);
const entries = async (wanted: LedgerEntriesQueryVariables) =>
  (await hub.execute('payments', ENTRIES, wanted, accountant)).data?.ledgerEntries;

describe('the books', () => {
  it('say what each day brought to each account, and what stands at its end', async () => {
    const { data } = await balances({ account: 'bank:0001' });
    expect(data?.ledgerBalances).toEqual([
      { account: 'bank:0001', unit: { code: OTHER }, day: '2026-03-12', debit: 11, credit: 0, closing: 11 },
      { account: 'bank:0001', unit: { code: COMMUNE }, day: '2026-03-10', debit: 700, credit: 0, closing: 700 },
      { account: 'bank:0001', unit: { code: COMMUNE }, day: '2026-03-12', debit: 300, credit: 0, closing: 1_000 },
    ]);
    const later = await balances({ from: '2026-03-11', unit: COMMUNE, account: `cash:${COMMUNE}` });
    expect(later.data?.ledgerBalances).toMatchObject([{ day: '2026-03-12', credit: 300, closing: -1_000 }]);
  });

  it('are read through in order, page by page, and always balance', async () => {
    const seen: { debit: number; credit: number; id: string }[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const page: LedgerEntriesQuery['ledgerEntries'] | undefined = await entries({ first: 3, after });
      expect(page?.totalCount).toBe(8);
      seen.push(...(page?.nodes ?? []));
      more = page?.pageInfo.hasNextPage === true;
      after = page?.pageInfo.endCursor ?? undefined;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(8);
    const sum = (side: 'debit' | 'credit') => seen.reduce((total, entry) => total + entry[side], 0);
    expect([sum('debit'), sum('credit')]).toEqual([51_011, 51_011]);
    const narrowed = await entries({ unit: COMMUNE, account: 'bank:0001', ...MARCH, to: '2026-03-11' });
    expect(narrowed?.nodes).toMatchObject([{ debit: 700, memo: 'a' }]);
  });

  it('hold what comes from one source once', async () => {
    expect(await post('a', { day: '2026-03-10', unit: COMMUNE, amount: 700 })).toBe(false);
    const { data } = await balances({ account: 'bank:0001', unit: COMMUNE });
    expect(data?.ledgerBalances.at(-1)?.closing).toBe(1_000);
  });
});

describe('who may', () => {
  it("reads its own unit's books alone", async () => {
    const { data } = await balances({}, await hub.token({ role: 'ACCOUNTANT', unit: OTHER }));
    expect(data?.ledgerBalances.map(({ unit }) => unit.code)).toEqual([OTHER, OTHER]);
    const auditor = await balances({}, await hub.token({ role: 'AUDITOR' }));
    expect(auditor.data?.ledgerBalances).toHaveLength(6);
  });

  it.each(['CITIZEN', 'OFFICER', 'UNIT_LEADER', 'OPERATOR', 'ADMINISTRATOR'] as const)('%s may not', async (role) => {
    const { errors } = await balances({}, await hub.token({ role, unit: COMMUNE, nationalId: CITIZEN }));
    expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

it.each([
  { from: '2026-03-02', to: '2026-03-01' },
  { from: '2025-01-01', to: '2026-03-01' },
])('a span of $from to $to is refused', async (span) => {
  const { errors } = await balances(span);
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
});
