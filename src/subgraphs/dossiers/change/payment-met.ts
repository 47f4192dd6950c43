import { z } from 'zod';
import type { Transaction } from '../../../platform/database/database.ts';
import { fromGlobalId } from '../../../platform/ids.ts';
import { DELIVER_WAKE_UP } from '../../../platform/jobs/deliver-wakeup.ts';
import { consumeEvents, type StoredEvent } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { PORTAL } from '../ingest/portal.ts';
import { lastToldContact, NO_CONTACT } from '../portal-contact.ts';
import { SYSTEM } from './caller.ts';
import { type Ground, holdDossier, readGround } from './ground.ts';
import { makeMove, payableOf, stateBefore } from './move.ts';

const BATCH = 1_000;
const CONSUMER = 'dossiers.payment-requests';

/** A payment through the hub that came in, with all that came in for its dossier by then. */
const paid = z.object({ dossierId: z.string(), dossierPaid: z.number() });

/**
 * Takes dossiers on that waited for money which has come in: back to the state from which it was asked for, by the hub itself. What a
 * source collected itself moves nothing here: the source moves its dossiers. Returns how many were moved.
 */
export async function concludePaidRequests(hub: Platform): Promise<number> {
  const ground = await readGround(hub);
  let moved = 0;
  for (let taken = BATCH; taken === BATCH; ) {
    let concluded = 0;
    taken = await hub.db.transaction((sql) =>
      consumeEvents(sql, { name: CONSUMER, where: `kind = 'payment.settled'`, limit: BATCH }, async (events) => {
        concluded = await conclude(hub, sql, { ground, events });
      }),
    );
    moved += concluded;
    if (concluded > 0) await hub.wakeUps.wake(DELIVER_WAKE_UP, { connector: PORTAL });
  }
  return moved;
}

async function conclude(hub: Platform, sql: Transaction, { ground, events }: { ground: Ground; events: StoredEvent[] }): Promise<number> {
  const sums = new Map<string, number>();
  for (const event of events) {
    const payment = paid.safeParse(event.data);
    const id = payment.success ? fromGlobalId('dossier', payment.data.dossierId) : undefined;
    if (payment.success && id !== undefined) sums.set(id, Math.max(payment.data.dossierPaid, sums.get(id) ?? 0));
  }
  // In the order in which a feed locks its dossiers, so that neither waits for the other.
  const waiting = await sql.query<{ id: string }>(
    `SELECT id FROM dossiers.dossier WHERE id = ANY($1::uuid[]) AND status = 'PAYMENT_REQUESTED' AND voided_at IS NULL ORDER BY code`,
    [[...sums.keys()]],
  );
  let moved = 0;
  for (const { id } of waiting) if (await moveOn(hub, sql, { ground, id, sum: sums.get(id) ?? 0 })) moved += 1;
  return moved;
}

async function moveOn(hub: Platform, sql: Transaction, { ground, id, sum }: { ground: Ground; id: string; sum: number }): Promise<boolean> {
  const held = await holdDossier(sql, id);
  if (held === undefined || held.row.status !== 'PAYMENT_REQUESTED' || sum < payableOf(held.row.fees)) return false;
  const contact = (await lastToldContact(hub, sql, id)) ?? NO_CONTACT;
  const content = { note: 'Đã thực hiện nghĩa vụ tài chính', documents: [], fees: [], newDueAt: undefined };
  const wanted = { held, to: stateBefore(held), content, movers: new Set(['SYSTEM'] as const), actorOf: () => SYSTEM, contact };
  const errors = await makeMove(hub, sql, { ground, wanted });
  // A source's own history may have put it aside from where nothing leads back: its unit moves it on.
  return errors.length === 0;
}
