import { z } from 'zod';
import type { Transaction } from '../../../platform/database/database.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import type { Platform } from '../../../platform/platform.ts';
import { indexReadingsSql } from '../deadline/index-timeliness.ts';
import { COUNTERS, SUMS } from './counters.ts';

const LOCK = 7_202_507_66;
const columns = COUNTERS.join(', ');
const added = COUNTERS.map((counter) => `${counter} = d.${counter} + excluded.${counter}`).join(', ');

const monthsOf = (days: string) =>
  `SELECT procedure, unit, date_trunc('month', day)::date AS month, ${SUMS} FROM ${days} GROUP BY procedure, unit, date_trunc('month', day)`;

/** The counts of months, as those of days make them. */
export const MONTHS_SQL = monthsOf('dossiers.indicator_day');

/** Adds what was appended up into the counts of days and of months. Readers see either, never both or neither. False: another process is at it. */
export function foldDeltas(hub: Pick<Platform, 'db'>): Promise<boolean> {
  return hub.db.transaction(async (sql) => {
    const [lock] = await sql.query<{ held: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS held', [LOCK]);
    if (lock?.held !== true) return false;
    await sql.query(
      `WITH taken AS (DELETE FROM dossiers.indicator_delta RETURNING *),
            added AS (SELECT coalesce(procedure, '') AS procedure, unit, day, ${SUMS} FROM taken GROUP BY GROUPING SETS ((unit, procedure, day), (unit, day))),
            days AS (
              INSERT INTO dossiers.indicator_day AS d (procedure, unit, day, ${columns}) SELECT procedure, unit, day, ${columns} FROM added
              ON CONFLICT (procedure, day, unit) DO UPDATE SET ${added})
       INSERT INTO dossiers.indicator_month AS d (procedure, unit, month, ${columns}) ${monthsOf('added')}
       ON CONFLICT (procedure, month, unit) DO UPDATE SET ${added}`,
    );
    return true;
  });
}

/** Has a load of many thousands of dossiers count them once, with `countLoaded` at its end in the same transaction. */
export async function countLater(sql: Transaction): Promise<void> {
  await sql.query(`SELECT set_config('hub.count_dossiers', 'later', true)`);
}

/** Counts all dossiers anew, in the transaction that loaded them. Nobody else changes a dossier meanwhile. */
export async function countLoaded(sql: Transaction): Promise<void> {
  await replaceCounts(sql);
}

/** Puts a recount in place of the read model. Whoever changes a dossier waits until the transaction is over. */
export async function replaceCounts(sql: Transaction): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  // Every change of a dossier appends here: this waits for those under way and keeps the next ones out.
  await sql.query('LOCK TABLE dossiers.indicator_delta IN SHARE ROW EXCLUSIVE MODE');
  await sql.query(`SELECT set_config('hub.count_dossiers', 'later', true)`);
  await sql.query(
    `INSERT INTO dossiers.index_reading AS i (dossier_id, requests, ended_at, waited) ${indexReadingsSql()}
     ON CONFLICT (dossier_id) DO UPDATE SET requests = excluded.requests, ended_at = excluded.ended_at, waited = excluded.waited
       WHERE (i.requests, i.ended_at, i.waited) IS DISTINCT FROM (excluded.requests, excluded.ended_at, excluded.waited)`,
  );
  await sql.query('DELETE FROM dossiers.indicator_delta');
  await sql.query('DELETE FROM dossiers.indicator_day');
  await sql.query('DELETE FROM dossiers.indicator_month');
  await sql.query('INSERT INTO dossiers.indicator_day SELECT * FROM dossiers.indicator_recount()');
  await sql.query(`INSERT INTO dossiers.indicator_month ${MONTHS_SQL}`);
  await sql.query(`SELECT set_config('hub.count_dossiers', '', true)`);
  for (const table of ['dossiers.indicator_day', 'dossiers.indicator_month', 'dossiers.index_reading']) await sql.query(`ANALYZE ${table}`);
}

export const foldDeltasJob = defineJob({
  name: 'dossiers.fold-indicators',
  input: z.object({}),
  key: () => 'all',
  attempts: 5,
  backoffMs: 1_000,
  schedule: { everyMs: 10_000, inputs: async () => [{}] },
  run: async (hub) => {
    await foldDeltas(hub);
  },
});
