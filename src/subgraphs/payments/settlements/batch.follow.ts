import type { Queryable } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { workingDays } from '../../../platform/working-days.ts';
import type { MerchantRow } from '../merchant.service.ts';
import type { ReconciliationRow } from '../reconciliation.row.ts';
import { refreshBatches } from './batch.parts.ts';
import { restateDue, settleCredits } from './batch.settle.ts';

type Hub = Pick<Platform, 'db' | 'config' | 'cipher' | 'clock' | 'log' | 'peers'>;

/** Brings a merchant's batches up to what a day's statement says, and to the credits that came for them. */
export async function followBatches(
  hub: Hub,
  { merchant, day, statementId }: { merchant: MerchantRow; day: string; statementId: string },
): Promise<void> {
  if (merchant.settlement_account === null) return;
  await workingDays(hub);
  await hub.db.transaction((sql) => refreshBatches(hub, sql, { merchant, day, statementId }));
  await settleCredits(hub, { account: merchant.settlement_account });
  await restateDue(hub);
}

/** The number of a batch of a closed day that turned out wrong since; undefined: there is none. */
export async function mismatchedSince(
  sql: Queryable,
  {
    merchant_id: merchantId,
    business_date: day,
    closed_at: closedAt,
  }: Pick<ReconciliationRow, 'merchant_id' | 'business_date' | 'closed_at'>,
): Promise<string | undefined> {
  const [row] = await sql.query<{ batch: string }>(
    `SELECT b.batch FROM payments.settlement_batch b
     WHERE b.merchant_id = $1 AND b.last_day = $2 AND b.changed_at > $3 AND b.state IN ('SHORT', 'OVER', 'MISSING') ORDER BY b.batch LIMIT 1`,
    [merchantId, day, closedAt],
  );
  return row?.batch;
}

/** Whether a reconciled day has batches that changed since; of a closed day, to the worse. As a condition on `r`, `m` and the day `d`. */
export const PAID_OUT_SINCE_SQL = `EXISTS (SELECT FROM payments.settlement_batch b WHERE b.merchant_id = m.id AND b.last_day = d.day
  AND CASE WHEN r.closed_at IS NULL THEN b.changed_at > r.finished_at ELSE b.changed_at > r.closed_at AND b.state IN ('SHORT', 'OVER', 'MISSING') END)`;
