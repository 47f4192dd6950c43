import { createHash } from 'node:crypto';
import type { Database, Queryable, Transaction } from '../../platform/database/database.ts';
import type { UserErrorValue } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { lockRepeatKey, repeatKeyOf, repeatKeyProblem, repeatKeyReused } from '../../platform/idempotency.ts';

/** What a mutation that may be repeated does. */
export interface Repeatable<Done extends object> {
  /** The mutation's name: keys of different mutations have nothing to do with each other. */
  kind: string;
  /** As the client chose it; none: every call counts by itself. */
  key: string | null | undefined;
  /** All that the client said beside the key. */
  input: unknown;
  /** Does it, by the database of the context that it is given alone; nothing is kept of what it refuses. */
  work(context: HubContext): Promise<Done | { error: UserErrorValue }>;
  /** The row key of what it changed. */
  subjectOf(done: Done): string;
  /** That again, as it is by now. */
  read(sql: Queryable, subject: string): Promise<Done | undefined>;
}

/**
 * Does it once for each key of a caller, what it changes and the key in one transaction; the same key and input give what was changed again, as it
 * is by then. A key that came with other input is refused.
 */
export async function once<Done extends object>(context: HubContext, wanted: Repeatable<Done>): Promise<Done | { error: UserErrorValue }> {
  if (wanted.key == null) return wanted.work(context);
  const problem = repeatKeyProblem(wanted.key);
  if (problem !== undefined) return { error: atKey(problem) };
  const key = repeatKeyOf(context, `payments ${wanted.kind}`, wanted.key);
  const hash = createHash('sha256').update(JSON.stringify(wanted.input)).digest();
  return context.hub.db.transaction(async (sql): Promise<Done | { error: UserErrorValue }> => {
    await lockRepeatKey(sql, key);
    const [earlier] = await sql.query<{ input_hash: Buffer; subject: string }>(
      'SELECT input_hash, subject FROM payments.answered WHERE caller = $1 AND idempotency_key = $2',
      [key.caller, key.key],
    );
    if (earlier !== undefined) return repeat(sql, wanted, { hash, earlier });
    const done = await wanted.work(within(context, sql));
    if ('error' in done) return done;
    await sql.query(
      'INSERT INTO payments.answered (caller, idempotency_key, kind, input_hash, subject, answered_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [key.caller, key.key, wanted.kind, hash, wanted.subjectOf(done), context.hub.clock.now()],
    );
    return done;
  });
}

async function repeat<Done extends object>(
  sql: Queryable,
  wanted: Repeatable<Done>,
  { hash, earlier }: { hash: Buffer; earlier: { input_hash: Buffer; subject: string } },
): Promise<Done | { error: UserErrorValue }> {
  if (!earlier.input_hash.equals(hash)) return { error: atKey(repeatKeyReused()) };
  const again = await wanted.read(sql, earlier.subject);
  if (again === undefined) throw new Error(`what ${wanted.kind} changed is not there any more`);
  return again;
}

/** The key stands beside the other arguments, not in an input. */
function atKey(error: UserErrorValue): UserErrorValue {
  return { ...error, field: ['idempotencyKey'] };
}

/** The same context, with everything in a transaction that is open already. */
function within(context: HubContext, sql: Transaction): HubContext {
  const db: Database = { ...context.hub.db, query: sql.query, transaction: (work) => work(sql) };
  return { ...context, hub: { ...context.hub, db } };
}
