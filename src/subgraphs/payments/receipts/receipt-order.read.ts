import { boundOf, coversScope, type Role, type Viewer } from '../../../platform/auth/viewer.ts';
import { isPaused } from '../../../platform/connector-report.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId } from '../../../platform/ids.ts';
import { BOOK_READERS, Values } from '../payment.access.ts';
import { type ListedOrder, ORDER_COLUMNS, type ReceiptOrderRow } from './receipt-order.row.ts';

/** Who sees what is asked of providers, and who may have it tried again. */
export const ORDER_READERS: readonly Role[] = ['OPERATOR', ...BOOK_READERS];
export const ORDER_MOVERS: readonly Role[] = ['OPERATOR', 'ACCOUNTANT'];

const MOST = 200;
const FROM = 'payments.receipt_order o JOIN payments.payment p ON p.id = o.payment_id';

function readable(viewer: Viewer, values: Values): string {
  const bounds = ORDER_READERS.map((role) => boundOf(viewer, role));
  if (bounds.includes('ALL')) return 'TRUE';
  const units = bounds.filter((bound) => bound !== undefined);
  return `p.scope && ${values.add(units)}::text[]`;
}

/** Why nothing is sent to a provider at all, by connector; one that is called is not in it. */
export async function standstills({ hub, language }: HubContext, orders: readonly ListedOrder[]): Promise<Map<string, Standstill>> {
  const found = new Map<string, Standstill>();
  for (const id of new Set(orders.map(({ connector }) => connector))) {
    const hosted = hub.connectors.all.find((each) => each.id === id);
    if (hosted?.port === undefined) found.set(id, { code: 'NO_CONNECTOR', reason: hosted?.problem ?? NO_CONNECTOR[language] });
    else if (await isPaused(hub.db, id)) found.set(id, { code: 'PAUSED', reason: PAUSED[language] });
  }
  return found;
}

type Standstill = Pick<ReceiptOrderRow, 'code' | 'reason'>;
const NO_CONNECTOR = { vi: 'Hệ thống kết nối này không còn được cài đặt.', en: 'This connector is not set up any more.' };
const PAUSED = { vi: 'Kết nối đang tạm dừng.', en: 'The connector is paused.' };

export interface OrdersWanted {
  unit?: string | null | undefined;
  states?: ReceiptOrderRow['state'][] | null | undefined;
}

/** What is asked of providers, longest waiting first, at most 200; without states all that is not done. */
export function listOrders({ hub, viewer }: HubContext, { unit, states }: OrdersWanted): Promise<ListedOrder[]> {
  const values = new Values();
  const where = [readable(viewer, values)];
  where.push(states == null ? `o.state <> 'DONE'` : `o.state = ANY(${values.add(states)}::text[])`);
  if (unit != null) where.push(`p.scope @> ARRAY[${values.add(unit)}::text]`);
  return hub.db.query<ListedOrder>(
    `SELECT ${ORDER_COLUMNS}, p.reference, p.scope FROM ${FROM} WHERE ${where.join(' AND ')} ORDER BY o.wanted_at, o.id LIMIT ${MOST}`,
    values.list,
  );
}

export type OrderDone = { order: ListedOrder } | { error: UserErrorValue };

/** Has an order tried again at once. What was refused or is in doubt is looked up first, so that no second receipt comes of it. */
export async function retryOrder({ hub, viewer }: HubContext, id: string): Promise<OrderDone> {
  const key = fromGlobalId('receiptOrder', id);
  if (key === undefined) return { error: notFound('order') };
  return hub.db.transaction(async (sql): Promise<OrderDone> => {
    const [row] = await sql.query<ListedOrder>(
      `SELECT ${ORDER_COLUMNS}, p.reference, p.scope FROM ${FROM} WHERE o.id = $1 FOR UPDATE OF o`,
      [key],
    );
    if (row === undefined || !ORDER_MOVERS.some((role) => coversScope(viewer, role, row.scope))) return { error: notFound('order') };
    if (row.state === 'DONE' || row.state === 'SENDING') {
      const text = { vi: 'Yêu cầu này đã xong hoặc đang được gửi.', en: 'This order is done, or being sent.' };
      return { error: userError('ILLEGAL_TRANSITION', text, ['order']) };
    }
    const state = row.state === 'WANTED' ? 'WANTED' : 'UNKNOWN';
    const now = hub.clock.now();
    await sql.query('UPDATE payments.receipt_order SET state = $2, next_attempt_at = $3, changed_at = $3 WHERE id = $1', [
      row.id,
      state,
      now,
    ]);
    return { order: { ...row, state, next_attempt_at: now, changed_at: now } };
  });
}
