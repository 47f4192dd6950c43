import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { UserError } from '../../../platform/graphql/shared-types.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { IdempotencyKey } from '../once.argument.ts';
import { once } from '../once.ts';
import { BOOK_READERS, requireRole } from '../payment.access.ts';
import { paymentById } from '../payment.resolver.ts';
import { Payment } from '../payment.type.ts';
import { toPayment } from '../payment.view.ts';
import { assignCredit, CREDIT, closeCredit, type Decided } from './credit.decide.ts';
import { contentOf, findCredit, listCredits, showCredit } from './credit.read.ts';
import { suggestionsFor } from './credit.suggest.ts';
import {
  AccountCredit,
  AccountCreditArguments,
  AccountCreditConnection,
  AccountCreditPayload,
  CreditClosing,
  CreditSuggestion,
} from './credit.type.ts';

function payloadOf(decided: Decided): AccountCreditPayload {
  if ('error' in decided) return { credit: null, userErrors: [decided.error as UserError] };
  return { credit: showCredit(decided.credit), userErrors: [] };
}

@Resolver(() => AccountCredit)
export class AccountCreditResolver {
  @Query(() => AccountCreditConnection, {
    description: 'What came in on the accounts in your books, the latest first (danh sách ghi có).',
  })
  async accountCredits(
    @Ctx() context: HubContext,
    @Args(() => AccountCreditArguments) wanted: AccountCreditArguments,
  ): Promise<AccountCreditConnection> {
    requireRole(context.viewer, BOOK_READERS);
    const page = await listCredits(context, wanted);
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: showCredit(node) }));
    return { edges, nodes: edges.map(({ node }) => node), pageInfo: page.pageInfo, count: page.totalCount };
  }

  @Query(() => AccountCredit, { nullable: true, description: 'One credit; null where it is none of your books (một khoản ghi có).' })
  async accountCredit(
    @Ctx() context: HubContext,
    @Arg('id', () => ID, { description: 'The credit.' }) id: string,
  ): Promise<AccountCredit | null> {
    requireRole(context.viewer, BOOK_READERS);
    const row = await findCredit(context, id);
    return row === undefined ? null : showCredit(row);
  }

  @Mutation(() => AccountCreditPayload, {
    description:
      'Says which payment a credit is for, to the đồng, for ACCOUNTANT (xác định ghi có). From a configured amount on a second one says the same.',
  })
  async assignCredit(
    @Ctx() context: HubContext,
    @Arg('credit', () => ID, { description: 'The credit.' }) credit: string,
    @Arg('payment', () => ID, { description: 'The payment.' }) payment: string,
    @Arg('note', () => String, { description: 'Why (lý do).' }) note: string,
    @IdempotencyKey() idempotencyKey?: string | null,
  ): Promise<AccountCreditPayload> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    const wanted = { credit, payment, note };
    const request = { kind: 'assignCredit', key: idempotencyKey, input: wanted, ...CREDIT };
    return payloadOf(await once(context, { ...request, work: (within) => assignCredit(within, wanted) }));
  }

  @Mutation(() => AccountCreditPayload, {
    description: 'Says that a credit pays nothing, for ACCOUNTANT (không ghi thu). From a configured amount on a second one says the same.',
  })
  async closeCredit(
    @Ctx() context: HubContext,
    @Arg('credit', () => ID, { description: 'The credit.' }) credit: string,
    @Arg('as', () => CreditClosing, { description: 'Why it pays nothing.' }) as: keyof typeof CreditClosing,
    @Arg('note', () => String, { description: 'Why (lý do).' }) note: string,
    @IdempotencyKey() idempotencyKey?: string | null,
  ): Promise<AccountCreditPayload> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    const wanted = { credit, as, note };
    const request = { kind: 'closeCredit', key: idempotencyKey, input: wanted, ...CREDIT };
    return payloadOf(await once(context, { ...request, work: (within) => closeCredit(within, wanted) }));
  }

  @FieldResolver(() => Payment, { nullable: true, description: 'The payment that it paid (khoản thanh toán).' })
  async payment(@Ctx() context: HubContext, @Root() { row }: AccountCredit): Promise<Payment | null> {
    return row.payment_id === null ? null : paymentById(context, toGlobalId('payment', row.payment_id));
  }

  @FieldResolver(() => Payment, { nullable: true, description: 'The payment that a second accountant must agree to (khoản được đề nghị).' })
  async proposedPayment(@Ctx() context: HubContext, @Root() { row }: AccountCredit): Promise<Payment | null> {
    return row.proposed_payment_id === null ? null : paymentById(context, toGlobalId('payment', row.proposed_payment_id));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Its text as it arrived, which may name a person, for an ACCOUNTANT of its account while nobody knows whose it is; each reading is recorded (nội dung chuyển khoản).',
  })
  content(@Ctx() context: HubContext, @Root() { row }: AccountCredit): Promise<string | null> {
    return contentOf(context, row);
  }

  @FieldResolver(() => [CreditSuggestion], { description: 'Payments that it may be meant for, the likeliest first (gợi ý).' })
  async suggestions(@Ctx() context: HubContext, @Root() { row }: AccountCredit): Promise<CreditSuggestion[]> {
    const suggested = await suggestionsFor(context, row);
    return suggested.flatMap(({ payment: found, score, reason }) => {
      const payment = toPayment(context, found);
      return payment === null ? [] : [{ payment, score, reason: reason[context.language] }];
    });
  }
}

@Resolver(() => AccountCreditConnection)
export class AccountCreditConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount(@Root() connection: AccountCreditConnection): Promise<number> {
    return connection.count();
  }
}
