import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import vietqr from '../../connectors/vietqr/manifest.ts';
import { SIMULATOR_ACCOUNT } from '../../connectors/vietqr/simulator.ts';
import vnpay from '../../connectors/vnpay/manifest.ts';
import { SIMULATOR_TMN_CODE } from '../../connectors/vnpay/simulator.ts';
import { toGlobalId } from '../../src/platform/ids.ts';
import { addDays, localDateOf } from '../../src/platform/time.ts';
import { reconcile } from '../../src/subgraphs/payments/index.ts';
import { dueDays } from '../../src/subgraphs/payments/reconcile.schedule.ts';
import { settleBatchesJob } from '../../src/subgraphs/payments/settlements/batch.job.ts';
import {
  ASSIGN_PAYOUT,
  CLOSE_PAYOUT_DAY,
  OWN_PAYOUT,
  PAYOUT_BATCHES,
  PAYOUT_CREDITS,
  PAYOUT_DAY,
  RESOLVE_PAYOUT,
} from '../support/documents.settlements.ts';
import { createGatewayHub, type GatewayHub } from '../support/gateway.ts';
import { COMMUNE, load, loaded } from '../support/payments.ts';

let hub: GatewayHub;
let second: string;
let serial = 0;
const today = localDateOf(new Date());
/** Each test has days of its own; of the first five days no payout is late. */
const ago = (days: number) => addDays(today, -days);

beforeAll(async () => {
  hub = await createGatewayHub(vietqr, {
    beside: vnpay,
    env: { SETTLEMENT_ACCOUNTS: `VNPAY=${SIMULATOR_ACCOUNT}`, SETTLEMENT_WORKING_DAYS: '5' },
  });
  await hub.configure('PUT', 'modes', { noticeDelayMs: 5, noticeRetryMs: 50 });
  second = await hub.token({ role: 'ACCOUNTANT', subject: 'ke-toan-02' });
});
afterAll(() => hub.stop());

