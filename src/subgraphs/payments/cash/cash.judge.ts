import type { Transaction } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { addDays, localDateOf } from '../../../platform/time.ts';
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

type Hub = Pick<Platform, 'config' | 'clock' | 'peers'>;

/** A unit's cash must be on the account as soon as what a provider pays out. */
export function cashDayOf(hub: Hub, of: Pick<CashDay, 'merchantId' | 'day'>): CashDay {
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

/** The newest day whose cash should have been on the account by now, YYYY-MM-DD. */
export function latestLateDay(hub: Hub): string {
  let day = addDays(localDateOf(hub.clock.now()), -1 - hub.config.settlementDays);
  while (!cashDayOf(hub, { merchantId: '', day }).isLate) day = addDays(day, -1);
  return day;
}

/**
 * Whether a day of cash that was closed is not what it was: a drawer of it was opened or counted since, or its money is late and nobody has said so
 * before it was closed. As a condition on the reconciliation `r`; `late`: a parameter with the newest day that is late.
 */
function changedSinceSql(late: string): string {
  return `EXISTS (SELECT FROM payments.cash_drawer w LEFT JOIN payments.cash_deposit t ON t.id = w.deposit_id
    WHERE w.merchant_id = r.merchant_id AND w.day = r.business_date AND (greatest(w.opened_at, w.counted_at) > r.closed_at
      OR w.day <= ${late}::date AND w.state <> 'OPEN' AND w.counted > 0 AND t.arrived_at IS NULL AND NOT EXISTS (SELECT FROM payments.discrepancy x
        WHERE x.reconciliation_id = r.id AND x.kind = 'CASH_NOT_ARRIVED' AND x.reference = w.id::text)))`;
}

/** Whether a closed day of cash must open again. */
export async function cashChangedSince(hub: Hub & Pick<Platform, 'db'>, reconciliationId: string): Promise<boolean> {
  const [row] = await hub.db.query<{ changed: boolean }>(
    `SELECT ${changedSinceSql('$2')} AS changed FROM payments.reconciliation r WHERE r.id = $1 AND r.provider = 'CASH' AND r.closed_at IS NOT NULL`,
    [reconciliationId, latestLateDay(hub)],
  );
  return row?.changed === true;
}

/**
 * Whether a day of cash is to be reconciled: never yet, or while it is open, because a drawer, a deposit or a refund of it has changed since, or once a day
 * until all of it is on the account; once it is closed, because it is not what it was. As a condition on the merchant `m`, the day `d` and its reconciliation
 * `r`; `today`: an instant's parameter, `late`: that of the newest day that is late.
 */
export function cashDueSql({ today, late }: { today: string; late: string }): string {
  return `(EXISTS (SELECT FROM payments.cash_drawer w LEFT JOIN payments.cash_deposit t ON t.id = w.deposit_id
    WHERE w.merchant_id = m.id AND w.day = d.day AND (r.id IS NULL OR r.finished_at IS NULL OR r.closed_at IS NULL AND (
      greatest(w.opened_at, w.counted_at, w.accepted_at, t.recorded_at, t.arrived_at) > r.finished_at
      OR t.arrived_at IS NULL AND r.finished_at < ${today}
      OR EXISTS (SELECT FROM payments.refund g WHERE g.merchant_id = m.id AND g.business_date = d.day AND g.refunded_at > r.finished_at))))
    OR r.closed_at IS NOT NULL AND ${changedSinceSql(late)})`;
}
