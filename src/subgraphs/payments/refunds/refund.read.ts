import { boundOf } from '../../../platform/auth/viewer.ts';
import { type Page, readPage, toPage } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { BOOK_READERS, Values } from '../payment.access.ts';
import { type Keyset, keysetConditions, keysetOrder } from '../payment.keyset.ts';
import { REFUND_COLUMNS, REFUND_FROM, type RefundRow } from './refund.row.ts';
import type { Refund, RefundArguments } from './refund.type.ts';

export function showRefund(row: RefundRow): Refund {
  return {
    row,
    id: toGlobalId('refund', row.id),
    reference: row.reference,
    amount: row.amount,
    state: row.state,
    way: row.way,
    cause: row.cause,
    reason: row.reason,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    concludedAt: row.concluded_at,
    concludedBy: row.concluded_by,
    note: row.conclusion_note ?? row.approval_note,
    providerCode: row.provider_code,
    providerTransactionId: row.provider_transaction_id,
    attempts: row.attempts,
  };
}

/** A payment's refunds, oldest first; one statement for all payments of a request. */
export function refundsOf(context: HubContext, paymentId: string): Promise<Refund[]> {
  const loader = context.loader<string, Refund[]>('payments.refunds', async (ids) => {
    const rows = await context.hub.db.query<RefundRow>(
      `SELECT ${REFUND_COLUMNS} FROM ${REFUND_FROM} WHERE r.payment_id = ANY($1::uuid[]) ORDER BY r.requested_at, r.id`,
      [ids],
    );
    const byPayment = Map.groupBy(rows, (row) => row.payment_id);
    return ids.map((id) => (byPayment.get(id) ?? []).map(showRefund));
  });
  return loader.load(paymentId);
}

const BY_REQUEST: Keyset = { at: 'r.requested_at', id: 'r.id', ascending: true };

/** The refunds that the viewer's books hold, oldest first: what must be decided stands in front. */
export async function listRefunds(context: HubContext, wanted: RefundArguments): Promise<Page<RefundRow>> {
  const page = readPage(wanted);
  const filter = (values: Values) => {
    const bounds = BOOK_READERS.map((role) => boundOf(context.viewer, role));
    const bound = bounds.find((each) => each !== undefined && each !== 'ALL');
    const where = [bounds.includes('ALL') ? 'TRUE' : bound === undefined ? 'FALSE' : `p.scope @> ARRAY[${values.add(bound)}::text]`];
    if (wanted.states != null) where.push(`r.state = ANY(${values.add(wanted.states)}::text[])`);
    if (wanted.unit != null) where.push(`p.scope @> ARRAY[${values.add(wanted.unit)}::text]`);
    return where;
  };
  const values = new Values();
  const where = filter(values);
  where.push(...keysetConditions(page, BY_REQUEST, values));
  const rows = await context.hub.db.query<RefundRow>(
    `SELECT ${REFUND_COLUMNS} FROM ${REFUND_FROM} WHERE ${where.join(' AND ')} ${keysetOrder(page, BY_REQUEST)} LIMIT ${page.size + 1}`,
    values.list,
  );
  return toPage(rows, page, {
    key: (row) => [row.requested_at.toISOString(), row.id],
    count: async () => {
      const counted = new Values();
      const conditions = filter(counted).join(' AND ');
      const [row] = await context.hub.db.query<{ count: number }>(`SELECT count(*) FROM ${REFUND_FROM} WHERE ${conditions}`, counted.list);
      return row?.count ?? 0;
    },
  });
}
