import type { UpstreamError } from '../../connectors/contract/errors.ts';
import type { Queryable } from './database/database.ts';
import { maskText } from './pii/mask.ts';
import type { Platform } from './platform.ts';

/**
 * How the connectors that subgraphs call by themselves answered last, and whether an operator lets them be called: kept in the
 * platform's schema, because those who call and those who show it are not the same.
 */

const REASON_LENGTH = 500;
/** Successes are written down no more often than this: many of them would only wait for each other's row. */
const FRESH = '10 seconds';

/** Whether an operator wants nothing sent to it. */
export async function isPaused(sql: Queryable, id: string): Promise<boolean> {
  const [row] = await sql.query('SELECT FROM outbox.connector WHERE id = $1 AND paused', [id]);
  return row !== undefined;
}

/** Stops calls to it, or lets them go on. */
export async function pauseCalls(sql: Queryable, id: string, paused: boolean): Promise<void> {
  await sql.query('INSERT INTO outbox.connector (id, paused) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET paused = excluded.paused', [
    id,
    paused,
  ]);
}

/** It answered, or called by itself. */
export async function reportSuccess({ db, clock }: Pick<Platform, 'db' | 'clock'>, id: string): Promise<void> {
  await db.query(
    `INSERT INTO outbox.connector (id, last_success_at)
     SELECT $1::text, $2::timestamptz WHERE NOT EXISTS (
       SELECT FROM outbox.connector c
       WHERE c.id = $1 AND c.failures = 0 AND c.error_code IS NULL AND c.last_success_at > $2::timestamptz - interval '${FRESH}')
     ON CONFLICT (id) DO UPDATE SET failures = 0, last_success_at = excluded.last_success_at, error_code = NULL, last_error = NULL`,
    [id, clock.now()],
  );
}

/** It did not answer, or with an error. */
export async function reportFailure({ db }: Pick<Platform, 'db'>, id: string, error: UpstreamError): Promise<void> {
  await db.query(
    `INSERT INTO outbox.connector AS c (id, failures, error_code, last_error) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET failures = CASE WHEN excluded.failures > 0 THEN c.failures + 1 ELSE 0 END, error_code = excluded.error_code, last_error = excluded.last_error`,
    [id, error.unreachable ? 1 : 0, error.code, maskText(error.message).slice(0, REASON_LENGTH)],
  );
}
