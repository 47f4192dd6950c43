import type { Transaction } from '../../../platform/database/database.ts';
import { MISMATCHED_SQL, openOf } from './batch.row.ts';

/**
 * Batches that end on the day and were not paid out as they should be, into `found`. Their money is no part of the difference between
 * statement and hub, which agree on the payments in them: neither side's total holds it.
 */
export async function judgeBatches(sql: Transaction, { merchantId, day }: { merchantId: string; day: string }): Promise<void> {
  await sql.query(
    `INSERT INTO found
     SELECT 'SETTLEMENT_MISMATCH', concat_ws('|', 'batch', b.id, b.net, b.credited), false, NULL, b.batch, NULL, NULL, NULL,
       jsonb_build_object('batch', b.id, 'net', b.net, 'credited', b.credited, 'writtenOff', b.written_off, 'dueOn', b.due_on)
     FROM payments.settlement_batch b WHERE b.merchant_id = $1 AND b.last_day = $2 AND ${MISMATCHED_SQL}`,
    [merchantId, day],
  );
}

/** Takes off the books what a batch is short of, or over: what comes of it later is a difference of its own. Answers what was open. */
export async function writeOffBatch(sql: Transaction, { batch, at }: { batch: string; at: Date }): Promise<number> {
  const [row] = await sql.query<{ net: number; credited: number; written_off: number }>(
    'SELECT net, credited, written_off FROM payments.settlement_batch WHERE id = $1 FOR UPDATE',
    [batch],
  );
  if (row === undefined) return 0;
  const open = openOf(row);
  await sql.query('UPDATE payments.settlement_batch SET written_off = written_off + $2, changed_at = $3 WHERE id = $1', [batch, open, at]);
  return open;
}
