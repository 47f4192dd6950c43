import { coversScope } from '../../../platform/auth/viewer.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId, newUuid } from '../../../platform/ids.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import type { Platform } from '../../../platform/platform.ts';
import { isLocalDate, localDateOf } from '../../../platform/time.ts';
import { accountByNumber, plainNumber } from '../accounts/bank-account.row.ts';
import { findOpen, notOpen } from '../credits/credit.decide.ts';
import { readCredit } from '../credits/credit.match.ts';
import { comparable } from '../credits/credit.row.ts';
import { CONTENT_PURPOSE } from '../credits/credit.store.ts';
import { cashAccount, suspenseAccount, transitAccount } from '../ledger.accounts.ts';
import { moved, postTransaction } from '../ledger.ts';
import { PROVINCE } from '../merchant.service.ts';
import { DEPOSIT_COLUMNS, type DepositRow, DRAWER_COLUMNS, DRAWER_FROM, type DrawerRow } from './cash.row.ts';

export type DepositDone = { deposit: DepositRow } | { error: UserErrorValue };

const SLIP = /^[A-Za-z0-9./_-]{1,40}$/;
/** A shorter number may stand in any text by chance. */
const SHORTEST_SLIP = 6;
const MOST_DRAWERS = 100;

export interface WantedDeposit {
  drawers: readonly string[];
  account: string;
  slipNumber: string;
  depositedOn: string;
}

async function readDeposit(sql: Pick<Transaction, 'query'>, id: string, lock = ''): Promise<DepositRow | undefined> {
  const [row] = await sql.query<DepositRow>(`SELECT ${DEPOSIT_COLUMNS} FROM payments.cash_deposit d WHERE d.id = $1 ${lock}`, [id]);
  return row;
}

/** What paying in, or finding its credit, changes, for its repetition. */
export const DEPOSIT = {
  subjectOf: ({ deposit }: { deposit: DepositRow }) => deposit.id,
  async read(sql: Pick<Transaction, 'query'>, id: string): Promise<{ deposit: DepositRow } | undefined> {
    const deposit = await readDeposit(sql, id);
    return deposit === undefined ? undefined : { deposit };
  },
};

/**
 * An accountant pays drawers of one unit in by one slip. The money is on its way until the account's bank tells of it, which is heard of
 * registered accounts that are in use alone: any other is refused.
 */
