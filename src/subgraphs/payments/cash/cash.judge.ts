import type { Transaction } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import { latestWorkingDays } from '../../../platform/working-days.ts';
import { workingDaysAfter } from '../settlements/batch.row.ts';

/** A unit's day of cash that is matched. */
export interface CashDay {
  merchantId: string;
  /** YYYY-MM-DD. */
  day: string;
  /** By when its money must be on the account. */
  dueOn: string;
  /** Whether that is past. */
  isLate: boolean;
}

/** A unit's cash must be on the account as soon as what a provider pays out. */
export function cashDayOf(hub: Pick<Platform, 'config' | 'clock' | 'peers'>, of: Pick<CashDay, 'merchantId' | 'day'>): CashDay {
  const dueOn = workingDaysAfter(of.day, hub.config.settlementDays, latestWorkingDays(hub));
  return { ...of, dueOn, isLate: dueOn < localDateOf(hub.clock.now()) };
}

/**
 * What became of the day's cash, into `found`: taken and never counted; over or short when it was counted; counted and not on the account in
 * time. Of the last two neither side's total holds anything: both have the payments as they were taken.
 */
export async function judgeCash(sql: Transaction, { merchantId, day, dueOn, isLate }: CashDay): Promise<void> {
  await sql.query(
    `UPDATE found f SET kind = 'CASH_NOT_COUNTED' WHERE f.kind = 'MISSING_AT_PROVIDER'
       AND EXISTS (SELECT FROM payments.cash_taking k WHERE k.payment_id = f.payment_id)`,
  );
  await sql.query(
    `INSERT INTO found
     SELECT 'CASH_OVER_SHORT', concat_ws('|', 'drawer', d.id), false, NULL, d.id::text, NULL, NULL, NULL,
       jsonb_build_object('net', d.expected, 'credited', d.counted, 'drawerState', d.state)
     FROM payments.cash_drawer d WHERE d.merchant_id = $1 AND d.day = $2 AND d.counted IS DISTINCT FROM d.expected AND d.state <> 'OPEN'`,
    [merchantId, day],
  );
  if (!isLate) return;
  await sql.query(
    `INSERT INTO found
     SELECT 'CASH_NOT_ARRIVED', concat_ws('|', 'drawer', d.id), false, NULL, d.id::text, NULL, NULL, NULL,
       jsonb_build_object('net', d.counted, 'credited', 0, 'drawerState', d.state, 'dueOn', $3::text)
     FROM payments.cash_drawer d LEFT JOIN payments.cash_deposit t ON t.id = d.deposit_id
     WHERE d.merchant_id = $1 AND d.day = $2 AND d.state <> 'OPEN' AND d.counted > 0 AND t.arrived_at IS NULL`,
    [merchantId, day, dueOn],
  );
}

/**
 * Whether a day of cash is to be reconciled: never yet, or while it is open, because a drawer, a deposit or a refund of it has changed since, or once a day
 * until all of it is on the account. As a condition on the merchant `m`, the day `d` and its reconciliation `r`; `today`: an instant's parameter.
 */
export function cashDueSql(today: string): string {
  return `EXISTS (SELECT FROM payments.cash_drawer w LEFT JOIN payments.cash_deposit t ON t.id = w.deposit_id
    WHERE w.merchant_id = m.id AND w.day = d.day AND (r.id IS NULL OR r.finished_at IS NULL OR r.closed_at IS NULL AND (
      greatest(w.opened_at, w.counted_at, w.accepted_at, t.recorded_at, t.arrived_at) > r.finished_at
      OR t.arrived_at IS NULL AND r.finished_at < ${today}
      OR EXISTS (SELECT FROM payments.refund g WHERE g.merchant_id = m.id AND g.business_date = d.day AND g.refunded_at > r.finished_at))))`;
}
