import { z } from 'zod';
import { fromGlobalId } from '../../platform/ids.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { consumeEvents } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { countsAsOnline } from './reference/online-payment.ts';

const BATCH = 1_000;

const settled = z.object({
  dossierId: z.string(),
  provider: z.enum(['VNPAY', 'MOMO', 'ZALOPAY', 'VIETQR', 'NATIONAL_PLATFORM', 'CASH']),
  status: z.string(),
  external: z.boolean(),
});

/** Takes payments that were settled into the figures: which dossiers count as paid online. Returns how many events it read. */
export async function applyPaymentEvents(hub: Platform): Promise<number> {
  let read = 0;
  for (;;) {
    const taken = await hub.db.transaction((sql) =>
      consumeEvents(sql, { name: 'dossiers.payments', where: `kind = 'payment.settled'`, limit: BATCH }, async (events) => {
        const paid = events.flatMap((event) => {
          const payment = settled.parse(event.data);
          const online = payment.status === 'SUCCEEDED' && countsAsOnline(payment.provider, payment.external ? 'SOURCE_SYSTEM' : 'HUB');
          const id = fromGlobalId('dossier', payment.dossierId) ?? payment.dossierId;
          return online ? [id] : [];
        });
        await sql.query('UPDATE dossiers.dossier SET paid_online_by_hub = true WHERE id = ANY($1::uuid[]) AND NOT paid_online_by_hub', [
          paid,
        ]);
      }),
    );
    read += taken;
    if (taken < BATCH) return read;
  }
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
  },
});
