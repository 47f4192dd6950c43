import { z } from 'zod';
import { PaymentProvider } from '../../platform/graphql/enums.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import type { Platform } from '../../platform/platform.ts';
import { addDays, localDateOf, startOfLocalDate } from '../../platform/time.ts';
import { workingDays } from '../../platform/working-days.ts';
import { cashDueSql, latestLateDay } from './cash/cash.judge.ts';
import { BOOKED_SINCE_SQL } from './reconcile.reopen.ts';
import { reconcile } from './reconcile.service.ts';
import { PAID_OUT_SINCE_SQL } from './settlements/batch.follow.ts';

const EVERY_MS = 10 * 60_000;
/** So many days back nothing is left out, however long the hub was away. */
const DAYS_BACK = 31;
/** A provider that has no file yet is asked again after so many minutes. */
const ASK_AGAIN_MINUTES = 60;
const BATCH = 200;

export interface DueDay {
  provider: PaymentProvider;
  merchant: string;
  /** YYYY-MM-DD. */
  day: string;
}

/** For so many days after its own a closed day is looked at again, once a day; one of cash where its drawers or a late report give cause. */
const LOOK_AGAIN_DAYS = 7;

/** Of a run that began before its day was over, and so knows a part of it. As a condition on `payments.reconciliation r`. */
export const BEGUN_EARLY_SQL = `r.started_at < (r.business_date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'`;

/**
 * Days that are over and whose newest statement or payouts have not been matched, or that were matched before they were over, and days of merchants whose file can be fetched and has not come: the
 * day before always, and earlier ones on which money moved; of days that are closed, once a day those of the last week, for a statement may be issued anew and a payment be heard of late. Open days first, the oldest first.
 */
export async function dueDays(hub: Pick<Platform, 'config' | 'db' | 'clock' | 'connectors' | 'log' | 'peers'>): Promise<DueDay[]> {
  await workingDays(hub);
  const today = localDateOf(hub.clock.now());
  const providers = Object.keys(PaymentProvider) as PaymentProvider[];
  const fetchable = providers.filter((provider) => {
    const port = hub.connectors.payment(provider);
    return port?.fetchStatement !== undefined || port?.credits !== undefined;
  });
  return hub.db.query<DueDay>(
    `SELECT m.provider, m.code AS merchant, to_char(d.day, 'YYYY-MM-DD') AS day
     FROM payments.merchant m
     CROSS JOIN LATERAL (SELECT generate_series($1::date, $2::date, interval '1 day')::date AS day) d
     LEFT JOIN payments.reconciliation r ON r.merchant_id = m.id AND r.business_date = d.day
     LEFT JOIN LATERAL (SELECT max(version) AS version FROM payments.statement s WHERE s.merchant_id = m.id AND s.business_date = d.day) s ON true
     WHERE (r.closed_at IS NULL AND ${BEGUN_EARLY_SQL} OR CASE WHEN m.provider = 'CASH' THEN ${cashDueSql({ today: '$5', late: '$6' })} WHEN s.version IS NOT NULL THEN r.id IS NULL OR r.statement_version IS DISTINCT FROM s.version OR ${PAID_OUT_SINCE_SQL}
       ELSE m.provider = ANY($3::text[]) AND NOT m.external AND m.secrets IS NOT NULL AND (r.id IS NULL OR r.started_at < $4)
         AND (d.day = $2::date OR EXISTS (SELECT FROM payments.payment p WHERE p.merchant_id = m.id AND p.business_date = d.day)) END
         OR r.closed_at IS NOT NULL AND d.day > $2::date - ${LOOK_AGAIN_DAYS} AND CASE WHEN m.provider = 'CASH' THEN ${BOOKED_SINCE_SQL} ELSE coalesce(r.looked_at, r.closed_at) < $5 END)
       AND (r.status IS DISTINCT FROM 'RUNNING' OR r.started_at < $4)
     ORDER BY r.closed_at IS NOT NULL, d.day, m.provider, m.code LIMIT ${BATCH}`,
    [
      addDays(today, -DAYS_BACK),
      addDays(today, -1),
      fetchable,
      new Date(hub.clock.now().getTime() - ASK_AGAIN_MINUTES * 60_000),
      startOfLocalDate(today),
      latestLateDay(hub),
    ],
  );
}

/** Reconciles what is due. One merchant's fault holds up no other. */
export async function reconcileDue(hub: Platform, signal: AbortSignal): Promise<void> {
  for (const { provider, merchant, day } of await dueDays(hub)) {
    if (signal.aborted) return;
    try {
      await reconcile(hub, { provider, businessDate: day, merchant, startedBy: 'hub' });
    } catch (error) {
      hub.log.error({ provider, merchant, day, error: (error as Error).name }, 'a day could not be reconciled');
    }
  }
}

export const reconcileDueJob = defineJob({
  name: 'payments.reconcile',
  input: z.object({}),
  key: () => 'all',
  attempts: 2,
  backoffMs: 30_000,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
  run: (hub, _, signal) => reconcileDue(hub, signal),
});
