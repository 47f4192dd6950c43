import { boundOf, hasRole, type Role } from '../../../platform/auth/viewer.ts';
import { badUserInput } from '../../../platform/errors.ts';
import { type PageArguments, type PageRequest, readPage, toPage } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { localDateOf } from '../../../platform/time.ts';
import { deadlineBook } from '../deadline/book.ts';
import { requireRole } from '../dossier.access.ts';
import { businessInstant } from '../dossier.filter.ts';
import { isStorable } from '../dossier.row.ts';
import { type UnitDirectory, unitDirectory } from '../units.ts';
import { unitsBelow } from './indicators.service.ts';
import {
  findFirstOfEach,
  findWarnings,
  type Losing,
  sumWarnings,
  type WarningCursor,
  type WarningTotals,
  type Window,
} from './warning.find.ts';
import { type Losses, lossesOf, together } from './warning.loss.ts';
import { warningOf } from './warning.tell.ts';
import { type EarlyWarning, type EarlyWarningConnection, WARNING_REASONS, type WarningReason } from './warning.type.ts';

/** How far it looks ahead. */
const WORKING_DAYS = 3;
const READERS: readonly Role[] = ['OFFICER', 'UNIT_LEADER', 'AUDITOR', 'BREAK_GLASS'];

/** What is wanted of a unit's warnings; `reasons` left out: all. */
export interface WarningsWanted extends PageArguments {
  unit: string;
  reasons?: readonly WarningReason[] | undefined;
}

/** What dossiers received by a unit, or one below it, cost it within three working days, the nearest first. */
export async function earlyWarnings(context: HubContext, { unit, reasons, ...page }: WarningsWanted): Promise<EarlyWarningConnection> {
  const request = readPage(page);
  const looked = await lookAhead(context, { unit, reasons });
  const { window, totals, losses } = looked;
  const rows = await findWarnings(context.hub.db, window, { after: cursorOf(request.after), limit: request.size + 1 });
  const shown = toPage(rows, request, {
    key: (row) => [row.due_at.toISOString(), row.id, String(row.rank)],
    count: async () => totals.count,
  });
  const edges = shown.edges.map((edge) => ({ cursor: edge.cursor, node: warningOf(context, edge.node, losses) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: shown.pageInfo,
    totalCount: totals.count,
    totalPoints: losses.by(totals, totals).points,
    until: window.until,
  };
}

/** What a unit's warnings come to, with the first of each reason. */
export interface WarningSummary {
  /** Dossiers that are warned of, for whatever reason. */
  dossiers: number;
  points: number;
  /** Those for which something is warned of, in the order of the reasons. */
  reasons: readonly WarningsOfReason[];
}

export interface WarningsOfReason {
  reason: WarningReason;
  count: number;
  /** What these cost where those of the reasons before come to pass too: all reasons together are the points of the whole. */
  points: number;
  first: EarlyWarning[];
}

/** The same warnings, summed up by reason, each with its first so many. */
export async function summarizeWarnings(context: HubContext, { unit, first }: { unit: string; first: number }): Promise<WarningSummary> {
  const { window, totals, losses } = await lookAhead(context, { unit });
  const found = await findFirstOfEach(context.hub.db, window, first);
  let soFar: Losing = { late: 0, results: 0, papers: 0, payments: 0 };
  const reasons = totals.reasons.map(({ reason, count, ...own }) => {
    soFar = together(soFar, own);
    const rows = found.filter((row) => row.reason === reason);
    return { reason, count, points: losses.by(own, soFar).points, first: rows.map((row) => warningOf(context, row, losses)) };
  });
  return { dossiers: totals.dossiers, points: losses.by(totals, totals).points, reasons };
}

interface Ahead {
  window: Window;
  totals: WarningTotals;
  losses: Losses;
}

/** The three working days before a unit, as the viewer may see them, and what all warnings in them come to. */
async function lookAhead(context: HubContext, { unit, reasons }: Pick<WarningsWanted, 'unit' | 'reasons'>): Promise<Ahead> {
  requireRole(context.viewer, READERS);
  const directory = await unitDirectory(context.hub);
  const from = businessInstant(context);
  const until = (await deadlineBook(context.hub)).calendarOf(unit).addWorkingDays(from, WORKING_DAYS, { cutoff: null });
  const units = isStorable(unit) && maySee(context, directory, unit) ? unitsBelow(directory, [unit]) : [];
  const quarter = quarterOf(localDateOf(from));
  const window = { units, from, until, quarter, reasons: reasons ?? WARNING_REASONS };
  const totals = await sumWarnings(context.hub.db, window);
  return { window, totals, losses: await lossesOf(context, { directory, unit, quarter, totals }) };
}

function cursorOf(after: PageRequest['after']): WarningCursor | undefined {
  if (after === undefined) return undefined;
  const [at, id, rank, ...rest] = after;
  if (at == null || id == null || rank == null || rest.length > 0 || Number.isNaN(Date.parse(at)) || !UUID.test(id) || !/^\d$/.test(rank))
    throw badUserInput('after', { vi: 'after: con trỏ không thuộc danh sách này.', en: 'after is not a cursor of this list.' });
  return [at, id, rank];
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** An officer sees the unit's own, who leads or audits those below too. */
function maySee({ viewer }: HubContext, directory: UnitDirectory, unit: string): boolean {
  if (hasRole(viewer, 'OFFICER') && viewer.unit === unit) return true;
  return (['UNIT_LEADER', 'AUDITOR', 'BREAK_GLASS'] as const).some((role) => {
    const bound = boundOf(viewer, role);
    return bound === 'ALL' || (bound !== undefined && directory.scope(unit).includes(bound));
  });
}

/** The quarter of a civil day. */
export function quarterOf(day: string): { from: string; to: string } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = Math.floor((month - 1) / 3) * 3;
  const date = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: date(Date.UTC(year, first, 1)), to: date(Date.UTC(year, first + 3, 0)) };
}
