import { badUserInput } from '../../platform/errors.ts';
import { emptyPage, type Page, type PageArguments, type PageRequest, readPage, toPage } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { DossierFilter } from '../../platform/graphql/dossier-filter.ts';
import { knowCalendar } from './deadline/soon.ts';
import { readsContent, type Visibility, visibilityOf } from './dossier.access.ts';
import { dueColumn, filterConditions, sightConditions, Values, withinUnit } from './dossier.filter.ts';
import { DOSSIER_COLUMNS, SHOWN_COLUMNS, type ShownRow } from './dossier.row.ts';
import { reportingDirectory } from './reporting/directory.ts';
import { reportedCondition } from './reporting/reporting.filter.ts';
import { type UnitDirectory, unitDirectory } from './units.ts';

export type DossierOrder = 'SUBMITTED_AT_DESC' | 'SUBMITTED_AT_ASC' | 'DUE_AT_ASC' | 'DUE_AT_DESC';

export interface DossierListArguments extends PageArguments {
  filter?: DossierFilter | null;
  orderBy: DossierOrder;
}

export const COLUMNS = DOSSIER_COLUMNS.map((column) => `d.${column}`).join(', ');

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The dossiers that the viewer may see, narrowed, in order, a page of them: one statement, whatever its size. `unit`: those alone
 * that this unit or one below it received or handles.
 */
