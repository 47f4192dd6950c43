import { z } from 'zod';
import type { Transaction } from '../../platform/database/database.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { consumeEvents, type StoredEvent } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockDossiers } from './payment.lock.ts';

const EVERY_MS = 5_000;
const EVENTS_AT_ONCE = 500;

const changed = z.object({ citizenId: z.uuid().nullish() });

/**
 * Has payments follow their dossiers: where one goes to another unit, or its applicant is put right, those who may see it may see
 * its payments, and nobody else. Returns how many changes were read.
 */
export function followSome(hub: Pick<Platform, 'db'>): Promise<number> {
  const consumer = { name: 'payments.follow', where: `kind = 'dossier.changed'`, limit: EVENTS_AT_ONCE };
  return hub.db.transaction((sql) => consumeEvents(sql, consumer, (events) => follow(sql, events)));
}

async function follow(sql: Transaction, events: readonly StoredEvent[]): Promise<void> {
  const newest = [...new Map(events.map((event) => [event.subject_id, event])).values()].filter(
    ({ receiving_unit }) => receiving_unit !== null,
  );
  // A payment that is being asked for at this moment is seen once that is over.
  await lockDossiers(
    sql,
    newest.map((event) => event.subject_id),
  );
  await sql.query(
    `UPDATE payments.payment p SET receiving_unit = e.receiving_unit, handling_unit = e.handling_unit, scope = e.scope, citizen_id = e.citizen_id,
       citizen_index = e.citizen_index
     FROM (SELECT dossier_id, receiving_unit, handling_unit, string_to_array(scope, ',') AS scope, citizen_id, citizen_index
           FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::bytea[])
             AS t(dossier_id, receiving_unit, handling_unit, scope, citizen_id, citizen_index)) e
     WHERE p.dossier_id = e.dossier_id
       AND (p.receiving_unit, p.handling_unit, p.scope, p.citizen_id, p.citizen_index)
         IS DISTINCT FROM (e.receiving_unit, e.handling_unit, e.scope, e.citizen_id, e.citizen_index)`,
    [
      newest.map((event) => event.subject_id),
      newest.map((event) => event.receiving_unit),
      newest.map((event) => event.handling_unit ?? event.receiving_unit),
      newest.map((event) => event.scope.join(',')),
      newest.map((event) => changed.parse(event.data).citizenId ?? null),
      newest.map((event) => event.citizen_index),
    ],
  );
}

export const followDossiersJob = defineJob({
  name: 'payments.follow-dossiers',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 2_000,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
  async run(hub, _input, signal) {
    while ((await followSome(hub)) > 0) if (signal.aborted) return;
  },
});
