import type { AccountForm } from '../../../../connectors/contract/account.entry.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import { badUserInput } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { addDays, localDateOf } from '../../../platform/time.ts';
import { workingDays } from '../../../platform/working-days.ts';
import { readsBooks } from '../payment.access.ts';
import { missingDaysOf } from './account-gap.read.ts';
import type { AccountStatement, AccountStatements } from './account-statement.type.ts';
import { accountByNumber, type BankAccountRow, plainNumber } from './bank-account.row.ts';

const LONGEST_DAYS = 366;
/** So far back a closing balance still says something of an opening one. */
const LOOK_BACK_DAYS = 31;

interface VersionRow {
  id: string;
  day: string;
  version: number;
  newest: boolean;
  form: AccountForm;
  rows: number;
  opening: number | null;
  closing: number | null;
  credit_count: number | null;
  credit_sum: number | null;
  debit_count: number | null;
  debit_sum: number | null;
  unmatched_reversals: number;
  uploaded_by: string | null;
  taken_at: Date;
  closing_before: number | null;
  missing_count: number;
  missing_sum: number;
  untold_count: number;
  untold_sum: number;
}

/** The statements of an account whose books the viewer reads; of any other there are none. Throws BAD_USER_INPUT for a span that is turned round or too long. */
export async function listAccountStatements(
  { hub, viewer }: HubContext,
  { account: number, from, to }: { account: string; from: string; to: string },
): Promise<AccountStatements> {
  if (from > to || to > addDays(from, LONGEST_DAYS)) {
    throw badUserInput('to', {
      vi: `to phải không sớm hơn from và cách nhiều nhất ${LONGEST_DAYS} ngày.`,
      en: `to must not be before from, nor more than ${LONGEST_DAYS} days after.`,
    });
  }
  const account = await accountByNumber(hub.db, plainNumber(number));
  if (account === undefined || !readsBooks(viewer, account.scope)) return { statements: [], missingDays: [] };
  const yesterday = addDays(localDateOf(hub.clock.now()), -1);
  const statements = await versionsOf(hub.db, { account, from, to });
  const until = to < yesterday ? to : yesterday;
  const missing = await missingDaysOf(hub.db, { accounts: [account.number], from, to: until, calendar: await workingDays(hub) });
  return { statements: statements.map((row) => show(row, account)), missingDays: missing.map(({ day }) => day) };
}

/** Of a credit `k` and a statement `s`: it should be there and is not; it is there, and nobody had told of it. */
const LACKED = 'k.booked_on = s.business_date AND NOT k.on_statement';
const UNTOLD = 'k.stated_on = s.business_date AND k.noticed_at IS NULL';

type Span = { account: BankAccountRow; from: string; to: string };

function versionsOf(sql: Queryable, { account, from, to }: Span): Promise<VersionRow[]> {
  return sql.query<VersionRow>(
    `SELECT s.id, to_char(s.business_date, 'YYYY-MM-DD') AS day, s.version, s.form, s.rows, s.opening, s.closing, s.credit_count, s.credit_sum,
       s.debit_count, s.debit_sum, s.unmatched_reversals, s.uploaded_by, s.taken_at,
       NOT EXISTS (SELECT FROM payments.account_statement n WHERE n.account = s.account AND n.business_date = s.business_date AND n.version > s.version) AS newest,
       (SELECT b.closing FROM payments.account_statement b WHERE b.account = s.account AND b.business_date < s.business_date
          AND b.business_date >= s.business_date - ${LOOK_BACK_DAYS} ORDER BY b.business_date DESC, b.version DESC LIMIT 1) AS closing_before,
       c.missing_count, c.missing_sum, c.untold_count, c.untold_sum
     FROM payments.account_statement s CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE ${LACKED})::int AS missing_count, coalesce(sum(amount) FILTER (WHERE ${LACKED}), 0)::bigint AS missing_sum,
         count(*) FILTER (WHERE ${UNTOLD})::int AS untold_count,
         coalesce(sum(amount) FILTER (WHERE ${UNTOLD}), 0)::bigint AS untold_sum
       FROM payments.account_credit k WHERE k.account = s.account AND (k.booked_on = s.business_date OR k.stated_on = s.business_date)) c
     WHERE s.account = $1 AND s.business_date BETWEEN $2::date AND $3::date ORDER BY s.business_date DESC, s.version DESC`,
    [account.number, from, to],
  );
}

function show(row: VersionRow, account: BankAccountRow): AccountStatement {
  const counted = (count: number | null, sum: number | null) => (count === null || sum === null ? null : { count, sum });
  return {
    id: toGlobalId('accountStatement', row.id),
    day: row.day,
    version: row.version,
    isNewest: row.newest,
    broughtBy: row.uploaded_by,
    takenAt: row.taken_at,
    form: row.form,
    rows: row.rows,
    opening: row.opening,
    credits: counted(row.credit_count, row.credit_sum),
    debits: counted(row.debit_count, row.debit_sum),
    closing: row.closing,
    openingDifference: row.opening === null || row.closing_before === null ? null : row.opening - row.closing_before,
    missingCredits: row.newest ? counted(row.missing_count, row.missing_sum) : null,
    untoldCredits: row.newest && account.merchant_id !== null ? counted(row.untold_count, row.untold_sum) : null,
    unmatchedReversals: row.unmatched_reversals,
  };
}
