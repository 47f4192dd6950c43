import type { Transaction } from '../../../platform/database/database.ts';
import { newUuid } from '../../../platform/ids.ts';
import { appendEvents } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import { safeOf } from '../cash/cash.take.ts';
import { cashAccount, receivableAccount, refundsAccount, revenueAccount } from '../ledger.accounts.ts';
import { type LedgerTransaction, moved, postTransaction } from '../ledger.ts';
import { refundedEvent } from '../payment.events.ts';
import { PAYMENT_COLUMNS, type PaymentRow } from '../payment.row.ts';
import type { RefundRow, RefundState } from './refund.row.ts';

type Hub = Pick<Platform, 'cipher' | 'clock'>;
type Concluded = { by: string | null; note: string | null; code?: string; providerTransactionId?: string };

/** From now on the unit owes the payer: what was revenue is a debt until the money has gone. */
export async function postOwed(hub: Hub, sql: Transaction, refund: RefundRow): Promise<void> {
  const payment = await paymentOf(sql, refund.payment_id);
  await postTransaction(sql, entry(hub, refund, payment, 'owed'));
}

/** The money has gone: it is entered, the payment says so and the others are told. Inside a transaction that holds the dossier's lock. */
export async function concludeDone(hub: Hub, sql: Transaction, refund: RefundRow, how: Concluded): Promise<void> {
  const now = hub.clock.now();
  const payment = await paymentOf(sql, refund.payment_id);
  const safe = payment.provider === 'CASH' ? await safeOf(sql, payment.id) : undefined;
  await sql.query(
    `INSERT INTO payments.refund (id, payment_id, merchant_id, reference, amount, provider_transaction_id, refunded_at, business_date, request_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[newUuid(), payment.id, payment.merchant_id, payment.reference, refund.amount],
      ...[how.providerTransactionId ?? refund.provider_transaction_id, now, localDateOf(now), refund.id],
    ],
  );
  await sql.query('UPDATE payments.payment SET refunded_amount = refunded_amount + $2 WHERE id = $1', [payment.id, refund.amount]);
  const paid = entry(hub, refund, payment, 'paid');
  const legs = safe === undefined ? paid.legs : moved(refundsAccount(payment.receiving_unit), cashAccount(safe), refund.amount);
  await postTransaction(sql, { ...paid, legs });
  await write(sql, refund, { state: 'DONE', at: now, how });
  const row = await paymentOf(sql, refund.payment_id);
  await appendEvents(sql, hub.cipher, [refundedEvent(hub, row, refund.amount)]);
}

/** No money goes back: what was owed is revenue again. */
export async function concludeWithout(
  hub: Hub,
  sql: Transaction,
  refund: RefundRow,
  how: Concluded & { state: 'REFUSED' | 'WITHDRAWN' },
): Promise<void> {
  if (refund.state !== 'REQUESTED') {
    await postTransaction(sql, entry(hub, refund, await paymentOf(sql, refund.payment_id), 'kept'));
  }
  await write(sql, refund, { state: how.state, at: hub.clock.now(), how });
}

async function write(
  sql: Transaction,
  refund: RefundRow,
  { state, at, how }: { state: RefundState; at: Date; how: Concluded },
): Promise<void> {
  await sql.query(
    `UPDATE payments.refund_request SET state = $2, concluded_at = $3, concluded_by = $4, conclusion_note = $5, next_attempt_at = NULL,
       provider_code = coalesce($6, provider_code), provider_transaction_id = coalesce($7, provider_transaction_id) WHERE id = $1`,
    [refund.id, state, at, how.by, how.note, how.code ?? null, how.providerTransactionId ?? null],
  );
  await showOnPayment(sql, refund.payment_id);
}

/** A payment's state out of what has gone back and what is on its way. One that the hub alone proposes to give back is still paid. */
export async function showOnPayment(sql: Transaction, paymentId: string): Promise<void> {
  await sql.query(
    `UPDATE payments.payment p SET status = CASE
       WHEN EXISTS (SELECT FROM payments.refund_request r WHERE r.payment_id = p.id
         AND (r.state IN ('READY', 'SENT') OR (r.state = 'REQUESTED' AND r.cause = 'PERSON'))) THEN 'REFUND_PENDING'
       WHEN p.refunded_amount = p.amount THEN 'REFUNDED'
       WHEN p.refunded_amount > 0 THEN 'PARTIALLY_REFUNDED'
       ELSE 'SUCCEEDED' END
     WHERE p.id = $1`,
    [paymentId],
  );
}

type BookedPayment = PaymentRow & { merchant_code: string };

async function paymentOf(sql: Transaction, id: string): Promise<BookedPayment> {
  const [row] = await sql.query<BookedPayment>(
    `SELECT ${PAYMENT_COLUMNS}, m.code AS merchant_code FROM payments.payment p JOIN payments.merchant m ON m.id = p.merchant_id WHERE p.id = $1`,
    [id],
  );
  if (row === undefined) throw new Error('a refund names a payment that is not there');
  return row;
}

function entry(
  hub: Hub,
  refund: RefundRow,
  payment: BookedPayment,
  what: 'owed' | 'paid' | 'kept',
): LedgerTransaction & { source: string } {
  const at = hub.clock.now();
  const [revenue, owed] = [revenueAccount(payment.receiving_unit), refundsAccount(payment.receiving_unit)];
  const legs = {
    owed: moved(revenue, owed, refund.amount),
    paid: moved(owed, receivableAccount(payment.provider, payment.merchant_code), refund.amount),
    kept: moved(owed, revenue, refund.amount),
  };
  const memo = { owed: 'Phải hoàn', paid: 'Hoàn', kept: 'Thôi hoàn' }[what];
  return {
    source: `refund.${what}:${refund.id}`,
    at,
    day: localDateOf(at),
    unit: payment.receiving_unit,
    paymentId: payment.id,
    memo: `${memo} ${payment.reference}`,
    legs: legs[what],
  };
}
