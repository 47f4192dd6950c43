import type { Queryable } from '../../../platform/database/database.ts';
import { ANYTHING, COUNTERS, type Counter, SUMS } from './counters.ts';
import { MONTHS_SQL } from './fold.ts';

/** One count that the read model has otherwise than a recount of all dossiers. */
export interface CountDifference {
  unit: string;
  /** Null: all procedures together. */
  procedure: string | null;
  /** YYYY-MM-DD; of a month that is not the sum of its days, its first. */
  day: string;
  counter: Counter;
  kept: number;
  recounted: number;
}

const columns = COUNTERS.join(', ');
const json = (alias: string) =>
  `jsonb_build_object(${COUNTERS.map((counter) => `'${counter}', coalesce(${alias}.${counter}, 0)`).join(', ')})`;

const DIFFERS = COUNTERS.map((counter) => `coalesce(k.${counter}, 0) <> coalesce(r.${counter}, 0)`).join(' OR ');

/** Days with what waits to be added up against the recount, and months against the days that are added up. */
const COMPARE_SQL = `
  WITH kept AS (
    SELECT procedure, unit, day, ${SUMS} FROM (
      SELECT procedure, unit, day, ${columns} FROM dossiers.indicator_day
      UNION ALL SELECT procedure, unit, day, ${columns} FROM dossiers.indicator_delta
      UNION ALL SELECT '', unit, day, ${columns} FROM dossiers.indicator_delta) all_rows
    GROUP BY procedure, unit, day HAVING ${ANYTHING})
  SELECT procedure, unit, day, ${json('k')} AS kept, ${json('r')} AS recounted
  FROM kept k FULL JOIN dossiers.indicator_recount() r USING (procedure, unit, day)
  WHERE ${DIFFERS}
  UNION ALL
  SELECT procedure, unit, month, ${json('k')}, ${json('r')}
  FROM dossiers.indicator_month k FULL JOIN (${MONTHS_SQL}) r USING (procedure, unit, month) WHERE ${DIFFERS}
  ORDER BY day, unit, procedure`;

/** Recounts all dossiers and tells each count that the read model has otherwise; at 1 million dossiers it takes a minute. */
export async function compareCounts(sql: Queryable): Promise<CountDifference[]> {
  const rows = await sql.query<{
    procedure: string;
    unit: string;
    day: string;
    kept: Record<Counter, number>;
    recounted: Record<Counter, number>;
  }>(COMPARE_SQL);
  return rows.flatMap(({ procedure, unit, day, kept, recounted }) =>
    COUNTERS.filter((counter) => kept[counter] !== recounted[counter]).map((counter) => ({
      ...{ unit, procedure: procedure === '' ? null : procedure, day, counter },
      ...{ kept: kept[counter], recounted: recounted[counter] },
    })),
  );
}
