import type { PaymentProvider } from '../../../platform/graphql/enums.ts';
import { addDays } from '../../../platform/time.ts';
import type { WorkingDays } from '../../../platform/working-days.ts';

/** The graph's `SettlementState`. */
export type SettlementStateName = 'EXPECTED' | 'SETTLED' | 'SHORT' | 'OVER' | 'MISSING';

/** A row of `payments.settlement_batch` with its merchant. Whole đồng. */
export interface BatchRow {
  id: string;
  merchant_id: string;
  batch: string;
  /** YYYY-MM-DD. */
  first_day: string;
  last_day: string;
  due_on: string;
  gross: number;
  refunded: number;
  fees: number;
  adjustments: number;
  net: number;
  credited: number;
  written_off: number;
  fees_posted: number;
  adjustments_posted: number;
  state: SettlementStateName;
  provider: PaymentProvider;
  merchant_code: string;
  merchant_unit: string;
  merchant_scope: string[];
}

export const BATCH_COLUMNS = `b.id, b.merchant_id, b.batch, b.first_day, b.last_day, b.due_on, b.gross, b.refunded, b.fees, b.adjustments, b.net, b.credited, b.written_off,
  b.fees_posted, b.adjustments_posted, b.state, m.provider, m.code AS merchant_code, m.unit AS merchant_unit, m.scope AS merchant_scope`;
export const BATCH_FROM = 'payments.settlement_batch b JOIN payments.merchant m ON m.id = b.merchant_id';

/** What has still to come of a batch; below 0: too much has come. */
export function openOf({ net, credited, written_off: writtenOff }: Pick<BatchRow, 'net' | 'credited' | 'written_off'>): number {
  return net - credited - writtenOff;
}

/** A batch's state on a day, as SQL over `payments.settlement_batch b`; `today` is a parameter such as `$1`. */
export function stateSql(today: string): string {
  return `CASE WHEN b.net = b.credited + b.written_off THEN 'SETTLED'
    WHEN b.credited = 0 AND b.written_off = 0 THEN CASE WHEN b.due_on < ${today}::date THEN 'MISSING' ELSE 'EXPECTED' END
    WHEN b.net < b.credited + b.written_off THEN 'OVER'
    WHEN b.due_on < ${today}::date THEN 'SHORT' ELSE 'EXPECTED' END`;
}

/** Where hub and bank disagree, or did until it was written off. As a condition on `payments.settlement_batch b`. */
export const MISMATCHED_SQL = `(b.state IN ('SHORT', 'OVER', 'MISSING') OR b.written_off <> 0)`;

/** The day that lies so many working days after another. */
export function workingDaysAfter(day: string, count: number, { isWorkingDay }: Pick<WorkingDays, 'isWorkingDay'>): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}
