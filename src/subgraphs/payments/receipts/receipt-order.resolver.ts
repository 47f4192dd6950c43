import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { UserError } from '../../../platform/graphql/shared-types.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { requireRole } from '../payment.access.ts';
import { listOrders, ORDER_MOVERS, ORDER_READERS, retryOrder, standstills } from './receipt-order.read.ts';
import type { ListedOrder } from './receipt-order.row.ts';
import { ReceiptOrder, ReceiptOrderPayload, ReceiptOrderState } from './receipt-order.type.ts';

const show = (row: ListedOrder): ReceiptOrder => ({
  id: toGlobalId('receiptOrder', row.id),
  connector: row.connector,
  unit: { code: row.unit },
  action: row.action,
  state: row.state,
  paymentReference: row.reference,
  key: row.key,
  code: row.code,
  reason: row.reason,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at,
  wantedAt: row.wanted_at,
  changedAt: row.changed_at,
});

@Resolver()
export class ReceiptOrderResolver {
  @Query(() => [ReceiptOrder], {
    description:
      'What providers of electronic receipts are asked for and have not done, with the reason, longest waiting first, at most 200; for operators and who keeps or audits the books (yêu cầu biên lai điện tử còn treo).',
  })
  async receiptOrders(
    @Ctx() context: HubContext,
    @Arg('unit', () => ID, { nullable: true, description: 'Of this unit and those below it (đơn vị).' }) unit?: string | null,
    @Arg('states', () => [ReceiptOrderState], { nullable: true, description: 'Any of these states; left out: all but DONE.' })
    states?: (keyof typeof ReceiptOrderState)[] | null,
  ): Promise<ReceiptOrder[]> {
    requireRole(context.viewer, ORDER_READERS);
    const orders = await listOrders(context, { unit, states });
    const still = await standstills(context, orders);
    return orders.map((row) => show(row.state === 'DONE' || row.state === 'FAILED' ? row : { ...row, ...still.get(row.connector) }));
  }

  @Mutation(() => ReceiptOrderPayload, {
    description:
      'Has an order tried again at once, for OPERATOR and ACCOUNTANT: what may be done already is looked up first (thử lại yêu cầu biên lai).',
  })
  async retryReceiptOrder(
    @Ctx() context: HubContext,
    @Arg('order', () => ID, { description: 'The order.' }) id: string,
  ): Promise<ReceiptOrderPayload> {
    requireRole(context.viewer, ORDER_MOVERS);
    const done = await retryOrder(context, id);
    return 'error' in done ? { order: null, userErrors: [done.error as UserError] } : { order: show(done.order), userErrors: [] };
  }
}
