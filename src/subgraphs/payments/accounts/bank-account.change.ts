import { readAccountProfile } from '../../../../connectors/contract/account.profile.ts';
import { coversScope, hasRole, type Viewer } from '../../../platform/auth/viewer.ts';
import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId, newUuid } from '../../../platform/ids.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import { PROVINCE } from '../merchant.service.ts';
import { scopeOf } from '../merchants/merchant-change.service.ts';
import { registerAccounts } from './bank-account.register.ts';
import { accountByNumber, type BankAccountKindName, type BankAccountRow, plainNumber } from './bank-account.row.ts';
import type { BankAccountInput } from './bank-account.type.ts';

/** A row of `payments.bank_account_change`. */
export interface AccountChangeRow {
  id: string;
  number: string;
  bank_bin: string | null;
  bank_name: string | null;
  kind: BankAccountKindName;
  unit: string;
  profile: unknown;
  active: boolean;
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  approved: boolean | null;
}

export const ACCOUNT_CHANGE_COLUMNS =
  'id, number, bank_bin, bank_name, kind, unit, profile, active, proposed_by, proposed_at, decided_by, decided_at, approved';

export type AccountChangeDone = { change: AccountChangeRow } | { error: UserErrorValue };
const refuse = (error: UserErrorValue): AccountChangeDone => ({ error });
const invalid = (field: string, vi: string, en: string) => userError('INVALID', { vi, en }, ['input', field]);

const NUMBER = /^[A-Za-z0-9]{4,34}$/;
const UNIT = /^\d{2,6}$/;
const LONGEST_NAME = 200;

/** An accountant of the province may change every account, an administrator those of the own unit, or of the province's: all. */
export function mayChange(viewer: Viewer, scope: readonly string[]): boolean {
  if (hasRole(viewer, 'ADMINISTRATOR') && coversScope(viewer, 'ADMINISTRATOR', scope)) return true;
  return hasRole(viewer, 'ACCOUNTANT') && coversScope(viewer, 'ACCOUNTANT', [PROVINCE]);
}

/** Proposes an account, or a change of one. Nothing changes before somebody else has approved it: it says in whose books money stands. */
export async function setBankAccount(context: HubContext, input: BankAccountInput): Promise<AccountChangeDone> {
  const { hub, viewer } = context;
  const wanted = { ...input, number: plainNumber(input.number) };
  if (!mayChange(viewer, scopeOf(wanted.unit))) return refuse(notFound('unit'));
  const problem = inputProblem(wanted) ?? (await unitProblem(hub.db, wanted, viewer));
  if (problem !== undefined) return refuse(problem);
  const [row] = await hub.db.query<AccountChangeRow>(
    `INSERT INTO payments.bank_account_change (id, number, bank_bin, bank_name, kind, unit, profile, active, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10) ON CONFLICT (number) WHERE decided_at IS NULL DO NOTHING RETURNING ${ACCOUNT_CHANGE_COLUMNS}`,
    [
      ...[newUuid(), wanted.number, wanted.bankBin ?? null, wanted.bankName.trim(), wanted.kind, wanted.unit],
      ...[wanted.profile == null ? null : JSON.stringify(wanted.profile), wanted.active, actorOf(viewer), hub.clock.now()],
    ],
  );
  return row === undefined ? refuse(pending()) : { change: row };
}

function inputProblem({ number, bankBin, bankName, unit, profile }: BankAccountInput): UserErrorValue | undefined {
  if (!NUMBER.test(number))
    return invalid('number', 'Số tài khoản gồm 4 đến 34 chữ cái, chữ số.', 'A number has 4 to 34 letters and digits.');
  if (bankBin != null && !/^\d{6}$/.test(bankBin))
    return invalid(
      'bankBin',
      'Mã BIN gồm 6 chữ số, ví dụ 970405; không có thì bỏ trống.',
      'A BIN has six digits, e.g. 970405; leave it out where there is none.',
    );
  if (bankName.trim() === '' || bankName.length > LONGEST_NAME)
    return invalid('bankName', `Tên có 1 đến ${LONGEST_NAME} ký tự.`, `A name has 1 to ${LONGEST_NAME} characters.`);
  if (!UNIT.test(unit)) return invalid('unit', 'Mã đơn vị gồm 2 đến 6 chữ số.', "A unit's code has 2 to 6 digits.");
  const read = profile == null ? undefined : readAccountProfile(profile);
  if (read === undefined || 'profile' in read) return undefined;
  return invalid('profile', `Hồ sơ cột chưa dùng được: ${read.problem}`, `The profile can't be used: ${read.problem}`);
}

