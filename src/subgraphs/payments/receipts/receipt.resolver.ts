import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { UserError } from '../../../platform/graphql/shared-types.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { BOOK_READERS, requireRole } from '../payment.access.ts';
import { Payment, Receipt } from '../payment.type.ts';
import { listReceipts, receiptOf, showReceipt } from './receipt.read.ts';
import { ProposedSeries, ReceiptArguments, ReceiptConnection, ReceiptSeries, ReceiptSeriesPayload } from './receipt.type.ts';
import type { SeriesRow } from './series.row.ts';
import { approveSeries, proposeSeries, type SeriesDone, seriesOf, showSeries } from './series.service.ts';

const shown = (row: SeriesRow) => showSeries(row, toGlobalId('receiptSeries', row.id));

function payloadOf(done: SeriesDone): ReceiptSeriesPayload {
  if ('error' in done) return { series: null, userErrors: [done.error as UserError] };
  return { series: shown(done.series), userErrors: [] };
}

@Resolver(() => Payment)
export class PaymentReceiptResolver {
  @FieldResolver(() => Receipt, {
    nullable: true,
    description: 'Its receipt: of the unit’s own series, of the gateway, or of the one-stop system that collected it (biên lai).',
  })
  async receipt(@Ctx() context: HubContext, @Root() { row, person }: Payment): Promise<Receipt | null> {
    const receipt = await receiptOf(context, row);
    // A receipt names its payer: its file is for who may see them in clear.
    return receipt === null || person === 'full' ? receipt : { ...receipt, url: null };
  }
}

@Resolver()
export class ReceiptResolver {
  @Query(() => ReceiptConnection, {
    description: 'The receipts of a unit and period, oldest first, for who keeps or audits its books (danh sách biên lai).',
  })
  async receipts(@Ctx() context: HubContext, @Args(() => ReceiptArguments) wanted: ReceiptArguments): Promise<ReceiptConnection> {
    requireRole(context.viewer, BOOK_READERS);
    const page = await listReceipts(context, wanted);
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: { ...showReceipt(context, node), url: null } }));
    return { edges, nodes: edges.map(({ node }) => node), pageInfo: page.pageInfo, count: page.totalCount };
  }

  @Query(() => [ReceiptSeries], { description: 'The series that a unit numbers by, its own first (dải biên lai).' })
  async receiptSeries(
    @Ctx() context: HubContext,
    @Arg('unit', () => ID, { description: 'The unit.' }) unit: string,
  ): Promise<ReceiptSeries[]> {
    requireRole(context.viewer, ['ADMINISTRATOR', 'ACCOUNTANT', 'AUDITOR']);
    return (await seriesOf(context, unit)).map(shown);
  }

  @Mutation(() => ReceiptSeriesPayload, {
    description: 'Proposes a series of receipt numbers, for ADMINISTRATOR; another one must approve it (đề nghị dải biên lai).',
  })
  async proposeReceiptSeries(
    @Ctx() context: HubContext,
    @Arg('input', () => ProposedSeries, { description: 'The series.' }) input: ProposedSeries,
  ): Promise<ReceiptSeriesPayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    return payloadOf(await proposeSeries(context, input));
  }

  @Mutation(() => ReceiptSeriesPayload, { description: 'Another administrator approves a series, or it goes (duyệt dải biên lai).' })
  async approveReceiptSeries(
    @Ctx() context: HubContext,
    @Arg('series', () => ID, { description: 'The series.' }) id: string,
    @Arg('approve', () => Boolean, { description: 'False: it goes.' }) approve: boolean,
  ): Promise<ReceiptSeriesPayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    return payloadOf(await approveSeries(context, { id, approve }));
  }
}

@Resolver(() => ReceiptConnection)
export class ReceiptConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount(@Root() connection: ReceiptConnection): Promise<number> {
    return connection.count();
  }
}
