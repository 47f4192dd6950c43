import { emptyPage, type Page, type PageArguments, type PageRequest, readPage, toPage } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { DossierFilter } from '../../platform/graphql/dossier-filter.ts';
import { knowCalendar } from './deadline/soon.ts';
import { clearSightOf, readsContent, type Visibility, visibilityOf } from './dossier.access.ts';
import { filterInSight, searchesPeople, sightConditions, Values, withinUnit } from './dossier.filter.ts';
import { beyondCursors, type DossierOrder, type Sort, sortOf } from './dossier.order.ts';
import { DOSSIER_COLUMNS, SHOWN_COLUMNS, type ShownRow } from './dossier.row.ts';
import { holdersOf } from './number.search.ts';
import { reportingDirectory } from './reporting/directory.ts';
import { reportedCondition } from './reporting/reporting.filter.ts';
import { type UnitDirectory, unitDirectory } from './units.ts';

export interface DossierListArguments extends PageArguments {
  filter?: DossierFilter | null;
  orderBy: DossierOrder;
}

export const COLUMNS = DOSSIER_COLUMNS.map((column) => `d.${column}`).join(', ');

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
      const [row] = await context.hub.db.query<{ count: number }>(countSql(reading, counted), counted.list);
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
  order: DossierOrder;
  sort: Sort;
  /** Names are met on the way through a unit's own index, where they stand: that is to be read alone, without the table's rows. */
  walked: boolean;
  /** What the caller asks for, over `d`. */
  conditions(values: Values): string[];
  key(row: ShownRow): (string | null)[];
}

/** Undefined: the viewer sees no dossier, whatever there is. Throws BAD_USER_INPUT for arguments that make no page. */
async function readingOf(context: HubContext, wanted: DossierListArguments, unit?: string): Promise<Reading | undefined> {
  const { orderBy } = wanted;
  const request = readPage(wanted);
  const directory = await unitDirectory(context.hub);
  await knowCalendar(context);
  const filter = wanted.filter ?? {};
  const sight = searchesPeople(filter) ? { ...clearSightOf(context, directory), ...NO_SOURCE } : visibilityOf(context, directory);
  const visibility = focusOf(sight, directory, unit ?? filter.unit);
  if (seesNone(visibility)) return undefined;
  const sort = sortOf(orderBy, request, readsContent(context.viewer));
  const { reported } = filter;
  const narrower = [filter.unit, unit].filter((each) => each != null).filter((each) => !liesWithin(visibility, directory, each));
  const holders = await holdersOf(context.peers, filter);
  const reporting = reported == null ? undefined : await reportingDirectory(context.hub);
  const walked = !visibility.all && orderBy.startsWith('SUBMITTED') && narrower.length === 0 && isSearchAlone(filter);
  return {
    request,
    visibility,
    walked,
    order: orderBy,
    sort,
    conditions: (values) => [
      ...filterInSight(context, filter, { values, walked, holders }),
      ...(reporting === undefined ? [] : [reportedCondition(reporting, reported === true, (value) => values.add(value))]),
      ...narrower.flatMap((each) => withinUnit(directory, each, values)),
    ],
    key: (row) => [orderBy, sortValue(context, row, orderBy), row.id],
  };
}

/** Whether nothing but a name, and a unit at most, narrows a list. */
function isSearchAlone(filter: DossierFilter): boolean {
  return searchesPeople(filter) && Object.entries(filter).every(([name, value]) => name === 'unit' || name === 'search' || value == null);
}

const NO_SOURCE = { source: undefined, sourceUnits: new Set<string>() };

/** Whether all that the viewer sees was received or is handled by a unit or below it. */
function liesWithin({ all, units, applicantIndex, source }: Visibility, directory: UnitDirectory, unit: string): boolean {
  if (all || applicantIndex !== undefined || source !== undefined) return false;
  const below = new Set(directory.below(unit));
  return [...units].every((each) => below.has(each));
}

/** Who sees everything and asks for one unit reads that unit's own indexes, as its officers do. */
function focusOf(visibility: Visibility, directory: UnitDirectory, unit: string | null | undefined): Visibility {
  if (!visibility.all || unit == null || directory.get(unit) === undefined || directory.isRoot(unit)) return visibility;
  return { ...visibility, all: false, units: new Set(directory.below(unit)) };
}

function seesNone({ all, units, applicantIndex, source }: Visibility): boolean {
  return !all && units.size === 0 && applicantIndex === undefined && source === undefined;
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
  const { visibility, request, order, sort } = reading;
  const where = [...narrowed, ...reading.conditions(values)];
  // The size stands there as a number: a plan for any size would be one for a large part of the table.
  const limit = `LIMIT ${request.size + 1}`;
  const whole = `ORDER BY ${sort.by} ${sort.direction}, d.id ${sort.direction} ${limit}`;
  const ways = visibilityBranches(visibility, values);
  const parts = sort.stretches.flatMap((stretch) => {
    const narrow = [...(stretch.condition === undefined ? [] : [stretch.condition]), ...beyondCursors(stretch, order, { request, values })];
    const inOrder = `ORDER BY ${stretch.columns.map((column) => `${column} ${sort.direction}`).join(', ')} ${limit}`;
    return ways.map(
      (way) => (columns: string) =>
        `(SELECT ${columns} FROM dossiers.dossier d WHERE ${[way, ...where, ...narrow].join(' AND ')} ${inOrder})`,
    );
  });
  if (parts.length === 1) return (parts[0] as (columns: string) => string)(SHOWN_COLUMNS);
  if (!overlaps(visibility) && !reading.walked)
    return `SELECT ${SHOWN_COLUMNS} FROM (${parts.map((part) => part(SHOWN_COLUMNS)).join(' UNION ALL ')}) d ${whole}`;
  return `SELECT ${SHOWN_COLUMNS} FROM dossiers.dossier d WHERE d.id IN (${parts.map((part) => part('d.id')).join(' UNION ')}) ${whole}`;
}

/** Receiving and handling do not overlap; other ways to see a dossier may (an officer who files one): then a row is kept once. */
function overlaps({ units, applicantIndex, source }: Visibility): boolean {
  return source !== undefined || (applicantIndex !== undefined && units.size > 0);
}

/** Ways that do not overlap are counted apart, each in its own index. */
function countSql(reading: Reading, values: Values): string {
  const count = (where: string[]) => `(SELECT count(*)::int FROM dossiers.dossier d WHERE ${where.join(' AND ')})`;
  if (overlaps(reading.visibility)) return `SELECT ${count(matchConditions(reading, values))} AS count`;
  const conditions = reading.conditions(values);
  const counts = visibilityBranches(reading.visibility, values).map((way) => count([way, ...conditions]));
  return `SELECT ${counts.join(' + ')} AS count`;
}

/** What a dossier must meet to be in the list at all, on whatever page. */
function matchConditions({ visibility, conditions }: Reading, values: Values): string[] {
  const ways = visibilityBranches(visibility, values).map((branch) => `(${branch})`);
  return [`(${ways.join(' OR ')})`, ...conditions(values)];
}
