import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { toGlobalId } from '../../src/platform/ids.ts';
import { dueDays, reconcileDue } from '../../src/subgraphs/payments/reconcile.schedule.ts';
import { createPaymentsHub, load, loaded, type PaymentsHub, row, statement, TMN } from '../support/payments.ts';

const START_EARLY = graphql(`
  mutation StartEarly($day: LocalDate!) {
    startReconciliation(provider: VNPAY, businessDate: $day) { reconciliation { id status statementTotal hubTotal } userErrors { code } }
  }
`);
const CLOSE_EARLY = graphql(`
  mutation CloseEarly($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt statementTotal } userErrors { code field message } } }
`);
const DAY = '2026-03-10';
const MORNING = ['T1'];
const ALL = ['T1', 'T2'];

let hub: PaymentsHub;
let accountant: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  accountant = await hub.token({ role: 'ACCOUNTANT' });
});
afterAll(() => hub.stop());

const nowIs = (at: string) => Object.assign(hub.platform.clock, { now: () => new Date(`${at}:00+07:00`) });
/** The provider has these payments in its file, and the hub has them too. */
async function paid(references: readonly string[], of = DAY): Promise<void> {
  const rows = references.map((merchantRef) => row({ merchantRef, providerTransactionId: merchantRef, time: `${of}T09:00:00+07:00` }));
  hub.gateway.statement = async (_merchant, day) =>
    day === of ? (Readable.toWeb(Readable.from(statement(rows, { day }))) as unknown as ReadableStream<Uint8Array>) : null;
  const at = Date.parse(`${of}T09:00:00+07:00`);
  const known = await hub.platform.db.query<{ reference: string }>('SELECT reference FROM payments.payment');
  const added = references.filter((reference) => !known.some((each) => each.reference === reference));
  await load(
    hub,
    added.map((reference) => loaded([{ reference, createdAt: at, paidAt: at }])),
  );
}
const due = async () => (await dueDays(hub.platform)).map(({ day }) => day);
const close = async (id: string) => (await hub.execute('payments', CLOSE_EARLY, { id }, accountant)).data?.closeReconciliation;

it('a day that was reconciled before it was over is not closed, and is reconciled again by itself once it is', async () => {
  nowIs(`${DAY}T12:00`);
  await paid(MORNING);
  const { data } = await hub.execute('payments', START_EARLY, { day: DAY }, accountant);
  const early = data?.startReconciliation.reconciliation;
  expect(early).toMatchObject({ status: 'BALANCED', statementTotal: early?.hubTotal });
  const id = early?.id ?? '';
  expect(await close(id)).toMatchObject({
    reconciliation: null,
    userErrors: [{ code: 'ILLEGAL_TRANSITION', field: ['id'], message: expect.stringContaining('ngày chưa hết') }],
  });
  await paid(ALL);
  nowIs('2026-03-11T06:00');
  expect(await close(id)).toMatchObject({ reconciliation: null });
  expect(await due()).toEqual([DAY]);
  await reconcileDue(hub.platform, new AbortController().signal);
  expect(await due()).toEqual([]);
  expect(await close(id)).toEqual({
    reconciliation: { closedAt: '2026-03-11T06:00:00.000+07:00', statementTotal: 2 * (early?.statementTotal ?? 0) },
    userErrors: [],
  });
});

it('a closed day is asked about once a day for a week, and opens again where its provider has issued the statement anew', async () => {
  const asked: string[] = [];
  const before = hub.gateway.statement;
  hub.gateway.statement = async (merchant, day) => {
    asked.push(day);
    return before(merchant, day);
  };
  const stateOf = async () => {
    const [row] = await hub.platform.db.query<{ closed: boolean }>(
      'SELECT closed_at IS NOT NULL AS closed FROM payments.reconciliation WHERE business_date = $1',
      [DAY],
    );
    return row?.closed;
  };
  nowIs('2026-03-12T06:00');
  await reconcileDue(hub.platform, new AbortController().signal);
  await reconcileDue(hub.platform, new AbortController().signal);
  expect([asked.filter((day) => day === DAY), await stateOf()]).toEqual([[DAY], true]);
  nowIs('2026-03-19T06:00');
  expect(await due()).not.toContain(DAY);
  nowIs('2026-03-13T06:00');
  await paid([...ALL, 'T3']);
  await hub.platform.db.query(`DELETE FROM payments.payment WHERE reference = 'T3'`);
  await reconcileDue(hub.platform, new AbortController().signal);
  expect(await stateOf()).toBe(false);
});

it('a closed day opens again where a payment of it is heard of late', async () => {
  const day = '2026-03-16';
  const found = async () => {
    const rows = await hub.platform.db.query<{ id: string; closed: boolean; note: string | null }>(
      `SELECT id, closed_at IS NOT NULL AS closed, (SELECT note FROM payments.resolution_step s WHERE s.reconciliation_id = r.id ORDER BY id DESC LIMIT 1) AS note
       FROM payments.reconciliation r WHERE business_date = $1`,
      [day],
    );
    return rows[0];
  };
  nowIs('2026-03-17T06:00');
  await paid(['L1'], day);
  await reconcileDue(hub.platform, new AbortController().signal);
  expect((await close(toGlobalId('reconciliation', (await found())?.id ?? '')))?.userErrors).toEqual([]);
  nowIs('2026-03-18T06:00');
  const late = {
    provider: 'VNPAY',
    merchant: TMN,
    reference: 'L2',
    amount: 50_000,
    status: 'SUCCEEDED',
    paidAt: `${day}T10:00:00+07:00`,
  } as const;
  await hub.ingest({ code: 'H12.64-260316-0001', payments: [late] });
  await reconcileDue(hub.platform, new AbortController().signal);
  expect(await found()).toMatchObject({ closed: false, note: 'Có khoản thu của ngày được ghi nhận sau khi khóa sổ' });
});
