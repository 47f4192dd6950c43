import type { Queryable } from '../../platform/database/database.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { newUuid, toGlobalId } from '../../platform/ids.ts';
import { localDateOf } from '../../platform/time.ts';
import { receivableAccount, revenueAccount } from './ledger.accounts.ts';
import type { LedgerEntry } from './payment.type.ts';

/** One side of a transaction. Whole đồng; exactly one of the two is not 0. */
export interface Leg {
  account: string;
  debit: number;
  credit: number;
}

/** What is posted as one: debit and credit are equal, or the database refuses it. */
export interface LedgerTransaction {
  /** What it comes from, e.g. `refund.paid:<id>`: the same source is posted once; null: its caller sees to that. */
  source: string | null;
  at: Date;
  /** The business day that it belongs to, YYYY-MM-DD. */
  day: string;
  /** The unit in whose books it stands. */
  unit: string;
  paymentId: string | null;
  memo: string;
  legs: readonly Leg[];
}

/** Money of a payment that came in (positive) or went back (negative), whole đồng; 0 posts nothing. */
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

/** A posting as a transaction of two legs, debit first. */
export function transactionOf({ paymentId, at, provider, merchantCode, unit, amount, memo }: Posting): LedgerTransaction {
  const receivable = receivableAccount(provider, merchantCode);
  const [debited, credited] = amount > 0 ? [receivable, revenueAccount(unit)] : [revenueAccount(unit), receivable];
  return { source: null, at, day: localDateOf(at), unit, paymentId, memo, legs: moved(debited, credited, Math.abs(amount)) };
}

/** The two legs that move an amount. */
export function moved(debited: string, credited: string, amount: number): Leg[] {
  return [
    { account: debited, debit: amount, credit: 0 },
    { account: credited, debit: 0, credit: amount },
  ];
}

/** The columns of a ledger entry, in the order of `entryValues`. */
export const ENTRY_COLUMNS = [
  ...['id', 'transaction_id', 'payment_id', 'at', 'account', 'debit', 'credit', 'memo'],
  ...['source', 'leg', 'day', 'unit'],
] as const;

type EntryValues = [string, string, string | null, Date, string, number, number, string, string | null, number, string, string];

/** A transaction as rows of the table. */
export function entryValues({ source, at, day, unit, paymentId, memo, legs }: LedgerTransaction): EntryValues[] {
  const transactionId = newUuid();
  return legs.map(({ account, debit, credit }, leg) => [
    ...([newUuid(), transactionId, paymentId, at, account, debit, credit, memo] as const),
    ...([source, leg, day, unit] as const),
  ]);
}

/** Posts postings inside the caller's transaction, with one statement. */
export async function post(sql: Queryable, postings: readonly Posting[]): Promise<void> {
  await insert(sql, postings.filter(({ amount }) => amount !== 0).map(transactionOf));
}

/** Posts a transaction inside the caller's. False: its source was posted before, and nothing was done. */
export async function postTransaction(sql: Queryable, transaction: LedgerTransaction & { source: string }): Promise<boolean> {
  return (await insert(sql, [transaction])) > 0;
}

async function insert(sql: Queryable, transactions: readonly LedgerTransaction[]): Promise<number> {
  const rows = transactions.flatMap(entryValues);
  if (rows.length === 0) return 0;
  const written = await sql.query(
    `INSERT INTO payments.ledger_entry (${ENTRY_COLUMNS.join(', ')})
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::bigint[], $7::bigint[], $8::text[], $9::text[], $10::smallint[],
       $11::date[], $12::text[])
     ON CONFLICT (source, leg) WHERE source IS NOT NULL DO NOTHING RETURNING id`,
    ENTRY_COLUMNS.map((_, at) => rows.map((row) => row[at])),
  );
  return written.length;
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