/** An account's unit stays what it is where money stands in its books, and where a merchant collects on it. */
async function unitProblem(sql: Queryable, { number, unit }: BankAccountInput, viewer: Viewer): Promise<UserErrorValue | undefined> {
  const held = await accountByNumber(sql, number);
  if (held === undefined || held.unit === unit) return undefined;
  if (!mayChange(viewer, held.scope)) return invalid('number', 'Số này đã thuộc đơn vị khác.', 'This number belongs to another unit.');
  if (!(await isTied(sql, held))) return undefined;
  return invalid(
    'unit',
    `Tài khoản đang thu hoặc đã có tiền trong sổ của đơn vị ${held.unit}: giữ đơn vị này.`,
    `A merchant collects on the account, or money stands in its books at unit ${held.unit}: keep that unit.`,
  );
}

async function isTied(sql: Queryable, { number, merchant_id: merchantId }: BankAccountRow): Promise<boolean> {
  if (merchantId !== null) return true;
  const [row] = await sql.query<{ has: boolean }>('SELECT EXISTS (SELECT FROM payments.account_credit WHERE account = $1) AS has', [
    number,
  ]);
  return row?.has === true;
}

/** Somebody else approves a change, which then holds at once, or refuses it. */
export function approveBankAccount(context: HubContext, { id, approve }: { id: string; approve: boolean }): Promise<AccountChangeDone> {
  const { hub, viewer } = context;
  const key = fromGlobalId('bankAccountChange', id);
  if (key === undefined) return Promise.resolve(refuse(notFound('change')));
  return hub.db.transaction(async (sql): Promise<AccountChangeDone> => {
    const [change] = await sql.query<AccountChangeRow>(
      `SELECT ${ACCOUNT_CHANGE_COLUMNS} FROM payments.bank_account_change WHERE id = $1 FOR UPDATE`,
      [key],
    );
    if (change === undefined || !mayChange(viewer, scopeOf(change.unit))) return refuse(notFound('change'));
    if (change.decided_at !== null) return refuse(decided());
    const actor = actorOf(viewer);
    if (change.proposed_by === actor) return refuse(needsAnother());
    // Credits may have come since it was proposed.
    const problem = approve ? await unitProblem(sql, { ...change, bankName: change.bank_name ?? '' }, viewer) : undefined;
    if (problem !== undefined) return refuse(problem);
    if (approve) {
      await apply(sql, change);
      await registerAccounts(hub, sql);
    }
    const [after] = await sql.query<AccountChangeRow>(
      `UPDATE payments.bank_account_change SET decided_by = $2, decided_at = $3, approved = $4 WHERE id = $1 RETURNING ${ACCOUNT_CHANGE_COLUMNS}`,
      [change.id, actor, hub.clock.now(), approve],
    );
    return { change: after ?? change };
  });
}

async function apply(sql: Transaction, change: AccountChangeRow): Promise<void> {
  await sql.query(
    `INSERT INTO payments.bank_account (id, number, bank_bin, bank_name, kind, unit, scope, profile, active)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)
     ON CONFLICT (number) DO UPDATE SET bank_bin = excluded.bank_bin, bank_name = excluded.bank_name, kind = excluded.kind, unit = excluded.unit,
       scope = CASE WHEN payments.bank_account.unit = excluded.unit THEN payments.bank_account.scope ELSE excluded.scope END,
       profile = excluded.profile, active = excluded.active`,
    [
      ...[newUuid(), change.number, change.bank_bin, change.bank_name, change.kind, change.unit, scopeOf(change.unit)],
      ...[change.profile === null ? null : JSON.stringify(change.profile), change.active],
    ],
  );
}

const illegal = (path: string[], vi: string, en: string) => userError('ILLEGAL_TRANSITION', { vi, en }, path);
const pending = () =>
  illegal(
    ['input', 'number'],
    'Đã có một đề nghị khác về tài khoản này đang chờ duyệt.',
    'Another change of this account waits for approval.',
  );
const decided = () => illegal(['change'], 'Đề nghị này đã được quyết định.', 'This change has been decided already.');
const needsAnother = () => illegal(['change'], 'Cần một người khác duyệt.', 'Somebody else must approve it.');
