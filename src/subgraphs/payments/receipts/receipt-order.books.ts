import type { WrittenReceipt } from '../../../../connectors/contract/receipt.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { newUuid } from '../../../platform/ids.ts';
import { maskText } from '../../../platform/pii/mask.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ORDER_COLUMNS, type ReceiptOrderRow } from './receipt-order.row.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BATCH = 40;
const REASON_LENGTH = 300;
/** Long enough that no other process sends the same order meanwhile; what is begun later is claimed anew. */
const CLAIM_MS = 10 * MINUTE;
/** The waits between attempts; the last one repeats. */
const WAITS_MS = [MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR];

type Hub = Pick<Platform, 'db' | 'clock'>;

/** Takes the orders of one provider that are due, oldest first. */
export async function claimOrders({ db, clock }: Hub, connector: string): Promise<ReceiptOrderRow[]> {
  const now = clock.now();
  const claimed = await db.query<ReceiptOrderRow>(
    `UPDATE payments.receipt_order o SET next_attempt_at = $3 WHERE o.id IN (
       SELECT d.id FROM payments.receipt_order d WHERE d.connector = $1 AND d.next_attempt_at <= $2
       ORDER BY d.next_attempt_at, d.id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) RETURNING ${ORDER_COLUMNS}`,
    [connector, now, new Date(now.getTime() + CLAIM_MS)],
  );
  return claimed.toSorted((a, b) => a.wanted_at.getTime() - b.wanted_at.getTime() || (a.id < b.id ? -1 : 1));
}

/**
 * Writes down that an order is about to be sent. One of which surely nothing is there yet takes the amount that is due by now; one in doubt
 * keeps its own, which what is found is held against. Undefined: another process has it, or nothing is due any more, and then it goes.
 */
export async function beginOrder({ db, clock }: Hub, order: ReceiptOrderRow): Promise<ReceiptOrderRow | undefined> {
  return db.transaction(async (sql) => {
    const [row] = await sql.query<{ net: number }>(
      `SELECT p.amount - p.refunded_amount AS net FROM payments.receipt_order o JOIN payments.payment p ON p.id = o.payment_id
       WHERE o.id = $1 AND o.attempts = $2 AND o.state = $3 FOR UPDATE OF o`,
      [order.id, order.attempts, order.state],
    );
    if (row === undefined) return undefined;
    const fresh = order.state === 'WANTED' && order.action !== 'CANCEL';
    if (fresh && row.net === 0) {
      await sql.query('DELETE FROM payments.receipt_order WHERE id = $1', [order.id]);
      return undefined;
    }
    const amount = fresh ? row.net : order.amount;
    const now = clock.now();
    const [begun] = await sql.query<ReceiptOrderRow>(
      `UPDATE payments.receipt_order o SET state = 'SENDING', attempts = attempts + 1, amount = $2, changed_at = $3, next_attempt_at = $4
       WHERE o.id = $1 RETURNING ${ORDER_COLUMNS}`,
      [order.id, amount, now, new Date(now.getTime() + CLAIM_MS)],
    );
    return begun;
  });
}

/** The provider has done it: the receipt is there, or ended. Twice is harmless. */
export async function concludeOrder(
  { db, clock }: Hub,
  order: ReceiptOrderRow,
  written?: WrittenReceipt & { url: string | null },
): Promise<void> {
  await db.transaction(async (sql) => {
    const now = clock.now();
    const [done] = await sql.query(
      `UPDATE payments.receipt_order SET state = 'DONE', code = NULL, reason = NULL, next_attempt_at = NULL, changed_at = $2
       WHERE id = $1 AND state NOT IN ('DONE', 'CLOSED') RETURNING id`,
      [order.id, now],
    );
    if (done === undefined) return;
    if (order.ends !== null)
      await sql.query(`UPDATE payments.receipt SET status = 'CANCELLED', ended_at = $2 WHERE id = $1`, [order.ends, now]);
    if (written === undefined) return;
    const id = await keep(sql, order, { ...written, at: now });
    if (order.ends !== null)
      await sql.query(`UPDATE payments.receipt SET status = 'REPLACED', replaced_by = $2 WHERE id = $1`, [order.ends, id]);
  });
}

async function keep(
  sql: Transaction,
  { payment_id: payment, key, amount, unit }: ReceiptOrderRow,
  { number, template, symbol, url, at }: WrittenReceipt & { url: string | null; at: Date },
): Promise<string> {
  const id = newUuid();
  await sql.query(
    `INSERT INTO payments.receipt (id, payment_id, number_text, template, symbol, amount, status, issued_at, unit, provider_key, url)
     VALUES ($1, $2, $3, $4, $5, $6, 'ISSUED', $7, $8, $9, $10)`,
    [id, payment, number, template, symbol, amount, at, unit, key, url],
  );
  return id;
}

/** It is not done, and perhaps never: why, and when it is tried again. The provider's text is masked. */
export async function failOrder(
  { db, clock }: Hub,
  order: ReceiptOrderRow,
  { state, code, reason }: { state: 'WANTED' | 'UNKNOWN' | 'FAILED'; code: string; reason: string },
): Promise<void> {
  const now = clock.now();
  const next = state === 'FAILED' ? null : new Date(now.getTime() + (WAITS_MS[Math.min(order.attempts, WAITS_MS.length - 1)] ?? HOUR));
  await db.query(
    `UPDATE payments.receipt_order SET state = $2, code = $3, reason = $4, next_attempt_at = $5, changed_at = $6,
       attempts = greatest(attempts, $7 + 1) WHERE id = $1 AND state NOT IN ('DONE', 'FAILED', 'CLOSED')`,
    [order.id, state, code, maskText(reason).slice(0, REASON_LENGTH), next, now, order.attempts],
  );
}

/** What was claimed and not begun waits a minute, as if it had not been touched. */
export async function postponeOrders({ db, clock }: Hub, orders: readonly ReceiptOrderRow[]): Promise<void> {
  await db.query(
    `UPDATE payments.receipt_order o SET next_attempt_at = $3 FROM unnest($1::uuid[], $2::int[]) AS c(id, attempts)
     WHERE o.id = c.id AND o.attempts = c.attempts AND o.state IN ('WANTED', 'UNKNOWN', 'SENDING')`,
    [orders.map(({ id }) => id), orders.map(({ attempts }) => attempts), new Date(clock.now().getTime() + MINUTE)],
  );
}
