import type { Transaction } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import { latestWorkingDays } from '../../../platform/working-days.ts';
import type { MerchantRow } from '../merchant.service.ts';
import { stateSql, workingDaysAfter } from './batch.row.ts';

/** What a row without a batch belongs to: the provider pays such rows out day by day. */
const BATCH = `coalesce(nullif(r.batch_id, ''), $2::date::text)`;

/**
 * Reckons anew what a day's statement brings to its batches; what an older version of that day said is gone. Does nothing for a merchant of
 * whom no settlement account is known.
 */
export async function refreshBatches(
  hub: Pick<Platform, 'config' | 'clock' | 'peers'>,
  sql: Transaction,
  { merchant, day, statementId }: { merchant: MerchantRow; day: string; statementId: string },
): Promise<void> {
  if (merchant.settlement_account === null) return;
  // Two runs of one merchant take their turns.
  await sql.query('SELECT 1 FROM payments.merchant WHERE id = $1 FOR NO KEY UPDATE', [merchant.id]);
  const before = await sql.query<{ batch: string }>(
    'DELETE FROM payments.settlement_part WHERE merchant_id = $1 AND business_date = $2 RETURNING batch',
    [merchant.id, day],
  );
  const now = await sql.query<{ batch: string }>(
    `INSERT INTO payments.settlement_part (merchant_id, batch, business_date, rows, gross, refunded, fees, adjustments, net)
     SELECT $1, batch, $2::date, rows, gross, refunded, gross - refunded + adjustments - net, adjustments, net FROM (
       SELECT ${BATCH} AS batch, count(*) AS rows, coalesce(sum(r.gross) FILTER (WHERE r.type = 'PAY'), 0) AS gross,
         coalesce(sum(r.gross) FILTER (WHERE r.type = 'REFUND'), 0) AS refunded, coalesce(sum(r.net) FILTER (WHERE r.type = 'ADJUST'), 0) AS adjustments,
         sum(r.net) AS net
       FROM payments.statement_row r WHERE r.statement_id = $3 AND r.status = 'SUCCESS' GROUP BY 1) t
     RETURNING batch`,
    [merchant.id, day, statementId],
  );
  const touched = [...new Set([...before, ...now].map(({ batch }) => batch))];
  await addUp(hub, sql, { merchantId: merchant.id, touched });
}

async function addUp(
  hub: Pick<Platform, 'config' | 'clock' | 'peers'>,
  sql: Transaction,
  { merchantId, touched }: { merchantId: string; touched: readonly string[] },
): Promise<void> {
  const at = hub.clock.now();
  // A batch that no statement names any more: what has come of it came for nothing.
  await sql.query(
    `UPDATE payments.settlement_batch b SET gross = 0, refunded = 0, fees = 0, adjustments = 0, net = 0, changed_at = $3
     WHERE b.merchant_id = $1 AND b.batch = ANY($2::text[])
       AND NOT EXISTS (SELECT FROM payments.settlement_part s WHERE s.merchant_id = b.merchant_id AND s.batch = b.batch)`,
    [merchantId, touched, at],
  );
  const sums = await sql.query<{ batch: string; last_day: string }>(
    'SELECT batch, max(business_date) AS last_day FROM payments.settlement_part WHERE merchant_id = $1 AND batch = ANY($2::text[]) GROUP BY batch',
    [merchantId, touched],
  );
  await sql.query(
    `INSERT INTO payments.settlement_batch AS b (id, merchant_id, batch, first_day, last_day, due_on, gross, refunded, fees, adjustments, net, credited, written_off, fees_posted,
       adjustments_posted, state, changed_at)
     SELECT gen_random_uuid(), $1, s.batch, min(s.business_date), max(s.business_date), min(d.due_on), sum(s.gross), sum(s.refunded), sum(s.fees), sum(s.adjustments), sum(s.net),
       0, 0, 0, 0, 'EXPECTED', $4
     FROM payments.settlement_part s JOIN unnest($2::text[], $3::date[]) AS d(batch, due_on) USING (batch) WHERE s.merchant_id = $1 GROUP BY s.batch
     ON CONFLICT (merchant_id, batch) DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day, due_on = excluded.due_on, gross = excluded.gross,
       refunded = excluded.refunded, fees = excluded.fees, adjustments = excluded.adjustments, net = excluded.net, changed_at = excluded.changed_at
     WHERE (b.first_day, b.last_day, b.due_on, b.gross, b.refunded, b.fees, b.adjustments, b.net)
       IS DISTINCT FROM (excluded.first_day, excluded.last_day, excluded.due_on, excluded.gross, excluded.refunded, excluded.fees, excluded.adjustments, excluded.net)`,
    [
      ...[merchantId, sums.map(({ batch }) => batch)],
      ...[sums.map(({ last_day: last }) => workingDaysAfter(last, hub.config.settlementDays, latestWorkingDays(hub))), at],
    ],
  );
  await sql.query(
    `UPDATE payments.settlement_batch b SET state = ${stateSql('$3')}, changed_at = $4
     WHERE b.merchant_id = $1 AND b.batch = ANY($2::text[]) AND b.state <> ${stateSql('$3')}`,
    [merchantId, touched, localDateOf(at), at],
  );
}
