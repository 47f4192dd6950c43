import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { coversScope } from '../../platform/auth/viewer.ts';
import { badUserInput, notFound, type UserErrorValue, userError } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { PaymentProvider } from '../../platform/graphql/enums.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import type { UserError } from '../../platform/graphql/shared-types.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { actorOf } from '../../platform/pii/access-record.ts';
import { loadMerchant, type MerchantRow, showMerchant } from './merchant.service.ts';
import { Merchant } from './merchant.type.ts';
import { BOOK_READERS, requireRole } from './payment.access.ts';
import { PaymentPageArguments } from './payment.input.ts';
import { reconcile } from './reconcile.service.ts';
import {
  listDiscrepancies,
  listReconciliations,
  reconciliationById,
  showDiscrepancy,
  showReconciliation,
  stepsOf,
} from './reconciliation.read.ts';
import { DiscrepancyConnection, DiscrepancyKind, Reconciliation, ReconciliationPayload, ResolutionStep } from './reconciliation.type.ts';
import { closeReconciliation } from './resolution.service.ts';

@ArgsType()
class DiscrepancyArguments extends PaymentPageArguments {
  @Field(() => [DiscrepancyKind], { nullable: true, description: 'Any of these kinds.' })
  kinds?: DiscrepancyKind[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: not settled yet; false: settled.' })
  open?: boolean | null;
}

const refused = (error: UserErrorValue): ReconciliationPayload => ({
  reconciliation: null,
  reconciliations: [],
  userErrors: [error as UserError],
});

@Resolver(() => Reconciliation)
export class ReconciliationResolver {
  @Query(() => Reconciliation, { nullable: true, description: 'One reconciliation; null: unknown, or not yours to see.' })
  reconciliation(@Ctx() context: HubContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<Reconciliation | null> {
    requireRole(context.viewer, BOOK_READERS);
    return reconciliationById(context, id);
  }

  @Query(() => [Reconciliation], { description: 'The reconciliations that you may see, newest day first (các phiên đối soát).' })
  reconciliations(
    @Ctx() context: HubContext,
    @Arg('provider', () => PaymentProvider, { nullable: true, description: 'With this provider.' }) provider?: PaymentProvider | null,
    @Arg('merchant', () => ID, { nullable: true, description: 'Of this merchant.' }) merchant?: string | null,
    @Arg('unit', () => ID, { nullable: true, description: "Code of the merchant's unit, or of one above it (đơn vị)." }) unit?:
      | string
      | null,
    @Arg('from', () => LocalDateScalar, { nullable: true, description: 'Of this day or later.' }) from?: string | null,
    @Arg('to', () => LocalDateScalar, { nullable: true, description: 'Of this day or earlier.' }) to?: string | null,
  ): Promise<Reconciliation[]> {
    requireRole(context.viewer, BOOK_READERS);
    if (from != null && to != null && from > to) {
      throw badUserInput('to', { vi: 'to phải không sớm hơn from.', en: 'to must not be before from.' });
    }
    return listReconciliations(context, { provider, merchant, unit, from, to });
  }

  @Mutation(() => ReconciliationPayload, {
    description: "Compares a day's payments with the statement (bắt đầu đối soát); without a merchant: all of the provider's.",
  })
  async startReconciliation(
    @Ctx() context: HubContext,
    @Arg('provider', () => PaymentProvider, { description: 'The provider.' }) provider: PaymentProvider,
    @Arg('businessDate', () => LocalDateScalar, { description: 'The business day.' }) businessDate: string,
    @Arg('merchant', () => ID, { nullable: true, description: 'Of this merchant alone.' }) merchantId?: string | null,
  ): Promise<ReconciliationPayload> {
    const { viewer, hub } = context;
    requireRole(viewer, ['ACCOUNTANT']);
    const mayReconcile = (merchant: MerchantRow) => coversScope(viewer, 'ACCOUNTANT', merchant.scope);
    const named = merchantId == null ? undefined : await findMerchant(context, { id: merchantId, provider });
    if (merchantId != null && (named === undefined || !mayReconcile(named))) return refused(notFound('merchant'));
    const narrowed = named === undefined ? {} : { merchant: named.code };
    const rows = await reconcile(hub, { provider, businessDate, ...narrowed, startedBy: actorOf(viewer), mayReconcile });
    const [first, ...rest] = rows.map(showReconciliation);
    if (first === undefined) return refused(nothingToReconcile());
    return { reconciliation: first, reconciliations: [first, ...rest], userErrors: [] };
  }

  @Mutation(() => ReconciliationPayload, {
    description: 'Closes a day in which each difference has an owner and is settled, for ACCOUNTANT (khóa sổ đối soát).',
  })
  async closeReconciliation(
    @Ctx() context: HubContext,
    @Arg('id', () => ID, { description: 'The reconciliation.' }) id: string,
  ): Promise<ReconciliationPayload> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    const closed = await closeReconciliation(context, id);
    if ('error' in closed) return refused(closed.error);
    const reconciliation = showReconciliation(closed.row);
    return { reconciliation, reconciliations: [reconciliation], userErrors: [] };
  }

  @FieldResolver(() => [ResolutionStep], { description: 'What was done about the day itself, oldest first (vết xử lý của ngày).' })
  steps(@Ctx() context: HubContext, @Root() { row }: Reconciliation): Promise<ResolutionStep[]> {
    return stepsOf(context, row.id, null);
  }

  @FieldResolver(() => Merchant, { description: 'The merchant whose statement it is (đơn vị chấp nhận thanh toán).' })
  async merchant(@Ctx() context: HubContext, @Root() { row }: Reconciliation): Promise<Merchant> {
    return showMerchant(await loadMerchant(context, row.merchant_id));
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why a whole statement was refused, or why it could not be run (lý do).' })
  rejection(@Ctx() { language }: HubContext, @Root() { row }: Reconciliation): string | null {
    return row.rejection?.[language] ?? null;
  }

  @FieldResolver(() => DiscrepancyConnection, { description: "Its differences, in the statement's order (các chênh lệch)." })
  async discrepancies(
    @Ctx() context: HubContext,
    @Root() { row }: Reconciliation,
    @Args(() => DiscrepancyArguments) wanted: DiscrepancyArguments,
  ): Promise<DiscrepancyConnection> {
    const page = await listDiscrepancies(context, row.id, wanted);
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: showDiscrepancy(node) }));
    return { edges, nodes: edges.map((edge) => edge.node), pageInfo: page.pageInfo, count: page.totalCount };
  }
}

function nothingToReconcile(): UserErrorValue {
  const text = {
    vi: 'Không có sao kê nào của ngày này và không tải được từ đơn vị thanh toán. Hãy gửi tệp sao kê trước.',
    en: 'There is no statement of that day and none can be fetched from the provider. Upload one first.',
  };
  return userError('NOT_AVAILABLE', text, ['businessDate']);
}

async function findMerchant(
  context: HubContext,
  { id, provider }: { id: string; provider: PaymentProvider },
): Promise<MerchantRow | undefined> {
  const key = fromGlobalId('merchant', id);
  if (key === undefined) return undefined;
  const [known] = await context.hub.db.query<{ id: string }>('SELECT id FROM payments.merchant WHERE id = $1 AND provider = $2', [
    key,
    provider,
  ]);
  return known === undefined ? undefined : loadMerchant(context, known.id);
}

@Resolver(() => DiscrepancyConnection)
export class DiscrepancyConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount(@Root() connection: DiscrepancyConnection): Promise<number> {
    return connection.count();
  }
}
