import type { HubContext } from '../../../platform/graphql/context.ts';
import { startOfLocalDate } from '../../../platform/time.ts';
import { businessInstant } from '../dossier.filter.ts';
import { type Counts, ENDED, FILED, INDEXED, runningSql, undecidedSql, withReadings } from './counters.ts';
import type { IndexCounts } from './measures.ts';

/** What is counted; `units` null: all that any dossier names. */
export interface CountRequest {
  from: string;
  to: string;
  procedure: string | undefined;
  units: string[] | null;
}

/** Counts by receiving unit; units without any are left out. `nothing` is the count of none. */
export type ByUnit<Sums> = ReadonlyMap<string, Sums> & { nothing: Sums };

export type FiledCounts = Record<(typeof FILED)[number] | 'overdue', number>;
export type IndexSums = Record<string, number>;

const byUnit = <Sums extends Record<string, number>>(rows: readonly { unit: string }[], names: readonly string[]): ByUnit<Sums> =>
  Object.assign(new Map(rows.map(({ unit, ...sums }) => [unit, sums as unknown as Sums])), {
    nothing: Object.fromEntries(names.map((name) => [name, 0])) as Sums,
  });

/** Rows of the read model of $1 the procedure and $2 the units. */
const kept = (table: 'indicator_day' | 'indicator_month', columns: string, when: string) => `
  SELECT unit, ${columns} FROM dossiers.${table} WHERE procedure = coalesce($1::text, '') AND ($2::text[] IS NULL OR unit = ANY($2)) AND ${when}`;

/** What waits to be added up. */
const waiting = (columns: string, when: string) => `
  SELECT unit, ${columns} FROM dossiers.indicator_delta
  WHERE ($1::text IS NULL OR procedure = $1) AND ($2::text[] IS NULL OR unit = ANY($2)) AND ${when}`;

/** The first month that begins in the period $4 … $5 or after it, and the first day after the last month that ends in it. */
const FIRST_MONTH = `date_trunc('month', $4::date + interval '1 month' - interval '1 day')::date`;
const AFTER_MONTHS = `date_trunc('month', ($5::date + 1)::timestamp)::date`;

/** The counts of the days $4 … $5: of its whole months, and of the days around them. */
const within = (columns: string) =>
  [
    kept('indicator_day', columns, `day >= $4::date AND day < ${FIRST_MONTH} AND day <= $5::date`),
    kept('indicator_month', columns, `month >= ${FIRST_MONTH} AND month < ${AFTER_MONTHS}`),
    kept('indicator_day', columns, `day >= greatest(${FIRST_MONTH}, ${AFTER_MONTHS}) AND day <= $5::date`),
    waiting(columns, 'day BETWEEN $4::date AND $5::date'),
  ].join(' UNION ALL ');

/** The counts of all days before $4. */
const before = (columns: string) =>
  [
    kept('indicator_month', columns, `month < date_trunc('month', $4::timestamp)::date`),
    kept('indicator_day', columns, `day >= date_trunc('month', $4::timestamp)::date AND day < $4::date`),
    waiting(columns, 'day < $4::date'),
  ].join(' UNION ALL ');

/** Dossiers of $1 and $2 that are past their due date at $3 and still run. */
const overdue = (from: string, condition: string) => `
  SELECT d.receiving_unit AS unit, count(*)::int AS overdue FROM ${from}
  WHERE d.due_at < $3 AND ($1::text IS NULL OR d.procedure = $1) AND ($2::text[] IS NULL OR d.receiving_unit = ANY($2)) AND ${condition}
  GROUP BY d.receiving_unit`;

const FILED_SQL = `
  SELECT unit, ${FILED.map((name) => `coalesce(c.${name}, 0) AS ${name}`).join(', ')}, coalesce(o.overdue, 0) AS overdue
  FROM (SELECT unit, ${FILED.map((name) => `sum(${name})::bigint AS ${name}`).join(', ')}
        FROM (${within(FILED.join(', '))}) days GROUP BY unit) c
  FULL JOIN (${overdue('dossiers.dossier d', `${runningSql} AND d.submitted_at >= $6 AND d.submitted_at < $7`)}) o USING (unit)`;

/** Of the dossiers filed in the period: what became of them by now. */
export async function filedCounts(context: HubContext, request: CountRequest): Promise<ByUnit<FiledCounts>> {
  const { from, to } = request;
  const rows = await context.hub.db.query<{ unit: string }>(FILED_SQL, [
    ...shared(context, request),
    ...[from, to, startOfLocalDate(from), endOf(to)],
  ]);
  return byUnit<FiledCounts>(rows, [...FILED, 'overdue']);
}

