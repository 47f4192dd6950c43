import type { AccountSummary } from '../../../../connectors/contract/account.entry.ts';
import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import { newUuid } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Reversal, SeenStatement } from './account-statement.check.ts';

/** A statement whose credits are kept already. */
export interface WholeStatement {
  summary: AccountSummary;
  seen: SeenStatement;
}

/** The statements of a file. */
interface WholeFile {
  account: string;
  statements: readonly WholeStatement[];
  /** Null: it lay in the folder for statements. */
  uploadedBy: string | null;
}

export interface HeldVersion {
  rows: number;
  version: number;
}

/** What a file's statement of a day is. */
export interface KeptStatement extends HeldVersion {
  /** YYYY-MM-DD. */
  day: string;
  isNew: boolean;
}

/** The version that is this very statement; undefined: none. */
export async function versionOf(sql: Queryable, account: string, { day, sha256 }: AccountSummary): Promise<HeldVersion | undefined> {
  const [held] = await sql.query<HeldVersion>(
    'SELECT rows, version FROM payments.account_statement WHERE account = $1 AND business_date = $2 AND sha256 = $3',
    [account, day, Buffer.from(sha256, 'hex')],
  );
  return held;
}

/** Keeps all statements of a file, the oldest day first, or none. */
export function keepStatements(
  hub: Pick<Platform, 'db' | 'clock'>,
  { account, statements, uploadedBy }: WholeFile,
): Promise<KeptStatement[]> {
  const inOrder = statements.toSorted((a, b) => (a.summary.day < b.summary.day ? -1 : 1));
  return hub.db.transaction(async (sql) => {
    // Two files of one account take their turns here.
    await sql.query('SELECT 1 FROM payments.bank_account WHERE number = $1 FOR NO KEY UPDATE', [account]);
    const kept: KeptStatement[] = [];
    for (const statement of inOrder) kept.push(await keepOne(sql, statement, { account, uploadedBy, at: hub.clock.now() }));
    return kept;
  });
}

/** Keeps a statement as the newest of its account's day, and marks what it has of the credits, lacks and takes back. */
async function keepOne(
  sql: Transaction,
  { summary, seen }: WholeStatement,
  { account, uploadedBy, at }: { account: string; uploadedBy: string | null; at: Date },
): Promise<KeptStatement> {
  const { day, form, opening, closing, credits, debits } = summary;
  const held = await versionOf(sql, account, summary);
  if (held !== undefined) return { ...held, day, isNew: false };
  const rows = credits.count + debits.count;
  const unmatched = await markReversals(sql, { account, day, reversals: seen.reversals });
  const [kept] = await sql.query<{ version: number }>(
    `INSERT INTO payments.account_statement (id, account, business_date, version, form, sha256, rows, opening, closing, credit_count, credit_sum, debit_count, debit_sum, unmatched_reversals, uploaded_by, taken_at)
     SELECT $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
     FROM payments.account_statement WHERE account = $2 AND business_date = $3 RETURNING version`,
    [
      ...[newUuid(), account, day, form, Buffer.from(summary.sha256, 'hex'), rows, opening, closing],
      ...[credits.count, credits.sum, debits.count, debits.sum, unmatched, uploadedBy, at],
    ],
  );
  await markTold(sql, { account, day, told: seen.told });
  return { day, rows, version: kept?.version ?? 1, isNew: true };
}

/**
 * Of each credit of an account's day: whether the newest statement has it. A bank may book in the morning what came at night: a credit that
 * another day's statement has is not missed here.
 */
async function markTold(sql: Queryable, { account, day, told }: { account: string; day: string; told: readonly string[] }): Promise<void> {
  await sql.query(
    `UPDATE payments.account_credit SET on_statement = bank_reference = ANY($3::text[]), stated_on = CASE WHEN bank_reference = ANY($3::text[]) THEN $2::date END
     WHERE account = $1 AND (bank_reference = ANY($3::text[]) OR stated_on = $2 OR (booked_on = $2 AND stated_on IS NULL))
       AND (on_statement IS DISTINCT FROM (bank_reference = ANY($3::text[])) OR stated_on IS DISTINCT FROM CASE WHEN bank_reference = ANY($3::text[]) THEN $2::date END)`,
    [account, day, told],
  );
}

/** Marks the credits that a day's newest statement takes back, and no others. Returns how many reversals name none that the hub knows. */
async function markReversals(
  sql: Transaction,
  { account, day, reversals }: { account: string; day: string; reversals: readonly Reversal[] },
): Promise<number> {
  await sql.query('UPDATE payments.account_credit SET reversed_on = NULL WHERE account = $1 AND reversed_on = $2', [account, day]);
  let unmatched = 0;
  for (const { reverses, amount } of reversals) {
    const marked = await sql.query(
      `UPDATE payments.account_credit SET reversed_on = $4 WHERE id = (
         SELECT id FROM payments.account_credit WHERE account = $1 AND bank_reference = ANY($2::text[]) AND amount = $3 AND booked_on <= $4 AND reversed_on IS NULL
         ORDER BY booked_at DESC, id LIMIT 1 FOR UPDATE) RETURNING id`,
      [account, reverses, amount, day],
    );
    if (marked.length === 0) unmatched += 1;
  }
  return unmatched;
}
