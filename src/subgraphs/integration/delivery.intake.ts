import { consumeEvents } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';

/** The outbox cursor up to which deliveries have been taken in; the view `integration.untaken` names it too. */
const CONSUMER = 'integration.intake';
const BATCH = 500;

/**
 * Gives every new delivery of the outbox the row that keeps its progress. Until then the graph shows it
 * from the outbox itself, so nobody waits for this. Stops early when `signal` is aborted.
 */
export async function takeIn(hub: Platform, signal?: AbortSignal): Promise<void> {
  const [tail] = await hub.db.query<{ present: boolean }>(`SELECT EXISTS (SELECT 1 FROM integration.untaken) AS present`);
  if (tail?.present !== true) return;
  let taken = BATCH;
  while (taken === BATCH && signal?.aborted !== true) {
    taken = await hub.db.transaction((sql) =>
      consumeEvents(sql, { name: CONSUMER, where: 'connector IS NOT NULL', limit: BATCH }, async (events) => {
        await sql.query(
          `INSERT INTO integration.delivery
             (key, connector, kind, subject_id, subject, operation, sequence, receiving_unit, handling_unit, scope, citizen_index, requested_at)
           SELECT key, connector, kind, subject_id, subject, operation, sequence, receiving_unit, handling_unit, scope, citizen_index, at
           FROM outbox.event WHERE id = ANY($1::bigint[])
           ON CONFLICT (key) DO NOTHING`,
          [events.map((event) => event.id)],
        );
      }),
    );
  }
}
