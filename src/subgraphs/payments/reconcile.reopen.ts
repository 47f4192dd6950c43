import type { Platform } from '../../platform/platform.ts';
import { workingDays } from '../../platform/working-days.ts';
import { cashChangedSince } from './cash/cash.judge.ts';
import type { MerchantRow } from './merchant.service.ts';
import { fetchNewest, newestStatement } from './reconcile.fetch.ts';
import type { ReconciliationRow } from './reconciliation.row.ts';
import { writeStep } from './resolution.step.ts';
import { mismatchedSince } from './settlements/batch.follow.ts';

type Hub = Pick<Platform, 'config' | 'db' | 'cipher' | 'clock' | 'connectors' | 'log' | 'peers'>;

/** Asks the provider of a closed day whether its statement was issued anew. One that is refused changes nothing: the day stands. */
export async function lookAgain(hub: Hub, request: Parameters<typeof fetchNewest>[1], merchant: MerchantRow, id: string): Promise<void> {
  await hub.db.query('UPDATE payments.reconciliation SET looked_at = $2 WHERE id = $1', [id, hub.clock.now()]);
  // Of cash it is told otherwise.
  if (merchant.provider === 'CASH') return;
  const rejection = await fetchNewest(hub, request, merchant);
  if (rejection === undefined) return;
  const { provider, businessDate } = request;
  hub.log.warn(
    { provider, merchant: merchant.code, businessDate, reason: rejection.en },
    'a statement of a closed day was issued anew and refused',
  );
}

/** True: since it was closed a newer version of its statement has come, money of it was heard of, or did not come as it should, and it is open again. */
export async function reopen(hub: Hub, row: ReconciliationRow): Promise<boolean> {
  const newest = await newestStatement(hub.db, row.merchant_id, row.business_date);
  const reissued = newest !== undefined && newest.version > (row.statement_version ?? 0);
  const batch = await mismatchedSince(hub.db, row);
  if (row.provider === 'CASH') await workingDays(hub);
  const cash = row.provider === 'CASH' && (await cashChangedSince(hub, row.id));
  const booked = await bookedSince(hub, row);
  if (!reissued && batch === undefined && !cash && !booked) return false;
  return hub.db.transaction(async (sql) => {
    const now = hub.clock.now();
    const opened = await sql.query(
      `UPDATE payments.reconciliation SET closed_at = NULL, closed_by = NULL, reopened_at = $2, status = 'RUNNING', started_at = $2 WHERE id = $1 AND closed_at IS NOT NULL
       RETURNING id`,
      [row.id, now],
    );
    if (opened.length === 0) return true;
    const note = noteOf({ version: reissued ? newest.version : undefined, cash, booked, batch });
    await writeStep(sql, { reconciliationId: row.id, discrepancyId: null, at: now, actor: 'hub', action: 'REOPENED', note });
    return true;
  });
}

/** Whether a payment of a closed day was heard of first after the day was closed, by a late notice, a question or a source's report. On `payments.reconciliation r`. */
export const BOOKED_SINCE_SQL = `EXISTS (SELECT FROM payments.payment p CROSS JOIN LATERAL (
  SELECT at FROM payments.ledger_entry e WHERE e.payment_id = p.id ORDER BY at, id LIMIT 1) first
  WHERE p.merchant_id = r.merchant_id AND p.business_date = r.business_date AND first.at > r.closed_at)`;

async function bookedSince({ db }: Pick<Hub, 'db'>, { id }: ReconciliationRow): Promise<boolean> {
  const [row] = await db.query<{ booked: boolean }>(`SELECT ${BOOKED_SINCE_SQL} AS booked FROM payments.reconciliation r WHERE r.id = $1`, [
    id,
  ]);
  return row?.booked === true;
}

interface Cause {
  /** Of a statement that was issued anew. */
  version: number | undefined;
  cash: boolean;
  booked: boolean;
  batch: string | undefined;
}

function noteOf({ version, cash, booked, batch }: Cause): string {
  if (version !== undefined) return `Sao kê phát hành lại, bản ${version}`;
  if (cash) return 'Tiền mặt của ngày thay đổi sau khi khóa sổ, hoặc chưa về tài khoản đúng hạn';
  return booked ? 'Có khoản thu của ngày được ghi nhận sau khi khóa sổ' : `Quyết toán đợt ${batch} có chênh lệch`;
}
