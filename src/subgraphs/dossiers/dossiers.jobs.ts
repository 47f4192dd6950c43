import { z } from 'zod';
import { fromGlobalId } from '../../platform/ids.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { consumeEvents, type StoredEvent } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { concludePaidRequests } from './change/payment-met.ts';
import { countsAsOnline } from './reference/online-payment.ts';

const BATCH = 1_000;

/** The events that the figures take in, and the consumer under whose name it is remembered how far they came. */
export const PAYMENT_EVENTS = { consumer: 'dossiers.payments', kind: 'payment.settled' } as const;

const settled = z.object({
  dossierId: z.string(),
  provider: z.enum(['VNPAY', 'MOMO', 'ZALOPAY', 'VIETQR', 'NATIONAL_PLATFORM', 'CASH']),
  status: z.string(),
  external: z.boolean(),
});

/**
 * Takes payments that were settled into the figures: which dossiers count as paid online. Returns how many events it read. What
 * a source collected itself it says with each version of its dossier, where a refund undoes it.
 */
export async function applyPaymentEvents(hub: Platform): Promise<number> {
  let read = 0;
  for (;;) {
    const consumer = { name: PAYMENT_EVENTS.consumer, where: `kind = '${PAYMENT_EVENTS.kind}'`, limit: BATCH };
    const taken = await hub.db.transaction((sql) =>
      consumeEvents(sql, consumer, async (events) => {
        const paid = events.flatMap((event) => dossierPaidBy(hub, event) ?? []);
        await sql.query('UPDATE dossiers.dossier SET paid_online_by_hub = true WHERE id = ANY($1::uuid[]) AND NOT paid_online_by_hub', [
          paid,
        ]);
      }),
    );
    read += taken;
    if (taken < BATCH) return read;
  }
}

/** Row key of the dossier that a payment through the hub paid online; undefined: it did not. */
function dossierPaidBy(hub: Pick<Platform, 'log'>, event: StoredEvent): string | undefined {
  const payment = settled.safeParse(event.data);
  if (!payment.success) {
    // One event that nobody can read must not hold up all that come after it.
    hub.log.error(
      { event: event.id, fields: payment.error.issues.map((issue) => issue.path.join('.')) },
      'a settled payment is unreadable',
    );
    return undefined;
  }
  const { dossierId, provider, status, external } = payment.data;
  return status === 'SUCCEEDED' && !external && countsAsOnline(provider, 'HUB') ? fromGlobalId('dossier', dossierId) : undefined;
}

export const applyPaymentsJob = defineJob({
  name: 'dossiers.apply-payments',
  input: z.object({}),
  key: () => 'all',
  attempts: 5,
  backoffMs: 1_000,
  schedule: { everyMs: 5_000, inputs: async () => [{}] },
  run: async (hub) => {
    await applyPaymentEvents(hub);
    await concludePaidRequests(hub);
  },
});
