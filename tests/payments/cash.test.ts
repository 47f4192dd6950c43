import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import vietqr from '../../connectors/vietqr/manifest.ts';
import { SIMULATOR_ACCOUNT } from '../../connectors/vietqr/simulator.ts';
import { toGlobalId } from '../../src/platform/ids.ts';
import { addDays, localDateOf } from '../../src/platform/time.ts';
import { followDepositsJob } from '../../src/subgraphs/payments/cash/cash.job.ts';
import {
  ACCEPT_DRAWER,
  ASSIGN_CASH_CREDIT,
  CASH_CREDITS,
  CASH_DRAWERS,
  CASH_ON_THE_WAY,
  CASH_REFUNDS,
  CONCLUDE_CASH_REFUND,
  COUNT_DRAWER,
  DEPOSIT_CASH,
  REFUND_CASH,
} from '../support/documents.cash.ts';
import { createGatewayHub, type GatewayHub } from '../support/gateway.ts';
import { COMMUNE } from '../support/payments.ts';

let hub: GatewayHub;
let accountant: string;
let serial = 0;
const today = localDateOf(new Date());
beforeAll(async () => {
  hub = await createGatewayHub(vietqr);
  await hub.configure('PUT', 'modes', { noticeDelayMs: 5 });
  accountant = await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE, subject: 'ke-toan-xa' });
});
afterAll(() => hub.stop());

const officer = (subject: string, unit = COMMUNE) => hub.token({ role: 'OFFICER', unit, subject });
async function take(token: string, amount: number): Promise<void> {
  serial += 1;
  const code = `H12.64-250929-${String(serial).padStart(4, '0')}`;
  const dossier = await hub.ingest({ code, fee: amount });
  const { payment, userErrors } = await hub.create(token, { dossier, provider: 'CASH', idempotencyKey: code });
  expect([payment?.status, userErrors]).toEqual(['SUCCEEDED', []]);
}
const drawers = async (token: string) => {
  const { data, errors } = await hub.execute('payments', CASH_DRAWERS, {}, token);
  expect(errors).toEqual([]);
  return data?.cashDrawers.nodes ?? [];
};
/** The officer's drawer in a state. */
async function drawerOf(token: string, state: string) {
  const found = (await drawers(token)).find((each) => each.state === state);
  if (found === undefined) throw new Error(`no drawer is ${state}`);
  return found;
}
const notes = (...pieces: [denomination: number, pieces: number][]) =>
  pieces.map(([denomination, count]) => ({ denomination, pieces: count }));
const count = async (token: string, drawer: string, pieces: ReturnType<typeof notes>, note: string | null = null) =>
  (await hub.execute('payments', COUNT_DRAWER, { drawer, pieces, note }, token)).data?.countCashDrawer;
const accept = async (drawer: string, token = accountant) =>
  (await hub.execute('payments', ACCEPT_DRAWER, { drawer }, token)).data?.acceptCashDrawer;
const deposit = async (ids: string[], slip: string, { token = accountant, account = SIMULATOR_ACCOUNT, day = today } = {}) =>
  (await hub.execute('payments', DEPOSIT_CASH, { drawers: ids, slip, account, day }, token)).data?.depositCash;
/** A drawer that was taken over, of so much. */
async function accepted(subject: string, amount: number): Promise<string> {
  const token = await officer(subject);
  await take(token, amount);
  const { id } = await drawerOf(token, 'OPEN');
  await count(token, id, notes([10_000, amount / 10_000]));
  expect((await accept(id))?.userErrors).toEqual([]);
  return id;
}
const balances = async () => {
  const rows = await hub.platform.db.query<{ account: string; balance: number }>(
    `SELECT account, sum(debit - credit)::bigint AS balance FROM payments.ledger_entry GROUP BY 1 HAVING sum(debit - credit) <> 0`,
  );
  return Object.fromEntries(rows.map(({ account, balance }) => [account, balance]));
};
async function transfer(amount: number, content: string): Promise<void> {
  const before = (await hub.platform.db.query('SELECT 1 FROM payments.account_credit')).length;
  await fetch(`${hub.simulator.url}/transfers`, { method: 'POST', body: new URLSearchParams({ amount: String(amount), content }) });
  await vi.waitFor(async () => expect((await hub.platform.db.query('SELECT 1 FROM payments.account_credit')).length).toBe(before + 1), {
    timeout: 20_000,
  });
}
/** Gives back in cash the latest payment of that amount. */
async function giveBack(amount: number): Promise<void> {
  const [payment] = await hub.platform.db.query<{ id: string }>(
    `SELECT id FROM payments.payment WHERE provider = 'CASH' AND amount = $1 ORDER BY created_at DESC LIMIT 1`,
    [amount],
  );
  const input = { payment: toGlobalId('payment', payment?.id ?? ''), key: `back-${amount}-${serial}` };
  const asked = await hub.execute('payments', REFUND_CASH, input, hub.accountant);
  expect(asked.data?.refundPayment.userErrors).toEqual([]);
  const { data } = await hub.execute('payments', CASH_REFUNDS, {}, hub.accountant);
  const refund = data?.refunds.nodes.find((each) => each.amount === amount && each.state === 'READY')?.id ?? '';
  const done = await hub.execute('payments', CONCLUDE_CASH_REFUND, { refund }, hub.accountant);
  expect(done.data?.concludeRefund.userErrors).toEqual([]);
}
const work = () => followDepositsJob.run(hub.platform as never, {}, new AbortController().signal);

