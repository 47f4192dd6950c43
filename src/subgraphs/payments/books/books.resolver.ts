import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { BOOK_READERS, requireRole } from '../payment.access.ts';
import { listBalances, listEntries } from './books.read.ts';
import { LedgerBalance, LedgerEntryArguments, LedgerEntryConnection } from './books.type.ts';

@Resolver(() => LedgerEntryConnection)
export class BooksResolver {
  @Query(() => [LedgerBalance], {
    description: 'What each day brought to each account of your books, by account, unit and day (bảng cân đối phát sinh).',
  })
  ledgerBalances(
    @Ctx() context: HubContext,
    @Arg('from', () => LocalDateScalar, { description: 'The first day.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'The last day, 366 days after the first at most.' }) to: string,
    @Arg('unit', () => ID, { nullable: true, description: 'In the books of this unit (đơn vị).' }) unit?: string | null,
    @Arg('account', () => String, { nullable: true, description: 'Of this account (tài khoản).' }) account?: string | null,
  ): Promise<LedgerBalance[]> {
    requireRole(context.viewer, BOOK_READERS);
    return listBalances(context, { from, to, unit, account });
  }

  @Query(() => LedgerEntryConnection, { description: 'The ledger entries of your books, the oldest first (sổ nhật ký).' })
  async ledgerEntries(
    @Ctx() context: HubContext,
    @Args(() => LedgerEntryArguments) wanted: LedgerEntryArguments,
  ): Promise<LedgerEntryConnection> {
    requireRole(context.viewer, BOOK_READERS);
    const page = await listEntries(context, wanted);
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, id: toGlobalId('ledgerEntry', node.id) } }));
    return { edges, nodes: edges.map(({ node }) => node), pageInfo: page.pageInfo, count: page.totalCount };
  }

  @FieldResolver(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount(@Root() connection: LedgerEntryConnection): Promise<number> {
    return connection.count();
  }
}