const vnpayAdmin = (path: string, body: string) => fetch(`${hub.otherSimulator?.url}/_simulator/${path}`, { method: 'POST', body });
/** Payments of a day, at the hub and at VNPAY, which keeps 1.1 % of each. */
async function pay(day: string, amounts: readonly number[]): Promise<void> {
  const paidAt = `${day}T10:00:00+07:00`;
  const made = amounts.map((amount) => {
    serial += 1;
    return { reference: `PAYOUT${String(serial).padStart(4, '0')}`, amount };
  });
  await load(hub, [loaded(made.map((each) => ({ ...each, createdAt: Date.parse(paidAt), paidAt: Date.parse(paidAt) })))]);
  const lines = made.map((each) => JSON.stringify({ ...each, paidAt }));
  expect((await vnpayAdmin('transactions', lines.join('\n'))).status).toBe(201);
}
async function run(day: string) {
  const [row] = await reconcile(hub.platform, { provider: 'VNPAY', businessDate: day, startedBy: 'test' });
  return see(row?.id ?? '');
}
async function see(id: string) {
  const key = id.startsWith('rec_') ? id : toGlobalId('reconciliation', id);
  const { data, errors } = await hub.execute('payments', PAYOUT_DAY, { id: key }, hub.accountant);
  expect(errors).toEqual([]);
  const found = data?.reconciliation;
  if (found == null) throw new Error('no reconciliation');
  const sum = found.discrepancies.nodes.reduce((total, each) => total + (each.statementAmount ?? 0) - (each.hubAmount ?? 0), 0);
  expect(sum).toBe(found.statementTotal - found.hubTotal);
  return { ...found, id: key, kinds: found.discrepancies.nodes.map(({ kind }) => kind) };
}
/** VNPAY pays out; resolves when the hub has heard of it from the bank. */
async function payOut(days: string[], more: object = {}): Promise<void> {
  const answer = await vnpayAdmin('payouts', JSON.stringify({ days, bank: hub.simulator.url, ...more }));
  expect(answer.status).toBe(201);
  const told = (await answer.json()) as { amount: number }[];
  const [before] = [await heard()];
  await vi.waitFor(async () => expect(await heard()).toBeGreaterThanOrEqual(expected + told.length), { timeout: 20_000 });
  expected += told.length;
  expect(before).toBeLessThanOrEqual(expected);
}
let expected = 0;
const heard = async () => (await hub.platform.db.query('SELECT 1 FROM payments.account_credit')).length;
const work = () => settleBatchesJob.run(hub.platform as never, {}, new AbortController().signal);
async function batchOf(day: string) {
  const { data, errors } = await hub.execute('payments', PAYOUT_BATCHES, { from: day, to: day }, hub.accountant);
  expect(errors).toEqual([]);
  const [batch] = data?.settlementBatches.nodes ?? [];
  if (batch === undefined) throw new Error('no batch');
  return batch;
}
const balances = async () => {
  const rows = await hub.platform.db.query<{ kind: string; balance: number }>(
    `SELECT split_part(account, ':', 1) AS kind, sum(debit - credit)::bigint AS balance FROM payments.ledger_entry GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ kind, balance }) => [kind, balance])) as Record<string, number | undefined>;
};
/** What some work moved, account kind by account kind. */
async function movedBy(what: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await balances();
  await what();
  const after = await balances();
  const moved = Object.keys(after).map((kind) => [kind, (after[kind] ?? 0) - (before[kind] ?? 0)] as const);
  return Object.fromEntries(moved.filter(([, amount]) => amount !== 0));
}

describe('a batch', () => {
  it('that is paid out as its statement says is settled, and its fees are booked', async () => {
    const day = ago(1);
    await pay(day, [50_000, 30_000]);
    expect((await run(day)).status).toBe('BALANCED');
    const expectedBatch = { gross: 80_000, refunded: 0, fees: 880, adjustments: 0, net: 79_120, lastDay: day };
    expect(await batchOf(day)).toMatchObject({ ...expectedBatch, credited: 0, open: 79_120, state: 'EXPECTED' });
    const moved = await movedBy(async () => {
      await payOut([day]);
      await work();
    });
    expect(moved).toEqual({ bank: 79_120, fees: 880, receivable: -80_000 });
    expect(await batchOf(day)).toMatchObject({
      ...expectedBatch,
      ...{ credited: 79_120, open: 0, state: 'SETTLED' },
      merchant: { code: SIMULATOR_TMN_CODE, settlementAccount: SIMULATOR_ACCOUNT },
      credits: [{ amount: 79_120, credit: { amount: 79_120, state: 'SETTLEMENT' } }],
    });
    expect(await movedBy(work)).toEqual({});
    expect((await run(day)).status).toBe('BALANCED');
  });

  it('that comes in two transfers is settled with the second', async () => {
    const day = ago(2);
    await pay(day, [200_000]);
    await run(day);
    await payOut([day], { kind: 'SPLIT' });
    await work();
    expect(await batchOf(day)).toMatchObject({
      net: 197_800,
      credited: 197_800,
      state: 'SETTLED',
      credits: [{ amount: 98_900 }, { amount: 98_900 }],
    });
  });

  it('and another in one transfer get each its own', async () => {
    const days = [ago(3), ago(4)];
    for (const [at, day] of days.entries()) {
      await pay(day, [100_000 * (at + 1)]);
      await run(day);
    }
    await payOut(days);
    await work();
    expect(await Promise.all(days.map(batchOf))).toMatchObject([
      { credited: 98_900, state: 'SETTLED' },
      { credited: 197_800, state: 'SETTLED' },
    ]);
  });

  it.each([
    ['SHORT', 20, 'SHORT', /thiếu 1\.000 đ sau hạn/],
    ['OVER', 21, 'OVER', /thừa 1\.000 đ/],
  ])('that comes %s is a difference of its day until the rest is settled', async (kind, days, state, detail) => {
    const day = ago(days);
    await pay(day, [40_000]);
    await payOut([day], { kind });
    const seen = await run(day);
    expect(seen).toMatchObject({ status: 'DISCREPANT', kinds: ['SETTLEMENT_MISMATCH'] });
    const [difference] = seen.discrepancies.nodes;
    expect(difference).toMatchObject({
      reference: `${SIMULATOR_TMN_CODE}-${day.replaceAll('-', '')}`,
      hubAmount: null,
      statementAmount: null,
    });
    expect(difference?.detail).toMatch(detail);
    expect((await batchOf(day)).state).toBe(state);
    // The same again finds the same.
    expect((await run(day)).discrepancies.nodes).toEqual(seen.discrepancies.nodes);
  });

  it('of which nothing comes in time is a difference; written off it stays one that is settled, and late money is a new one', async () => {
    const day = ago(22);
    await pay(day, [60_000]);
    const seen = await run(day);
    expect(seen.kinds).toEqual(['SETTLEMENT_MISMATCH']);
    const id = seen.discrepancies.nodes[0]?.id ?? '';
    const moved = await movedBy(() => hub.execute('payments', RESOLVE_PAYOUT, { id, resolution: 'WRITE_OFF' }, hub.accountant));
    expect(moved).toEqual({ 'write-off': 59_340, receivable: -59_340 });
    await work();
    expect(await batchOf(day)).toMatchObject({ writtenOff: 59_340, open: 0, state: 'SETTLED' });
    expect((await run(day)).discrepancies.nodes).toMatchObject([{ id, resolution: 'WRITE_OFF' }]);

    await payOut([day]);
    await work();
    const late = await run(day);
    expect(late.discrepancies.nodes).toMatchObject([{ kind: 'SETTLEMENT_MISMATCH', resolution: null }]);
    expect(late.discrepancies.nodes[0]?.id).not.toBe(id);
    expect(late.discrepancies.nodes[0]?.detail).toMatch(/đã xóa sổ 59\.340 đ: thừa 59\.340 đ/);
    const back = { id: late.discrepancies.nodes[0]?.id ?? '', resolution: 'WRITE_OFF' as const };
    expect(await movedBy(() => hub.execute('payments', RESOLVE_PAYOUT, back, hub.accountant))).toEqual({
      'write-off': -59_340,
      receivable: 59_340,
    });
    expect(await batchOf(day)).toMatchObject({ writtenOff: 0, credited: 59_340, open: 0 });
  });

  it('is named by its merchant alone where the amount is right to the đồng, and by nothing else', async () => {
    const [right, wrong, unnamed] = [ago(23), ago(24), ago(25)];
    for (const [at, day] of [right, wrong, unnamed].entries()) {
      await pay(day, [11_000 + at * 7_000]);
      await run(day);
    }
    await payOut([right], { kind: 'WITHOUT_BATCH' });
    await work();
    expect((await batchOf(right)).state).toBe('SETTLED');
    const cases = [{ day: unnamed, kind: 'UNNAMED' }];
    for (const { day, kind } of cases) await payOut([day], { kind });
    await work();
    expect([(await batchOf(wrong)).state, (await batchOf(unnamed)).state]).toEqual(['MISSING', 'MISSING']);

    // An accountant says what it is; the rest is what it is.
    const { data } = await hub.execute('payments', PAYOUT_CREDITS, {}, hub.accountant);
    const credit = data?.accountCredits.nodes.find(({ state }) => state === 'UNIDENTIFIED');
    const batches = [(await batchOf(wrong)).id, (await batchOf(unnamed)).id];
    const strangers = await hub.execute('payments', ASSIGN_PAYOUT, { credit: credit?.id ?? '', batches: [] }, hub.accountant);
    expect(strangers.data?.assignCreditToBatches.userErrors).toEqual([{ code: 'INVALID', field: ['batches'] }]);
    const commune = await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE });
    const foreign = await hub.execute('payments', ASSIGN_PAYOUT, { credit: credit?.id ?? '', batches }, commune);
    expect(foreign.data?.assignCreditToBatches.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['credit'] }]);
    const done = await hub.execute('payments', ASSIGN_PAYOUT, { credit: credit?.id ?? '', batches }, hub.accountant);
    expect(done.data?.assignCreditToBatches).toMatchObject({ credit: { state: 'SETTLEMENT', proposedBy: null }, userErrors: [] });
    const [first, last] = [await batchOf(wrong), await batchOf(unnamed)];
    expect([first.state, first.open, last.state, last.credited]).toEqual(['SETTLED', 0, 'SHORT', (credit?.amount ?? 0) - first.net]);
  });

  it('that is large is assigned by two accountants', async () => {
    const day = ago(26);
    await pay(day, [9_000_000]);
    await run(day);
    await payOut([day], { kind: 'UNNAMED' });
    const { data } = await hub.execute('payments', PAYOUT_CREDITS, {}, hub.accountant);
    const credit = data?.accountCredits.nodes.find(({ state }) => state === 'UNIDENTIFIED')?.id ?? '';
    const batches = [(await batchOf(day)).id];
    const assign = async (token: string) =>
      (await hub.execute('payments', ASSIGN_PAYOUT, { credit, batches }, token)).data?.assignCreditToBatches;
    expect(await assign(hub.accountant)).toMatchObject({
      credit: { state: 'UNIDENTIFIED', proposedBy: expect.any(String), proposedBatches: [{ id: batches[0] }], batches: [] },
    });
    expect(await assign(hub.accountant)).toMatchObject({ credit: { state: 'UNIDENTIFIED' } });
    expect((await batchOf(day)).credited).toBe(0);
    expect(await assign(second)).toMatchObject({ credit: { state: 'SETTLEMENT', batches: [{ id: batches[0] }] } });
    expect((await batchOf(day)).state).toBe('SETTLED');
    expect(await assign(second)).toMatchObject({ credit: null, userErrors: [{ code: 'ILLEGAL_TRANSITION' }] });
  });
});

it('a day that was closed opens again when one of its batches turns out wrong, and by itself', async () => {
  const day = ago(27);
  await pay(day, [70_000]);
  const seen = await run(day);
  for (const { id } of seen.discrepancies.nodes) {
    await hub.execute('payments', RESOLVE_PAYOUT, { id, resolution: 'CARRY_OVER' }, hub.accountant);
    await hub.execute('payments', OWN_PAYOUT, { id }, hub.accountant);
  }
  const closed = await hub.execute('payments', CLOSE_PAYOUT_DAY, { id: seen.id }, hub.accountant);
  expect(closed.data?.closeReconciliation).toMatchObject({ reconciliation: { closedAt: expect.any(String) }, userErrors: [] });
  const due = async () => (await dueDays(hub.platform)).filter((each) => each.day === day);
  expect(await due()).toEqual([]);
  await payOut([day], { kind: 'SHORT', by: 500 });
  await work();
  expect(await due()).toMatchObject([{ provider: 'VNPAY', day }]);
  const again = await run(day);
  expect(again).toMatchObject({ status: 'DISCREPANT', closedAt: null, kinds: ['SETTLEMENT_MISMATCH'] });
  expect(again.steps.at(-1)).toMatchObject({ action: 'REOPENED', note: expect.stringMatching(/^Quyết toán đợt/) });
  expect(await due()).toEqual([]);
});

it('the books balance, and nothing that was paid out is left in suspense', async () => {
  const [sum] = await hub.platform.db.query<{ sum: number }>('SELECT sum(debit - credit)::bigint AS sum FROM payments.ledger_entry');
  const [batches] = await hub.platform.db.query<{ receivable: number }>(
    'SELECT sum(gross - refunded - credited - written_off - fees_posted + adjustments_posted)::bigint AS receivable FROM payments.settlement_batch',
  );
  const now = await balances();
  expect([sum?.sum, now['suspense'] ?? 0, now['receivable']]).toEqual([0, 0, batches?.receivable]);
});
