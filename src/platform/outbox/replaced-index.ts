import type { Transaction } from '../database/database.ts';

/** A blind index as it was, and what it is under the present key. */
export interface ReplacedIndex {
  before: Buffer;
  after: Buffer;
}

/**
 * Notes indexes that were replaced, in the transaction that replaced them at their owner: what is noted outlives a process that
 * dies before the other schemas have followed.
 */
export async function noteReplaced(sql: Transaction, pairs: readonly ReplacedIndex[]): Promise<void> {
  if (pairs.length === 0) return;
  await sql.query(
    'INSERT INTO outbox.replaced_index (before, after) SELECT * FROM unnest($1::bytea[], $2::bytea[]) ON CONFLICT (before) DO UPDATE SET after = excluded.after',
    [pairs.map(({ before }) => before), pairs.map(({ after }) => after)],
  );
}

/**
 * Has the columns follow that keep an index to find a person's rows by, and forgets what was noted, all in the caller's transaction.
 * Append-only tables are opened for it: an index says nothing of what happened, and one under a retired key finds nobody. Columns
 * are literals of the code (`schema.table.column`). Returns how many rows followed.
 */
export async function followReplaced(sql: Transaction, columns: readonly string[]): Promise<number> {
  let rows = 0;
  for (const column of columns) {
    const [schema, table, name] = column.split('.');
    const owner = `${schema}.${table}`;
    await sql.query(`ALTER TABLE ${owner} DISABLE TRIGGER USER`);
    const [moved] = await sql.query<{ count: number }>(
      `WITH moved AS (UPDATE ${owner} t SET ${name} = r.after FROM outbox.replaced_index r WHERE t.${name} = r.before RETURNING 1)
       SELECT count(*) AS count FROM moved`,
    );
    await sql.query(`ALTER TABLE ${owner} ENABLE TRIGGER USER`);
    rows += moved?.count ?? 0;
  }
  await sql.query('TRUNCATE outbox.replaced_index');
  return rows;
}