describe('a drawer', () => {
  it('has all that its officer took on the day, however much at once, and nothing of anybody else', async () => {
    const [one, other] = [await officer('can-bo-01'), await officer('can-bo-02')];
    await Promise.all(Array.from({ length: 10 }, (_, at) => take(at % 2 === 0 ? one : other, 20_000)));
    expect(await drawers(one)).toMatchObject([
      { officer: 'can-bo-01', day: today, state: 'OPEN', payments: 5, expected: 100_000, counted: null },
    ]);
    expect(await drawers(other)).toMatchObject([{ officer: 'can-bo-02', payments: 5, expected: 100_000 }]);
    expect((await drawers(accountant)).map((each) => each.officer).sort()).toEqual(['can-bo-01', 'can-bo-02']);
    expect(await drawers(await hub.token({ role: 'ACCOUNTANT', unit: '31825' }))).toEqual([]);
  });

  it('takes nothing once it is counted: the next payment opens another', async () => {
    const one = await officer('can-bo-03');
    await take(one, 30_000);
    const first = await drawerOf(one, 'OPEN');
    expect(await count(one, first.id, notes([10_000, 3]))).toMatchObject({ drawer: { state: 'COUNTED', counted: 30_000, difference: 0 } });
    await take(one, 40_000);
    expect(await drawerOf(one, 'OPEN')).toMatchObject({ payments: 1, expected: 40_000 });
    expect(await drawerOf(one, 'COUNTED')).toMatchObject({ id: first.id, payments: 1, expected: 30_000 });
  });

  it('that is short or over needs a word why, and its difference is booked when it is taken over', async () => {
    const one = await officer('can-bo-04');
    await take(one, 50_000);
    const { id } = await drawerOf(one, 'OPEN');
    expect((await count(one, id, notes([20_000, 2])))?.userErrors).toMatchObject([{ code: 'INVALID', field: ['note'] }]);
    expect((await count(one, id, notes([25_000, 2])))?.userErrors).toMatchObject([{ code: 'INVALID', field: ['pieces'] }]);
    expect((await count(one, id, notes([20_000, 1], [20_000, 1])))?.userErrors).toMatchObject([{ code: 'INVALID', field: ['pieces'] }]);
    expect((await drawerOf(one, 'OPEN')).id).toBe(id);
    expect(await count(one, id, notes([20_000, 2], [5_000, 1]), 'trả nhầm tiền thừa')).toMatchObject({ drawer: { difference: -5_000 } });
    const before = await balances();
    expect(await accept(id)).toEqual({ drawer: { state: 'ACCEPTED' }, userErrors: [] });
    const after = await balances();
    const moved = (account: string) => (after[account] ?? 0) - (before[account] ?? 0);
    expect([moved(`cash:${COMMUNE}`), moved(`cash-over-short:${COMMUNE}`), moved(`receivable:CASH:${COMMUNE}`)]).toEqual([
      45_000, 5_000, -50_000,
    ]);
    expect((await count(one, id, notes([10_000, 5])))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect((await accept(id))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  it("is counted by its officer alone, and taken over by another's hands", async () => {
    const one = await officer('can-bo-05');
    await take(one, 10_000);
    const { id } = await drawerOf(one, 'OPEN');
    expect((await accept(id))?.userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', message: expect.stringContaining('chưa kiểm đếm') },
    ]);
    expect((await count(await officer('can-bo-06'), id, notes([10_000, 1])))?.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await count(one, id, notes([10_000, 1]));
    const same = await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE, subject: 'can-bo-05' });
    expect((await accept(id, same))?.userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', message: expect.stringContaining('người khác') },
    ]);
    const elsewhere = await hub.token({ role: 'ACCOUNTANT', unit: '31825' });
    expect((await accept(id, elsewhere))?.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await accept(id))?.userErrors).toEqual([]);
  });
});

