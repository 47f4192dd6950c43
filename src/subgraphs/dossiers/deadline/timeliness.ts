import type { DossierStatus, Timeliness } from '../../../platform/graphql/enums.ts';
import { addDays, localDateOf, startOfLocalDate } from '../../../platform/time.ts';
import type { DossierRow } from '../dossier.row.ts';
import { type Calendar, calendar as provinceCalendar } from './calendar.ts';

/** States in which a dossier is over. */
export const FINISHED: ReadonlySet<DossierStatus> = new Set(['REFUSED', 'WITHDRAWAL_REQUESTED', 'STOPPED', 'RESOLVED', 'RETURNED']);

/** Until when a due date counts as soon: the end of the next working day, by the province's calendar. */
export function soonUntil(now: Date, calendar: Pick<Calendar, 'addWorkingDays'> = provinceCalendar): Date {
  return calendar.addWorkingDays(startOfLocalDate(addDays(localDateOf(now), 1)), 0);
}

/** What a dossier's standing depends on. */
export type TimelinessRow = Pick<DossierRow, 'status' | 'due_at' | 'finished_at' | 'voided_at' | 'clock_stopped_at'>;

/**
 * How a dossier stands to its due date at an instant of business time. While its clock stands it is within time, even past the date
 * that was given before: the applicant's turn costs the desk nothing. What was overdue when the clock was stopped stays overdue.
 */
export function timelinessOf(row: TimelinessRow, now: Date, soon: Date = soonUntil(now)): Timeliness {
  const { due_at: due, clock_stopped_at: stopped } = row;
  if (due === null || row.voided_at !== null) return 'NOT_APPLICABLE';
  if (FINISHED.has(row.status)) return row.finished_at === null || row.finished_at <= due ? 'ON_TIME' : 'LATE';
  if (stopped !== null && stopped <= now && stopped < due) return 'RUNNING';
  if (due < now) return 'OVERDUE';
  return due <= soon ? 'DUE_SOON' : 'RUNNING';
}

/** The same rule as SQL over `d`, for filters; `$now` and `$soon` are placeholders of instants. */
export function timelinessSql(now: string, soon: string): string {
  const finished = [...FINISHED].map((status) => `'${status}'`).join(', ');
  return `CASE WHEN d.due_at IS NULL OR d.voided_at IS NOT NULL THEN 'NOT_APPLICABLE'
    WHEN d.status IN (${finished}) THEN CASE WHEN d.finished_at IS NULL OR d.finished_at <= d.due_at THEN 'ON_TIME' ELSE 'LATE' END
    WHEN d.clock_stopped_at <= ${now} AND d.clock_stopped_at < d.due_at THEN 'RUNNING'
    WHEN d.due_at < ${now} THEN 'OVERDUE' WHEN d.due_at <= ${soon} THEN 'DUE_SOON' ELSE 'RUNNING' END`;
}
