import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { UserError } from '../../../platform/graphql/shared-types.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { requireRole } from '../payment.access.ts';
import { orderAdvice } from './receipt-order.advice.ts';
import { decideClosing, ORDER_CLOSERS, ORDER_MOVERS, type OrderDone, proposeClosing, retryOrder } from './receipt-order.move.ts';
import { listOrders, ORDER_READERS, standstills } from './receipt-order.read.ts';
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
  closingBy: row.closing_by,
  closingNote: row.closing_note,
  closedBy: row.closed_by,
});

const payloadOf = (done: OrderDone): ReceiptOrderPayload =>
  'error' in done ? { order: null, userErrors: [done.error as UserError] } : { order: show(done.order), userErrors: [] };

@Resolver(() => ReceiptOrder)
export class ReceiptOrderResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What that means and what to do about it; null: nothing is wrong (hướng xử lý).',
  })
  advice(@Root() { code }: ReceiptOrder, @Ctx() { language }: HubContext): string | null {
    return orderAdvice(code)?.[language] ?? null;
  }

  @Query(() => [ReceiptOrder], {
    description:
      'What providers of electronic receipts are asked for and have not done, with the reason, longest waiting first, at most 200; for operators and who keeps or audits the books (yêu cầu biên lai điện tử còn treo).',
  })
  async receiptOrders(
    @Ctx() context: HubContext,
    @Arg('unit', () => ID, { nullable: true, description: 'Of this unit and those below it (đơn vị).' }) unit?: string | null,
    @Arg('states', () => [ReceiptOrderState], { nullable: true, description: 'Any of these states; left out: all but DONE and CLOSED.' })
    states?: (keyof typeof ReceiptOrderState)[] | null,
  ): Promise<ReceiptOrder[]> {
    requireRole(context.viewer, ORDER_READERS);
    const orders = await listOrders(context, { unit, states });
    const still = await standstills(context, orders);
    return orders.map((row) => show(['DONE', 'FAILED', 'CLOSED'].includes(row.state) ? row : { ...row, ...still.get(row.connector) }));
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
    return payloadOf(await retryOrder(context, id));
  }

  @Mutation(() => ReceiptOrderPayload, {
    description:
      'Says that what the provider refused was settled there by hand, for ACCOUNTANT; another one must approve it (đề nghị đóng yêu cầu biên lai).',
  })
  async proposeReceiptOrderClosing(
    @Ctx() context: HubContext,
    @Arg('order', () => ID, { description: 'The order.' }) id: string,
    @Arg('note', () => String, { description: 'How it was settled (nội dung xử lý).' }) note: string,
  ): Promise<ReceiptOrderPayload> {
    requireRole(context.viewer, ORDER_CLOSERS);
    return payloadOf(await proposeClosing(context, { id, note }));
  }

  @Mutation(() => ReceiptOrderPayload, {
    description: 'Another accountant agrees that an order is closed, or the proposal goes (duyệt đóng yêu cầu biên lai).',
  })
  async approveReceiptOrderClosing(
    @Ctx() context: HubContext,
    @Arg('order', () => ID, { description: 'The order.' }) id: string,
    @Arg('approve', () => Boolean, { description: 'False: the proposal goes.' }) approve: boolean,
  ): Promise<ReceiptOrderPayload> {
    requireRole(context.viewer, ORDER_CLOSERS);
    return payloadOf(await decideClosing(context, { id, approve }));
  }
}
