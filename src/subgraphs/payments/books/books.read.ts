import { boundOf, type Viewer } from '../../../platform/auth/viewer.ts';
import { badUserInput } from '../../../platform/errors.ts';
import { type Page, readPage, toPage } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { addDays } from '../../../platform/time.ts';
import { BOOK_READERS, Values } from '../payment.access.ts';
import { type Keyset, keysetConditions, keysetOrder } from '../payment.keyset.ts';
import type { LedgerBalance, LedgerEntryArguments } from './books.type.ts';

/** The longest span of balances, days, and the most lines of one answer. */
const LONGEST_DAYS = 366;
const MOST_LINES = 10_000;

/** Which entries are asked for; left out: of all that the viewer's books hold. */
export interface BooksWanted {
  unit?: string | null | undefined;
  account?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}

export interface EntryRow {
  id: string;
  at: Date;
  account: string;
  debit: number;
  credit: number;
  memo: string | null;
}

/** An entry is read by its unit's accountant, and by one who reads the payment that it belongs to. */
function booksOf(viewer: Viewer, values: Values): string {
  const bounds = BOOK_READERS.map((role) => boundOf(viewer, role));
  if (bounds.includes('ALL')) return 'TRUE';
  const bound = bounds.find((each) => each !== undefined);
  if (bound === undefined) return 'FALSE';
  const unit = values.add(bound);
  return `(e.unit = ${unit} OR EXISTS (SELECT FROM payments.payment p WHERE p.id = e.payment_id AND p.scope @> ARRAY[${unit}::text]))`;
}

function conditionsOf(viewer: Viewer, { unit, account, from, to }: BooksWanted, values: Values): string[] {
  const where = [booksOf(viewer, values)];
  if (unit != null) where.push(`e.unit = ${values.add(unit)}`);
  if (account != null) where.push(`e.account = ${values.add(account)}`);
  if (from != null) where.push(`e.day >= ${values.add(from)}::date`);
  if (to != null) where.push(`e.day <= ${values.add(to)}::date`);
  return where;
}

/**
 * What each day of a span brought to each account, by account, unit and day, with the balance at its end. Days without an
 * entry have no line. Throws BAD_USER_INPUT for a span that is turned round, too long, or of too many lines.
 */
export async function listBalances(
  { hub, viewer }: HubContext,
  wanted: BooksWanted & { from: string; to: string },
): Promise<LedgerBalance[]> {
  const { from, to, ...which } = wanted;
  if (from > to || to > addDays(from, LONGEST_DAYS)) {
    throw badUserInput('to', {
      vi: `to phải không sớm hơn from và cách nhiều nhất ${LONGEST_DAYS} ngày.`,
      en: `to must not be before from, nor more than ${LONGEST_DAYS} days after.`,
    });
  }
  const values = new Values();
  const where = conditionsOf(viewer, { ...which, to }, values);
  const rows = await hub.db.query<LedgerBalance>(
    `WITH day AS (
       SELECT e.account, e.unit, e.day, sum(e.debit)::bigint AS debit, sum(e.credit)::bigint AS credit
       FROM payments.ledger_entry e WHERE ${where.join(' AND ')} GROUP BY e.account, e.unit, e.day),
     running AS (SELECT day.*, sum(debit - credit) OVER (PARTITION BY account, unit ORDER BY day)::bigint AS closing FROM day)
     SELECT account, jsonb_build_object('code', unit) AS unit, to_char(day, 'YYYY-MM-DD') AS day, debit, credit, closing
     FROM running r WHERE r.day >= ${values.add(from)}::date ORDER BY r.account, r.unit, r.day LIMIT ${MOST_LINES + 1}`,
    values.list,
  );
  if (rows.length > MOST_LINES) {
    throw badUserInput('to', {
      vi: `Hơn ${MOST_LINES} dòng: chọn khoảng ngắn hơn, một đơn vị hoặc một tài khoản.`,
      en: `More than ${MOST_LINES} lines: ask for a shorter span, one unit or one account.`,
    });
  }
  return rows;
}

const IN_ORDER: Keyset = { at: 'e.at', id: 'e.id', ascending: true };

/** The entries of the viewer's books, oldest first. */
export async function listEntries({ hub, viewer }: HubContext, wanted: LedgerEntryArguments): Promise<Page<EntryRow>> {
  const page = readPage(wanted);
  const values = new Values();
  const where = [...conditionsOf(viewer, wanted, values), ...keysetConditions(page, IN_ORDER, values)];
  const rows = await hub.db.query<EntryRow>(
    `SELECT e.id, e.at, e.account, e.debit, e.credit, e.memo FROM payments.ledger_entry e
     WHERE ${where.join(' AND ')} ${keysetOrder(page, IN_ORDER)} LIMIT ${page.size + 1}`,
    values.list,
  );
  return toPage(rows, page, {
    key: (row) => [row.at.toISOString(), row.id],
    count: async () => {
      const counted = new Values();
      const conditions = conditionsOf(viewer, wanted, counted).join(' AND ');
      const [row] = await hub.db.query<{ count: number }>(`SELECT count(*) FROM payments.ledger_entry e WHERE ${conditions}`, counted.list);
      return row?.count ?? 0;
    },
  });
}
