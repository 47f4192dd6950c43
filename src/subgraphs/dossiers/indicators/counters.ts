import { FINISHED } from '../deadline/timeliness.ts';
import { indexEndSql, indexLateSql } from './index-time.ts';

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
const PAPERS = (filter: string) => `jsonb_path_exists(d.documents, '$[*] ? (${filter})')`;

/** What each count counts, over a dossier `d`; true, false or a number. The rule in one place: the triggers and the recount use it. */
const FLAGS: Record<Counter, string> = {
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
  e_seconds: `greatest(0, extract(epoch FROM ${indexEndSql} - coalesce(d.accepted_at, d.submitted_at)))`,
};

const localDay = (instant: string) => `((${instant} AT TIME ZONE 'UTC') + interval '7 hours')::date`;

/** A number out of a flag: nothing known counts as no. */
const counted = (counter: Counter) =>
  counter === 'e_seconds' ? `round(${FLAGS[counter]})::bigint` : `coalesce(${FLAGS[counter]}, false)::int::bigint`;

const row = (day: string, own: readonly Counter[]) =>
  `(${[day, ...COUNTERS.map((counter) => (own.includes(counter) ? counted(counter) : '0'))].join(', ')})`;

/**
 * What dossiers of a table or transition table count for, as rows of the read model: (unit, procedure, day, counts …). `sign` is 1 or
 * -1. Voided dossiers count for nothing.
 */
export function partsSql(source: string, sign: '' | '-' = ''): string {
  return `
    SELECT d.receiving_unit AS unit, d.procedure, p.day, ${COUNTERS.map((counter) => `${sign}p.${counter} AS ${counter}`).join(', ')}
    FROM ${source} d CROSS JOIN LATERAL (VALUES
      ${row(localDay('d.submitted_at'), FILED)},
      ${row(localDay('coalesce(d.accepted_at, d.submitted_at)'), INDEXED)},
      ${row(`CASE WHEN d.status IN (${finished}) THEN ${localDay(indexEndSql)} END`, ENDED)}) AS p(day, ${COUNTERS.join(', ')})
    WHERE d.voided_at IS NULL AND p.day IS NOT NULL`;
}

/** The columns of the counts, each summed under its own name. */
export const SUMS = COUNTERS.map((counter) => `sum(${counter})::bigint AS ${counter}`).join(', ');

/** Whether any of the counts is not 0. */
export const ANYTHING = COUNTERS.map((counter) => `sum(${counter}) <> 0`).join(' OR ');

/** A dossier that still runs and may become late with time alone. The index over open dossiers has this very condition. */
export const openSql = (of = 'd.') => `${of}voided_at IS NULL AND ${of}due_at IS NOT NULL AND ${of}status NOT IN (${finished})`;
