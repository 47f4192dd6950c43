import type { PortalRating, PortalStatistics } from '../../../../connectors/contract/portal.ts';
import type { Platform } from '../../../platform/platform.ts';
import { unitDirectory } from '../units.ts';
import { reportingDirectory } from './directory.ts';
import { boundsOf } from './month.ts';
import { reportedCondition } from './reporting.filter.ts';

/** What citizens are asked, on a scale of 1 … 5: 5 is very pleased, 3 and 4 pleased, as the figure of satisfaction counts it. */
export const QUESTION = 'Mức độ hài lòng của ông/bà về việc giải quyết hồ sơ';

/** Counts by the handling unit's code. */
type Counts<Name extends string> = ({ unit: string } & Record<Name, number>)[];

/** When a dossier was received: what jumped over the reception was received when it was filed. Of what never was, null. */
const RECEIVED = `coalesce(d.accepted_at, CASE WHEN d.status NOT IN ('SUBMITTED', 'REFUSED', 'WITHDRAWAL_REQUESTED') THEN d.submitted_at END)`;
/** When it was over; no source's slip lets it be over before it was received. */
const OVER = `greatest(d.finished_at, ${RECEIVED})`;

/**
 * A month's dossiers of each unit, as they stood when it ended: received in it or before, and not over when it began. What another
 * system reports is counted there.
 */
export async function statisticsOf(hub: Platform, month: string): Promise<PortalStatistics[]> {
  const { values, start, end, reported } = await frame(hub, month);
  const counts = await hub.db.query<Counts<Exclude<keyof PortalStatistics, 'month' | 'unitCode' | 'unitName' | 'note'>>[number]>(
    `SELECT unit, count(*) FILTER (WHERE received >= ${start}) AS "received", count(*) FILTER (WHERE received < ${start}) AS "carriedOver",
            count(*) FILTER (WHERE NOT open AND in_time) AS "finishedOnTime", count(*) FILTER (WHERE NOT open AND NOT in_time) AS "finishedLate",
            count(*) FILTER (WHERE open AND in_time) AS "openInTime", count(*) FILTER (WHERE open AND NOT in_time) AS "openOverdue"
     FROM (SELECT d.handling_unit AS unit, ${RECEIVED} AS received, d.finished_at IS NULL OR ${OVER} >= ${end} AS open,
                  CASE WHEN d.due_at IS NULL THEN true
                       WHEN d.finished_at IS NULL OR ${OVER} >= ${end}
                         THEN d.due_at >= ${end} OR coalesce(d.clock_stopped_at < ${end} AND d.clock_stopped_at < d.due_at, false)
                       ELSE d.finished_at <= d.due_at END AS in_time
           FROM dossiers.dossier d
           WHERE d.voided_at IS NULL AND ${RECEIVED} < ${end} AND (d.finished_at IS NULL OR ${OVER} >= ${start}) AND ${reported}) AS of_month
     GROUP BY unit ORDER BY unit`,
    values,
  );
  return named(hub, month, counts);
}

/** What people said of each unit's dossiers that were over in the month; units of which nobody said anything have no row. */
export async function ratingsOf(hub: Platform, month: string): Promise<PortalRating[]> {
  const { values, start, end, reported } = await frame(hub, month);
  const counts = await hub.db.query<Counts<'veryPleased' | 'pleased' | 'notPleased'>[number]>(
    `SELECT d.handling_unit AS unit, count(*) FILTER (WHERE d.rating = 5) AS "veryPleased",
            count(*) FILTER (WHERE d.rating IN (3, 4)) AS "pleased", count(*) FILTER (WHERE d.rating <= 2) AS "notPleased"
     FROM dossiers.dossier d
     WHERE d.voided_at IS NULL AND d.rating IS NOT NULL AND d.finished_at >= ${start} AND d.finished_at < ${end} AND ${reported}
     GROUP BY d.handling_unit ORDER BY d.handling_unit`,
    values,
  );
  return (await named(hub, month, counts)).map((row) => ({ ...row, question: QUESTION }));
}

async function frame(hub: Platform, month: string): Promise<{ values: unknown[]; start: string; end: string; reported: string }> {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const bounds = boundsOf(month);
  const [start, end] = [`${add(bounds.start)}::timestamptz`, `${add(bounds.end)}::timestamptz`];
  return { values, start, end, reported: reportedCondition(await reportingDirectory(hub), true, add) };
}

/** Rows of the units whose reporting is ON, for one source of theirs at least; by the unit's code, which is not the portal's. */
async function named<Row extends { unit: string }>(
  hub: Platform,
  month: string,
  counts: readonly Row[],
): Promise<(Omit<Row, 'unit'> & { month: string; unitCode: string; unitName: string })[]> {
  const units = await unitDirectory(hub);
  const { switches } = await reportingDirectory(hub);
  const now = hub.clock.business();
  return counts
    .filter(({ unit }) => switches.anyOn(units.scope(unit), now))
    .map(({ unit, ...row }) => ({ ...row, month, unitCode: unit, unitName: units.get(unit)?.name ?? unit }));
}
