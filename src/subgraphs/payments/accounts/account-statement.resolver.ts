import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { BOOK_READERS, requireRole } from '../payment.access.ts';
import { listAccountStatements } from './account-statement.read.ts';
import { AccountStatements } from './account-statement.type.ts';

@Resolver()
export class AccountStatementResolver {
  @Query(() => AccountStatements, {
    description:
      'What banks and the treasury wrote of an account in your books, day by day, and the days that are missing (sao kê tài khoản).',
  })
  accountStatements(
    @Ctx() context: HubContext,
    @Arg('account', () => String, { description: 'The number (số tài khoản).' }) account: string,
    @Arg('from', () => LocalDateScalar, { description: 'The first day.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'The last day, 366 days after the first at most.' }) to: string,
  ): Promise<AccountStatements> {
    requireRole(context.viewer, BOOK_READERS);
    return listAccountStatements(context, { account, from, to });
  }
}
