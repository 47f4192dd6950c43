import type { Transaction } from '../../../platform/database/database.ts';
import { newUuid } from '../../../platform/ids.ts';
import { appendEvents } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { DossierRow, EventRow } from '../dossier.row.ts';
import { namesOf } from '../ingest/batch.ts';
import { changedEvent, deliveries } from '../ingest/events.ts';
import { type SourcePeople, sourceContent } from '../ingest/source-content.ts';
import { writeDossiers, writeEvents } from '../ingest/write.ts';
import type { Emission } from '../lifecycle/transitions.ts';
import type { PortalContact } from '../portal-contact.ts';
import type { Actor } from './caller.ts';
import { reckonDates } from './due-date.ts';
import type { FiledProcedure, Ground, HeldStep } from './ground.ts';

/** One change that the hub makes of a dossier, ready to be written. */
export interface Change {
  /** As it is to be; its instant and the engine's dates are set here. */
  row: DossierRow;
  /** The steps before it, oldest first. */
  steps: readonly HeldStep[];
  /** When it happened: never before a step that is known already. */
  at: Date;
  by: Actor;
  note: string | null;
  stepKey: string;
  emits: Emission | 'FILED' | 'VOIDED';
  contact: PortalContact;
  /** Who it is about, for a source that can't know: of what is filed here. */
  people?: SourcePeople;
}

/**
 * Writes a change inside the caller's transaction: the row, its one step, and in the outbox, in this order, that the dossier changed
 * (marked as made by the hub), the dossier as the portal must learn it, and the step.
 */
export async function recordChange(
  hub: Platform,
  sql: Transaction,
  { ground, procedure, change }: { ground: Ground; procedure: FiledProcedure | undefined; change: Change },
): Promise<void> {
  const { row, at, by, note, stepKey, emits, contact } = change;
  const now = hub.clock.business();
  const step: EventRow = {
    id: newUuid(),
    dossier_id: row.id,
    step_key: stepKey,
    at,
    status: row.status,
    actor: by.actor,
    title: null,
    department: by.department,
    note,
    unusual: false,
  };
  row.updated_at = now;
  reckonDates(ground.book, row, [...change.steps, { key: stepKey, at, status: row.status }]);
  const known = { ...ground, procedures: new Map(procedure === undefined ? [] : [[procedure.code, procedure]]) };
  const told = deliveries(now, {
    row,
    contact,
    events: [step],
    steps: [],
    snapshot: true,
    names: namesOf(known, row, now),
    voids: emits === 'VOIDED',
  });
  await writeDossiers(sql, [row]);
  await writeEvents(sql, [step]);
  await appendEvents(sql, hub.cipher, [
    changedEvent(row, { madeBy: 'hub', change: emits }, sourceContent(row, { steps: [step], people: change.people })),
    ...told,
  ]);
}

/** The key of a step that the hub makes itself: no source has it. */
export function newStepKey(): string {
  return `hub ${newUuid()}`;
}