export async function depositCash(context: HubContext, wanted: WantedDeposit): Promise<DepositDone> {
  const { hub, viewer } = context;
  const wrong = depositProblem(context, wanted);
  if (wrong !== undefined) return { error: wrong };
  const account = await accountByNumber(hub.db, plainNumber(wanted.account));
  if (account?.active !== true) return { error: notInUse() };
  const ids = wanted.drawers.flatMap((id) => fromGlobalId('cashDrawer', id) ?? []);
  return hub.db.transaction(async (sql): Promise<DepositDone> => {
    await sql.query('SELECT 1 FROM payments.cash_drawer WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
    const drawers = await sql.query<DrawerRow>(`SELECT ${DRAWER_COLUMNS} FROM ${DRAWER_FROM} WHERE d.id = ANY($1::uuid[]) ORDER BY d.id`, [
      ids,
    ]);
    const [first] = drawers;
    const mine = drawers.every((drawer) => coversScope(viewer, 'ACCOUNTANT', drawer.merchant_scope));
    if (first === undefined || !mine || drawers.length !== wanted.drawers.length) return { error: notFound('drawers') };
    if (drawers.some(({ state, unit }) => state !== 'ACCEPTED' || unit !== first.unit)) return { error: notReady() };
    if (account.unit !== first.unit && account.unit !== PROVINCE) return { error: notTheirs() };
    const amount = drawers.reduce((sum, { counted }) => sum + (counted ?? 0), 0);
    if (amount === 0) return { error: nothing() };
    const [id, now] = [newUuid(), hub.clock.now()];
    const made = await sql.query(
      `INSERT INTO payments.cash_deposit (id, unit, scope, account, slip_number, amount, deposited_on, deposited_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (account, slip_number) DO NOTHING RETURNING id`,
      [id, first.unit, first.merchant_scope, account.number, wanted.slipNumber, amount, wanted.depositedOn, actorOf(viewer), now],
    );
    if (made.length === 0) return { error: slipTaken() };
    await sql.query(`UPDATE payments.cash_drawer SET state = 'DEPOSITED', deposit_id = $2 WHERE id = ANY($1::uuid[])`, [ids, id]);
    await postTransaction(sql, {
      source: `cash.deposited:${id}`,
      at: now,
      day: wanted.depositedOn,
      unit: first.unit,
      paymentId: null,
      memo: `Nộp tiền mặt, giấy nộp ${wanted.slipNumber}`,
      legs: moved(transitAccount(first.unit), cashAccount(first.unit), amount),
    });
    return { deposit: (await readDeposit(sql, id)) as DepositRow };
  });
}

function depositProblem({ hub }: HubContext, { drawers, slipNumber, depositedOn }: WantedDeposit): UserErrorValue | undefined {
  const invalid = (field: string, vi: string, en: string) => userError('INVALID', { vi, en }, [field]);
  if (drawers.length === 0 || drawers.length > MOST_DRAWERS || new Set(drawers).size !== drawers.length)
    return invalid('drawers', `Nêu từ 1 đến ${MOST_DRAWERS} ngăn tiền, mỗi ngăn một lần.`, `Name 1 to ${MOST_DRAWERS} drawers, each once.`);
  if (!SLIP.test(slipNumber))
    return invalid('slipNumber', 'Số giấy nộp gồm 1 đến 40 chữ cái, chữ số, dấu . / _ -', 'A slip has 1 to 40 letters, digits, . / _ or -');
  if (!isLocalDate(depositedOn) || depositedOn > localDateOf(hub.clock.now()))
    return invalid('depositedOn', 'Ngày nộp phải tồn tại và không ở tương lai.', 'The day must exist and not be in the future.');
  return undefined;
}

/** Credits whose text names the slip of a deposit on its way, with its very amount: the money has arrived. */
export async function arriveByName(hub: Pick<Platform, 'db' | 'cipher' | 'clock'>): Promise<void> {
  const pairs = await hub.db.query<{ deposit: string; credit: string; slip: string; sealed: Buffer }>(
    `SELECT d.id AS deposit, c.id AS credit, d.slip_number AS slip, c.content_sealed AS sealed
     FROM payments.cash_deposit d JOIN payments.account_credit c ON c.account = d.account AND c.amount = d.amount
     WHERE d.credit_id IS NULL AND c.state = 'UNIDENTIFIED' AND (c.own_reference IS NULL OR c.merchant_id IS NULL) AND c.reversed_on IS NULL AND c.booked_on BETWEEN d.deposited_on AND d.deposited_on + 30
     ORDER BY c.booked_at, c.id LIMIT 500`,
  );
  for (const [credit, among] of Map.groupBy(pairs, (pair) => pair.credit)) {
    const text = comparable(hub.cipher.open(CONTENT_PURPOSE, (among[0] as (typeof pairs)[number]).sealed));
    const deposit = onlyNamed(text, among);
    if (deposit !== undefined) await hub.db.transaction((sql) => arrive(hub, sql, { deposit, credit, by: 'hub', note: null }));
  }
}

/** The one deposit whose slip a text names; a number that is a part of another one there does not count. Undefined: none, or people must say which. */
function onlyNamed(text: string, among: readonly { deposit: string; slip: string }[]): string | undefined {
  const named = among
    .map(({ deposit, slip }) => ({ deposit, name: comparable(slip) }))
    .filter(({ name }) => name.length >= SHORTEST_SLIP && text.includes(name));
  const [only, another] = named.filter(({ name }) => !named.some((other) => other.name !== name && other.name.includes(name)));
  return another === undefined ? only?.deposit : undefined;
}

type Arrival = { deposit: string; credit: string; by: string; note: string | null };

async function arrive(
  hub: Pick<Platform, 'clock'>,
  sql: Transaction,
  { deposit: depositId, credit: creditId, by, note }: Arrival,
): Promise<boolean> {
  const credit = await readCredit(sql, creditId, 'FOR UPDATE OF c');
  const deposit = await readDeposit(sql, depositId, 'FOR UPDATE');
  if (credit?.state !== 'UNIDENTIFIED' || deposit === undefined || deposit.credit_id !== null) return false;
  const now = hub.clock.now();
  await sql.query(`UPDATE payments.account_credit SET state = 'CASH_DEPOSIT', decided_by = $2, decided_at = $3, note = $4 WHERE id = $1`, [
    ...[creditId, by, now, note],
  ]);
  await sql.query('UPDATE payments.cash_deposit SET credit_id = $2, arrived_at = $3 WHERE id = $1', [depositId, creditId, now]);
  await postTransaction(sql, {
    source: `cash.arrived:${depositId}`,
    at: now,
    day: localDateOf(now),
    unit: deposit.unit,
    paymentId: null,
    memo: `Tiền mặt đã vào tài khoản, giấy nộp ${deposit.slip_number}`,
    legs: moved(suspenseAccount(credit.account), transitAccount(deposit.unit), deposit.amount),
  });
  return true;
}

/** An accountant says in which credit a deposit arrived, to the đồng. A large one is said by somebody else than who paid it in. */
export async function assignCreditToDeposit(
  context: HubContext,
  wanted: { credit: string; deposit: string; note: string },
): Promise<DepositDone> {
  const found = await findOpen(context, wanted);
  if ('error' in found) return found;
  const { hub, viewer } = context;
  const key = fromGlobalId('cashDeposit', wanted.deposit);
  const deposit = key === undefined ? undefined : await readDeposit(hub.db, key);
  const mine = deposit !== undefined && coversScope(viewer, 'ACCOUNTANT', deposit.scope);
  if (deposit === undefined || !mine || deposit.account !== found.credit.account) return { error: notFound('deposit') };
  if (deposit.credit_id !== null) return { error: arrived() };
  if (deposit.amount !== found.credit.amount) return { error: otherAmount(deposit.amount, found.credit.amount) };
  const actor = actorOf(viewer);
  if (deposit.amount >= hub.config.reconciliationApprovalFrom && actor === deposit.deposited_by) return { error: needsAnother() };
  const arrival = { deposit: deposit.id, credit: found.credit.id, by: actor, note: wanted.note };
  if (!(await hub.db.transaction((sql) => arrive(hub, sql, arrival)))) return { error: notOpen() };
  return { deposit: (await readDeposit(hub.db, deposit.id)) ?? deposit };
}

const illegal = (field: string, vi: string, en: string) => userError('ILLEGAL_TRANSITION', { vi, en }, [field]);
const notReady = () =>
  illegal(
    'drawers',
    'Chỉ nộp các ngăn đã bàn giao, chưa nộp, của cùng một đơn vị.',
    'Only drawers of one unit, taken over and not paid in yet.',
  );
const notTheirs = () =>
  userError(
    'INVALID',
    {
      vi: 'Tài khoản thuộc đơn vị khác: chọn một trong depositAccounts, của chính đơn vị hoặc của tỉnh.',
      en: "The account is another unit's: choose one of depositAccounts, the unit's own or the province's.",
    },
    ['account'],
  );
const notInUse = () =>
  userError(
    'INVALID',
    {
      vi: 'Tài khoản chưa có trong danh mục hoặc đã ngừng dùng, nên sẽ không thấy tiền về: đăng ký bằng setBankAccount, có người khác duyệt, rồi ghi lại.',
      en: 'The account is not registered, or not in use any more, so that the money would never be seen there: register it with setBankAccount, have somebody approve it, and record the deposit again.',
    },
    ['account'],
  );
const nothing = () => illegal('drawers', 'Không có tiền để nộp.', 'There is no money in them.');
const slipTaken = () => illegal('slipNumber', 'Giấy nộp này đã được ghi.', 'This slip has been recorded already.');
const arrived = () => illegal('deposit', 'Khoản nộp này đã vào tài khoản.', 'This deposit has arrived already.');
const needsAnother = () => illegal('deposit', 'Cần một kế toán khác xác nhận.', 'Another accountant must say so.');
const otherAmount = (due: number, came: number) =>
  userError(
    'INVALID',
    {
      vi: `Giấy nộp ghi ${due} đồng, ghi có là ${came} đồng: hỏi ngân hàng hoặc kho bạc.`,
      en: `The slip says ${due} đồng, the credit ${came}: ask the bank or the treasury.`,
    },
    ['deposit'],
  );
