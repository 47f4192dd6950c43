import { boundOf, hasRole, type Role } from '../../../platform/auth/viewer.ts';
import { badUserInput } from '../../../platform/errors.ts';
import { type PageArguments, type PageRequest, readPage, toPage } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import type { Message } from '../../../platform/language.ts';
import { localDateOf, toLocalIso } from '../../../platform/time.ts';
import { deadlineBook } from '../deadline/book.ts';
import { requireRole } from '../dossier.access.ts';
import { businessInstant } from '../dossier.filter.ts';
import { isStorable } from '../dossier.row.ts';
import { type UnitDirectory, unitDirectory } from '../units.ts';
import { unitsBelow } from './indicators.service.ts';
import { findWarnings, sumWarnings, type WarningCursor, type WarningRow } from './warning.find.ts';
import { type Losses, lossesOf } from './warning.loss.ts';
import { type EarlyWarning, type EarlyWarningConnection, WARNING_REASONS, type WarningReason, type WarningTurn } from './warning.type.ts';

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
  requireRole(context.viewer, READERS);
  const request = readPage(page);
  const directory = await unitDirectory(context.hub);
  const from = businessInstant(context);
  const until = (await deadlineBook(context.hub)).calendarOf(unit).addWorkingDays(from, WORKING_DAYS, { cutoff: null });
  const units = isStorable(unit) && maySee(context, directory, unit) ? unitsBelow(directory, [unit]) : [];
  const quarter = quarterOf(localDateOf(from));
  const window = { units, from, until, quarter, reasons: reasons ?? WARNING_REASONS };
  const rows = await findWarnings(context.hub.db, window, { after: cursorOf(request.after), limit: request.size + 1 });
  const totals = await sumWarnings(context.hub.db, window);
  const losses = await lossesOf(context, { directory, unit, quarter, totals });
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
    until,
  };
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

const AWAITED: ReadonlySet<DossierStatus> = new Set(['SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED']);

function turnOf({ status, reason }: WarningRow): WarningTurn {
  if (reason === 'PAPERS_NOT_DIGITIZED') return 'RECEIVING_UNIT';
  if (reason === 'RESULT_FILE_MISSING') return 'HANDLING_UNIT';
  if (reason === 'NOT_PAID_ONLINE' || AWAITED.has(status)) return 'APPLICANT';
  return status === 'SUBMITTED' ? 'RECEIVING_UNIT' : 'HANDLING_UNIT';
}

/** Who made the last step is in the unit that has the dossier: its desk before it is accepted, then who handles it. */
function officerOf({ status, receiving_unit, handling_unit, officer }: WarningRow, turn: WarningTurn): string | null {
  if (turn === 'APPLICANT') return null;
  const holder: WarningTurn = status === 'SUBMITTED' ? 'RECEIVING_UNIT' : 'HANDLING_UNIT';
  return turn === holder || receiving_unit === handling_unit ? officer : null;
}

const MESSAGES: Readonly<Record<WarningReason, (when: string) => Message>> = {
  DUE: (when) => ({ vi: `Đến hạn lúc ${when}; sau đó là quá hạn.`, en: `Due at ${when}; late after that.` }),
  PAPERS_NOT_DIGITIZED: (when) => ({
    vi: `Chưa có giấy tờ nào được số hóa; cần số hóa trước khi kết thúc, chậm nhất ${when}.`,
    en: `None of its papers is digitized; do so before it ends, by ${when}.`,
  }),
  RESULT_FILE_MISSING: (when) => ({
    vi: `Chưa có tệp kết quả điện tử; cần đính kèm khi kết thúc, chậm nhất ${when}.`,
    en: `It has no electronic result yet; attach it when it ends, by ${when}.`,
  }),
  NOT_PAID_ONLINE: (when) => ({
    vi: `Phí, lệ phí chưa nộp; nộp trực tuyến trước khi kết thúc, chậm nhất ${when}, thì được điểm.`,
    en: `Its fees are not paid; paid online before it ends, by ${when}, they give points.`,
  }),
};

function warningOf({ language }: HubContext, row: WarningRow, losses: Losses): EarlyWarning {
  const turn = turnOf(row);
  const time = toLocalIso(row.due_at);
  const when = `${time.slice(11, 16)} ${time.slice(8, 10)}/${time.slice(5, 7)}/${time.slice(0, 4)}`;
  return {
    ...{ dossierId: row.id, at: row.due_at, reason: row.reason, message: MESSAGES[row.reason](when)[language] },
    ...losses.by(row.own, row.soFar),
    turn,
    turnUnitCode: { RECEIVING_UNIT: row.receiving_unit, HANDLING_UNIT: row.handling_unit, APPLICANT: null }[turn],
    officer: officerOf(row, turn),
  };
}
