import { hasRole } from '../../platform/auth/viewer.ts';
import { badUserInput } from '../../platform/errors.ts';
import { type Page, type PageArguments, type PageRequest, readPage, toPage } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { DossierFilter } from '../../platform/graphql/dossier-filter.ts';
import { type Visibility, visibilityOf } from './dossier.access.ts';
import { DOSSIER_COLUMNS, type DossierRow, foldName } from './dossier.row.ts';
import { soonUntil, timelinessSql } from './timeliness.ts';
import { type UnitDirectory, unitDirectory } from './units.ts';

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

/** Values of a statement that is being put together. */
class Values {
  readonly list: unknown[] = [];
  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

export const COLUMNS = DOSSIER_COLUMNS.map((column) => `d.${column}`).join(', ');

/** The dossiers that the viewer may see, narrowed, in order, a page of them: one statement, whatever its size. */
export async function listDossiers(
  context: HubContext,
  wanted: DossierListArguments,
  narrowing: Narrowing = {},
): Promise<Page<DossierRow>> {
  const request = readPage(wanted);
  const directory = await unitDirectory(context.hub);
  const visibility = visibilityOf(context, directory);
  const select = (mode: 'page' | 'count') => {
    const values = new Values();
    const where = [...filterConditions(context, directory, wanted.filter ?? {}, values), ...narrow(directory, narrowing, values)];
    const sql = mode === 'page' ? pageSql(visibility, where, { wanted, request }, values) : countSql(visibility, where, values);
    return { sql, values: values.list };
  };
  const page = select('page');
  const rows = await context.hub.db.query<DossierRow>(page.sql, page.values);
  return toPage(rows, request, {
    key: (row) => [sortValue(row, wanted.orderBy), row.id],
    async count() {
      const counting = select('count');
      const [row] = await context.hub.db.query<{ count: number }>(counting.sql, counting.values);
      return row?.count ?? 0;
    },
  });
}

function sortValue(row: DossierRow, order: DossierOrder): string | null {
  const value = order.startsWith('SUBMITTED') ? row.submitted_at : row.due_at;
  return value === null ? null : value.toISOString();
}

/** One condition for each way in which the viewer may see a dossier. Several units are split so that each part reads its own index in order. */
function visibilityBranches(visibility: Visibility, values: Values): string[] {
  if (visibility.all) return ['TRUE'];
  const branches: string[] = [];
  if (visibility.units.size > 0) {
    const units = [...visibility.units];
    const within = (column: string) =>
      units.length === 1 ? `${column} = ${values.add(units[0])}` : `${column} = ANY(${values.add(units)}::text[])`;
    const receiving = within('d.receiving_unit');
    branches.push(receiving, `d.handling_unit <> d.receiving_unit AND ${within('d.handling_unit')} AND NOT (${receiving})`);
  }
  if (visibility.applicantIndex !== undefined) branches.push(`d.applicant_index = ${values.add(visibility.applicantIndex)}`);
  if (visibility.source !== undefined) {
    const bounded = visibility.sourceUnits === 'ALL' ? '' : ` AND d.scope && ${values.add(visibility.sourceUnits)}::text[]`;
    branches.push(`d.source_system = ${values.add(visibility.source)}${bounded}`);
  }
  return branches;
}

function pageSql(
  visibility: Visibility,
  where: string[],
  page: { wanted: DossierListArguments; request: PageRequest },
  values: Values,
): string {
  const { wanted, request } = page;
  const column = wanted.orderBy.startsWith('SUBMITTED') ? 'd.submitted_at' : `coalesce(d.due_at, 'infinity')`;
  // Dossiers without a due date come last in both directions.
  const sort = wanted.orderBy === 'DUE_AT_DESC' ? `coalesce(d.due_at, '-infinity')` : column;
  const descending = wanted.orderBy.endsWith('DESC') !== request.backward;
  const direction = descending ? 'DESC' : 'ASC';
  const conditions = [...where, ...cursorConditions(sort, wanted.orderBy, request, values)];
  const order = `ORDER BY ${sort} ${direction}, d.id ${direction} LIMIT ${values.add(request.size + 1)}`;
  const branches = visibilityBranches(visibility, values);
  if (branches.length === 0) return `SELECT ${COLUMNS} FROM dossiers.dossier d WHERE FALSE`;
  const parts = branches.map(
    (branch) => `(SELECT ${COLUMNS} FROM dossiers.dossier d WHERE ${[branch, ...conditions].join(' AND ')} ${order})`,
  );
  if (parts.length === 1) return parts[0] as string;
  // Receiving and handling do not overlap; other ways to see a dossier may (an officer who files one): then a row is kept once.
  if (visibility.applicantIndex === undefined && visibility.source === undefined)
    return `SELECT ${COLUMNS} FROM (${parts.join(' UNION ALL ')}) d ${order}`;
  const ids = parts.map((part) => part.replace(COLUMNS, 'd.id'));
  return `SELECT ${COLUMNS} FROM dossiers.dossier d WHERE d.id IN (${ids.join(' UNION ')}) ${order}`;
}

function cursorConditions(sort: string, order: DossierOrder, request: PageRequest, values: Values): string[] {
  const listDescending = order.endsWith('DESC');
  const beyond = (field: 'after' | 'before', key: readonly (string | null)[]) => {
    const [at, id] = key;
    if (key.length !== 2 || id == null || (at != null && Number.isNaN(Date.parse(at)))) {
      throw badUserInput(field, { vi: `${field}: con trỏ không hợp lệ.`, en: `${field} is not a cursor of this list.` });
    }
    const later = (field === 'after') !== listDescending;
    const edge = at ?? (listDescending ? '-infinity' : 'infinity');
    return `(${sort}, d.id) ${later ? '>' : '<'} (${values.add(edge)}::timestamptz, ${values.add(id)}::uuid)`;
  };
  return [
    ...(request.after === undefined ? [] : [beyond('after', request.after)]),
    ...(request.before === undefined ? [] : [beyond('before', request.before)]),
  ];
}

function countSql(visibility: Visibility, where: string[], values: Values): string {
  const branches = visibilityBranches(visibility, values).map((branch) => `(${branch})`);
  if (branches.length === 0) return 'SELECT 0::int AS count';
  return `SELECT count(*)::int AS count FROM dossiers.dossier d WHERE ${[`(${branches.join(' OR ')})`, ...where].join(' AND ')}`;
}

function narrow(directory: UnitDirectory, narrowing: Narrowing, values: Values): string[] {
  return [
    ...(narrowing.applicantId === undefined ? [] : [`d.applicant_id = ${values.add(narrowing.applicantId)}::uuid`]),
    ...(narrowing.unit === undefined ? [] : withinUnit(directory, narrowing.unit, values)),
  ];
}

function withinUnit(directory: UnitDirectory, unit: string, values: Values): string[] {
  if (directory.isRoot(unit)) return [];
  const units = values.add(directory.below(unit));
  return [`(d.receiving_unit = ANY(${units}::text[]) OR d.handling_unit = ANY(${units}::text[]))`];
}

function filterConditions(context: HubContext, directory: UnitDirectory, filter: DossierFilter, values: Values): string[] {
  const conditions = ['d.voided_at IS NULL'];
  const any = (column: string, list: readonly string[] | null | undefined) => {
    if (list != null) conditions.push(`${column} = ANY(${values.add(list)}::text[])`);
  };
  if (filter.unit != null) conditions.push(...withinUnit(directory, filter.unit, values));
  if (filter.procedure != null) conditions.push(`d.procedure = ${values.add(filter.procedure)}`);
  any('d.status', filter.statuses);
  any('d.channel', filter.channels);
  any('d.origin', filter.origins);
  if (filter.submittedFrom != null) conditions.push(`d.submitted_at >= ${values.add(filter.submittedFrom)}`);
  if (filter.submittedTo != null) conditions.push(`d.submitted_at < ${values.add(filter.submittedTo)}`);
  if (filter.dueBefore != null) conditions.push(`d.due_at < ${values.add(filter.dueBefore)}`);
  if (filter.timeliness != null) {
    const now = context.hub.clock.business();
    const standing = timelinessSql(`${values.add(now)}::timestamptz`, `${values.add(soonUntil(now))}::timestamptz`);
    conditions.push(`(${standing}) = ANY(${values.add(filter.timeliness)}::text[])`);
  }
  if (filter.search != null && filter.search.trim() !== '') conditions.push(searchCondition(context, filter.search.trim(), values));
  return conditions;
}

/** A search text is a whole code, a 12-digit number (through its blind index) or part of a name without regard to diacritics. */
function searchCondition(context: HubContext, text: string, values: Values): string {
  const isCode = /^[A-Z0-9.]+-\d{6}-\d{4,6}$/i.test(text);
  // Who sees names masked or not at all must not be able to guess them by searching.
  if (!isCode && !hasRole(context.viewer, 'CITIZEN', 'OFFICER', 'UNIT_LEADER', 'BREAK_GLASS')) return 'FALSE';
  if (/^\d{12}$/.test(text)) return `d.applicant_index = ${values.add(context.hub.cipher.blindIndex('nationalId', text))}`;
  if (isCode) return `(d.code = ${values.add(text.toUpperCase())} OR d.national_code = ${values.add(text.toUpperCase())})`;
  return `d.name_folded LIKE ${values.add(`%${foldName(text).replace(/[\\%_]/g, '\\$&')}%`)}`;
}
