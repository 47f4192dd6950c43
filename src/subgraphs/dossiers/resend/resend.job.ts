import type { Transaction } from '../../../platform/database/database.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import {
  BATCH_MADE,
  BATCH_WANTED,
  type BatchMade,
  batchWanted,
  MAKE_BATCH_WAKE_UP,
  RESEND_WAKE_UP,
  type ResendChoice,
} from '../../../platform/jobs/resend-wakeup.ts';
import { appendEvents, consumeEvents, openPersonal, type StoredEvent } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { DossierRow, EventRow } from '../dossier.row.ts';
import { namesOf } from '../ingest/batch.ts';
import { type Delivery, deliveries, sending } from '../ingest/events.ts';
import { NO_CONTACT, openContact, type PortalContact } from '../portal-contact.ts';
import { chooseDossiers } from './choose.ts';
import { comparisonsOf } from './comparisons.ts';
import { namesKnown } from './names.ts';

const EVERY_MS = 5_000;
const CONSUMER = 'dossiers.resend';

/** Makes the batches that are wanted, one transaction each. Returns how many. */
export async function makeResendBatches(hub: Platform, signal?: AbortSignal): Promise<number> {
  for (let made = 0; ; made += 1) {
    const taken = await hub.db.transaction((sql) =>
      consumeEvents(sql, { name: CONSUMER, where: `kind = '${BATCH_WANTED}'`, limit: 1 }, async (events) => {
        for (const event of events) await makeBatch(hub, sql, event);
      }),
    );
    if (taken === 0 || signal?.aborted === true) return made + taken;
  }
}

async function makeBatch(hub: Platform, sql: Transaction, event: StoredEvent): Promise<void> {
  const read = batchWanted.safeParse(event.data);
  const choice = read.success ? openPersonal<ResendChoice>(hub.cipher, event.sealed) : undefined;
  if (!read.success || choice === undefined) {
    // One event that nobody can read must not hold up all that come after it.
    hub.log.error({ event: event.id }, 'a request for dossiers to be sent again is unreadable');
    return;
  }
  const { rows, after } = await chooseDossiers(hub, sql, { wanted: read.data, choice });
  const { resend, priority, purpose } = read.data;
  const steps = 'ids' in choice && choice.steps;
  const told = purpose === 'COMPARE' ? await comparisonsOf(hub, sql, { rows, resend }) : await presentOf(hub, sql, { rows, steps });
  const appended = new Set(told.map(({ subjectId }) => subjectId)).size;
  const made: BatchMade = { resend, appended, skipped: Math.max(0, rows.length - appended), after };
  await keepSequences(sql, rows);
  await appendEvents(sql, hub.cipher, [
    ...told.map((each) => ({ ...each, data: { priority, resend } })),
    { at: hub.clock.business(), kind: BATCH_MADE, subjectId: resend, subject: 'resend', data: { ...made } },
  ]);
}

/** What the portal must learn of those dossiers as they are now, and their steps where it was told nothing before; of what is not reported, nothing. */
async function presentOf(
  hub: Platform,
  sql: Transaction,
  { rows, steps: all }: { rows: readonly DossierRow[]; steps: boolean },
): Promise<Delivery[]> {
  const at = hub.clock.business();
  const known = await namesKnown(hub, sql, rows);
  const contacts = await lastToldContacts(hub, sql, rows);
  const untold = rows.filter((row) => all || row.portal_sequence === 0);
  const steps = await stepsOf(sql, untold);
  return rows.flatMap((row) => {
    const names = namesOf(known, row, at);
    if (sending(names.reporting).whole === undefined) return [];
    const contact = contacts.get(row.id) ?? NO_CONTACT;
    return deliveries(at, { row, contact, events: steps.get(row.id) ?? [], steps: [], snapshot: true, names });
  });
}

async function stepsOf(sql: Transaction, rows: readonly DossierRow[]): Promise<Map<string, EventRow[]>> {
  const events = await sql.query<EventRow>(
    `SELECT id, dossier_id, step_key, at, status, actor, title, department, note, unusual FROM dossiers.event
     WHERE dossier_id = ANY($1::uuid[]) ORDER BY at, recorded_at, id`,
    [rows.map(({ id }) => id)],
  );
  return Map.groupBy(events, (event) => event.dossier_id);
}

async function lastToldContacts(hub: Platform, sql: Transaction, rows: readonly DossierRow[]): Promise<Map<string, PortalContact>> {
  const told = await sql.query<{ id: string; sealed: Buffer }>(
    `SELECT t.id, last.sealed FROM unnest($1::uuid[]) AS t(id), LATERAL (
       SELECT e.sealed FROM outbox.event e WHERE e.subject_id = t.id AND e.kind IN ('portal.dossier', 'portal.status') AND e.sealed IS NOT NULL
       ORDER BY e.id DESC LIMIT 1) last`,
    [rows.map(({ id }) => id)],
  );
  return new Map(
    told.flatMap(({ id, sealed }): [string, PortalContact][] => {
      const contact = openContact(hub, id, sealed);
      return contact === undefined ? [] : [[id, contact]];
    }),
  );
}

async function keepSequences(sql: Transaction, rows: readonly DossierRow[]): Promise<void> {
  await sql.query(
    `UPDATE dossiers.dossier d SET portal_sequence = s.sequence FROM unnest($1::uuid[], $2::int[]) AS s(id, sequence)
     WHERE d.id = s.id AND d.portal_sequence <> s.sequence`,
    [rows.map(({ id }) => id), rows.map(({ portal_sequence: sequence }) => sequence)],
  );
}

export const makeResendBatchJob = defineJob({
  ...MAKE_BATCH_WAKE_UP,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
  async run(hub, _input, signal) {
    if ((await makeResendBatches(hub, signal)) > 0) await hub.wakeUps.wake(RESEND_WAKE_UP, {});
  },
});
