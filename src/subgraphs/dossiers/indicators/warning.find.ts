import type { Queryable } from '../../../platform/database/database.ts';
import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import { FLAGS, indexDaySql, openSql, PAPERS, undecidedSql, withReadings } from './counters.ts';
import type { WarningReason } from './warning.type.ts';

/** Measures of the index that warnings make smaller, and by how much all of some warnings together do. */
export interface Losing {
  late: number;
  results: number;
  papers: number;
  payments: number;
}

/** A warning as it is found. */
export interface WarningRow {
  id: string;
  /** Of the dossier. */
  code: string;
  /** What it makes smaller by itself, and together with all before it. */
  own: Losing;
  soFar: Losing;
  reason: WarningReason;
  /** Its place among the reasons of one dossier. */
  rank: number;
  due_at: Date;
  status: DossierStatus;
  receiving_unit: string;
  handling_unit: string;
  officer: string | null;
}

/** All warnings of one reason. */
export interface ReasonTotals extends Losing {
  reason: WarningReason;
  count: number;
}

/** All warnings together. */
export interface WarningTotals extends Losing {
  count: number;
  /** How many dossiers are warned of, for whatever reason. */
  dossiers: number;
  /** In the order of the reasons of one dossier; those that nothing is warned of for are absent. */
  reasons: readonly ReasonTotals[];
  /** Dossiers that come to an end until then, of those that count in the quarter; and those of them whose papers would be digitized. */
  ending: number;
  digitizing: number;
}

/** What is looked at: dossiers of these units (null: of all) that are due from `from` up to `until`. */
export interface Window {
  units: readonly string[] | null;
  from: Date;
  until: Date;
  /** The quarter whose points are reckoned, by its civil days. */
  quarter: { from: string; to: string };
  reasons: readonly WarningReason[];
}

/** States in which a dossier is handled and nothing is awaited that stops its clock: it ends by its due date or is late. */
const HANDLED = "('ACCEPTED', 'PROCESSING', 'PAYMENT_REQUESTED')";

/**
 * $1 units, $2 … $3 the window, $4 … $5 the quarter, $6 reasons. `counts`: its end makes it one of the finished of this quarter. A single
 * request for papers is an end for the index, so that such a dossier can't become late, but it still ends without or with its result.
 * A dossier without digitized papers is lost to that row once, by the papers; one that has them is lost to it by its result.
 */
const WARNINGS = `
  WITH candidate AS (
    SELECT d.id, d.code, d.due_at, d.status, d.receiving_unit, d.handling_unit, ${undecidedSql} AS can_be_late,
           d.status IN ${HANDLED} AND ${indexDaySql} BETWEEN $4::date AND $5::date AS counts,
           NOT coalesce(${PAPERS('@.isResult == true && @.url != null')}, false) AS no_result,
           NOT coalesce(${PAPERS('@.isResult == false && @.digitized == true')}, false) AS no_papers,
           ${FLAGS.i_with_fee} AND NOT d.fees_settled AND NOT (${FLAGS.i_paid_online}) AS unpaid
    FROM ${withReadings('dossiers.dossier')}
    WHERE ${openSql()} AND d.due_at >= $2 AND d.due_at < $3 AND ($1::text[] IS NULL OR d.receiving_unit = ANY($1))),
  warning AS (
    SELECT c.*, w.reason, w.rank, w.late, w.results, w.papers, w.payments
    FROM candidate c CROSS JOIN LATERAL (VALUES
      ('DUE', 1, c.can_be_late, 1, 0, 0, 0),
      ('PAPERS_NOT_DIGITIZED', 2, c.counts AND c.no_papers, 0, 0, 1, 0),
      ('RESULT_FILE_MISSING', 3, c.counts AND c.no_result, 0, 1, CASE WHEN c.no_papers THEN 0 ELSE 1 END, 0),
      ('NOT_PAID_ONLINE', 4, c.counts AND c.unpaid, 0, 0, 0, 1)) AS w(reason, rank, holds, late, results, papers, payments)
    WHERE w.holds AND w.reason = ANY($6::text[]))`;

const LOSING = ['late', 'results', 'papers', 'payments'] as const;
const objectOf = (value: (name: string) => string) => `json_build_object(${LOSING.map((each) => `'${each}', ${value(each)}`).join(', ')})`;
const COUNTED = `${WARNINGS},
  counted AS (
    SELECT id, code, reason, rank, due_at, status, receiving_unit, handling_unit, ${objectOf((each) => each)} AS own,
           ${objectOf((each) => `sum(${each}) OVER so_far`)} AS "soFar"
    FROM warning WINDOW so_far AS (ORDER BY due_at, id, rank))`;
const OFFICER =
  '(SELECT e.actor FROM dossiers.event e WHERE e.dossier_id = counted.id ORDER BY e.at DESC, e.recorded_at DESC LIMIT 1) AS officer';

const PAGE = `${COUNTED} SELECT counted.*, ${OFFICER}
  FROM counted WHERE $7::timestamptz IS NULL OR (due_at, id, rank) > ($7, $8::uuid, $9::int) ORDER BY due_at, id, rank LIMIT $10`;

const FIRST_OF_EACH = `${COUNTED} SELECT counted.*, ${OFFICER}
  FROM (SELECT counted.*, row_number() OVER (PARTITION BY reason ORDER BY due_at, id) AS place FROM counted) counted
  WHERE place <= $7 ORDER BY due_at, id, rank`;

const TOTALS = `${WARNINGS}
  SELECT reason, count(*)::int AS count, sum(late)::int AS late, sum(results)::int AS results, sum(papers)::int AS papers,
         sum(payments)::int AS payments, (SELECT count(DISTINCT id)::int FROM warning) AS dossiers,
         (SELECT count(*)::int FROM candidate WHERE counts) AS ending
  FROM warning GROUP BY reason, rank ORDER BY rank`;

const boundsOf = ({ units, from, until, quarter, reasons }: Window) => [units, from, until, quarter.from, quarter.to, reasons];

/** Where a page begins: the due date, row key and rank of the warning before it. */
export type WarningCursor = readonly [string, string, string];

/** The warnings behind a cursor, the nearest first. */
export function findWarnings(
  sql: Queryable,
  window: Window,
  { after, limit }: { after: WarningCursor | undefined; limit: number },
): Promise<WarningRow[]> {
  return sql.query<WarningRow>(PAGE, [...boundsOf(window), ...(after ?? [null, null, null]), limit]);
}

/** The first so many warnings of each reason, the nearest first. */
export function findFirstOfEach(sql: Queryable, window: Window, most: number): Promise<WarningRow[]> {
  return sql.query<WarningRow>(FIRST_OF_EACH, [...boundsOf(window), most]);
}

/** What all warnings of a window come to. */
export async function sumWarnings(sql: Queryable, window: Window): Promise<WarningTotals> {
  const rows = await sql.query<ReasonTotals & Pick<WarningTotals, 'dossiers' | 'ending'>>(TOTALS, boundsOf(window));
  const sum = (of: 'count' | keyof Losing) => rows.reduce((all, row) => all + row[of], 0);
  return {
    ...{ count: sum('count'), late: sum('late'), results: sum('results'), papers: sum('papers'), payments: sum('payments') },
    ...{ dossiers: rows[0]?.dossiers ?? 0, ending: rows[0]?.ending ?? 0 },
    digitizing: rows.find(({ reason }) => reason === 'PAPERS_NOT_DIGITIZED')?.count ?? 0,
    reasons: rows,
  };
}
