import type { Transaction } from '../../../platform/database/database.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import {
  BATCH_MADE,
  BATCH_WANTED,
  type BatchMade,
  type BatchWanted,
  batchWanted,
  MAKE_BATCH_WAKE_UP,
  RESEND_WAKE_UP,
  type ResendChoice,
  type ResendCursor,
} from '../../../platform/jobs/resend-wakeup.ts';
import { appendEvents, consumeEvents, openPersonal, peekEvent, type StoredEvent } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { DossierRow, EventRow } from '../dossier.row.ts';
import { namesOf } from '../ingest/batch.ts';
import { type Delivery, deliveries, sending } from '../ingest/events.ts';
import { NO_CONTACT, type PortalContact } from '../portal-contact.ts';
import { chooseDossiers, readDossiers } from './choose.ts';
import { comparisonsOf } from './comparisons.ts';
import { contactsFromIdentity, lastToldContacts } from './contacts.ts';
import { namesKnown } from './names.ts';

const EVERY_MS = 5_000;
const CONSUMER = { name: 'dossiers.resend', where: `kind = '${BATCH_WANTED}'` };

/** A batch that is wanted, with its dossiers chosen and what the portal must be told of their people. */
interface Prepared {
  event: StoredEvent;
  /** Undefined: nobody can read what is wanted. */
  batch:
    | { wanted: BatchWanted; steps: boolean; ids: string[]; after: ResendCursor | null; contacts: Map<string, PortalContact> }
    | undefined;
}

/**
 * Makes the batches that are wanted, one transaction each. Returns how many. Throws UPSTREAM_UNAVAILABLE where identity is needed and
 * does not answer: nothing of that batch is made then.
 */
export async function makeResendBatches(hub: Platform, signal?: AbortSignal): Promise<number> {
  for (let made = 0; ; made += 1) {
    const prepared = await prepareBatch(hub);
    if (prepared === undefined) return made;
    // Another process may have made it meanwhile.
    const where = `${CONSUMER.where} AND id = ${prepared.event.id}`;
    const taken = await hub.db.transaction((sql) =>
      consumeEvents(sql, { ...CONSUMER, where, limit: 1 }, () => makeBatch(hub, sql, prepared)),
    );
    if (taken === 0 || signal?.aborted === true) return made + taken;
  }
}

/** Chooses the dossiers of the next batch and asks identity for what the outbox does not hold, before any row is locked. */
async function prepareBatch(hub: Platform): Promise<Prepared | undefined> {
  const event = await peekEvent(hub.db, CONSUMER);
  if (event === undefined) return undefined;
  const read = batchWanted.safeParse(event.data);
  const choice = read.success ? openPersonal<ResendChoice>(hub.cipher, event.sealed) : undefined;
  if (!read.success || choice === undefined) return { event, batch: undefined };
  const wanted = read.data;
  const { ids, after } = await chooseDossiers(hub, { wanted, choice });
  // Comparing tells nobody anything.
  const contacts =
    wanted.purpose === 'COMPARE' ? new Map<string, PortalContact>() : await contactsFromIdentity(hub, ids, MAKE_BATCH_WAKE_UP.name);
  return { event, batch: { wanted, steps: 'steps' in choice && choice.steps === true, ids, after, contacts } };
}

async function makeBatch(hub: Platform, sql: Transaction, { event, batch }: Prepared): Promise<void> {
  if (batch === undefined) {
    // One event that nobody can read must not hold up all that come after it.
    hub.log.error({ event: event.id }, 'a request for dossiers to be sent again is unreadable');
    return;
  }
  const { wanted, steps, ids, after, contacts } = batch;
  const { resend, priority, purpose } = wanted;
  const rows = await readDossiers(sql, ids, 'lock');
  const { told, ours } =
    purpose === 'COMPARE'
      ? await comparisonsOf(hub, sql, { rows, resend, again: wanted.again })
      : { told: await presentOf(hub, sql, { rows, steps, contacts }), ours: [] };
  const appended = new Set(told.map(({ subjectId }) => subjectId)).size;
  const made: BatchMade = { resend, appended, skipped: Math.max(0, rows.length - appended), after, ours };
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
  { rows, steps: all, contacts }: { rows: readonly DossierRow[]; steps: boolean; contacts: ReadonlyMap<string, PortalContact> },
): Promise<Delivery[]> {
  const at = hub.clock.business();
  const known = await namesKnown(hub, sql, rows);
  const last = await lastToldContacts(hub, sql, rows);
  const untold = rows.filter((row) => all || row.portal_sequence === 0);
  const steps = await stepsOf(sql, untold);
  return rows.flatMap((row) => {
    const names = namesOf(known, row, at);
    if (sending(names.reporting).whole === undefined) return [];
    const contact = last.get(row.id) ?? contacts.get(row.id) ?? (row.applicant_id === null ? NO_CONTACT : undefined);
    // Never a person without the numbers that the hub knows: the batch is made anew, and identity asked about this one too.
    if (contact === undefined) throw new Error('a dossier came to be reported while its batch was made');
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
