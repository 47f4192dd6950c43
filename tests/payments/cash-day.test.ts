import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { toGlobalId } from '../../src/platform/ids.ts';
import { recordCredits } from '../../src/subgraphs/payments/credits/credit.store.ts';
import { reconcile } from '../../src/subgraphs/payments/index.ts';
import { defaultMerchant } from '../../src/subgraphs/payments/merchant.service.ts';
import { dueDays, reconcileDue } from '../../src/subgraphs/payments/reconcile.schedule.ts';
import { ACCEPT_DRAWER, ASSIGN_CASH_CREDIT, CASH_DRAWERS, COUNT_DRAWER, DEPOSIT_CASH } from '../support/documents.cash.ts';
import { COMMUNE, createPaymentsHub, type PaymentsHub } from '../support/payments.ts';

const CASH_DAY = graphql(`
  query DayOfCash($day: LocalDate!) {
    reconciliations(provider: CASH, from: $day, to: $day) {
      id status statementVersion matched statementTotal hubTotal closedAt
      discrepancies(first: 50) { nodes { id kind reference hubAmount statementAmount detail resolution } }
    }
  }
`);
const SETTLE = graphql(`
  mutation SettleCashDifference($id: ID!, $as: DiscrepancyResolution!) {
    resolveDiscrepancy(discrepancy: $id, resolution: $as, note: "đã xem biên bản") { userErrors { code field } }
  }
`);
const CLOSE = graphql(
  `mutation CloseCashDay($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt } userErrors { code } } }`,
);

/** A Tuesday; the third working day after it is the Friday. */
const DAY = '2026-03-10';
const ACCOUNT = '1234567890';

let hub: PaymentsHub;
let accountant: string;
let one: string;
let two: string;
let serial = 0;
beforeAll(async () => {
  hub = await createPaymentsHub({ SETTLEMENT_WORKING_DAYS: '3', SETTLEMENT_ACCOUNTS: `VNPAY=${ACCOUNT}` });
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  [one, two] = [await officer('can-bo-01'), await officer('can-bo-02')];
  nowIs(DAY, '09:00');
});
afterAll(() => hub.stop());

const officer = (subject: string) => hub.token({ role: 'OFFICER', unit: COMMUNE, subject });
function nowIs(day: string, time: string): void {
  const at = () => new Date(`${day}T${time}:00+07:00`);
  Object.assign(hub.platform.clock, { now: at, business: at });
}
async function take(token: string, amount: number): Promise<void> {
  serial += 1;
  const code = `H12.64-250929-${String(serial).padStart(4, '0')}`;
  const dossier = await hub.ingest({ code, fee: amount });
  expect((await hub.create(token, { dossier, provider: 'CASH', idempotencyKey: code })).payment?.status).toBe('SUCCEEDED');
}
async function drawer(token: string): Promise<string> {
  const { data } = await hub.execute('payments', CASH_DRAWERS, {}, token);
  return data?.cashDrawers.nodes[0]?.id ?? '';
}
async function count(token: string, thousands: number, note: string | null = null): Promise<void> {
  const input = { drawer: await drawer(token), pieces: [{ denomination: 1_000, pieces: thousands }], note };
  expect((await hub.execute('payments', COUNT_DRAWER, input, token)).data?.countCashDrawer.userErrors).toEqual([]);
}
const due = async () => (await dueDays(hub.platform)).filter(({ provider }) => provider === 'CASH').map(({ day }) => day);
/** The day as it stands once what is due has been run. */
async function run(day = DAY) {
  await reconcileDue(hub.platform, new AbortController().signal);
  return see(day);
}
async function see(day = DAY) {
  const { data, errors } = await hub.execute('payments', CASH_DAY, { day }, accountant);
  expect(errors).toEqual([]);
  const found = data?.reconciliations[0];
  if (found === undefined) throw new Error('the day was not reconciled');
  const nodes = found.discrepancies.nodes;
  const sum = nodes.reduce((total, each) => total + (each.statementAmount ?? 0) - (each.hubAmount ?? 0), 0);
  expect(sum).toBe(found.statementTotal - found.hubTotal);
  return { ...found, nodes, kinds: nodes.map(({ kind }) => kind) };
}

