import { coversScope, hasRole } from '../../../platform/auth/viewer.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId } from '../../../platform/ids.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import { localDateOf } from '../../../platform/time.ts';
import { cashAccount, overShortAccount, receivableAccount } from '../ledger.accounts.ts';
import { type Leg, postTransaction } from '../ledger.ts';
import { reasonProblem } from '../refunds/refund.request.ts';
import { DRAWER_COLUMNS, DRAWER_FROM, type DrawerRow } from './cash.row.ts';

export type DrawerDone = { drawer: DrawerRow } | { error: UserErrorValue };

/** Notes in use; the State Bank coins none that are still about. */
const DENOMINATIONS = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100];
const MOST_PIECES = 1_000_000;

export async function readDrawer(sql: Pick<Transaction, 'query'>, id: string, lock = ''): Promise<DrawerRow | undefined> {
  const [row] = await sql.query<DrawerRow>(`SELECT ${DRAWER_COLUMNS} FROM ${DRAWER_FROM} WHERE d.id = $1 ${lock}`, [id]);
  return row;
}

/** What counting a drawer or taking it over changes, for its repetition. */
export const DRAWER = {
  subjectOf: ({ drawer }: { drawer: DrawerRow }) => drawer.id,
  async read(sql: Pick<Transaction, 'query'>, id: string): Promise<{ drawer: DrawerRow } | undefined> {
    const drawer = await readDrawer(sql, id);
    return drawer === undefined ? undefined : { drawer };
  },
};

export interface Pieces {
  denomination: number;
  pieces: number;
}

/** An officer counts their own drawer, again as often as needed until it is handed over. From the first count on nothing goes into it. */
export function countDrawer(
  context: HubContext,
  wanted: { drawer: string; pieces: readonly Pieces[]; note: string | null },
): Promise<DrawerDone> {
  const { hub, viewer } = context;
  return change(context, wanted.drawer, async (sql, drawer) => {
    if (drawer.officer !== actorOf(viewer) || drawer.unit !== viewer.unit) return notFound('drawer');
    if (drawer.state !== 'OPEN' && drawer.state !== 'COUNTED') return handedOver();
    const wrong = piecesProblem(wanted.pieces);
    if (wrong !== undefined) return wrong;
    const counted = wanted.pieces.reduce((sum, { denomination, pieces }) => sum + denomination * pieces, 0);
    const problem = counted === drawer.taken ? undefined : reasonProblem(wanted.note ?? '', 'note');
    if (problem !== undefined) return problem;
    await sql.query(
      `UPDATE payments.cash_drawer SET state = 'COUNTED', expected = $2, counted = $3, pieces = $4, note = $5, counted_at = $6 WHERE id = $1`,
      [drawer.id, drawer.taken, counted, JSON.stringify(wanted.pieces), wanted.note, hub.clock.now()],
    );
    return undefined;
  });
}

/**
 * The unit's accountant, who is not the officer, has counted the same and takes the money over: it leaves the desk and lies in the unit's safe;
 * what is over or short is booked as such.
 */
export function acceptDrawer(context: HubContext, id: string): Promise<DrawerDone> {
  const { hub, viewer } = context;
  return change(context, id, async (sql, drawer) => {
    if (!hasRole(viewer, 'ACCOUNTANT') || !coversScope(viewer, 'ACCOUNTANT', drawer.merchant_scope)) return notFound('drawer');
    if (drawer.state === 'OPEN') return uncounted();
    if (drawer.state !== 'COUNTED') return handedOver();
    const actor = actorOf(viewer);
    if (actor === drawer.officer) return needsAnother();
    // Money that went back since: it was counted as if it were there.
    if (drawer.expected !== drawer.taken) return countAgain();
    const now = hub.clock.now();
    await sql.query(`UPDATE payments.cash_drawer SET state = 'ACCEPTED', accepted_by = $2, accepted_at = $3 WHERE id = $1`, [
      ...[drawer.id, actor, now],
    ]);
    const legs = handover(drawer).filter((leg) => leg.debit !== leg.credit);
    if (legs.length === 0) return undefined;
    await postTransaction(sql, {
      source: `cash.accepted:${drawer.id}`,
      at: now,
      day: localDateOf(now),
      unit: drawer.unit,
      paymentId: null,
      memo: `Bàn giao tiền mặt ngày ${drawer.day}`,
      legs,
    });
    return undefined;
  });
}

function handover({ unit, merchant_code: code, counted, taken }: DrawerRow): Leg[] {
  const [money, short] = [counted ?? 0, taken - (counted ?? 0)];
  return [
    { account: cashAccount(unit), debit: money, credit: 0 },
    { account: overShortAccount(unit), debit: Math.max(0, short), credit: Math.max(0, -short) },
    { account: receivableAccount('CASH', code), debit: 0, credit: taken },
  ];
}

async function change(
  { hub }: HubContext,
  id: string,
  work: (sql: Transaction, drawer: DrawerRow) => Promise<UserErrorValue | undefined>,
): Promise<DrawerDone> {
  const key = fromGlobalId('cashDrawer', id);
  if (key === undefined) return { error: notFound('drawer') };
  return hub.db.transaction(async (sql): Promise<DrawerDone> => {
    const [locked] = await sql.query<{ id: string }>('SELECT id FROM payments.cash_drawer WHERE id = $1 FOR UPDATE', [key]);
    // Read once it is locked: what was being taken at that moment is in it.
    const drawer = locked === undefined ? undefined : await readDrawer(sql, key);
    const error = drawer === undefined ? notFound('drawer') : await work(sql, drawer);
    if (error !== undefined) return { error };
    return { drawer: (await readDrawer(sql, key)) as DrawerRow };
  });
}

function piecesProblem(pieces: readonly Pieces[]): UserErrorValue | undefined {
  const known = pieces.every(
    ({ denomination, pieces: count }) => DENOMINATIONS.includes(denomination) && count >= 0 && count <= MOST_PIECES,
  );
  if (known && new Set(pieces.map(({ denomination }) => denomination)).size === pieces.length) return undefined;
  const list = DENOMINATIONS.join(', ');
  return userError(
    'INVALID',
    { vi: `Mỗi mệnh giá một lần, số tờ từ 0; mệnh giá: ${list}.`, en: `Each denomination once, 0 pieces or more; denominations: ${list}.` },
    ['pieces'],
  );
}

const illegal = (vi: string, en: string) => userError('ILLEGAL_TRANSITION', { vi, en }, ['drawer']);
const handedOver = () => illegal('Ngăn tiền này đã bàn giao.', 'This drawer has been handed over.');
const uncounted = () => illegal('Ngăn tiền này chưa kiểm đếm.', 'This drawer has not been counted.');
const needsAnother = () => illegal('Người nhận bàn giao phải là người khác.', 'Somebody else must take it over.');
const countAgain = () =>
  illegal('Có khoản hoàn sau khi kiểm đếm: hãy kiểm đếm lại.', 'Money went back after it was counted: count it again.');
