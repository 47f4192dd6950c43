import { boundOf, hasRole } from '../../../platform/auth/viewer.ts';
import { type Page, readPage, toPage } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import { startOfLocalDate } from '../../../platform/time.ts';
import { PROVINCE } from '../merchant.service.ts';
import { booksVisibleTo, Values } from '../payment.access.ts';
import { type Keyset, keysetConditions, keysetOrder } from '../payment.keyset.ts';
import { DEPOSIT_COLUMNS, type DepositRow, DRAWER_COLUMNS, DRAWER_FROM, type DrawerRow } from './cash.row.ts';
import type { CashDeposit, CashDrawer, CashDrawerArguments, DepositAccount } from './cash.type.ts';

export function showDrawer(row: DrawerRow): CashDrawer & { depositId: string | null } {
  const expected = row.state === 'OPEN' ? row.taken : (row.expected ?? row.taken);
  return {
    id: toGlobalId('cashDrawer', row.id),
    unit: { code: row.unit },
    officer: row.officer,
    day: row.day,
    state: row.state,
    payments: row.payments,
    expected,
    counted: row.counted,
    difference: row.counted === null ? null : row.counted - expected,
    note: row.note,
    countedAt: row.counted_at,
    acceptedBy: row.accepted_by,
    acceptedAt: row.accepted_at,
    depositId: row.deposit_id,
  };
}

export function showDeposit(row: DepositRow): CashDeposit {
  return {
    row,
    id: toGlobalId('cashDeposit', row.id),
    unit: { code: row.unit },
    account: row.account,
    slipNumber: row.slip_number,
    amount: row.amount,
    depositedOn: row.deposited_on,
    depositedBy: row.deposited_by,
    arrivedAt: row.arrived_at,
  };
}

const BY_DAY: Keyset = { at: `(d.day::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`, id: 'd.id', ascending: false };

/** The viewer's own drawers, and those of the units whose books they read, the latest first. */
export async function listDrawers(context: HubContext, wanted: CashDrawerArguments): Promise<Page<DrawerRow>> {
  const page = readPage(wanted);
  const values = new Values();
  const own = hasRole(context.viewer, 'OFFICER', 'UNIT_LEADER') ? `d.officer = ${values.add(actorOf(context.viewer))}` : 'FALSE';
  const where = [`(${own} OR ${booksVisibleTo(context.viewer, values)})`];
  if (wanted.unit != null) where.push(`d.unit = ${values.add(wanted.unit)}`);
  if (wanted.states != null) where.push(`d.state = ANY(${values.add(wanted.states)}::text[])`);
  if (wanted.from != null) where.push(`d.day >= ${values.add(wanted.from)}::date`);
  if (wanted.to != null) where.push(`d.day <= ${values.add(wanted.to)}::date`);
  const conditions = [...where, ...keysetConditions(page, BY_DAY, values)].join(' AND ');
  const rows = await context.hub.db.query<DrawerRow>(
    `SELECT ${DRAWER_COLUMNS} FROM ${DRAWER_FROM} WHERE ${conditions} ${keysetOrder(page, BY_DAY)} LIMIT ${page.size + 1}`,
    values.list,
  );
  return toPage(rows, page, { key: (row) => [startOfLocalDate(row.day).toISOString(), row.id], count: async () => rows.length });
}

/** The deposits of the units whose books the viewer reads that have not arrived, or all of a span; the oldest first, at most 500. */
export async function listDeposits(
  context: HubContext,
  { arrived, from, to }: { arrived: boolean | null; from: string | null; to: string | null },
): Promise<DepositRow[]> {
  const values = new Values();
  // Its own scope in place of a merchant's.
  const where = [booksVisibleTo(context.viewer, values).replace('m.scope', 'd.scope')];
  if (arrived !== null) where.push(`(d.credit_id IS NOT NULL) = ${values.add(arrived)}::boolean`);
  if (from !== null) where.push(`d.deposited_on >= ${values.add(from)}::date`);
  if (to !== null) where.push(`d.deposited_on <= ${values.add(to)}::date`);
  return context.hub.db.query<DepositRow>(
    `SELECT ${DEPOSIT_COLUMNS} FROM payments.cash_deposit d WHERE ${where.join(' AND ')} ORDER BY d.deposited_on, d.id LIMIT 500`,
    values.list,
  );
}

/** A drawer's deposit; one statement for all drawers of a request. */
export function loadDeposit(context: HubContext, id: string): Promise<CashDeposit> {
  const loader = context.loader<string, CashDeposit>('payments.cashDeposit', async (ids) => {
    const rows = await context.hub.db.query<DepositRow>(
      `SELECT ${DEPOSIT_COLUMNS} FROM payments.cash_deposit d WHERE d.id = ANY($1::uuid[])`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, showDeposit(row)]));
    return ids.map((key) => byId.get(key) ?? new Error('a drawer names a deposit that is not there'));
  });
  return loader.load(id);
}

const MOST_ACCOUNTS = 1_000;

/**
 * The accounts in use to which an accountant may pay cash in: those of the units whose books they keep, and the province's, of which
 * nobody below it is told anything else.
 */
export async function listDepositAccounts({ hub, viewer }: HubContext): Promise<DepositAccount[]> {
  const bound = boundOf(viewer, 'ACCOUNTANT');
  const rows = await hub.db.query<{ number: string; bank_name: string | null; unit: string }>(
    `SELECT number, bank_name, unit FROM payments.bank_account WHERE active AND ($1 OR unit = ANY($2::text[])) ORDER BY unit, number LIMIT ${MOST_ACCOUNTS}`,
    [bound === 'ALL', [bound, PROVINCE]],
  );
  return rows.map(({ number, bank_name: bankName, unit }) => ({ number, bankName, unit: { code: unit } }));
}
