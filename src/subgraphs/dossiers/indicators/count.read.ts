import type { HubContext } from '../../../platform/graphql/context.ts';
import { startOfLocalDate } from '../../../platform/time.ts';
import { businessInstant } from '../dossier.filter.ts';
import { COUNTERS, type Counts, FILED, runningSql, undecidedSql, withReadings } from './counters.ts';
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

const byUnit = <Sums extends Record<string, number>>(rows: readonly (Sums & { unit: string })[], names: readonly string[]): ByUnit<Sums> =>
  Object.assign(new Map(rows.map(({ unit, ...sums }) => [unit, sums as unknown as Sums])), {
    nothing: Object.fromEntries(names.map((name) => [name, 0])) as Sums,
  });

/** The counts of days, with what waits to be added up, of $1 the procedure and $2 the units. */
const counted = (columns: string, days: string) => `
  SELECT unit, day, ${columns} FROM dossiers.indicator_day
  WHERE procedure = coalesce($1::text, '') AND ($2::text[] IS NULL OR unit = ANY($2)) AND ${days}
  UNION ALL
  SELECT unit, day, ${columns} FROM dossiers.indicator_delta
  WHERE ($1::text IS NULL OR procedure = $1) AND ($2::text[] IS NULL OR unit = ANY($2)) AND ${days}`;

/** Dossiers of $1 and $2 that are past their due date at $3 and still run. */
const overdue = (from: string, condition: string) => `
  SELECT d.receiving_unit AS unit, count(*)::int AS overdue FROM ${from}
  WHERE d.due_at < $3 AND ($1::text IS NULL OR d.procedure = $1) AND ($2::text[] IS NULL OR d.receiving_unit = ANY($2)) AND ${condition}
  GROUP BY d.receiving_unit`;

const FILED_SQL = `
  SELECT unit, ${FILED.map((name) => `coalesce(c.${name}, 0) AS ${name}`).join(', ')}, coalesce(o.overdue, 0) AS overdue
  FROM (SELECT unit, ${FILED.map((name) => `sum(${name})::bigint AS ${name}`).join(', ')}
        FROM (${counted(FILED.join(', '), 'day BETWEEN $4 AND $5')}) days GROUP BY unit) c
  FULL JOIN (${overdue('dossiers.dossier d', `${runningSql} AND d.submitted_at >= $6 AND d.submitted_at < $7`)}) o USING (unit)`;

/** Of the dossiers filed in the period: what became of them by now. */
export async function filedCounts(context: HubContext, request: CountRequest): Promise<ByUnit<FiledCounts>> {
  const { from, to } = request;
  const rows = await context.hub.db.query<FiledCounts & { unit: string }>(FILED_SQL, [
    ...shared(context, request),
    ...[from, to, startOfLocalDate(from), endOf(to)],
  ]);
  return byUnit(rows, [...FILED, 'overdue']);
}

const DAY_MS = 86_400_000;
/** The instant at which a civil day is over. */
const endOf = (day: string) => new Date(startOfLocalDate(day).getTime() + DAY_MS);

const shared = (context: HubContext, { procedure, units }: CountRequest) => [procedure ?? null, units, businessInstant(context)];

const UP_TO = ['i_received', 'i_late', 'i_disliked'] as const;
const BEFORE = ['e_ended', 'e_late', 'e_disliked'] as const;

const INDEX_SQL = `
  SELECT unit, ${COUNTERS.map((name) => `coalesce(c.${name}, 0) AS ${name}`).join(', ')},
         ${[...UP_TO, ...BEFORE].map((name) => `coalesce(c.all_${name}, 0) AS all_${name}`).join(', ')}, coalesce(o.overdue, 0) AS overdue
  FROM (SELECT unit, ${COUNTERS.map((name) => `coalesce(sum(${name}) FILTER (WHERE day >= $4), 0)::bigint AS ${name}`).join(', ')},
               ${UP_TO.map((name) => `sum(${name})::bigint AS all_${name}`).join(', ')},
               ${BEFORE.map((name) => `coalesce(sum(${name}) FILTER (WHERE day < $4), 0)::bigint AS all_${name}`).join(', ')}
        FROM (${counted(COUNTERS.join(', '), 'day <= $5')}) days GROUP BY unit) c
  FULL JOIN (${overdue(withReadings('dossiers.dossier'), `${undecidedSql} AND coalesce(d.accepted_at, d.submitted_at) < $6`)}) o USING (unit)`;

/** The counts of the index by unit; `toIndexCounts` reads their sums. */
export async function indexCounts(context: HubContext, request: CountRequest): Promise<ByUnit<IndexSums>> {
  const { from, to } = request;
  const rows = await context.hub.db.query<IndexSums & { unit: string }>(INDEX_SQL, [...shared(context, request), ...[from, to, endOf(to)]]);
  return byUnit<IndexSums>(rows as (IndexSums & { unit: string })[], [
    ...COUNTERS,
    ...[...UP_TO, ...BEFORE].map((name) => `all_${name}`),
    'overdue',
  ]);
}

/** Procedures in which units had dossiers filed, or paid, online in the period. */
const PROCEDURES_SQL = `
  SELECT unit, procedure, sum(i_online) > 0 AS online, sum(i_paid_online) > 0 AS paid
  FROM (SELECT unit, procedure, i_online, i_paid_online FROM dossiers.indicator_day
        WHERE procedure <> '' AND ($1::text IS NULL OR procedure = $1) AND ($2::text[] IS NULL OR unit = ANY($2)) AND day BETWEEN $3 AND $4 AND (i_online > 0 OR i_paid_online > 0)
        UNION ALL
        SELECT unit, procedure, i_online, i_paid_online FROM dossiers.indicator_delta
        WHERE ($1::text IS NULL OR procedure = $1) AND ($2::text[] IS NULL OR unit = ANY($2)) AND day BETWEEN $3 AND $4) days
  GROUP BY unit, procedure`;

/** Which procedures units had something of online. */
export interface OnlineProcedures {
  unit: string;
  procedure: string;
  online: boolean;
  paid: boolean;
}

export function onlineProcedures(context: HubContext, { procedure, units, from, to }: CountRequest): Promise<OnlineProcedures[]> {
  return context.hub.db.query<OnlineProcedures>(PROCEDURES_SQL, [procedure ?? null, units, from, to]);
}

/** The sums of one unit with all below it, as the rows of the index are made of them. */
export function toIndexCounts(sums: IndexSums, procedures: readonly OnlineProcedures[]): IndexCounts {
  const all = (name: string) => sums[`all_${name}`] ?? 0;
  const distinct = (which: 'online' | 'paid') => new Set(procedures.flatMap((each) => (each[which] ? [each.procedure] : []))).size;
  return {
    within: sums as Counts,
    upTo: { i_received: all('i_received'), i_late: all('i_late'), i_disliked: all('i_disliked') },
    before: { e_ended: all('e_ended'), e_late: all('e_late'), e_disliked: all('e_disliked') },
    overdue: sums['overdue'] ?? 0,
    proceduresOnline: distinct('online'),
    proceduresPaidOnline: distinct('paid'),
  };
}
