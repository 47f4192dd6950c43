import type { Queryable } from '../../platform/database/database.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { newUuid, toGlobalId } from '../../platform/ids.ts';
import type { LedgerEntry } from './payment.type.ts';

/** What a payment's merchant owes or the desk holds. */
export function receivableAccount(provider: string, merchantCode: string): string {
  return `receivable:${provider}:${merchantCode}`;
}

/** What a unit has collected of fees and charges. */
export function revenueAccount(unit: string): string {
  return `revenue:${unit}`;
}

/** One transaction of two legs. Whole đồng: positive where money came in, negative where it went back; never 0. */
export interface Posting {
  paymentId: string;
  at: Date;
  provider: string;
  merchantCode: string;
  /** The receiving unit. */
  unit: string;
  amount: number;
  memo: string;
}

interface Leg {
  id: string;
  transactionId: string;
  posting: Posting;
  account: string;
  debit: number;
  credit: number;
}

/** The legs of a posting: debit first. */
export function legsOf(posting: Posting): Leg[] {
  const transactionId = newUuid();
  const receivable = receivableAccount(posting.provider, posting.merchantCode);
  const revenue = revenueAccount(posting.unit);
  const amount = Math.abs(posting.amount);
  const [debited, credited] = posting.amount > 0 ? [receivable, revenue] : [revenue, receivable];
  return [
    { id: newUuid(), transactionId, posting, account: debited, debit: amount, credit: 0 },
    { id: newUuid(), transactionId, posting, account: credited, debit: 0, credit: amount },
  ];
}

/** The columns of a ledger entry, in the order of `entryValues`. */
export const ENTRY_COLUMNS = ['id', 'transaction_id', 'payment_id', 'at', 'account', 'debit', 'credit', 'memo'] as const;

export function entryValues(leg: Leg): [string, string, string, Date, string, number, number, string] {
  return [leg.id, leg.transactionId, leg.posting.paymentId, leg.posting.at, leg.account, leg.debit, leg.credit, leg.posting.memo];
}

/** Posts whole transactions inside the caller's transaction, with one statement. */
export async function post(sql: Queryable, postings: readonly Posting[]): Promise<void> {
  const legs = postings.filter((posting) => posting.amount !== 0).flatMap(legsOf);
  if (legs.length === 0) return;
  const rows = legs.map(entryValues);
  const column = (at: number) => rows.map((row) => row[at]);
  await sql.query(
    `INSERT INTO payments.ledger_entry (${ENTRY_COLUMNS.join(', ')})
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::bigint[], $7::bigint[], $8::text[])`,
    ENTRY_COLUMNS.map((_, at) => column(at)),
  );
}

/** A payment's entries, oldest first; one statement for all payments of a request. */
export function entriesOf(context: HubContext, paymentId: string): Promise<LedgerEntry[]> {
  type Row = { id: string; payment_id: string; at: Date; account: string; debit: number; credit: number; memo: string | null };
  const loader = context.loader<string, LedgerEntry[]>('payments.entries', async (ids) => {
    const rows = await context.hub.db.query<Row>(
      `SELECT id, payment_id, at, account, debit, credit, memo FROM payments.ledger_entry WHERE payment_id = ANY($1::uuid[]) ORDER BY at, id`,
      [ids],
    );
    const byPayment = Map.groupBy(rows, (row) => row.payment_id);
    return ids.map((id) => (byPayment.get(id) ?? []).map((row) => ({ ...row, id: toGlobalId('ledgerEntry', row.id) })));
  });
  return loader.load(paymentId);
}
