import type { Transaction } from '../../platform/database/database.ts';
import { consumeEvents, type StoredEvent } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';

/** The outbox cursor up to which deliveries have been taken in; the view `integration.untaken` names it too. */
const CONSUMER = 'integration.intake';
const BATCH = 500;
/** So many rows at once change what the database must know of the table: until it looks by itself, each claim would sort all that waits. */
const BACKLOG = 5_000;

/**
 * Gives every new delivery of the outbox the row that keeps its progress. Until then the graph shows it
 * from the outbox itself, so nobody waits for this. Stops early when `signal` is aborted.
 */
export async function takeIn(hub: Platform, signal?: AbortSignal): Promise<void> {
  const [tail] = await hub.db.query<{ present: boolean }>(`SELECT EXISTS (SELECT 1 FROM integration.untaken) AS present`);
  if (tail?.present !== true) return;
  let [taken, all] = [BATCH, 0];
  while (taken === BATCH && signal?.aborted !== true) {
    taken = await hub.db.transaction((sql) =>
      consumeEvents(sql, { name: CONSUMER, where: 'connector IS NOT NULL', limit: BATCH }, async (events) => {
        const ids = events.map((event) => event.id);
        await holdResends(sql, events);
        await sql.query(
          `INSERT INTO integration.delivery
             (key, connector, kind, subject_id, subject, operation, sequence, receiving_unit, handling_unit, scope, citizen_index, requested_at, priority, resend)
           SELECT key, connector, kind, subject_id, subject, operation, sequence, receiving_unit, handling_unit, scope, citizen_index, at,
                  coalesce((data->>'priority')::smallint, 0), (data->>'resend')::uuid
           FROM outbox.event WHERE id = ANY($1::bigint[])
             AND NOT EXISTS (SELECT FROM integration.resend r WHERE r.id = (data->>'resend')::uuid AND r.state = 'STOPPED')
           ON CONFLICT (key) DO NOTHING`,
          [ids],
        );
        await bringForward(sql, ids);
      }),
    );
    all += taken;
  }
  if (all >= BACKLOG) await hub.db.query('ANALYZE integration.delivery');
}

/** Whoever stops a request now waits until these have their rows, and takes them out of line again. */
async function holdResends(sql: Transaction, events: readonly StoredEvent[]): Promise<void> {
  const resends = new Set(events.flatMap(({ data: { resend } }) => (typeof resend === 'string' ? [resend] : [])));
  if (resends.size > 0) await sql.query(`SELECT FROM integration.resend WHERE id = ANY($1::uuid[]) FOR SHARE`, [[...resends]]);
}

/**
 * What of today waits behind history of the same dossier takes that along, for a dossier's order stands. A row that is locked is
 * being sent already.
 */
async function bringForward(sql: Transaction, ids: readonly number[]): Promise<void> {
  await sql.query(
    `UPDATE integration.delivery SET priority = 0 WHERE key IN (
       SELECT earlier.key FROM outbox.event e JOIN integration.delivery earlier
         ON earlier.subject_id = e.subject_id AND earlier.connector = e.connector AND earlier.sequence < e.sequence
       WHERE e.id = ANY($1::bigint[]) AND coalesce((e.data->>'priority')::smallint, 0) = 0 AND earlier.priority < 0 AND earlier.delivered_at IS NULL
       FOR UPDATE OF earlier SKIP LOCKED)`,
    [ids],
  );
}
