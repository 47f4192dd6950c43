import type { DossierStatus, Timeliness } from '../../../platform/graphql/enums.ts';
import { addDays, localDateOf, startOfLocalDate } from '../../../platform/time.ts';
import type { DossierRow } from '../dossier.row.ts';
import { addWorkingDays } from './calendar.ts';

/** States in which a dossier is over. */
export const FINISHED: ReadonlySet<DossierStatus> = new Set(['REFUSED', 'WITHDRAWAL_REQUESTED', 'STOPPED', 'RESOLVED', 'RETURNED']);

/** Until when a due date counts as soon: the end of the next working day. */
export function soonUntil(now: Date): Date {
  return addWorkingDays(startOfLocalDate(addDays(localDateOf(now), 1)), 0);
}

/** How a dossier stands to its due date at an instant of business time. */
export function timelinessOf(row: Pick<DossierRow, 'status' | 'due_at' | 'finished_at' | 'voided_at'>, now: Date): Timeliness {
  if (row.due_at === null || row.voided_at !== null) return 'NOT_APPLICABLE';
  if (FINISHED.has(row.status)) return row.finished_at === null || row.finished_at <= row.due_at ? 'ON_TIME' : 'LATE';
  if (row.due_at < now) return 'OVERDUE';
  return row.due_at <= soonUntil(now) ? 'DUE_SOON' : 'RUNNING';
}

/** The same rule as SQL over `d`, for filters; `$now` and `$soon` are placeholders of instants. */
export function timelinessSql(now: string, soon: string): string {
  const finished = [...FINISHED].map((status) => `'${status}'`).join(', ');
  return `CASE WHEN d.due_at IS NULL OR d.voided_at IS NOT NULL THEN 'NOT_APPLICABLE'
    WHEN d.status IN (${finished}) THEN CASE WHEN d.finished_at IS NULL OR d.finished_at <= d.due_at THEN 'ON_TIME' ELSE 'LATE' END
    WHEN d.due_at < ${now} THEN 'OVERDUE' WHEN d.due_at <= ${soon} THEN 'DUE_SOON' ELSE 'RUNNING' END`;
}
