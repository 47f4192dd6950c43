import { createHash } from 'node:crypto';
import type { PortalRating, PortalStatistics } from '../../../../connectors/contract/portal.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { stableUuid } from '../../../platform/ids.ts';
import { DELIVER_WAKE_UP } from '../../../platform/jobs/deliver-wakeup.ts';
import { appendEvents, type OutboxEvent } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { PORTAL } from '../ingest/portal.ts';
import { type UnitDirectory, unitDirectory } from '../units.ts';
import { ratingsOf, statisticsOf } from './monthly.figures.ts';

const LOCK = 7_202_511_26;

/** The two reports of a month, by the kind of their deliveries. */
const REPORTS = {
  ratings: { kind: 'portal.ratings', operation: 'DongBoDanhGia' },
  statistics: { kind: 'portal.statistics', operation: 'DongBoThongKeHoSo' },
} as const;
type Report = keyof typeof REPORTS;

/** One unit's row of a report. `unit`: its code; the row itself names it as the portal does. */
interface Told {
  report: Report;
  unit: string;
  row: PortalRating | PortalStatistics;
}

/**
 * Puts a month's ratings and statistics out, a delivery for each unit: what was never told, and what has changed since it was.
 * Done twice, the second time puts nothing out. Answers how many deliveries it made.
 */
export async function reportMonth(hub: Platform, month: string, reports: readonly Report[]): Promise<number> {
  const units = await unitDirectory(hub);
  const told: Told[] = [];
  if (reports.includes('ratings')) told.push(...rowsOf('ratings', units, await ratingsOf(hub, month)));
  if (reports.includes('statistics')) told.push(...rowsOf('statistics', units, await statisticsOf(hub, month)));
  const made = await hub.db.transaction((sql) => putOut(hub, sql, { month, units, told }));
  if (made > 0) await hub.wakeUps.wake(DELIVER_WAKE_UP, { connector: PORTAL });
  return made;
}

function rowsOf(report: Report, units: UnitDirectory, rows: readonly (PortalRating | PortalStatistics)[]): Told[] {
  return rows.map((row) => ({
    report,
    unit: row.unitCode,
    row: { ...row, unitCode: units.get(row.unitCode)?.agency_code ?? row.unitCode },
  }));
}

async function putOut(
  hub: Platform,
  sql: Transaction,
  { month, units, told }: { month: string; units: UnitDirectory; told: readonly Told[] },
): Promise<number> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const earlier = await sql.query<{ report: Report; unit: string; sequence: number; content_hash: string }>(
    'SELECT report, unit, sequence, content_hash FROM dossiers.monthly_report WHERE month = $1',
    [month],
  );
  const known = new Map(earlier.map((row) => [`${row.report} ${row.unit}`, row]));
  const changed = told.flatMap((each) => {
    const before = known.get(`${each.report} ${each.unit}`);
    const hash = createHash('sha256').update(JSON.stringify(each.row)).digest('hex');
    return before?.content_hash === hash ? [] : [{ ...each, hash, sequence: (before?.sequence ?? 0) + 1 }];
  });
  if (changed.length === 0) return 0;
  const at = hub.clock.business();
  await appendEvents(
    sql,
    hub.cipher,
    changed.map((each): OutboxEvent => ({ ...deliveryOf(month, each), at, scope: units.scope(each.unit) })),
  );
  await sql.query(
    `INSERT INTO dossiers.monthly_report (report, month, unit, sequence, content_hash, figures, told_at)
     SELECT report, $1, unit, sequence, hash, "row", $3 FROM jsonb_to_recordset($2::jsonb) AS t(report text, unit text, sequence int, hash text, "row" jsonb)
     ON CONFLICT (report, month, unit) DO UPDATE SET sequence = excluded.sequence, content_hash = excluded.content_hash,
       figures = excluded.figures, told_at = excluded.told_at`,
    [month, JSON.stringify(changed), at],
  );
  return changed.length;
}

/** A delivery in an order of its own: of one report, month and unit. Its sequence counts how often it was told. */
function deliveryOf(month: string, { report, unit, row, sequence }: Told & { sequence: number }): Omit<OutboxEvent, 'at'> {
  const { kind, operation } = REPORTS[report];
  return {
    kind,
    subjectId: stableUuid(kind, month, unit),
    subject: `${month} ${unit}`,
    delivery: { connector: PORTAL, operation, sequence },
    receivingUnit: unit,
    handlingUnit: unit,
    personal: { [report]: [row] },
  };
}
