import type { Transaction } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { addResend, REPAIR } from './resend.service.ts';

/** Who asks in the night. */
export const NIGHT = { requester: { subject: 'nightly-comparison', roles: ['OPERATOR' as const], unit: null }, unit: null };

/** Has sent again, after everything else, what a comparison found to differ; what the portal has lost, with its steps. */
export async function repairDifferences(hub: Platform, sql: Transaction, resend: string): Promise<void> {
  const found = await sql.query<{ id: string; missing: boolean }>(
    `SELECT c.subject_id AS id, c.kind = 'MISSING' AS missing FROM integration.comparison c, integration.resend r
     WHERE r.id = $1 AND c.purpose = 'NIGHTLY' AND c.compared_at >= r.requested_at AND c.repaired_at IS NULL
       AND c.kind IN ('MISSING', 'STATE_DIFFERS', 'UNIT_DIFFERS')`,
    [resend],
  );
  for (const [missing, differing] of Map.groupBy(found, (each) => each.missing)) {
    const ids = differing.map(({ id }) => id);
    const reason = missing ? 'đối chiếu hằng đêm: thiếu trên Cổng' : 'đối chiếu hằng đêm: khác trạng thái hoặc đơn vị';
    await addResend(hub, sql, { ...NIGHT, reason, choice: { ids, steps: missing }, expected: ids.length, priority: REPAIR });
  }
}

/** Writes down at each difference when what was sent again for it was acknowledged. */
export async function noteRepaired(sql: Transaction, resend: string): Promise<void> {
  await sql.query(
    `UPDATE integration.comparison c SET repaired_at = d.delivered_at
     FROM integration.delivery d
     WHERE d.resend = $1 AND d.state = 'DELIVERED' AND d.subject_id = c.subject_id AND c.purpose = 'NIGHTLY' AND c.repaired_at IS NULL
       AND c.compared_at <= d.delivered_at AND c.kind IN ('MISSING', 'STATE_DIFFERS', 'UNIT_DIFFERS')`,
    [resend],
  );
}
