import type { Queryable } from '../../../platform/database/database.ts';
import type { LookAgain } from '../../../platform/jobs/resend-wakeup.ts';

/** So many are looked up again in one comparison, those first that were not seen for longest. */
const LOOKED_UP_AGAIN = 200;
/** So long what is over is still told. */
const KEPT_DAYS = 90;

/** What one look at the portal found of a code that no dossier of the hub has; `found` null: it does not stand there. */
export interface Sighting {
  code: string;
  /** The unit whose codes begin so, and all units that may see it. */
  unit: string;
  scope: readonly string[];
  found: { status: number | null; unit: string | null } | null;
  at: Date;
}

/** Writes down what stands at the portal and is not ours, since when, and what stands there no more. */
export async function noteSightings(sql: Queryable, sightings: readonly Sighting[]): Promise<void> {
  const last = [...new Map(sightings.map((sighting) => [sighting.code, sighting])).values()];
  const standing = last.flatMap(({ code, unit, scope, found, at }) =>
    found === null ? [] : [{ code, unit, scope, status: found.status, unit_name: found.unit, first_seen_at: at, last_seen_at: at }],
  );
  if (standing.length > 0) {
    await sql.query(
      `INSERT INTO integration.portal_extra (code, unit, scope, status, unit_name, first_seen_at, last_seen_at)
       SELECT code, unit, scope, status, unit_name, first_seen_at, last_seen_at
       FROM jsonb_populate_recordset(NULL::integration.portal_extra, $1::jsonb)
       ON CONFLICT (code) DO UPDATE SET unit = excluded.unit, scope = excluded.scope, status = excluded.status, unit_name = excluded.unit_name,
         first_seen_at = CASE WHEN portal_extra.ended_at IS NULL THEN portal_extra.first_seen_at ELSE excluded.first_seen_at END,
         last_seen_at = excluded.last_seen_at, ended_at = NULL, ending = NULL`,
      [JSON.stringify(standing)],
    );
  }
  for (const [at, gone] of Map.groupBy(
    last.filter(({ found }) => found === null),
    (sighting) => sighting.at,
  )) {
    await endExtras(sql, { codes: gone.map(({ code }) => code), ending: 'GONE', at });
  }
}

/** Ends those of the codes that are listed: the portal has them no more, or a dossier of the hub has the code now. */
export async function endExtras(
  sql: Queryable,
  { codes, ending, at }: { codes: readonly string[]; ending: 'GONE' | 'OURS'; at: Date },
): Promise<void> {
  if (codes.length === 0) return;
  await sql.query(
    `UPDATE integration.portal_extra SET ended_at = $2, ending = $3 WHERE code = ANY($1::text[]) AND ended_at IS NULL AND last_seen_at <= $2`,
    [codes, at, ending],
  );
}

/** What stood there when it was last looked at, to be looked up again. */
export function extrasToLookUp(sql: Queryable): Promise<LookAgain[]> {
  return sql.query<LookAgain>(
    `SELECT code, unit, scope FROM integration.portal_extra WHERE ended_at IS NULL ORDER BY last_seen_at, code LIMIT ${LOOKED_UP_AGAIN}`,
  );
}

/** Forgets what has been over for long. */
export async function forgetExtras(sql: Queryable, now: Date): Promise<void> {
  await sql.query(`DELETE FROM integration.portal_extra WHERE ended_at < $1::timestamptz - interval '${KEPT_DAYS} days'`, [now]);
}
