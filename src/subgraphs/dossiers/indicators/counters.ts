import { FINISHED } from '../deadline/timeliness.ts';

/** Counts of a day on which dossiers were filed. */
export const FILED = ['received', 'online', 'with_fee', 'paid_online', 'finished', 'digitized', 'rated', 'satisfied', 'late'] as const;

/** Counts of a day on which dossiers were received as the index has it: accepted, else filed. */
export const INDEXED = [
  ...(['i_received', 'i_online', 'i_with_fee', 'i_paid_online', 'i_finished', 'i_result', 'i_digitized', 'i_reused', 'i_stored'] as const),
  ...(['i_told', 'i_disliked', 'i_late'] as const),
] as const;

/** Counts of a day on which dossiers came to their end as the index has it; `e_seconds` is the time that handling took. */
export const ENDED = ['e_ended', 'e_late', 'e_disliked', 'e_seconds'] as const;

/** All counts of the read model, in the order of its columns. */
export const COUNTERS = [...FILED, ...INDEXED, ...ENDED] as const;
export type Counter = (typeof COUNTERS)[number];
export type Counts = Record<Counter, number>;

const finished = [...FINISHED].map((status) => `'${status}'`).join(', ');
/** States that the index takes for an end, where no step tells of it. */
const AT_AN_END = "('REFUSED', 'STOPPED', 'RESOLVED', 'RETURNED')";

/** When a dossier over `d` with its reading `r` (see `indexReadingsSql`) came to its end as the index has it; null: it runs. */
const indexEndSql = `coalesce(r.ended_at, CASE WHEN d.status IN ${AT_AN_END} THEN d.finished_at END)`;
/** Whether it is late whatever happens yet. */
const indexLateSql = `d.due_at IS NOT NULL AND (coalesce(r.requests, 0) >= 2 OR ${indexEndSql} - coalesce(r.waited, interval '0') > d.due_at)`;

/** Whether any paper of a dossier over `d` fits a JSON path's filter; null where there are none. */
export const PAPERS = (filter: string) => `jsonb_path_exists(d.documents, '$[*] ? (${filter})')`;

/** What each count counts, over a dossier `d`; true, false or a number. The rule in one place: the triggers and the recount use it. */
export const FLAGS: Record<Counter, string> = {
  received: 'true',
  online: "d.channel = 'ONLINE'",
  with_fee: 'd.fee_total > 0',
  paid_online: 'd.fee_total > 0 AND (d.paid_online_by_source OR d.paid_online_by_hub)',
  finished: "d.status IN ('RESOLVED', 'RETURNED')",
  digitized: "d.status IN ('RESOLVED', 'RETURNED') AND d.digitized_result",
  rated: 'd.rating IS NOT NULL',
  satisfied: 'd.rating >= 3',
  late: `d.status IN (${finished}) AND d.finished_at > d.due_at`,
  i_received: 'true',
  i_online: "d.channel = 'ONLINE'",
  i_with_fee: 'd.fee_total > 0',
  i_paid_online: 'd.fee_total > 0 AND (d.paid_online_by_source OR d.paid_online_by_hub)',
  i_finished: "d.status IN ('RESOLVED', 'RETURNED')",
  i_result: `d.status IN ('RESOLVED', 'RETURNED') AND ${PAPERS('@.isResult == true && @.url != null')}`,
  i_digitized: `${PAPERS('@.isResult == false && @.digitized == true')}
    AND (d.status NOT IN ('RESOLVED', 'RETURNED') OR ${PAPERS('@.isResult == true && @.url != null')})`,
  i_reused: PAPERS('@.reused == true'),
  i_stored: PAPERS('@.fromPersonalStore == true'),
  i_told: "d.portal_sequence > 0 OR d.origin <> 'PROVINCE'",
  i_disliked: 'd.rating <= 2',
  i_late: indexLateSql,
  e_ended: 'true',
  e_late: indexLateSql,
  e_disliked: 'd.rating <= 2',
  e_seconds: `greatest(0, extract(epoch FROM coalesce(${indexEndSql}, d.finished_at) - coalesce(d.accepted_at, d.submitted_at)))`,
};

const localDay = (instant: string) => `((${instant} AT TIME ZONE 'UTC') + interval '7 hours')::date`;

/** The civil day on which a dossier over `d` was received as the index has it. */
export const indexDaySql = localDay('coalesce(d.accepted_at, d.submitted_at)');

/** A number out of a flag: nothing known counts as no. */
const counted = (counter: Counter) =>
  counter === 'e_seconds' ? `round(${FLAGS[counter]})::bigint` : `coalesce(${FLAGS[counter]}, false)::int::bigint`;

const row = (day: string, own: readonly Counter[], counters: readonly Counter[]) =>
  `(${[day, ...COUNTERS.map((counter) => (own.includes(counter) && counters.includes(counter) ? counted(counter) : '0::bigint'))].join(', ')})`;

/**
 * What dossiers `d` with their readings `r` count for, as rows of the read model: (unit, procedure, day, counts …). `sign` is 1 or -1;
 * counts other than `counters` are left at 0. Voided dossiers count for nothing.
 */
export function partsSql(
  from: string,
  { sign = '', counters = COUNTERS }: { sign?: '' | '-'; counters?: readonly Counter[] } = {},
): string {
  return `
    SELECT d.receiving_unit AS unit, d.procedure, p.day, ${COUNTERS.map((counter) => `${sign}p.${counter} AS ${counter}`).join(', ')}
    FROM ${from} CROSS JOIN LATERAL (VALUES
      ${row(localDay('d.submitted_at'), FILED, counters)},
      ${row(indexDaySql, INDEXED, counters)},
      ${row(`CASE WHEN d.status IN (${finished}) THEN ${localDay(`coalesce(${indexEndSql}, d.finished_at)`)} END`, ENDED, counters)}) AS p(day, ${COUNTERS.join(', ')})
    WHERE d.voided_at IS NULL AND p.day IS NOT NULL`;
}

/** Dossiers of a table or transition table with what is kept of their readings. */
export const withReadings = (dossiers: string, readings = 'dossiers.index_reading') =>
  `${dossiers} d LEFT JOIN ${readings} r ON r.dossier_id = d.id`;

/** The counts that hang on a dossier's reading. */
export const BY_READING: readonly Counter[] = ['i_late', ...ENDED];

/** The columns of the counts, each summed under its own name. */
export const SUMS = COUNTERS.map((counter) => `sum(${counter})::bigint AS ${counter}`).join(', ');

/** Whether any of the counts is not 0. */
export const ANYTHING = COUNTERS.map((counter) => `sum(${counter}) <> 0`).join(' OR ');

/** A dossier that the index may still find late with time alone. The index over open dossiers has this very condition. */
export const openSql = (of = 'd.') => `${of}voided_at IS NULL AND ${of}due_at IS NOT NULL AND ${of}status NOT IN ${AT_AN_END}`;

/** The same as the law has it: who withdrew waits for nothing. */
export const runningSql = `${openSql()} AND d.status <> 'WITHDRAWAL_REQUESTED'`;

/** The same as the index has it, over `d` and its reading `r`: no end and no request for papers. */
export const undecidedSql = `${openSql()} AND r.ended_at IS NULL AND coalesce(r.requests, 0) = 0`;
