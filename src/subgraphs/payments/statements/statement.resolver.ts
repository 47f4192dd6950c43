import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { PaymentProvider } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { loadMerchant, showMerchant } from '../merchant.service.ts';
import { Merchant } from '../merchant.type.ts';
import { BOOK_READERS, requireRole } from '../payment.access.ts';
import { checkSpan } from '../payment.span.ts';
import { differenceOf, listStatements } from './statement.read.ts';
import { StatementDifference, StatementVersion } from './statement.type.ts';

@Resolver(() => StatementVersion)
export class StatementResolver {
  @Query(() => [StatementVersion], {
    description:
      'The statements that came for the merchants in your books, newest day first, of a day its newest version first (các bản sao kê).',
  })
  statements(
    @Ctx() context: HubContext,
    @Arg('from', () => LocalDateScalar, { description: 'The first business day.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'The last business day, 92 days after the first at most.' }) to: string,
    @Arg('unit', () => ID, { nullable: true, description: "Code of the merchant's unit, or of one above it (đơn vị)." }) unit?:
      | string
      | null,
    @Arg('provider', () => PaymentProvider, { nullable: true, description: 'Of this provider.' }) provider?: PaymentProvider | null,
  ): Promise<StatementVersion[]> {
    requireRole(context.viewer, BOOK_READERS);
    checkSpan(from, to);
    return listStatements(context, { from, to, unit, provider });
  }

  @FieldResolver(() => Merchant, { description: 'The merchant whose statement it is (đơn vị chấp nhận thanh toán).' })
  async merchant(@Ctx() context: HubContext, @Root() { row }: StatementVersion): Promise<Merchant> {
    return showMerchant(await loadMerchant(context, row.merchantId));
  }

  @FieldResolver(() => StatementDifference, {
    nullable: true,
    description: 'What it changes of the version before (khác biệt với bản trước); null: it is the first.',
  })
  difference(@Ctx() context: HubContext, @Root() { row }: StatementVersion): Promise<StatementDifference | null> {
    return differenceOf(context, row);
  }
}