describe('a day of cash', () => {
  it('shows what was taken and not counted, and what was over or short', async () => {
    await take(one, 50_000);
    await take(one, 30_000);
    await take(two, 20_000);
    nowIs(DAY, '18:00');
    await count(one, 75, 'trả nhầm tiền thừa');
    expect(await due()).toEqual([]);
    nowIs('2026-03-11', '06:00');
    expect(await due()).toEqual([DAY]);
    const day = await run();
    expect(day).toMatchObject({ status: 'DISCREPANT', matched: 2, statementTotal: 80_000, hubTotal: 100_000 });
    expect(day.nodes.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toMatchObject([
      { kind: 'CASH_NOT_COUNTED', hubAmount: 20_000, statementAmount: null, detail: expect.stringContaining('20.000 đ') },
      { kind: 'CASH_OVER_SHORT', hubAmount: null, statementAmount: null, detail: expect.stringContaining('thiếu 5.000 đ') },
    ]);
    expect(await due()).toEqual([]);
  });

  it('is run again once its drawers change, and agrees when all of it has been counted', async () => {
    nowIs('2026-03-11', '08:00');
    await count(two, 20);
    expect(await due()).toEqual([DAY]);
    expect(await run()).toMatchObject({ statementVersion: 2, matched: 3, statementTotal: 100_000, kinds: ['CASH_OVER_SHORT'] });
  });

  it('shows in time what is not on the account, wherever it lies, and no longer than that', async () => {
    nowIs('2026-03-11', '09:00');
    const accept = async (token: string) =>
      (await hub.execute('payments', ACCEPT_DRAWER, { drawer: await drawer(token) }, accountant)).data?.acceptCashDrawer.userErrors;
    expect(await accept(one)).toEqual([]);
    nowIs('2026-03-13', '06:00');
    expect((await run()).kinds).toEqual(['CASH_OVER_SHORT']);
    nowIs('2026-03-16', '06:00');
    const late = (await run()).nodes.filter(({ kind }) => kind === 'CASH_NOT_ARRIVED');
    expect(late.map(({ detail }) => detail).sort()).toEqual([
      '20.000 đ tiền mặt chưa về tài khoản sau hạn 2026-03-13: đã kiểm đếm, chưa bàn giao. Kế toán đơn vị nhận bàn giao, rồi nộp vào tài khoản.',
      '75.000 đ tiền mặt chưa về tài khoản sau hạn 2026-03-13: đang ở quỹ đơn vị, chưa nộp. Nộp vào tài khoản và ghi lại giấy nộp tiền.',
    ]);
    nowIs('2026-03-16', '09:00');
    expect(await accept(two)).toEqual([]);
    const input = { drawers: [await drawer(one), await drawer(two)], slip: 'GNT-0316-01', account: ACCOUNT, day: '2026-03-16' };
    const { data } = await hub.execute('payments', DEPOSIT_CASH, input, accountant);
    expect(data?.depositCash).toMatchObject({ deposit: { amount: 95_000 }, userErrors: [] });
    expect((await run()).nodes.map(({ detail }) => detail).filter((detail) => detail.includes('tài khoản chưa ghi có'))).toHaveLength(2);

    nowIs('2026-03-16', '10:00');
    const merchant = await defaultMerchant(hub.platform.db, 'VNPAY');
    if (merchant === undefined) throw new Error('no merchant');
    const credits = [{ account: ACCOUNT, bankReference: 'FT1', amount: 95_000, at: hub.platform.clock.now(), content: 'nop tien mat' }];
    const [credit = ''] = await hub.platform.db.transaction((sql) =>
      recordCredits(hub.platform, sql, { merchantId: merchant.id, unit: merchant.unit, credits, by: 'NOTICE' }),
    );
    const arrival = { credit: toGlobalId('accountCredit', credit), deposit: data?.depositCash.deposit?.id ?? '' };
    const arrived = await hub.execute('payments', ASSIGN_CASH_CREDIT, arrival, accountant);
    expect(arrived.data?.assignCreditToDeposit.userErrors).toEqual([]);
    expect(await due()).toEqual([DAY]);
    expect((await run()).kinds).toEqual(['CASH_OVER_SHORT']);
  });

  it('moves no money when its differences are settled, and is left alone once it is closed', async () => {
    const { id, nodes } = await see();
    const [short] = nodes;
    const settle = async (as: 'WRITE_OFF' | 'ACCEPT_HUB') =>
      (await hub.execute('payments', SETTLE, { id: short?.id ?? '', as }, accountant)).data?.resolveDiscrepancy.userErrors;
    const entries = async () => (await hub.platform.db.query('SELECT id FROM payments.ledger_entry')).length;
    const before = await entries();
    expect(await settle('WRITE_OFF')).toEqual([{ code: 'INVALID', field: ['resolution'] }]);
    expect(await settle('ACCEPT_HUB')).toEqual([]);
    expect(await entries()).toBe(before);
    const closed = await hub.execute('payments', CLOSE, { id }, accountant);
    expect(closed.data?.closeReconciliation).toMatchObject({ reconciliation: { closedAt: expect.any(String) }, userErrors: [] });
    nowIs('2026-03-17', '06:00');
    expect(await due()).toEqual([]);
    expect((await see()).kinds).toEqual(['CASH_OVER_SHORT']);
  });

  it('is balanced where all is as it should be, and the same again is the same version', async () => {
    const day = '2026-03-17';
    nowIs(day, '09:00');
    await take(one, 40_000);
    nowIs(day, '17:00');
    await count(one, 40);
    for (let time = 0; time < 2; time += 1) {
      const [row] = await reconcile(hub.platform, { provider: 'CASH', businessDate: day, startedBy: 'test' });
      expect(row).toMatchObject({ status: 'BALANCED', statement_version: 1, matched: 1, statement_total: 40_000, hub_total: 40_000 });
    }
  });

  it('is not closed before it is over, and opens again for what was counted or did not arrive after it was closed', async () => {
    const [day, next] = ['2026-03-18', '2026-03-19'];
    const close = async () => {
      const { data } = await hub.execute('payments', CLOSE, { id: (await see(day)).id }, accountant);
      return data?.closeReconciliation.userErrors.map(({ code }) => code);
    };
    const settle = async (as: 'ACCEPT_HUB' | 'CARRY_OVER') => {
      for (const { id, resolution } of (await see(day)).nodes)
        if (resolution === null) await hub.execute('payments', SETTLE, { id, as }, accountant);
    };
    nowIs(day, '09:00');
    await take(one, 60_000);
    await reconcile(hub.platform, { provider: 'CASH', businessDate: day, startedBy: 'test' });
    await settle('ACCEPT_HUB');
    expect(await close()).toEqual(['ILLEGAL_TRANSITION']);

    nowIs(next, '06:00');
    expect(await run(day)).toMatchObject({ kinds: ['CASH_NOT_COUNTED'] });
    await settle('CARRY_OVER');
    expect(await close()).toEqual([]);
    expect(await due()).not.toContain(day);

    nowIs(next, '08:00');
    await count(one, 59, 'thiếu một tờ');
    expect(await due()).toContain(day);
    expect(await run(day)).toMatchObject({ closedAt: null, statementVersion: 2, kinds: ['CASH_OVER_SHORT'] });
    await settle('ACCEPT_HUB');
    expect(await close()).toEqual([]);

    nowIs('2026-03-23', '06:00');
    expect(await due()).not.toContain(day);
    nowIs('2026-03-24', '06:00');
    expect(await due()).toContain(day);
    const late = await run(day);
    expect(late).toMatchObject({ closedAt: null, status: 'DISCREPANT' });
    expect(late.kinds.toSorted()).toEqual(['CASH_NOT_ARRIVED', 'CASH_OVER_SHORT']);
    await settle('CARRY_OVER');
    expect(await close()).toEqual([]);
    nowIs('2026-03-25', '06:00');
    expect(await due()).not.toContain(day);
  });

  it('opens again by itself where a one-stop system reports cash of it after it was closed', async () => {
    const [day, next] = ['2026-04-01', '2026-04-02'];
    nowIs(day, '09:00');
    await take(one, 30_000);
    nowIs(day, '17:00');
    await count(one, 30);
    nowIs(next, '06:00');
    expect(await run(day)).toMatchObject({ kinds: [] });
    const closing = await hub.execute('payments', CLOSE, { id: (await see(day)).id }, accountant);
    expect(closing.data?.closeReconciliation.userErrors).toEqual([]);
    expect(await due()).not.toContain(day);
    nowIs(next, '08:00');
    const late = { provider: 'CASH', reference: 'LATE1', amount: 20_000, status: 'SUCCEEDED', paidAt: `${day}T10:00:00+07:00` } as const;
    await hub.ingest({ code: 'H12.64-260401-0001', payments: [late] });
    expect(await due()).toContain(day);
    await reconcileDue(hub.platform, new AbortController().signal);
    expect(await see(day)).toMatchObject({ closedAt: null });
  });
});