const DAY_MS = 86_400_000;
/** The instant at which a civil day is over. */
const endOf = (day: string) => new Date(startOfLocalDate(day).getTime() + DAY_MS);

const shared = (context: HubContext, { procedure, units }: CountRequest) => [procedure ?? null, units, businessInstant(context)];

const WITHIN = [...INDEXED, ...ENDED];
const UP_TO = ['i_received', 'i_late', 'i_disliked'] as const;
const BEFORE = ['e_ended', 'e_late', 'e_disliked'] as const;
const HISTORY = [...UP_TO, ...BEFORE];

const sumsOf = (names: readonly string[], prefix = '') => names.map((name) => `sum(${name})::bigint AS ${prefix}${name}`).join(', ');
const known = (names: readonly string[], alias: string) => names.map((name) => `coalesce(${alias}.${name}, 0) AS ${name}`).join(', ');

const INDEX_SQL = `
  SELECT unit, ${known(WITHIN, 'c')}, ${known(
    HISTORY.map((name) => `past_${name}`),
    'h',
  )}, coalesce(o.overdue, 0) AS overdue
  FROM (SELECT unit, ${sumsOf(WITHIN)} FROM (${within(WITHIN.join(', '))}) days GROUP BY unit) c
  FULL JOIN (SELECT unit, ${sumsOf(HISTORY, 'past_')} FROM (${before(HISTORY.join(', '))}) days GROUP BY unit) h USING (unit)
  FULL JOIN (${overdue(withReadings('dossiers.dossier'), `${undecidedSql} AND coalesce(d.accepted_at, d.submitted_at) < $6`)}) o USING (unit)`;

/** The counts of the index by unit; `toIndexCounts` reads their sums. */
export async function indexCounts(context: HubContext, request: CountRequest): Promise<ByUnit<IndexSums>> {
  const { from, to } = request;
  const rows = await context.hub.db.query<{ unit: string }>(INDEX_SQL, [...shared(context, request), ...[from, to, endOf(to)]]);
  return byUnit<IndexSums>(rows, [...WITHIN, ...HISTORY.map((name) => `past_${name}`), 'overdue']);
}

/**
 * How many procedures had dossiers of the period filed, or paid, online. A look for one row each,
 * since the rows of all procedures grow with the dossiers.
 */
const ONLINE = ['i_online', 'i_paid_online'] as const;
const PROCEDURES_SQL = `
  WITH waiting AS (
    SELECT procedure, ${ONLINE.map((name) => `sum(${name}) AS ${name}, bool_or(${name} < 0) AS less_${name}, bool_or(${name} > 0) AS more_${name}`).join(', ')}
    FROM dossiers.indicator_delta WHERE day BETWEEN $3 AND $4 AND ($2::text[] IS NULL OR unit = ANY($2)) GROUP BY procedure)
  SELECT ${ONLINE.map((name) => `count(*) FILTER (WHERE ${hasAny(name)})::int AS ${name}`).join(', ')}
  FROM dossiers.procedure p LEFT JOIN waiting w ON w.procedure = p.code WHERE $1::text IS NULL OR p.code = $1`;

function hasAny(name: string): string {
  const rows = (what: string) =>
    `SELECT ${what} FROM dossiers.indicator_day d WHERE d.procedure = p.code AND d.day BETWEEN $3 AND $4 AND ($2::text[] IS NULL OR d.unit = ANY($2))`;
  // What waits takes something away where a dossier changed: only then must all be summed.
  return `CASE WHEN w.less_${name} THEN coalesce((${rows(`sum(d.${name})`)}), 0) + w.${name} > 0
    ELSE coalesce(w.more_${name}, false) OR EXISTS (${rows('')} AND d.${name} > 0) END`;
}

/** Counts of procedures that a unit with all below it had something of online. */
export interface OnlineProcedures {
  i_online: number;
  i_paid_online: number;
}

export async function onlineProcedures(context: HubContext, { procedure, units, from, to }: CountRequest): Promise<OnlineProcedures> {
  const [row] = await context.hub.db.query<OnlineProcedures>(PROCEDURES_SQL, [procedure ?? null, units, from, to]);
  return row ?? { i_online: 0, i_paid_online: 0 };
}

/** The sums of one unit with all below it, as the rows of the index are made of them. */
export function toIndexCounts(sums: IndexSums): IndexCounts {
  const past = (name: string) => sums[`past_${name}`] ?? 0;
  const all = (name: string) => past(name) + (sums[name] ?? 0);
  return {
    within: sums as Counts,
    upTo: { i_received: all('i_received'), i_late: all('i_late'), i_disliked: all('i_disliked') },
    before: { e_ended: past('e_ended'), e_late: past('e_late'), e_disliked: past('e_disliked') },
    overdue: sums['overdue'] ?? 0,
  };
}
