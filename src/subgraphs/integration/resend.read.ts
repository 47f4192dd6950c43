import { boundOf, type Role, type Viewer } from '../../platform/auth/viewer.ts';
import type { Queryable } from '../../platform/database/database.ts';
import { toGlobalId } from '../../platform/ids.ts';
import type { Resend } from './resend.type.ts';

/** The units whose requests a viewer sees and stops; null: all. */
export function unitsOf(viewer: Viewer, roles: readonly Role[]): string[] | null {
  const bounds = roles.map((role) => boundOf(viewer, role)).filter((bound) => bound !== undefined);
  return bounds.includes('ALL') ? null : bounds;
}

/** Requests to send again, the newest first; `only` narrows to one. */
export async function readResends(
  sql: Queryable,
  { units, only, limit }: { units: string[] | null; only?: string; limit: number },
): Promise<Resend[]> {
  const rows = await sql.query<Resend>(
    `SELECT r.id, r.reason, r.requested_by AS "requestedBy", r.requested_at AS "requestedAt", r.filter, r.purpose, r.state, r.expected, r.appended, r.skipped,
            r.finished_at AS "finishedAt", r.stopped_by AS "stoppedBy", d.delivered, d.parked, d.waiting
     FROM integration.resend r, LATERAL (
       SELECT count(*) FILTER (WHERE state = 'DELIVERED')::int AS delivered, count(*) FILTER (WHERE state = 'PARKED')::int AS parked,
              count(*) FILTER (WHERE state IN ('PENDING', 'RETRYING'))::int AS waiting
       FROM integration.delivery WHERE resend = r.id) d
     WHERE ($1::text[] IS NULL OR r.unit = ANY($1)) AND ($2::uuid IS NULL OR r.id = $2)
     ORDER BY r.requested_at DESC, r.id DESC LIMIT $3`,
    [units, only ?? null, limit],
  );
  return rows.map((row) => ({ ...row, id: toGlobalId('resend', row.id) }));
}
