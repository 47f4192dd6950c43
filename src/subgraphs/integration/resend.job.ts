import type { Transaction } from '../../platform/database/database.ts';
import { DELIVER_WAKE_UP } from '../../platform/jobs/deliver-wakeup.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import {
  BATCH_MADE,
  BATCH_WANTED,
  type BatchWanted,
  batchMade,
  MAKE_BATCH_WAKE_UP,
  RESEND_WAKE_UP,
  type ResendChoice,
  type ResendCursor,
  type ResendRequester,
} from '../../platform/jobs/resend-wakeup.ts';
import { appendEvents, consumeEvents, openPersonal, type StoredEvent } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { takeIn } from './delivery.intake.ts';
import { endExtras, extrasToLookUp } from './extra/extra.write.ts';
import { noteRepaired, repairDifferences } from './nightly.repair.ts';

const EVERY_MS = 2_000;
const CONSUMER = 'integration.resend';
const BATCH = 500;
/** The next batch is wanted while so many of the last wait, so that the line never runs dry and never grows long. */
const ENOUGH_WAITING = 500;

interface Running {
  id: string;
  requester: ResendRequester;
  choice: Buffer;
  priority: number;
  purpose: 'SEND' | 'COMPARE';
  position: ResendCursor | null;
  wanting: boolean;
  exhausted: boolean;
  waiting: number;
}

/** Moves every request on by one step: takes in the batch that was made, wants the next one, or ends. Returns how many were wanted. */
export async function advanceResends(hub: Platform): Promise<number> {
  await takeIn(hub);
  await takeMade(hub);
  return hub.db.transaction(async (sql) => {
    const running = await sql.query<Running>(
      `SELECT r.id, r.requester, r.choice, r.priority, r.purpose, r.position, r.wanting, r.exhausted,
              (SELECT count(*)::int FROM (
                 SELECT FROM integration.delivery d WHERE d.resend = r.id AND d.state IN ('PENDING', 'RETRYING') LIMIT ${ENOUGH_WAITING}) w) AS waiting
       FROM integration.resend r WHERE r.state = 'RUNNING' FOR UPDATE SKIP LOCKED`,
    );
    const ready = running.filter(({ wanting }) => !wanting);
    const next = ready.filter(({ exhausted, waiting }) => !exhausted && waiting < ENOUGH_WAITING);
    await want(hub, sql, next);
    const over = ready.filter(({ exhausted, waiting }) => exhausted && waiting === 0);
    for (const { id, purpose } of over) await (purpose === 'COMPARE' ? repairDifferences(hub, sql, id) : noteRepaired(sql, id));
    await sql.query(`UPDATE integration.resend SET state = 'DONE', finished_at = $2 WHERE id = ANY($1::uuid[])`, [
      over.map(({ id }) => id),
      hub.clock.business(),
    ]);
    return next.length;
  });
}

async function want(hub: Platform, sql: Transaction, next: readonly Running[]): Promise<void> {
  const again = next.some(beginsComparison) ? await extrasToLookUp(sql) : [];
  const events = next.map((running) => {
    const { id, requester, choice, priority, purpose, position } = running;
    const personal = openPersonal<ResendChoice>(hub.cipher, choice);
    const limit = personal !== undefined && 'sample' in personal ? (personal.sample ?? BATCH) : BATCH;
    const data: BatchWanted = {
      resend: id,
      purpose,
      after: position,
      limit,
      priority,
      requester,
      again: beginsComparison(running) ? again : [],
    };
    return { at: hub.clock.business(), kind: BATCH_WANTED, subjectId: id, subject: 'resend', data: { ...data }, personal };
  });
  await appendEvents(sql, hub.cipher, events);
  await sql.query(`UPDATE integration.resend SET wanting = true WHERE id = ANY($1::uuid[])`, [next.map(({ id }) => id)]);
}

/** What stood at the portal before is looked up again once in each comparison. */
function beginsComparison({ purpose, position }: Running): boolean {
  return purpose === 'COMPARE' && position === null;
}

async function takeMade(hub: Platform): Promise<void> {
  const consumer = { name: CONSUMER, where: `kind = '${BATCH_MADE}'`, limit: 100 };
  await hub.db.transaction((sql) => consumeEvents(sql, consumer, (events) => noteMade(hub, sql, events)));
}

async function noteMade(hub: Platform, sql: Transaction, events: readonly StoredEvent[]): Promise<void> {
  for (const event of events) {
    const made = batchMade.safeParse(event.data);
    if (!made.success) {
      hub.log.error({ event: event.id }, 'a batch of dossiers to be sent again is unreadable');
      continue;
    }
    const { resend, appended, skipped, after, ours } = made.data;
    await endExtras(sql, { codes: ours, ending: 'OURS', at: hub.clock.business() });
    await sql.query(
      `UPDATE integration.resend SET appended = appended + $2, skipped = skipped + $3, position = $4::jsonb, wanting = false, exhausted = $5 WHERE id = $1`,
      [resend, appended, skipped, JSON.stringify(after), after === null],
    );
  }
}

export const resendJob = defineJob({
  ...RESEND_WAKE_UP,
  schedule: { everyMs: EVERY_MS, inputs: runningResends },
  async run(hub) {
    if ((await advanceResends(hub)) > 0) await hub.wakeUps.wake(MAKE_BATCH_WAKE_UP, {});
    for (const { id, kind } of hub.connectors.all) {
      if (kind === 'NATIONAL_PORTAL') await hub.wakeUps.wake(DELIVER_WAKE_UP, { connector: id });
    }
  },
});

async function runningResends(hub: Platform): Promise<Record<string, never>[]> {
  const running = await hub.db.query(`SELECT FROM integration.resend WHERE state = 'RUNNING' LIMIT 1`);
  return running.map(() => ({}));
}
