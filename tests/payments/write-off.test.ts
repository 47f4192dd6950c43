import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { reconcile } from '../../src/subgraphs/payments/reconciling.ts';
import { createPaymentsHub, load, loaded, type PaymentsHub, row, statement, TMN } from '../support/payments.ts';

const WRITE_OFF = graphql(`
  mutation WriteOff($id: ID!) {
    resolveDiscrepancy(discrepancy: $id, resolution: WRITE_OFF, note: "không rõ nguồn") { discrepancy { resolution } userErrors { code } }
  }
`);
const OF_DAY = graphql(`
  query WrittenOffDay($day: LocalDate!) { reconciliations(from: $day, to: $day) { discrepancies(first: 10) { nodes { id kind resolution } } } }
`);
const DAY = '2026-03-12';
const ROWS = [row({ merchantRef: 'W1', providerTransactionId: 'W1' })];
const WITH_STRANGER = [...ROWS, row({ merchantRef: 'STRANGER', providerTransactionId: 'X1', gross: 12_000 })];

let hub: PaymentsHub;
let accountant: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  const at = Date.parse(`${DAY}T09:00:00+07:00`);
  await load(hub, [loaded([{ reference: 'W1', createdAt: at, paidAt: at }])]);
});
afterAll(() => hub.stop());

let sequence = 0;
/** The statement is issued anew, and the day reconciled with it. */
async function reissue(rows: readonly ReturnType<typeof row>[]) {
  sequence += 1;
  await reconcile(hub.platform, {
    provider: 'VNPAY',
    businessDate: DAY,
    startedBy: 'test',
    file: statement([...rows], { day: DAY, sequence }),
  });
  return differences();
}
async function differences() {
  const { data } = await hub.execute('payments', OF_DAY, { day: DAY }, accountant);
  return data?.reconciliations[0]?.discrepancies.nodes ?? [];
}
/** What stands written off in the books, whole đồng. */
async function writtenOff(): Promise<number[]> {
  const rows = await hub.platform.db.query<{ sum: number }>(
    'SELECT (sum(debit) - sum(credit))::bigint AS sum FROM payments.ledger_entry WHERE account = ANY($1) AND source IS NOT NULL GROUP BY account ORDER BY account',
    [[`receivable:VNPAY:${TMN}`, 'write-off:96']],
  );
  return rows.map(({ sum }) => Number(sum));
}
const settle = async (id: string | undefined) =>
  (await hub.execute('payments', WRITE_OFF, { id: id ?? '' }, accountant)).data?.resolveDiscrepancy.userErrors;

it('what was written off is taken back once its difference is gone, and may be written off again where it comes back', async () => {
  const [stranger] = await reissue(WITH_STRANGER);
  expect(await settle(stranger?.id)).toEqual([]);
  expect(await writtenOff()).toEqual([12_000, -12_000]);

  // The same difference in a newer statement: what was said of it stands.
  expect(await reissue([...WITH_STRANGER].reverse())).toMatchObject([{ id: stranger?.id, resolution: 'WRITE_OFF' }]);
  expect(await writtenOff()).toEqual([12_000, -12_000]);

  expect(await reissue(ROWS)).toEqual([]);
  expect(await writtenOff()).toEqual([0, 0]);
  expect(await reissue([...ROWS])).toEqual([]);
  expect(await writtenOff()).toEqual([0, 0]);

  const [again] = await reissue(WITH_STRANGER);
  expect(again).toMatchObject({ id: stranger?.id, resolution: null });
  expect(await settle(again?.id)).toEqual([]);
  expect(await writtenOff()).toEqual([12_000, -12_000]);
  expect(await reissue(ROWS)).toEqual([]);
  expect(await writtenOff()).toEqual([0, 0]);
});
