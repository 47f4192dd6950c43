import { z } from 'zod';
import type { Transaction } from '../../platform/database/database.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { consumeEvents, type StoredEvent } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';

const CONSUMER = 'identity.confirm';
const EVENTS_AT_ONCE = 2_000;
const SWEEP_EVERY_MS = 600_000;

/** How long a citizen may stand without a dossier: far longer than an ingest takes. */
const UNCONFIRMED_FOR = '1 day';

const changedData = z.object({ citizenId: z.uuid().nullish(), organizationId: z.uuid().nullish() });

/** Confirms the citizens and organizations that dossiers name, and deletes those that a crash left without one. */
export const sweepUnconfirmed = defineJob({
  name: 'identity.sweep-unconfirmed',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 5_000,
  schedule: { everyMs: SWEEP_EVERY_MS, inputs: async () => [{}] },
  async run(hub, _input, signal) {
    while ((await confirmSome(hub)) > 0) if (signal.aborted) return;
    await deleteUnconfirmed(hub);
  },
});

/** Takes the next changes of dossiers. Returns how many there were. */
function confirmSome(hub: Platform): Promise<number> {
  return hub.db.transaction((sql) =>
    consumeEvents(sql, { name: CONSUMER, where: `kind = 'dossier.changed'`, limit: EVENTS_AT_ONCE }, async (events) => {
      const named = events.map((event: StoredEvent) => changedData.parse(event.data));
      await confirm(
        sql,
        'citizen',
        named.flatMap(({ citizenId }) => citizenId ?? []),
      );
      await confirm(
        sql,
        'organization',
        named.flatMap(({ organizationId }) => organizationId ?? []),
      );
    }),
  );
}

async function confirm(sql: Transaction, table: 'citizen' | 'organization', ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql.query(
    `UPDATE identity.${table} SET confirmed = true
     WHERE id IN (SELECT id FROM identity.${table} WHERE id = ANY($1) AND NOT confirmed ORDER BY id FOR UPDATE)`,
    [[...new Set(ids)]],
  );
}

/**
 * Nothing is deleted while a change of a dossier is still unread: a transaction that stays open elsewhere holds
 * events back, and one of them may name whom this would delete.
 */
async function deleteUnconfirmed(hub: Platform): Promise<void> {
  await hub.db.transaction(async (sql) => {
    const [unread] = await sql.query(
      `SELECT 1 FROM outbox.event e, outbox.cursor c
       WHERE c.consumer = $1 AND (e.tx, e.id) > (c.tx, c.id) AND e.kind = 'dossier.changed' LIMIT 1`,
      [CONSUMER],
    );
    if (unread !== undefined) return;
    for (const table of ['citizen', 'organization']) {
      await sql.query(
        `DELETE FROM identity.${table} WHERE id IN (
           SELECT id FROM identity.${table} WHERE NOT confirmed AND touched_at < now() - $1::interval ORDER BY id FOR UPDATE SKIP LOCKED)`,
        [UNCONFIRMED_FOR],
      );
    }
  });
}
