import { coversScope, type Role } from '../../../platform/auth/viewer.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId } from '../../../platform/ids.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import { ORDER_FROM } from './receipt-order.read.ts';
import { type ListedOrder, ORDER_COLUMNS } from './receipt-order.row.ts';

/** Who may have an order tried again, and who may say that it was settled by hand. */
export const ORDER_MOVERS: readonly Role[] = ['OPERATOR', 'ACCOUNTANT'];
export const ORDER_CLOSERS: readonly Role[] = ['ACCOUNTANT'];

const LONGEST_NOTE = 500;

export type OrderDone = { order: ListedOrder } | { error: UserErrorValue };
type Step = (sql: Transaction, row: ListedOrder) => Promise<OrderDone>;

/** One step of an order that the viewer may move; NOT_FOUND for every other. */
async function withOrder(
  { hub, viewer }: HubContext,
  { id, roles }: { id: string; roles: readonly Role[] },
  step: Step,
): Promise<OrderDone> {
  const key = fromGlobalId('receiptOrder', id);
  if (key === undefined) return { error: notFound('order') };
  return hub.db.transaction(async (sql) => {
    const [row] = await sql.query<ListedOrder>(
      `SELECT ${ORDER_COLUMNS}, p.reference, p.scope FROM ${ORDER_FROM} WHERE o.id = $1 FOR UPDATE OF o`,
      [key],
    );
    if (row === undefined || !roles.some((role) => coversScope(viewer, role, row.scope))) return { error: notFound('order') };
    return step(sql, row);
  });
}

const illegal = (vi: string, en: string): OrderDone => ({ error: userError('ILLEGAL_TRANSITION', { vi, en }, ['order']) });

/** Has an order tried again at once. What was refused or is in doubt is looked up first, so that no second receipt comes of it. */
export function retryOrder(context: HubContext, id: string): Promise<OrderDone> {
  return withOrder(context, { id, roles: ORDER_MOVERS }, async (sql, row) => {
    if (row.state === 'DONE' || row.state === 'CLOSED' || row.state === 'SENDING') {
      return illegal('Yêu cầu này đã xong hoặc đang được gửi.', 'This order is done, or being sent.');
    }
    const state = row.state === 'WANTED' ? 'WANTED' : 'UNKNOWN';
    const now = context.hub.clock.now();
    await sql.query(
      `UPDATE payments.receipt_order SET state = $2, next_attempt_at = $3, changed_at = $3, closing_by = NULL, closing_at = NULL, closing_note = NULL
       WHERE id = $1`,
      [row.id, state, now],
    );
    return { order: { ...row, state, next_attempt_at: now, changed_at: now, closing_by: null, closing_note: null } };
  });
}

/** An accountant says that what the provider refused was settled there by hand, and how; nothing is closed before another agrees. */
export async function proposeClosing(context: HubContext, { id, note }: { id: string; note: string }): Promise<OrderDone> {
  const said = note.trim();
  if (said === '' || said.length > LONGEST_NOTE) {
    const text = {
      vi: `Ghi rõ đã xử lý thế nào, 1 đến ${LONGEST_NOTE} ký tự.`,
      en: `Say how it was settled, 1 to ${LONGEST_NOTE} characters.`,
    };
    return { error: userError('INVALID', text, ['note']) };
  }
  return withOrder(context, { id, roles: ORDER_CLOSERS }, async (sql, row) => {
    if (row.state !== 'FAILED') return illegal('Chỉ đóng được yêu cầu đã bị từ chối.', 'Only an order that was refused can be closed.');
    const actor = actorOf(context.viewer);
    await sql.query('UPDATE payments.receipt_order SET closing_by = $2, closing_note = $3, closing_at = $4 WHERE id = $1', [
      ...[row.id, actor, said, context.hub.clock.now()],
    ]);
    return { order: { ...row, closing_by: actor, closing_note: said } };
  });
}

/** Another accountant agrees, and the order is closed: the receipt that it was to end counts as cancelled. Or the proposal goes. */
export function decideClosing(context: HubContext, { id, approve }: { id: string; approve: boolean }): Promise<OrderDone> {
  return withOrder(context, { id, roles: ORDER_CLOSERS }, async (sql, row) => {
    if (row.state !== 'FAILED' || row.closing_by === null)
      return illegal('Chưa có đề nghị đóng yêu cầu này.', 'Nobody has proposed to close it.');
    const actor = actorOf(context.viewer);
    if (row.closing_by === actor) return illegal('Cần một kế toán khác duyệt.', 'Another accountant must approve it.');
    if (!approve) {
      await sql.query('UPDATE payments.receipt_order SET closing_by = NULL, closing_at = NULL, closing_note = NULL WHERE id = $1', [
        row.id,
      ]);
      return { order: { ...row, closing_by: null, closing_note: null } };
    }
    const now = context.hub.clock.now();
    await sql.query(`UPDATE payments.receipt_order SET state = 'CLOSED', closed_by = $2, changed_at = $3 WHERE id = $1`, [
      row.id,
      actor,
      now,
    ]);
    await sql.query(`UPDATE payments.receipt SET status = 'CANCELLED', ended_at = $2 WHERE id = $1 AND status = 'ISSUED'`, [row.ends, now]);
    return { order: { ...row, state: 'CLOSED', closed_by: actor, changed_at: now } };
  });
}