describe('cash that goes back', () => {
  it('leaves the drawer before it is taken over, which is counted again, and the safe afterwards', async () => {
    const one = await officer('can-bo-20');
    await take(one, 20_000);
    await take(one, 70_000);
    const { id } = await drawerOf(one, 'OPEN');
    await count(one, id, notes([10_000, 9]));
    const before = await balances();
    const moved = async (account: string) => ((await balances())[account] ?? 0) - (before[account] ?? 0);
    await giveBack(20_000);
    expect((await accept(id))?.userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', message: expect.stringContaining('kiểm đếm lại') },
    ]);
    expect(await count(one, id, notes([10_000, 7]))).toMatchObject({ drawer: { counted: 70_000, difference: 0 } });
    expect((await accept(id))?.userErrors).toEqual([]);
    expect([await moved(`cash:${COMMUNE}`), await moved(`receivable:CASH:${COMMUNE}`)]).toEqual([70_000, -90_000]);
    await giveBack(70_000);
    expect([await moved(`cash:${COMMUNE}`), await moved(`receivable:CASH:${COMMUNE}`)]).toEqual([0, -90_000]);
  });
});

describe('cash that is paid in', () => {
  it('is on its way until a credit of the account names its slip with its very amount', async () => {
    const ids = [await accepted('can-bo-07', 60_000), await accepted('can-bo-08', 90_000)];
    const made = await deposit(ids, 'GNT-2025/0017');
    expect(made).toMatchObject({ deposit: { amount: 150_000, arrivedAt: null }, userErrors: [] });
    expect((await balances())[`transit:${COMMUNE}`]).toBe(150_000);
    await transfer(150_000, 'nop tien mat');
    await transfer(149_000, 'GNT-2025/0017');
    await work();
    const waiting = await hub.execute('payments', CASH_ON_THE_WAY, { arrived: false }, accountant);
    expect(waiting.data?.cashDeposits).toEqual([{ id: made?.deposit?.id, slipNumber: 'GNT-2025/0017', amount: 150_000 }]);
    await transfer(150_000, 'NOP TIEN gnt 2025 0017 UBND');
    await work();
    await work();
    expect((await hub.execute('payments', CASH_ON_THE_WAY, { arrived: false }, accountant)).data?.cashDeposits).toEqual([]);
    const after = await balances();
    expect([after[`transit:${COMMUNE}`] ?? 0, after[`suspense:${SIMULATOR_ACCOUNT}`]]).toEqual([0, -299_000]);
    expect((await drawers(accountant)).filter(({ state }) => state === 'DEPOSITED')).toMatchObject([
      { deposit: { slipNumber: 'GNT-2025/0017', arrivedAt: expect.any(String) } },
      { deposit: { slipNumber: 'GNT-2025/0017', arrivedAt: expect.any(String) } },
    ]);
  });

  it('is refused where a drawer is not taken over, is paid in already, or the slip, account or day is none', async () => {
    const id = await accepted('can-bo-09', 20_000);
    const open = await officer('can-bo-10');
    await take(open, 10_000);
    const { id: notYet } = await drawerOf(open, 'OPEN');
    const errors = [
      await deposit([], 'S1'),
      await deposit([id, id], 'S1'),
      await deposit([id, notYet], 'S1'),
      await deposit([id], 'S 1'),
      await deposit([id], 'S1', { account: 'x' }),
      await deposit([id], 'S1', { day: addDays(today, 1) }),
      await deposit([id], 'GNT-2025/0017'),
      await deposit([id], 'S1', { token: await hub.token({ role: 'ACCOUNTANT', unit: '31825' }) }),
    ].map((each) => each?.userErrors[0]?.field?.[0]);
    expect(errors).toEqual(['drawers', 'drawers', 'drawers', 'slipNumber', 'account', 'depositedOn', 'slipNumber', 'drawers']);
    expect((await deposit([id], 'S1'))?.userErrors).toEqual([]);
    expect((await deposit([id], 'S2'))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', field: ['drawers'] }]);
  });

  it("to an account that nobody registered, that is in use no more or another unit's, is refused with what to do", async () => {
    const id = await accepted('can-bo-13', 40_000);
    const active = (is: boolean) =>
      hub.platform.db.query('UPDATE payments.bank_account SET active = $2 WHERE number = $1', [SIMULATOR_ACCOUNT, is]);
    const unknown = await deposit([id], 'S9', { account: '99990000' });
    await active(false);
    const closed = await deposit([id], 'S9');
    await active(true);
    await hub.platform.db.query(`UPDATE payments.bank_account SET unit = '31825' WHERE number = $1`, [SIMULATOR_ACCOUNT]);
    expect((await deposit([id], 'S9'))?.userErrors).toMatchObject([
      { field: ['account'], message: expect.stringContaining('depositAccounts') },
    ]);
    await hub.platform.db.query(`UPDATE payments.bank_account SET unit = '96' WHERE number = $1`, [SIMULATOR_ACCOUNT]);
    for (const refused of [unknown, closed]) {
      expect(refused?.deposit).toBe(null);
      expect(refused?.userErrors).toMatchObject([
        { code: 'INVALID', field: ['account'], message: expect.stringContaining('setBankAccount') },
      ]);
    }
    expect(await deposit([id], 'S9', { account: SIMULATOR_ACCOUNT.replace(/^(.{4})/, '$1 ') })).toMatchObject({
      deposit: { amount: 40_000 },
    });
  });

  it('whose credit names nothing is assigned by an accountant, to the đồng, a large one by another', async () => {
    const small = await deposit([await accepted('can-bo-11', 30_000)], 'S3');
    const large = await deposit([await accepted('can-bo-12', 6_000_000)], 'S4');
    await transfer(30_000, 'nop tien');
    await transfer(6_000_000, 'nop tien');
    await work();
    const { data } = await hub.execute('payments', CASH_CREDITS, {}, hub.accountant);
    const creditOf = (amount: number) =>
      data?.accountCredits.nodes.find((each) => each.amount === amount && each.state === 'UNIDENTIFIED')?.id ?? '';
    const assign = async (credit: string, made: typeof small, token = hub.accountant) =>
      (await hub.execute('payments', ASSIGN_CASH_CREDIT, { credit, deposit: made?.deposit?.id ?? '' }, token)).data?.assignCreditToDeposit;
    expect((await assign(creditOf(30_000), large))?.userErrors).toEqual([{ code: 'INVALID', field: ['deposit'] }]);
    expect(await assign(creditOf(30_000), small)).toMatchObject({ deposit: { arrivedAt: expect.any(String) }, userErrors: [] });
    expect((await assign(creditOf(6_000_000), small))?.userErrors).toEqual([{ code: 'ILLEGAL_TRANSITION', field: ['deposit'] }]);
    const same = await hub.token({ role: 'ACCOUNTANT', subject: 'ke-toan-xa' });
    expect((await assign(creditOf(6_000_000), large, same))?.userErrors).toEqual([{ code: 'ILLEGAL_TRANSITION', field: ['deposit'] }]);
    expect((await assign(creditOf(6_000_000), large))?.userErrors).toEqual([]);
    const [sum] = await hub.platform.db.query<{ sum: number }>('SELECT sum(debit - credit)::bigint AS sum FROM payments.ledger_entry');
    expect(sum?.sum).toBe(0);
  });

  it('is not held to have arrived by a longer number that begins like that of its slip', async () => {
    for (const [subject, slip] of [
      ['can-bo-21', 'GNT-770'],
      ['can-bo-22', 'GNT-7701'],
    ] as const)
      expect((await deposit([await accepted(subject, 40_000)], slip))?.userErrors).toEqual([]);
    const waiting = async () => {
      const { data } = await hub.execute('payments', CASH_ON_THE_WAY, { arrived: false }, accountant);
      return data?.cashDeposits.map(({ slipNumber }) => slipNumber).filter((slip) => slip.startsWith('GNT-770'));
    };
    await transfer(40_000, 'NOP TIEN GNT 7701');
    await work();
    expect(await waiting()).toEqual(['GNT-770']);
    await transfer(40_000, 'NOP TIEN GNT 770');
    await work();
    expect(await waiting()).toEqual([]);
  });
});
