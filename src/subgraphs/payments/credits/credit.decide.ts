import { coversScope } from '../../../platform/auth/viewer.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId } from '../../../platform/ids.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import { localDateOf } from '../../../platform/time.ts';
import { bankAccount, otherAccount, suspenseAccount } from '../ledger.accounts.ts';
import { moved, postTransaction } from '../ledger.ts';
import { Values } from '../payment.access.ts';
import { reasonProblem } from '../refunds/refund.request.ts';
import { payableBy, payWith, readCredit } from './credit.match.ts';
import type { CreditRow } from './credit.row.ts';

export type Decided = { credit: CreditRow } | { error: UserErrorValue };

/** What a decision on a credit changes, for its repetition. */
export const CREDIT = {
  subjectOf: ({ credit }: { credit: CreditRow }) => credit.id,
  async read(sql: Queryable, id: string): Promise<{ credit: CreditRow } | undefined> {
    const credit = await readCredit(sql, id);
    return credit === undefined ? undefined : { credit };
  },
};

/**
 * An accountant says which payment a credit is for; it must fit to the đồng. From a configured amount on a second one says the same before
 * anything is paid.
 */
export async function assignCredit(context: HubContext, wanted: { credit: string; payment: string; note: string }): Promise<Decided> {
  const { hub, viewer } = context;
  const found = await findOpen(context, wanted);
  if ('error' in found) return found;
  const { credit } = found;
  const key = fromGlobalId('payment', wanted.payment);
  const values = new Values();
  const [payment] = await hub.db.query<{ id: string; reference: string; merchantId: string; amount: number; status: string }>(
    `SELECT p.id, p.reference, p.merchant_id AS "merchantId", p.amount, p.status FROM payments.payment p
     WHERE p.id = ${values.add(key ?? null)} AND ${payableBy(hub, credit, values)} AND NOT p.external`,
    values.list,
  );
  if (payment === undefined) return { error: notFound('payment') };
  if (payment.status !== 'PENDING' && payment.status !== 'EXPIRED') return { error: alreadyPaid() };
  if (payment.amount !== credit.amount) return { error: otherAmount(payment.amount, credit.amount) };
  const actor = actorOf(viewer);
  const proposal = { paymentId: payment.id, by: actor, note: wanted.note };
  if (needsAnother(context, credit, proposal)) return { credit: await propose(hub.db, credit, proposal) };
  const paid = await payWith(hub, credit, { ...payment, by: actor, note: wanted.note });
  if (paid !== 'PAID') return { error: paid === 'CREDIT_DECIDED' ? notOpen() : alreadyPaid() };
  return { credit: (await readCredit(hub.db, credit.id)) ?? credit };
}

/** What an accountant says of a credit: it pays this payment, pays out these batches, or pays nothing. */
interface Proposal {
  paymentId?: string;
  batches?: readonly string[];
  as?: 'RETURNED' | 'NOT_FEES';
  by: string;
  note: string;
}

/** Whether the amount needs a second accountant, and nobody else has said the same yet. */
export function needsAnother({ hub }: HubContext, credit: CreditRow, { paymentId, batches, as, by }: Proposal): boolean {
  if (credit.amount < hub.config.reconciliationApprovalFrom) return false;
  const same =
    credit.proposed_payment_id === (paymentId ?? null) &&
    credit.proposed_as === (as ?? null) &&
    (credit.proposed_batches ?? []).join() === (batches ?? []).join();
  return !same || credit.proposed_by === null || credit.proposed_by === by;
}

/** Keeps what is proposed; the latest proposal is the one that a second accountant agrees to. */
export async function propose(sql: Queryable, credit: CreditRow, { paymentId, batches, as, by, note }: Proposal): Promise<CreditRow> {
  await sql.query(
    `UPDATE payments.account_credit SET proposed_payment_id = $2, proposed_as = $3, proposed_batches = $4, proposed_by = $5, note = $6
     WHERE id = $1 AND state = 'UNIDENTIFIED'`,
    [credit.id, paymentId ?? null, as ?? null, batches ?? null, by, note],
  );
  return (await readCredit(sql, credit.id)) ?? credit;
}

/**
 * An accountant says that a credit pays nothing: it goes back to whoever sent it, or is neither fee nor charge. From a configured amount on a
 * second one says the same before it is booked.
 */
export async function closeCredit(
  context: HubContext,
  wanted: { credit: string; as: 'RETURNED' | 'NOT_FEES'; note: string },
): Promise<Decided> {
  const found = await findOpen(context, wanted);
  if ('error' in found) return found;
  const { hub, viewer } = context;
  return hub.db.transaction(async (sql): Promise<Decided> => {
    const credit = await readCredit(sql, found.credit.id, 'FOR UPDATE OF c');
    if (credit?.state !== 'UNIDENTIFIED') return { error: notOpen() };
    const proposal = { as: wanted.as, by: actorOf(viewer), note: wanted.note };
    if (needsAnother(context, credit, proposal)) return { credit: await propose(sql, credit, proposal) };
    const now = hub.clock.now();
    await sql.query('UPDATE payments.account_credit SET state = $2, decided_by = $3, decided_at = $4, note = $5 WHERE id = $1', [
      ...[credit.id, wanted.as, proposal.by, now, wanted.note],
    ]);
    const to = wanted.as === 'RETURNED' ? bankAccount(credit.account) : otherAccount(credit.account);
    await postTransaction(sql, {
      source: `credit.closed:${credit.id}`,
      at: now,
      day: localDateOf(now),
      unit: credit.unit,
      paymentId: null,
      memo: `${wanted.as === 'RETURNED' ? 'Trả lại' : 'Không phải phí'} ${credit.bank_reference}`,
      legs: moved(suspenseAccount(credit.account), to, credit.amount),
    });
    return { credit: (await readCredit(sql, credit.id)) ?? credit };
  });
}

export async function findOpen({ hub, viewer }: HubContext, { credit: id, note }: { credit: string; note: string }): Promise<Decided> {
  const problem = reasonProblem(note, 'note');
  if (problem !== undefined) return { error: problem };
  const key = fromGlobalId('accountCredit', id);
  const credit = key === undefined ? undefined : await readCredit(hub.db, key);
  if (credit === undefined || !coversScope(viewer, 'ACCOUNTANT', credit.scope)) return { error: notFound('credit') };
  return credit.state === 'UNIDENTIFIED' ? { credit } : { error: notOpen() };
}

export function notOpen(): UserErrorValue {
  const text = { vi: 'Khoản ghi có này đã được xử lý.', en: 'This credit has been dealt with already.' };
  return userError('ILLEGAL_TRANSITION', text, ['credit']);
}

function alreadyPaid(): UserErrorValue {
  const text = {
    vi: 'Khoản thanh toán này đã nộp hoặc đã thất bại. Hãy trả lại tiền, hoặc chọn khoản khác.',
    en: 'This payment is paid already, or has failed. Give the money back, or choose another.',
  };
  return userError('ILLEGAL_TRANSITION', text, ['payment']);
}

function otherAmount(due: number, came: number): UserErrorValue {
  const text = {
    vi: `Khoản thanh toán là ${due} đồng, ghi có là ${came} đồng. Chỉ gán khi hai số bằng nhau: hãy trả lại, hoặc lập khoản thanh toán đúng số tiền.`,
    en: `The payment is ${due} đồng, the credit ${came}. They must be equal: give it back, or make a payment of that amount.`,
  };
  return userError('INVALID', text, ['payment']);
}
