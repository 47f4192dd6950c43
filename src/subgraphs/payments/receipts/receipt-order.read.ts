import { boundOf, type Role, type Viewer } from '../../../platform/auth/viewer.ts';
import { isPaused } from '../../../platform/connector-report.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { BOOK_READERS, Values } from '../payment.access.ts';
import { type ListedOrder, ORDER_COLUMNS, type ReceiptOrderRow } from './receipt-order.row.ts';

/** Who sees what is asked of providers. */
export const ORDER_READERS: readonly Role[] = ['OPERATOR', ...BOOK_READERS];

const MOST = 200;
export const ORDER_FROM = 'payments.receipt_order o JOIN payments.payment p ON p.id = o.payment_id';

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

/** What is asked of providers, longest waiting first, at most 200; without states all that is neither done nor closed. */
export function listOrders({ hub, viewer }: HubContext, { unit, states }: OrdersWanted): Promise<ListedOrder[]> {
  const values = new Values();
  const where = [readable(viewer, values)];
  where.push(states == null ? `o.state NOT IN ('DONE', 'CLOSED')` : `o.state = ANY(${values.add(states)}::text[])`);
  if (unit != null) where.push(`p.scope @> ARRAY[${values.add(unit)}::text]`);
  return hub.db.query<ListedOrder>(
    `SELECT ${ORDER_COLUMNS}, p.reference, p.scope FROM ${ORDER_FROM} WHERE ${where.join(' AND ')} ORDER BY o.wanted_at, o.id LIMIT ${MOST}`,
    values.list,
  );
}
