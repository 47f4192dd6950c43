import type { Transaction } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { appendDeliveries } from './change.append.ts';
import type { ChangeRow } from './change.row.ts';

/** The consumer that fills the streams. */
export const COLLECTOR = 'integration.source';
/** The source of what is filed through the hub itself, and the stream that keeps it while its unit has no system. */
export const HUB_SOURCE = 'hub';

/**
 * Gives a system what was learned of its unit's dossiers that were filed through the hub before it was registered, behind what it has
 * already. The collector does not number meanwhile: its cursor is held until the transaction ends.
 */
export async function handOver(
  sql: Transaction,
  hub: Pick<Platform, 'cipher'>,
  { name, unit }: { name: string; unit: string },
): Promise<void> {
  await sql.query('SELECT FROM outbox.cursor WHERE consumer = $1 FOR UPDATE', [COLLECTOR]);
  const rows = await sql.query<ChangeRow>(
    `UPDATE integration.source_change c SET source = $1, sequence = waiting.sequence
     FROM (SELECT key, (SELECT coalesce(max(sequence), 0) FROM integration.source_change WHERE source = $1) + row_number() OVER (ORDER BY sequence) AS sequence
           FROM integration.source_change WHERE source = $3 AND scope @> ARRAY[$2]) AS waiting
     WHERE c.key = waiting.key RETURNING c.*`,
    [name, unit, HUB_SOURCE],
  );
  await appendDeliveries(
    sql,
    hub,
    rows.sort((a, b) => a.sequence - b.sequence),
  );
}
