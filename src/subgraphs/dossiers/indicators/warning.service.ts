import { boundOf, hasRole, type Role } from '../../../platform/auth/viewer.ts';
import { type PageArguments, readPage, toPage } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import { localDateOf, toLocalIso } from '../../../platform/time.ts';
import { deadlineBook } from '../deadline/book.ts';
import { requireRole } from '../dossier.access.ts';
import { businessInstant } from '../dossier.filter.ts';
import { isStorable } from '../dossier.row.ts';
import { isCommuneLevel, type UnitDirectory, unitDirectory } from '../units.ts';
import { undecidedSql, withReadings } from './counters.ts';
import { pointsOf } from './formula.ts';
import { measuresFor } from './index.service.ts';
import { unitsBelow } from './indicators.service.ts';
import type { Measures } from './measures.ts';
import { type IndicatorRule, rulesOn } from './rules.ts';
import type { EarlyWarning, EarlyWarningConnection, WarningTurn } from './warning.type.ts';

/** How far it looks ahead. */
const WORKING_DAYS = 3;
const READERS: readonly Role[] = ['OFFICER', 'UNIT_LEADER', 'AUDITOR', 'BREAK_GLASS'];

interface DueRow {
  id: string;
  due_at: Date;
  status: DossierStatus;
  receiving_unit: string;
  handling_unit: string;
  /** Its place among all that are due until then, from 1. */
  place: number;
  officer: string | null;
}

/** Open dossiers of $1 that become late between $2 and $3; the index takes one supplement request for an end. */
const DUE_SQL = `
  WITH due AS (
    SELECT d.id, d.due_at, d.status, d.receiving_unit, d.handling_unit, row_number() OVER (ORDER BY d.due_at, d.id)::int AS place
    FROM ${withReadings('dossiers.dossier')}
    WHERE ${undecidedSql} AND d.due_at >= $2 AND d.due_at < $3 AND ($1::text[] IS NULL OR d.receiving_unit = ANY($1)))
  SELECT due.*, (SELECT e.actor FROM dossiers.event e WHERE e.dossier_id = due.id ORDER BY e.at DESC, e.recorded_at DESC LIMIT 1) AS officer
  FROM due WHERE $4::timestamptz IS NULL OR (due_at, id) > ($4, $5::uuid) ORDER BY due_at, id LIMIT $6`;

const COUNT_SQL = `
  SELECT count(*)::int AS count FROM ${withReadings('dossiers.dossier')}
  WHERE ${undecidedSql} AND d.due_at >= $2 AND d.due_at < $3 AND ($1::text[] IS NULL OR d.receiving_unit = ANY($1))`;

/** Dossiers received by a unit, or one below it, that cost it points within three working days, the nearest first. */
export async function earlyWarnings(context: HubContext, unit: string, page: PageArguments): Promise<EarlyWarningConnection> {
  requireRole(context.viewer, READERS);
  const request = readPage(page);
  const directory = await unitDirectory(context.hub);
  const now = businessInstant(context);
  const calendar = (await deadlineBook(context.hub)).calendarOf(unit);
  const until = calendar.addWorkingDays(now, WORKING_DAYS, { cutoff: null });
  const seen = isStorable(unit) && maySee(context, directory, unit);
  const bounds = [seen ? unitsBelow(directory, [unit]) : [], now, until];
  const [after, id] = request.after ?? [];
  const rows = await context.hub.db.query<DueRow>(DUE_SQL, [...bounds, after ?? null, id ?? null, request.size + 1]);
  const [all] = await context.hub.db.query<{ count: number }>(COUNT_SQL, bounds);
  const count = all?.count ?? 0;
  const losses = await lossesOf(context, { directory, unit, today: localDateOf(now) });
  const shown = toPage(rows, request, { key: (row) => [row.due_at.toISOString(), row.id], count: async () => count });
  const edges = shown.edges.map((edge) => ({ cursor: edge.cursor, node: warningOf(context, edge.node, losses) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: shown.pageInfo,
    totalCount: count,
    totalPoints: losses.after(count).points,
    until,
  };
}

/** An officer sees the unit's own, who leads or audits those below too. */
function maySee({ viewer }: HubContext, directory: UnitDirectory, unit: string): boolean {
  if (hasRole(viewer, 'OFFICER') && viewer.unit === unit) return true;
  return (['UNIT_LEADER', 'AUDITOR', 'BREAK_GLASS'] as const).some((role) => {
    const bound = boundOf(viewer, role);
    return bound === 'ALL' || (bound !== undefined && directory.scope(unit).includes(bound));
  });
}

/** What is lost once so many dossiers more are late. */
interface Losses {
  after(late: number): { points: number; components: readonly string[] };
}

/** What becoming late costs a unit in the index of the quarter that a day lies in. */
async function lossesOf(
  context: HubContext,
  { directory, unit, today }: { directory: UnitDirectory; unit: string; today: string },
): Promise<Losses> {
  const asked = { unit, ...quarterOf(today), procedure: undefined };
  const measures = await measuresFor(context, asked);
  const kind = directory.get(unit)?.kind;
  const communeLevel = kind !== undefined && isCommuneLevel(kind);
  const rules = (await rulesOn(context.hub, asked.to)).filter(
    (rule) => TIMELY.has(rule.numerator ?? '') && (rule.communeLevel || !communeLevel),
  );
  const lost = (rule: IndicatorRule, late: number) => (pointsWith(rule, measures, 0) ?? 0) - (pointsWith(rule, measures, late) ?? 0);
  return {
    after: (late) => ({
      points: rules.reduce((sum, rule) => sum + lost(rule, late), 0),
      components: rules.filter((rule) => lost(rule, late) > 0).map(({ code }) => code),
    }),
  };
}

/** Measures that a late dossier makes smaller by one. */
const TIMELY: ReadonlySet<string> = new Set(['onTime', 'content']);

function pointsWith({ formula, numerator, denominator }: IndicatorRule, measures: Measures, late: number): number | null {
  if (numerator === null || denominator === null) return null;
  return pointsOf(formula, Math.max(0, (measures[numerator] ?? 0) - late), measures[denominator] ?? null);
}

/** The quarter of a civil day. */
export function quarterOf(day: string): { from: string; to: string } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = Math.floor((month - 1) / 3) * 3;
  const date = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: date(Date.UTC(year, first, 1)), to: date(Date.UTC(year, first + 3, 0)) };
}

const AWAITED: ReadonlySet<DossierStatus> = new Set(['SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED']);

function turnOf({ status }: DueRow): WarningTurn {
  if (AWAITED.has(status)) return 'APPLICANT';
  return status === 'SUBMITTED' ? 'RECEIVING_UNIT' : 'HANDLING_UNIT';
}

function warningOf({ language }: HubContext, row: DueRow, losses: Losses): EarlyWarning {
  const before = losses.after(row.place - 1);
  const { points, components } = losses.after(row.place);
  const turn = turnOf(row);
  const time = toLocalIso(row.due_at);
  const when = `${time.slice(11, 16)} ${time.slice(8, 10)}/${time.slice(5, 7)}/${time.slice(0, 4)}`;
  return {
    dossierId: row.id,
    at: row.due_at,
    reason: 'DUE',
    message: language === 'vi' ? `Đến hạn lúc ${when}; sau đó là quá hạn.` : `Due at ${when}; late after that.`,
    points: points - before.points,
    components: points > before.points ? components : [],
    turn,
    turnUnitCode: { RECEIVING_UNIT: row.receiving_unit, HANDLING_UNIT: row.handling_unit, APPLICANT: null }[turn],
    officer: turn === 'APPLICANT' ? null : row.officer,
  };
}
