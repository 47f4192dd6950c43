import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { UserErrorValue } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { VndScalar } from '../../../platform/graphql/scalars.ts';
import type { UserError } from '../../../platform/graphql/shared-types.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { BOOK_READERS, readsBooks, requireRole } from '../payment.access.ts';
import { paymentById } from '../payment.resolver.ts';
import { Payment, PaymentPayload } from '../payment.type.ts';
import { approveRefund, awaitsConclusion, concludeRefund } from './refund.decide.ts';
import { listRefunds, refundsOf, showRefund } from './refund.read.ts';
import { type Asked, requestRefund } from './refund.request.ts';
import { Refund, RefundArguments, RefundConnection, RefundPayload } from './refund.type.ts';

const errorOf = (error: UserErrorValue) => [error as UserError];

@Resolver(() => Payment)
export class PaymentRefundsResolver {
  @Mutation(() => PaymentPayload, {
    description:
      'Gives money of a payment back (hoàn tiền), for ACCOUNTANT. From a configured amount on a second accountant lets it go ahead with approveRefund.',
  })
  async refundPayment(
    @Ctx() context: HubContext,
    @Arg('payment', () => ID, { description: 'The payment.' }) payment: string,
    @Arg('reason', () => String, { description: 'Why (lý do).' }) reason: string,
    @Arg('idempotencyKey', () => ID, { description: 'The same key and input give the first answer again, per caller, for 30 days.' })
    idempotencyKey: string,
    @Arg('amount', () => VndScalar, { nullable: true, description: 'Left out: all that is left of it.' }) amount?: number | null,
  ): Promise<PaymentPayload> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    const asked = await requestRefund(context, { payment, reason, idempotencyKey, amount });
    if ('error' in asked) return { payment: null, userErrors: errorOf(asked.error) };
    return { payment: await paymentById(context, toGlobalId('payment', asked.refund.payment_id)), userErrors: [] };
  }

  @FieldResolver(() => [Refund], { description: 'Its refunds, oldest first (các khoản hoàn): for who keeps or audits the books.' })
  async refunds(@Ctx() context: HubContext, @Root() { row }: Payment): Promise<Refund[]> {
    return readsBooks(context.viewer, row.scope) ? refundsOf(context, row.id) : [];
  }
}

@Resolver(() => Refund)
export class RefundResolver {
  @Query(() => RefundConnection, { description: 'Refunds of the payments in your books, the oldest first (danh sách hoàn tiền).' })
  async refunds(@Ctx() context: HubContext, @Args(() => RefundArguments) wanted: RefundArguments): Promise<RefundConnection> {
    requireRole(context.viewer, BOOK_READERS);
    const page = await listRefunds(context, wanted);
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: showRefund(node) }));
    return { edges, nodes: edges.map(({ node }) => node), pageInfo: page.pageInfo, count: page.totalCount };
  }

  @Mutation(() => RefundPayload, { description: 'A second accountant lets a refund go ahead, or sends it back (duyệt hoàn tiền).' })
  async approveRefund(
    @Ctx() context: HubContext,
    @Arg('refund', () => ID, { description: 'The refund.' }) refund: string,
    @Arg('approve', () => Boolean, { description: 'False: it is not done.' }) yes: boolean,
    @Arg('note', () => String, { description: 'Why (lý do).' }) note: string,
  ): Promise<RefundPayload> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    return payloadOf(await approveRefund(context, { refund, yes, note }));
  }

  @Mutation(() => RefundPayload, {
    description:
      'Says what became of a refund that no gateway speaks of: paid out, transferred, or three days without its last word (ghi nhận kết quả hoàn).',
  })
  async concludeRefund(
    @Ctx() context: HubContext,
    @Arg('refund', () => ID, { description: 'The refund.' }) refund: string,
    @Arg('paid', () => Boolean, { description: 'True: the money has gone to the payer; false: it will not.' }) yes: boolean,
    @Arg('note', () => String, { description: 'The proof, e.g. the number of the transfer (chứng từ).' }) note: string,
  ): Promise<RefundPayload> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    return payloadOf(await concludeRefund(context, { refund, yes, note }));
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether people are to say what became of it with concludeRefund: no gateway has the word on it (chờ ghi nhận kết quả).',
  })
  awaitsConclusion(@Ctx() { hub }: HubContext, @Root() { row }: Refund): boolean {
    return awaitsConclusion(hub, row);
  }

  @FieldResolver(() => Payment, { description: 'The payment whose money it is (khoản thanh toán).' })
  async payment(@Ctx() context: HubContext, @Root() { row }: Refund): Promise<Payment> {
    const payment = await paymentById(context, toGlobalId('payment', row.payment_id));
    if (payment === null) throw new Error('a refund was shown to someone who may not see its payment');
    return payment;
  }
}

function payloadOf(asked: Asked): RefundPayload {
  if ('error' in asked) return { refund: null, userErrors: errorOf(asked.error) };
  return { refund: showRefund(asked.refund), userErrors: [] };
}

@Resolver(() => RefundConnection)
export class RefundConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount(@Root() connection: RefundConnection): Promise<number> {
    return connection.count();
  }
}
