import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { UserError } from '../../../platform/graphql/shared-types.ts';
import { CREDIT } from '../credits/credit.decide.ts';
import { showCredit } from '../credits/credit.read.ts';
import { AccountCredit, AccountCreditPayload } from '../credits/credit.type.ts';
import { loadMerchant, showMerchant } from '../merchant.service.ts';
import { Merchant } from '../merchant.type.ts';
import { IdempotencyKey } from '../once.argument.ts';
import { once } from '../once.ts';
import { BOOK_READERS, requireRole } from '../payment.access.ts';
import { assignCreditToBatches } from './batch.decide.ts';
import { batchesOfCredit, listBatches, loadBatches, sharesOfBatch, showBatch } from './batch.read.ts';
import { SettlementBatch, SettlementBatchArguments, SettlementBatchConnection, SettlementShare } from './batch.type.ts';

@Resolver(() => SettlementBatch)
export class SettlementBatchResolver {
  @Query(() => SettlementBatchConnection, {
    description: 'What providers pay out to the accounts in your books, batch by batch, the latest first (các đợt thanh quyết toán).',
  })
  async settlementBatches(
    @Ctx() context: HubContext,
    @Args(() => SettlementBatchArguments) wanted: SettlementBatchArguments,
  ): Promise<SettlementBatchConnection> {
    requireRole(context.viewer, BOOK_READERS);
    const page = await listBatches(context, wanted);
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: showBatch(node) }));
    return { edges, nodes: edges.map(({ node }) => node), pageInfo: page.pageInfo, count: page.totalCount };
  }

  @Mutation(() => AccountCreditPayload, {
    description:
      'Says which batches a credit pays out, for ACCOUNTANT: they are filled in that order, what is left goes to the last (gán ghi có cho đợt). From a configured amount on a second one says the same.',
  })
  async assignCreditToBatches(
    @Ctx() context: HubContext,
    @Arg('credit', () => ID, { description: 'The credit.' }) credit: string,
    @Arg('batches', () => [ID], { description: 'The batches, each once.' }) batches: string[],
    @Arg('note', () => String, { description: 'Why (lý do).' }) note: string,
    @IdempotencyKey() idempotencyKey?: string | null,
  ): Promise<AccountCreditPayload> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    const wanted = { credit, batches, note };
    const request = { kind: 'assignCreditToBatches', key: idempotencyKey, input: wanted, ...CREDIT };
    const decided = await once(context, { ...request, work: (within) => assignCreditToBatches(within, wanted) });
    if ('error' in decided) return { credit: null, userErrors: [decided.error as UserError] };
    return { credit: showCredit(decided.credit), userErrors: [] };
  }

  @FieldResolver(() => Merchant, { description: 'For whom it is paid out (đơn vị chấp nhận thanh toán).' })
  async merchant(@Ctx() context: HubContext, @Root() { row }: SettlementBatch): Promise<Merchant> {
    return showMerchant(await loadMerchant(context, row.merchant_id));
  }

  @FieldResolver(() => [SettlementShare], { description: 'The credits in which it came, the oldest first (các khoản ghi có).' })
  credits(@Ctx() context: HubContext, @Root() { row }: SettlementBatch): Promise<SettlementShare[]> {
    return sharesOfBatch(context, row.id);
  }
}

@Resolver(() => SettlementBatchConnection)
export class SettlementBatchConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount(@Root() connection: SettlementBatchConnection): Promise<number> {
    return connection.count();
  }
}

@Resolver(() => AccountCredit)
export class CreditBatchesResolver {
  @FieldResolver(() => [SettlementBatch], { description: 'The batches that it paid out (các đợt được thanh quyết toán).' })
  batches(@Ctx() context: HubContext, @Root() { row }: AccountCredit): Promise<SettlementBatch[]> {
    return row.state === 'SETTLEMENT' ? batchesOfCredit(context, row.id) : Promise.resolve([]);
  }

  @FieldResolver(() => [SettlementBatch], {
    description: 'The batches that a second accountant must agree to (các đợt được đề nghị).',
  })
  proposedBatches(@Ctx() context: HubContext, @Root() { row }: AccountCredit): Promise<SettlementBatch[]> {
    return loadBatches(context, row.proposed_batches ?? []);
  }
}
