import { createHash } from 'node:crypto';
import { coversScope } from '../../../platform/auth/viewer.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { lockRepeatKey, type RepeatKey, repeatKeyOf, repeatKeyProblem, repeatKeyReused } from '../../../platform/idempotency.ts';
import { fromGlobalId, newUuid } from '../../../platform/ids.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import type { Platform } from '../../../platform/platform.ts';
import { lockDossiers } from '../payment.lock.ts';
import { newReference } from '../payment.reference.ts';
import { isPaid, PAYMENT_COLUMNS, type PaymentRow } from '../payment.row.ts';
import { postOwed, showOnPayment } from './refund.books.ts';
import { REFUND_COLUMNS, REFUND_FROM, type RefundCause, type RefundRow, type RefundWay, refundsUnderWay } from './refund.row.ts';

/** The longest reason that is kept. */
const LONGEST_REASON = 500;

export interface RefundWanted {
  /** The payment's id in the graph. */
  payment: string;
  reason: string;
  idempotencyKey: string;
  /** Whole đồng; left out: all that is left of it. */
  amount?: number | null | undefined;
}

export type Asked = { refund: RefundRow } | { error: UserErrorValue };
const refuse = (error: UserErrorValue): Asked => ({ error });

/** An accountant asks to give money of a payment back. The same key and input give the first answer again. */
export async function requestRefund(context: HubContext, wanted: RefundWanted): Promise<Asked> {
  const wrong = repeatKeyProblem(wanted.idempotencyKey) ?? reasonProblem(wanted.reason, 'reason');
  if (wrong !== undefined) return refuse(wrong);
  const key = repeatKeyOf(context, 'refunds', wanted.idempotencyKey);
  const id = fromGlobalId('payment', wanted.payment);
  const seen = id === undefined ? undefined : await readPayment(context.hub.db, id);
  if (seen === undefined || !coversScope(context.viewer, 'ACCOUNTANT', seen.scope)) return refuse(notFound('payment'));
  return context.hub.db.transaction(async (sql) => {
    await lockRepeatKey(sql, key);
    await lockDossiers(sql, [seen.dossier_id]);
    const earlier = await findEarlier(sql, key, hashOf(wanted));
    if (earlier !== undefined) return earlier;
    const payment = (await readPayment(sql, seen.id)) ?? seen;
    const left = payment.amount - payment.refunded_amount - (await refundsUnderWay(sql, payment.id));
    const problem = refusalOf(payment, { left, amount: wanted.amount ?? left });
    if (problem !== undefined) return refuse(problem);
    const made = { payment, amount: wanted.amount ?? left, cause: 'PERSON' as const, reason: wanted.reason, by: actorOf(context.viewer) };
    return { refund: await insertRefund(context.hub, sql, made, { ...key, hash: hashOf(wanted) }) };
  });
}

async function readPayment(sql: Pick<Transaction, 'query'>, id: string): Promise<PaymentRow | undefined> {
  const [row] = await sql.query<PaymentRow>(`SELECT ${PAYMENT_COLUMNS} FROM payments.payment p WHERE p.id = $1`, [id]);
  return row;
}

function hashOf({ payment, amount, reason }: RefundWanted): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([payment, amount ?? null, reason]))
    .digest();
}

async function findEarlier(sql: Transaction, { caller, key }: RepeatKey, hash: Buffer): Promise<Asked | undefined> {
  const [row] = await sql.query<RefundRow & { input_hash: Buffer }>(
    `SELECT ${REFUND_COLUMNS}, r.input_hash FROM ${REFUND_FROM} WHERE r.caller = $1 AND r.idempotency_key = $2`,
    [caller, key],
  );
  if (row === undefined) return undefined;
  return row.input_hash.equals(hash) ? { refund: row } : refuse(repeatKeyReused());
}

export function reasonProblem(reason: string, field: string): UserErrorValue | undefined {
  if (reason.trim() !== '' && reason.length <= LONGEST_REASON) return undefined;
  const text = { vi: `Cần nêu lý do, tối đa ${LONGEST_REASON} ký tự.`, en: `Say why, in at most ${LONGEST_REASON} characters.` };
  return userError('INVALID', text, [field]);
}

function refusalOf(payment: PaymentRow, { left, amount }: { left: number; amount: number }): UserErrorValue | undefined {
  if (payment.external) {
    const text = {
      vi: 'Khoản này do hệ thống một cửa thu: hãy hoàn tại hệ thống đó, trung tâm sẽ nhận kết quả theo hồ sơ.',
      en: 'A one-stop system collected this payment: refund it there, and the hub learns of it with the dossier.',
    };
    return userError('ILLEGAL_TRANSITION', text, ['payment']);
  }
  if (!isPaid(payment.status) || left === 0) {
    const text = { vi: 'Khoản này không còn gì để hoàn.', en: 'Nothing of this payment is left to be refunded.' };
    return userError('ILLEGAL_TRANSITION', text, ['payment']);
  }
  if (amount < 1 || amount > left) {
    const text = { vi: `Số tiền hoàn từ 1 đến ${left} đồng.`, en: `The amount must be 1 to ${left} đồng.` };
    return userError('INVALID', text, ['amount']);
  }
  return undefined;
}

interface NewRefund {
  payment: PaymentRow;
  amount: number;
  cause: RefundCause;
  reason: string;
  /** Who asks: a person, or the hub itself. */
  by: string;
}

/** Writes a refund down, inside a transaction that holds the dossier's lock. What a person may decide alone, or the settings have decided, is ready at once. */
export async function insertRefund(
  hub: Pick<Platform, 'clock' | 'cipher' | 'config' | 'connectors'>,
  sql: Transaction,
  { payment, amount, cause, reason, by }: NewRefund,
  identity?: RepeatKey & { hash: Buffer },
): Promise<RefundRow> {
  const now = hub.clock.now();
  const decided = cause === 'PERSON' || hub.config.refundPaidTwice === 'send';
  const ready = decided && amount < hub.config.refundApprovalFrom;
  const id = newUuid();
  const way = wayOf(hub, payment);
  await sql.query(
    `INSERT INTO payments.refund_request (id, payment_id, reference, amount, cause, way, state, reason, requested_by, requested_at, attempts, next_attempt_at,
       caller, idempotency_key, input_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, $12, $13, $14)`,
    [
      ...[id, payment.id, newReference(now), amount, cause, way, ready ? 'READY' : 'REQUESTED', reason, by, now],
      ...[ready && way === 'GATEWAY' ? now : null, identity?.caller ?? null, identity?.key ?? null, identity?.hash ?? null],
    ],
  );
  const refund = (await readRefund(sql, id)) as RefundRow;
  if (ready) await postOwed(hub, sql, refund);
  await showOnPayment(sql, payment.id);
  return refund;
}

function wayOf({ connectors }: Pick<Platform, 'connectors'>, { provider }: PaymentRow): RefundWay {
  if (provider === 'CASH') return 'DESK';
  return connectors.payment(provider)?.refund === undefined ? 'TRANSFER' : 'GATEWAY';
}

export async function readRefund(sql: Pick<Transaction, 'query'>, id: string, lock = ''): Promise<RefundRow | undefined> {
  const [row] = await sql.query<RefundRow>(`SELECT ${REFUND_COLUMNS} FROM ${REFUND_FROM} WHERE r.id = $1 ${lock}`, [id]);
  return row;
}