export async function listDossiers(context: HubContext, wanted: DossierListArguments, unit?: string): Promise<Page<ShownRow>> {
  const reading = await readingOf(context, wanted, unit);
  if (reading === undefined) return emptyPage();
  const values = new Values();
  const rows = await context.hub.db.query<ShownRow>(pageSql(reading, [], values), values.list, { prepared: isUsual(wanted) });
  return toPage(rows, reading.request, {
    key: reading.key,
    async count() {
      const counted = new Values();
      const where = matchConditions(reading, counted).join(' AND ');
      const [row] = await context.hub.db.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM dossiers.dossier d WHERE ${where}`,
        counted.list,
      );
      return row?.count ?? 0;
    },
  });
}

const USUAL_SIZES: readonly unknown[] = [null, undefined, 10, 20, 50, 100];

/** Worklists as they are opened and turned over again and again; other filters and sizes make too many different statements. */
function isUsual({ filter, first, last }: DossierListArguments): boolean {
  const narrowed = Object.entries(filter ?? {}).some(([name, value]) => name !== 'unit' && value != null);
  return !narrowed && USUAL_SIZES.includes(first ?? last);
}

/** The same of one citizen; one statement for all citizens of a request whose dossiers are asked for alike. */
export async function listOfCitizen(context: HubContext, wanted: DossierListArguments, citizenId: string): Promise<Page<ShownRow>> {
  const reading = await readingOf(context, wanted);
  if (reading === undefined) return emptyPage();
  const alike = JSON.stringify(wanted);
  const pages = context.loader<string, ShownRow[]>(`dossiers of citizens ${alike}`, async (ids) => {
    const values = new Values();
    const citizens = `unnest(${values.add(ids)}::uuid[]) AS c(id)`;
    const page = pageSql(reading, ['d.applicant_id = c.id'], values);
    const { by, direction } = reading.sort;
    const rows = await context.hub.db.query<ShownRow>(
      `SELECT x.* FROM ${citizens}, LATERAL (${page}) x ORDER BY ${by.replaceAll('d.', 'x.')} ${direction}, x.id ${direction}`,
      values.list,
    );
    const byCitizen = Map.groupBy(rows, (row) => row.applicant_id);
    return ids.map((id) => byCitizen.get(id) ?? []);
  });
  const counts = context.loader<string, number>(`dossiers of citizens ${alike} in number`, async (ids) => {
    const values = new Values();
    const where = [`d.applicant_id = ANY(${values.add(ids)}::uuid[])`, ...matchConditions(reading, values)].join(' AND ');
    const rows = await context.hub.db.query<{ applicant_id: string; count: number }>(
      `SELECT d.applicant_id, count(*)::int AS count FROM dossiers.dossier d WHERE ${where} GROUP BY d.applicant_id`,
      values.list,
    );
    const byCitizen = new Map(rows.map((row) => [row.applicant_id, row.count]));
    return ids.map((id) => byCitizen.get(id) ?? 0);
  });
  return toPage(await pages.load(citizenId), reading.request, { key: reading.key, count: () => counts.load(citizenId) });
}

/** How a list is read, whatever it is narrowed to besides. */
interface Reading {
  request: PageRequest;
  visibility: Visibility;
  sort: Sort;
  /** What the caller asks for, over `d`. */
  conditions(values: Values): string[];
  /** What lies beyond the page's cursors, over `d`. */
  cursors(values: Values): string[];
  key(row: ShownRow): (string | null)[];
}

/** Undefined: the viewer sees no dossier, whatever there is. Throws BAD_USER_INPUT for arguments that make no page. */
async function readingOf(context: HubContext, wanted: DossierListArguments, unit?: string): Promise<Reading | undefined> {
  const { orderBy } = wanted;
  const request = readPage(wanted);
  const directory = await unitDirectory(context.hub);
  await knowCalendar(context);
  const visibility = focusOf(visibilityOf(context, directory), directory, unit ?? wanted.filter?.unit);
  if (seesNone(visibility)) return undefined;
  const sort = sortOf(context, orderBy, request);
  const { reported } = wanted.filter ?? {};
  const reporting = reported == null ? undefined : await reportingDirectory(context.hub);
  return {
    request,
    visibility,
    sort,
    conditions: (values) => [
      ...filterConditions(context, directory, wanted.filter ?? {}, values),
      ...(reporting === undefined ? [] : [reportedCondition(reporting, reported === true, (value) => values.add(value))]),
      ...(unit === undefined ? [] : withinUnit(directory, unit, values)),
    ],
    cursors: (values) => cursorConditions(sort, orderBy, request, values),
    key: (row) => [orderBy, sortValue(context, row, orderBy), row.id],
  };
}

/** Who sees everything and asks for one unit reads that unit's own indexes, as its officers do. */
function focusOf(visibility: Visibility, directory: UnitDirectory, unit: string | null | undefined): Visibility {
  if (!visibility.all || unit == null || directory.get(unit) === undefined || directory.isRoot(unit)) return visibility;
  return { ...visibility, all: false, units: new Set(directory.below(unit)) };
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

function sortValue(context: HubContext, row: ShownRow, order: DossierOrder): string | null {
  if (order.startsWith('SUBMITTED')) return row.submitted_at.toISOString();
  return readsContent(context.viewer) ? (row.due_at?.toISOString() ?? null) : null;
}

/** One condition for each way in which the viewer may see a dossier. Several are split so that each part reads its own index in order. */
function visibilityBranches(visibility: Visibility, values: Values): string[] {
  if (visibility.all) return ['TRUE'];
  const branches = sightConditions(visibility, values);
  if (visibility.source !== undefined) {
    const source = `d.source_system = ${values.add(visibility.source)}`;
    const { sourceUnits } = visibility;
    if (sourceUnits === 'ALL') branches.push(source);
    else
      branches.push(...sightConditions({ units: sourceUnits, applicantIndex: undefined }, values).map((each) => `${source} AND ${each}`));
  }
  return branches;
}

function pageSql(reading: Reading, narrowed: readonly string[], values: Values): string {
  const { visibility, request } = reading;
  const { by, direction } = reading.sort;
  const where = [...narrowed, ...reading.conditions(values), ...reading.cursors(values)];
  // The size stands there as a number: a plan for any size would be one for a large part of the table.
  const order = `ORDER BY ${by} ${direction}, d.id ${direction} LIMIT ${request.size + 1}`;
  const branches = visibilityBranches(visibility, values);
  const part = (columns: string, branch: string) =>
    `(SELECT ${columns} FROM dossiers.dossier d WHERE ${[branch, ...where].join(' AND ')} ${order})`;
  if (branches.length === 1) return part(SHOWN_COLUMNS, branches[0] as string);
  // Receiving and handling do not overlap; other ways to see a dossier may (an officer who files one): then a row is kept once.
  const overlapping = visibility.applicantIndex !== undefined || visibility.source !== undefined;
  if (!overlapping)
    return `SELECT ${SHOWN_COLUMNS} FROM (${branches.map((branch) => part(SHOWN_COLUMNS, branch)).join(' UNION ALL ')}) d ${order}`;
  const ids = branches.map((branch) => part('d.id', branch)).join(' UNION ');
  return `SELECT ${SHOWN_COLUMNS} FROM dossiers.dossier d WHERE d.id IN (${ids}) ${order}`;
}

/** What a dossier must meet to be in the list at all, on whatever page. */
function matchConditions({ visibility, conditions }: Reading, values: Values): string[] {
  const ways = visibilityBranches(visibility, values).map((branch) => `(${branch})`);
  return [`(${ways.join(' OR ')})`, ...conditions(values)];
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
