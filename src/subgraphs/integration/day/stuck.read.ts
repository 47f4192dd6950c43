import type { Queryable } from '../../../platform/database/database.ts';
import type { SynchronizationProblem } from '../problem.type.ts';
import { VISIBLE, type Visibility } from '../synchronization.access.ts';

/** What does not go out by itself, and what waits. */
export interface Stuck {
  causes: SynchronizationProblem[];
  parked: number;
  waiting: number;
  oldestWaitingAt: Date | null;
}

/** The hub's own eyes: everything. */
export const EVERYTHING: Visibility = [true, null, null, null];

/** What is stuck of a unit and those below it, as far as it may be seen. */
export async function readStuck(sql: Queryable, unit: string, seen: Visibility): Promise<Stuck> {
  const within = `${VISIBLE} AND scope @> ARRAY[$5::text]`;
  const causes = await sql.query<SynchronizationProblem>(
    `SELECT error_code AS "errorCode", count(*)::int AS count, count(DISTINCT coalesce(handling_unit, receiving_unit))::int AS units,
            min(requested_at) AS oldest
     FROM integration.synchronization WHERE ${within} AND state = 'PARKED' AND error_code IS NOT NULL
     GROUP BY error_code ORDER BY count(*) DESC, error_code`,
    [...seen, unit],
  );
  const [waits] = await sql.query<{ parked: number; waiting: number; oldest: Date | null }>(
    `SELECT count(*) FILTER (WHERE state = 'PARKED')::int AS parked, count(*) FILTER (WHERE state <> 'PARKED')::int AS waiting,
            min(requested_at) FILTER (WHERE state <> 'PARKED') AS oldest
     FROM integration.synchronization WHERE ${within} AND state <> 'DELIVERED'`,
    [...seen, unit],
  );
  return { causes, parked: waits?.parked ?? 0, waiting: waits?.waiting ?? 0, oldestWaitingAt: waits?.oldest ?? null };
}
