import { z } from 'zod';
import type { Transaction } from '../../../platform/database/database.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import type { Platform } from '../../../platform/platform.ts';
import { reDatingsAmong } from '../lifecycle/re-dating.ts';
import { calendarsMark, type DeadlineBook, deadlineBook } from './book.ts';
import type { TimedStep } from './course.ts';
import { type DatedDossier, type EngineDates, engineDatesOf } from './dossier-dates.ts';

const EVERY_MS = 60_000;
const BATCH = 500;
/** What is over keeps the dates by which it was measured. A withdrawal that is asked for may be taken back. */
const OPEN = `d.voided_at IS NULL AND d.status NOT IN ('REFUSED', 'STOPPED', 'RESOLVED', 'RETURNED')`;
const DATED =
  'd.id, d.procedure, d.handling_unit, d.status, d.channel, d.submitted_at, d.accepted_at, d.finished_at, d.supplements, d.updated_at';
const DATES = ['engine_due_at', 'statutory_due_at', 'clock_stopped_at'] as const satisfies readonly (keyof EngineDates)[];

type Row = DatedDossier & EngineDates & { id: string };
type Step = TimedStep & { dossier_id: string; key: string };

/**
 * Where any calendar changed since the last time, reckons the hub's own dates of open dossiers anew. The dates that citizens were
 * given stand: where they differ now, `dueDateDiffers` lists them. Returns how many dossiers have other dates; undefined: no calendar
 * changed, or `signal` ended it before the last dossier, and it begins anew another time.
 */
export async function followCalendars(hub: Platform, signal?: AbortSignal): Promise<number | undefined> {
  // Before the book is read: what is changed between the two is followed once more.
  const mark = await unfollowedMark(hub);
  if (mark === undefined) return undefined;
  const book = await deadlineBook(hub);
  const open = await hub.db.query<{ id: string }>(`SELECT d.id FROM dossiers.dossier d WHERE ${OPEN}`);
  let moved = 0;
  for (let from = 0; from < open.length; from += BATCH) {
    if (signal?.aborted === true) return undefined;
    const ids = open.slice(from, from + BATCH).map(({ id }) => id);
    moved += await hub.db.transaction((sql) => reckonAnew(sql, book, ids));
  }
  await hub.db.query(
    `INSERT INTO dossiers.calendars_followed (mark, followed_at) VALUES ($1, $2)
     ON CONFLICT (single) DO UPDATE SET mark = excluded.mark, followed_at = excluded.followed_at`,
    [mark, hub.clock.now()],
  );
  return moved;
}

/** The mark of the calendars where it is not the one that was followed last. */
async function unfollowedMark(hub: Platform): Promise<string | undefined> {
  const mark = await calendarsMark(hub.db);
  const [last] = await hub.db.query<{ mark: string }>('SELECT mark FROM dossiers.calendars_followed');
  return last?.mark === mark ? undefined : mark;
}

/** Writes the dates that changed. The dossier's version and time of change stay: nothing that anybody said of it is another. */
async function reckonAnew(sql: Transaction, book: DeadlineBook, ids: readonly string[]): Promise<number> {
  // Locked in the order in which an ingest locks them, so that neither waits for the other.
  const rows = await sql.query<Row>(
    `SELECT ${DATED}, ${DATES.map((date) => `d.${date}`).join(', ')} FROM dossiers.dossier d WHERE d.id = ANY($1::uuid[]) AND ${OPEN} ORDER BY d.code FOR UPDATE`,
    [ids],
  );
  const steps = Map.groupBy(
    await sql.query<Step>(
      'SELECT dossier_id, step_key AS key, at, status FROM dossiers.event WHERE dossier_id = ANY($1::uuid[]) ORDER BY at, recorded_at, id',
      [ids],
    ),
    (step) => step.dossier_id,
  );
  const changed = rows.flatMap((row) => {
    const own = steps.get(row.id) ?? [];
    const dates = engineDatesOf(book, row, { steps: own, redatings: reDatingsAmong(own) });
    return DATES.some((date) => dates[date]?.getTime() !== row[date]?.getTime()) ? [{ id: row.id, ...dates }] : [];
  });
  if (changed.length > 0) {
    await sql.query(
      `UPDATE dossiers.dossier d SET ${DATES.map((date) => `${date} = t.${date}`).join(', ')}
       FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[]) AS t(id, ${DATES.join(', ')}) WHERE d.id = t.id`,
      [changed.map(({ id }) => id), ...DATES.map((date) => changed.map((each) => each[date]))],
    );
  }
  return changed.length;
}

export const followCalendarsJob = defineJob({
  name: 'dossiers.follow-calendars',
  input: z.object({}),
  key: () => 'all',
  attempts: 5,
  backoffMs: 1_000,
  schedule: { everyMs: EVERY_MS, inputs: async (hub) => ((await unfollowedMark(hub)) === undefined ? [] : [{}]) },
  async run(hub, _input, signal) {
    const moved = await followCalendars(hub, signal);
    if (moved !== undefined) hub.log.info({ moved }, 'a calendar changed: the hub’s own due dates follow');
  },
});
