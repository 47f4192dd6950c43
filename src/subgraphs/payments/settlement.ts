import type { NoticeVerdict, PaymentFact } from '../../../connectors/contract/payment.ts';
import type { Queryable, Transaction } from '../../platform/database/database.ts';
import { appendEvents } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { localDateOf } from '../../platform/time.ts';
import { post } from './ledger.ts';
import { settledEvent } from './payment.events.ts';
import { lockDossiers } from './payment.lock.ts';
import { PAYMENT_COLUMNS, type PaymentRow } from './payment.row.ts';
import { insertRefund } from './refunds/refund.request.ts';

/** How the hub learned of a payment's outcome. */
export type SettledVia = 'notice' | 'query' | 'credit' | 'desk' | 'source';

type Hub = Pick<Platform, 'config' | 'db' | 'cipher' | 'clock' | 'connectors'>;
type LockedRow = PaymentRow & { merchant_code: string; obligation_total: number | null };

/** A state that a gateway's word may still change. An expired payment may have been paid in time after all. */
const OPEN: readonly string[] = ['PENDING', 'EXPIRED'];

/**
 * Takes a gateway's word on a payment of one merchant, any number of times: the first explicit success or failure
 * settles it, with its ledger entries and its event in one transaction. The order of checks is the one that gateways
 * ask for: reference, amount, state.
 */
export async function settle(hub: Hub, merchantId: string, fact: PaymentFact, via: SettledVia): Promise<NoticeVerdict> {
  const seen = await payable(hub.db, merchantId, fact);
  if (typeof seen === 'string') return seen;
  if (fact.status === 'PENDING') {
    if (fact.held === true) await keepOpen(hub.db, seen.id, fact);
    return 'RECORDED';
  }
  return hub.db.transaction((sql) => settleLocked(hub, sql, { seen, merchantId, fact, via }));
}

/** The same for money that has come, inside the caller's transaction: what it paid and that it did are written together. */
export async function settleWithin(
  hub: Hub,
  sql: Transaction,
  { merchantId, fact, via }: { merchantId: string; fact: PaymentFact & { status: 'SUCCEEDED' }; via: SettledVia },
): Promise<NoticeVerdict> {
  const seen = await payable(sql, merchantId, fact);
  return typeof seen === 'string' ? seen : settleLocked(hub, sql, { seen, merchantId, fact, via });
}

/** The payment that a fact is about, or why it changes nothing. */
async function payable(sql: Queryable, merchantId: string, { reference, amount }: PaymentFact): Promise<LockedRow | NoticeVerdict> {
  const seen = await find(sql, merchantId, reference);
  if (seen === undefined) return 'UNKNOWN_REFERENCE';
  if (amount !== undefined && amount !== seen.amount) return 'WRONG_AMOUNT';
  return OPEN.includes(seen.status) ? seen : 'ALREADY_FINAL';
}

async function settleLocked(
  hub: Hub,
  sql: Transaction,
  { seen, merchantId, fact, via }: { seen: LockedRow; merchantId: string; fact: PaymentFact; via: SettledVia },
): Promise<NoticeVerdict> {
  await lockDossiers(sql, [seen.dossier_id]);
  const row = await find(sql, merchantId, fact.reference, 'FOR UPDATE OF p');
  if (row === undefined) return 'UNKNOWN_REFERENCE';
  if (!OPEN.includes(row.status)) return 'ALREADY_FINAL';
  if (fact.status === 'SUCCEEDED') await markPaid(hub, sql, row, { ...fact, via });
  else await markFailed(hub, sql, row, { ...fact, via });
  return 'RECORDED';
}

/** Money that the gateway holds back is neither paid nor given up: the payer has done their part, so that no time runs out any more. */
async function keepOpen(sql: Queryable, id: string, { providerTransactionId, code }: PaymentFact): Promise<void> {
  await sql.query(
    `UPDATE payments.payment SET status = 'PENDING', expires_at = NULL, provider_transaction_id = coalesce($2, provider_transaction_id), provider_code = $3
     WHERE id = $1 AND status = ANY($4::text[])`,
    [id, providerTransactionId ?? null, code, OPEN],
  );
}

async function find(sql: Queryable, merchantId: string, reference: string, lock = ''): Promise<LockedRow | undefined> {
  const [row] = await sql.query<LockedRow>(
    `SELECT ${PAYMENT_COLUMNS}, p.obligation_total, m.code AS merchant_code FROM payments.payment p JOIN payments.merchant m ON m.id = p.merchant_id
     WHERE p.merchant_id = $1 AND p.reference = $2 AND NOT p.external ${lock}`,
    [merchantId, reference],
  );
  return row;
}

interface Outcome {
  code: string;
  via: SettledVia;
  paidAt?: Date;
  providerTransactionId?: string;
}

/** Marks a payment paid inside the caller's transaction, which holds its dossier's lock. */
export async function markPaid(hub: Hub, sql: Transaction, row: LockedRow, outcome: Outcome): Promise<void> {
  const paidAt = outcome.paidAt ?? hub.clock.now();
  const transactionId = outcome.providerTransactionId ?? row.provider_transaction_id;
  const [others] = await sql.query<{ paid: number }>(
    `SELECT coalesce(sum(amount - refunded_amount), 0)::bigint AS paid FROM payments.payment WHERE dossier_id = $1 AND id <> $2 AND paid_at IS NOT NULL`,
    [row.dossier_id, row.id],
  );
  const paidBefore = others?.paid ?? 0;
  const exceeds = row.obligation_total !== null && paidBefore > 0 && paidBefore + row.amount > row.obligation_total;
  await sql.query(
    `UPDATE payments.payment SET status = 'SUCCEEDED', paid_at = $2, business_date = $3, provider_transaction_id = $4, provider_code = $5,
       settled_via = $6, exceeds_obligation = $7, next_query_at = NULL WHERE id = $1`,
    [row.id, paidAt, localDateOf(paidAt), transactionId, outcome.code, outcome.via, exceeds],
  );
  await post(sql, [
    {
      paymentId: row.id,
      at: hub.clock.now(),
      provider: row.provider,
      merchantCode: row.merchant_code,
      unit: row.receiving_unit,
      amount: row.amount,
      memo: `Thu ${row.reference}`,
    },
  ]);
  if (exceeds) await proposeRefund(hub, sql, { row, paidBefore });
  const paid = { ...row, status: 'SUCCEEDED' as const, provider_transaction_id: transactionId };
  await appendEvents(sql, hub.cipher, [settledEvent(hub, paid, paidBefore + row.amount)]);
}

/** What came in beyond the obligation is to go back: an accountant has only to let it go. */
async function proposeRefund(hub: Hub, sql: Transaction, { row, paidBefore }: { row: LockedRow; paidBefore: number }): Promise<void> {
  const amount = Math.min(row.amount, paidBefore + row.amount - (row.obligation_total ?? 0));
  const reason = `Nộp thừa so với khoản phải nộp của hồ sơ ${row.dossier_code}`;
  await insertRefund(hub, sql, { payment: row, amount, cause: 'PAID_TWICE', reason, by: 'hub' });
}

async function markFailed(hub: Hub, sql: Transaction, row: LockedRow, outcome: Outcome): Promise<void> {
  await sql.query(
    `UPDATE payments.payment SET status = 'FAILED', provider_transaction_id = $2, provider_code = $3, settled_via = $4, next_query_at = NULL WHERE id = $1`,
    [row.id, outcome.providerTransactionId ?? row.provider_transaction_id, outcome.code, outcome.via],
  );
  await appendEvents(sql, hub.cipher, [settledEvent(hub, { ...row, status: 'FAILED' })]);
}
