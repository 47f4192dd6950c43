import type { TimedStep } from './course.ts';

/**
 * On time as the index of Decision 766 has it, which is not as the law has it. The rule is the portal's own, SEEN in the public
 * description of its report: a dossier ended with the step of state 9, else 10, else 8 or 3; a single request for papers (5) counts
 * as an end too; two or more requests make it late; time in supplement is left out; on time is what ended no later than its due date.
 *
 * INFERRED, where the description is silent: of several steps with one state the last one counts, since a result that is withdrawn
 * and given again ends with the second; steps of state 5 in a row are one request; time in supplement is plain elapsed time, not
 * working time; a dossier that runs is measured at the instant of asking, and one within its time counts as on time.
 */
export type IndexTimeliness = 'ON_TIME' | 'LATE' | 'RUNNING' | 'NOT_APPLICABLE';

/** What the index reads of a dossier: the date that was given, never the hub's own, and all its steps, oldest first. */
export interface IndexCourse {
  dueAt: Date | null;
  voided: boolean;
  steps: readonly TimedStep[];
}

/** How a dossier stands for the index, and why. */
export interface IndexReading {
  timeliness: IndexTimeliness;
  /** When it ended as the index has it; null: it runs. */
  endedAt: Date | null;
  /** Requests for more papers. */
  requests: number;
  /** Milliseconds in supplement until its end, or until now. */
  inSupplement: number;
}

/** Reads a dossier as the index does at an instant. RUNNING: no end yet and still within its time. */
export function indexTimelinessOf({ dueAt, voided, steps }: IndexCourse, now: Date): IndexReading {
  const begins = steps.filter(({ status }, at) => status === 'SUPPLEMENT_REQUESTED' && steps[at - 1]?.status !== 'SUPPLEMENT_REQUESTED');
  const last = (...states: TimedStep['status'][]) => steps.findLast(({ status }) => states.includes(status))?.at;
  const single = begins.length === 1 ? begins[0]?.at : undefined;
  const endedAt = last('RESOLVED') ?? last('RETURNED') ?? last('STOPPED', 'REFUSED') ?? single ?? null;
  const until = (endedAt ?? now).getTime();
  const inSupplement = steps.reduce((sum, { at, status }, index) => {
    const end = Math.min(steps[index + 1]?.at.getTime() ?? until, until);
    return status === 'SUPPLEMENT_REQUESTED' ? sum + Math.max(0, end - at.getTime()) : sum;
  }, 0);
  return { endedAt, requests: begins.length, inSupplement, timeliness: standing() };

  function standing(): IndexTimeliness {
    if (dueAt === null || voided) return 'NOT_APPLICABLE';
    if (begins.length >= 2 || until - inSupplement > dueAt.getTime()) return 'LATE';
    return endedAt === null ? 'RUNNING' : 'ON_TIME';
  }
}

/**
 * The same rule as a query over steps `e`: of each dossier that has any, (dossier_id, requests, ended_at, waited). `waited` is the time
 * in supplement until the end, and without meaning for one that has none. `where` narrows the steps to whole dossiers.
 */
export function indexReadingsSql(where = 'true', events = 'dossiers.event'): string {
  const last = (states: string) => `max(at) FILTER (WHERE status IN (${states})) OVER own`;
  const begun = `FILTER (WHERE status = 'SUPPLEMENT_REQUESTED' AND before IS DISTINCT FROM 'SUPPLEMENT_REQUESTED') OVER own`;
  return `
    SELECT dossier_id, min(requests)::int AS requests, min(ended_at) AS ended_at,
      coalesce(sum(greatest(interval '0', least(coalesce(next, ended_at), ended_at) - at)) FILTER (WHERE status = 'SUPPLEMENT_REQUESTED'), interval '0') AS waited
    FROM (
      SELECT dossier_id, at, status, next, count(*) ${begun} AS requests,
        coalesce(${last("'RESOLVED'")}, ${last("'RETURNED'")}, ${last("'STOPPED', 'REFUSED'")}, CASE WHEN count(*) ${begun} = 1 THEN max(at) ${begun} END) AS ended_at
      FROM (
        SELECT e.dossier_id, e.at, e.status, lag(e.status) OVER w AS before, lead(e.at) OVER w AS next
        FROM ${events} e WHERE ${where} WINDOW w AS (PARTITION BY e.dossier_id ORDER BY e.at, e.recorded_at, e.id)) step
      WINDOW own AS (PARTITION BY dossier_id)) measured
    GROUP BY dossier_id`;
}

/**
 * The same rule as SQL over a dossier `d` (`id`, `due_at`, `voided_at`): an expression for its standing. `now` is a placeholder of an
 * instant. It reads each dossier's steps by their index: fit for a recount or a page of dossiers, not for a filter over millions.
 */
export function indexTimelinessSql(now: string, events = 'dossiers.event'): string {
  // Two requests make it late whatever the time; with one, or none and an end, there is an end to measure by.
  return `(
    SELECT CASE WHEN d.due_at IS NULL OR d.voided_at IS NOT NULL THEN 'NOT_APPLICABLE'
      WHEN coalesce(r.requests, 0) >= 2 OR coalesce(r.ended_at - r.waited, ${now}) > d.due_at THEN 'LATE'
      WHEN r.ended_at IS NULL THEN 'RUNNING' ELSE 'ON_TIME' END
    FROM (SELECT) always LEFT JOIN (${indexReadingsSql('e.dossier_id = d.id', events)}) r ON true)`;
}
