import { badUserInput } from '../../platform/errors.ts';
import { emptyPage, type Page, type PageArguments, type PageRequest, readPage, toPage } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { DossierFilter } from '../../platform/graphql/dossier-filter.ts';
import { readsContent, type Visibility, visibilityOf } from './dossier.access.ts';
import { dueColumn, filterConditions, sightConditions, Values, withinUnit } from './dossier.filter.ts';
import { DOSSIER_COLUMNS, type DossierRow } from './dossier.row.ts';
import { unitDirectory } from './units.ts';

export type DossierOrder = 'SUBMITTED_AT_DESC' | 'SUBMITTED_AT_ASC' | 'DUE_AT_ASC' | 'DUE_AT_DESC';

export interface DossierListArguments extends PageArguments {
  filter?: DossierFilter | null;
  orderBy: DossierOrder;
}

/** Narrows beyond what the filter says: the dossiers of one citizen or one unit. */
export interface Narrowing {
  applicantId?: string;
  /** A unit's code: those that it or a unit below it received or handles. */
  unit?: string;
}

export const COLUMNS = DOSSIER_COLUMNS.map((column) => `d.${column}`).join(', ');

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The dossiers that the viewer may see, narrowed, in order, a page of them: one statement, whatever its size. */
export async function listDossiers(
  context: HubContext,
  wanted: DossierListArguments,
  narrowing: Narrowing = {},
): Promise<Page<DossierRow>> {
  const request = readPage(wanted);
  const directory = await unitDirectory(context.hub);
  const visibility = visibilityOf(context, directory);
  if (seesNone(visibility)) return emptyPage();
  const conditions = (values: Values) => [
    ...filterConditions(context, directory, wanted.filter ?? {}, values),
    ...(narrowing.applicantId === undefined ? [] : [`d.applicant_id = ${values.add(narrowing.applicantId)}::uuid`]),
    ...(narrowing.unit === undefined ? [] : withinUnit(directory, narrowing.unit, values)),
  ];
  const values = new Values();
  const sort = sortOf(context, wanted.orderBy, request);
  const where = [...conditions(values), ...cursorConditions(sort, wanted.orderBy, request, values)];
  const rows = await context.hub.db.query<DossierRow>(pageSql(visibility, where, { sort, size: request.size }, values), values.list);
  return toPage(rows, request, {
    key: (row) => [wanted.orderBy, sortValue(context, row, wanted.orderBy), row.id],
    async count() {
      const counted = new Values();
      const [row] = await context.hub.db.query<{ count: number }>(countSql(visibility, conditions(counted), counted), counted.list);
      return row?.count ?? 0;
    },
  });
}

function seesNone({ all, units, applicantIndex, source }: Visibility): boolean {
  return !all && units.size === 0 && applicantIndex === undefined && source === undefined;
}

/** The expression by which rows are read, and in which direction. */
interface Sort {
  by: string;
  direction: 'ASC' | 'DESC';
}

function sortOf(context: HubContext, order: DossierOrder, { backward }: PageRequest): Sort {
  const direction = order.endsWith('DESC') === backward ? 'ASC' : 'DESC';
  if (order.startsWith('SUBMITTED')) return { by: 'd.submitted_at', direction };
  // Dossiers without a due date come last in both directions.
  return { by: `coalesce(${dueColumn(context)}, '${order === 'DUE_AT_DESC' ? '-infinity' : 'infinity'}')`, direction };
}

function sortValue(context: HubContext, row: DossierRow, order: DossierOrder): string | null {
  if (order.startsWith('SUBMITTED')) return row.submitted_at.toISOString();
  return readsContent(context.viewer) ? (row.due_at?.toISOString() ?? null) : null;
}

/** One condition for each way in which the viewer may see a dossier. Several are split so that each part reads its own index in order. */
function visibilityBranches(visibility: Visibility, values: Values): string[] {
  if (visibility.all) return ['TRUE'];
  const branches = sightConditions(visibility, values);
  if (visibility.source !== undefined) {
    const bounded = visibility.sourceUnits === 'ALL' ? '' : ` AND d.scope && ${values.add(visibility.sourceUnits)}::text[]`;
    branches.push(`d.source_system = ${values.add(visibility.source)}${bounded}`);
  }
  return branches;
}

function pageSql(visibility: Visibility, where: string[], page: { sort: Sort; size: number }, values: Values): string {
  const { by, direction } = page.sort;
  const order = `ORDER BY ${by} ${direction}, d.id ${direction} LIMIT ${values.add(page.size + 1)}`;
  const branches = visibilityBranches(visibility, values);
  const part = (columns: string, branch: string) =>
    `(SELECT ${columns} FROM dossiers.dossier d WHERE ${[branch, ...where].join(' AND ')} ${order})`;
  if (branches.length === 1) return part(COLUMNS, branches[0] as string);
  // Receiving and handling do not overlap; other ways to see a dossier may (an officer who files one): then a row is kept once.
  const overlapping = visibility.applicantIndex !== undefined || visibility.source !== undefined;
  if (!overlapping) return `SELECT ${COLUMNS} FROM (${branches.map((branch) => part(COLUMNS, branch)).join(' UNION ALL ')}) d ${order}`;
  const ids = branches.map((branch) => part('d.id', branch)).join(' UNION ');
  return `SELECT ${COLUMNS} FROM dossiers.dossier d WHERE d.id IN (${ids}) ${order}`;
}

/** Cursors hold the order, the value that it sorts by and the row's key; one of another order would lie somewhere else. */
function cursorConditions({ by }: Sort, order: DossierOrder, request: PageRequest, values: Values): string[] {
  const descending = order.endsWith('DESC');
  const beyond = (field: 'after' | 'before', cursor: PageRequest['after']) => {
    if (cursor === undefined) return [];
    const [of, at, id] = cursor;
    const wellFormed = at == null ? order.startsWith('DUE') : isInstant(at);
    if (cursor.length !== 3 || of !== order || !wellFormed || id == null || !UUID.test(id)) {
      throw badUserInput(field, { vi: `${field}: con trỏ không thuộc danh sách này.`, en: `${field} is not a cursor of this list.` });
    }
    const later = (field === 'after') !== descending;
    const edge = at ?? (descending ? '-infinity' : 'infinity');
    return [`(${by}, d.id) ${later ? '>' : '<'} (${values.add(edge)}::timestamptz, ${values.add(id)}::uuid)`];
  };
  return [...beyond('after', request.after), ...beyond('before', request.before)];
}

function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

function countSql(visibility: Visibility, where: string[], values: Values): string {
  const branches = visibilityBranches(visibility, values).map((branch) => `(${branch})`);
  return `SELECT count(*)::int AS count FROM dossiers.dossier d WHERE ${[`(${branches.join(' OR ')})`, ...where].join(' AND ')}`;
}
