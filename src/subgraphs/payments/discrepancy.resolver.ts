import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { UserError } from '../../platform/graphql/shared-types.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { detailOf } from './discrepancy.detail.ts';
import { requireRole } from './payment.access.ts';
import { paymentById } from './payment.resolver.ts';
import { Payment } from './payment.type.ts';
import { discrepancyById, stepsOf } from './reconciliation.read.ts';
import { Discrepancy, DiscrepancyPayload, DiscrepancyResolution, ResolutionStep } from './reconciliation.type.ts';
import { approveDiscrepancy, assignDiscrepancy, type Changed, resolveDiscrepancy } from './resolution.service.ts';

async function payloadOf(context: HubContext, changed: Changed): Promise<DiscrepancyPayload> {
  if ('error' in changed) return { discrepancy: null, userErrors: [changed.error as UserError] };
  return { discrepancy: await discrepancyById(context, toGlobalId('discrepancy', changed.id)), userErrors: [] };
}

@Resolver(() => Discrepancy)
export class DiscrepancyResolver {
  @Mutation(() => DiscrepancyPayload, {
    description:
      'Settles a difference, for ACCOUNTANT (xử lý chênh lệch). From a configured amount on it counts only with the approval of a second one.',
  })
  async resolveDiscrepancy(
    @Ctx() context: HubContext,
    @Arg('discrepancy', () => ID, { description: 'The difference.' }) id: string,
    @Arg('resolution', () => DiscrepancyResolution, { description: 'How.' }) resolution: DiscrepancyResolution,
    @Arg('note', () => String, { description: 'Why (lý do).' }) note: string,
  ): Promise<DiscrepancyPayload> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    return payloadOf(context, await resolveDiscrepancy(context, { id, resolution, note }));
  }

  @Mutation(() => DiscrepancyPayload, {
    description: 'Approves how another accountant settled a difference, or sends it back (duyệt xử lý chênh lệch).',
  })
  async approveDiscrepancy(
    @Ctx() context: HubContext,
    @Arg('discrepancy', () => ID, { description: 'The difference.' }) id: string,
    @Arg('approve', () => Boolean, { description: 'False: sent back.' }) approve: boolean,
    @Arg('note', () => String, { description: 'Why (lý do).' }) note: string,
  ): Promise<DiscrepancyPayload> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    return payloadOf(context, await approveDiscrepancy(context, { id, approve, note }));
  }

  @Mutation(() => DiscrepancyPayload, { description: 'Says who looks after a difference, for ACCOUNTANT (giao người phụ trách).' })
  async assignDiscrepancy(
    @Ctx() context: HubContext,
    @Arg('discrepancy', () => ID, { description: 'The difference.' }) id: string,
    @Arg('owner', () => String, { description: 'The subject of their token (người phụ trách).' }) owner: string,
    @Arg('note', () => String, { description: 'Why (lý do).' }) note: string,
  ): Promise<DiscrepancyPayload> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    return payloadOf(context, await assignDiscrepancy(context, { id, owner, note }));
  }

  @FieldResolver(() => [ResolutionStep], { description: 'What was done about it, oldest first (vết xử lý).' })
  steps(@Ctx() context: HubContext, @Root() { row }: Discrepancy): Promise<ResolutionStep[]> {
    return stepsOf(context, row.reconciliation_id, row.id);
  }

  @FieldResolver(() => Payment, { nullable: true, description: 'The payment that it is about (khoản thanh toán).' })
  async payment(@Ctx() context: HubContext, @Root() { row }: Discrepancy): Promise<Payment | null> {
    return row.payment_id === null ? null : paymentById(context, toGlobalId('payment', row.payment_id));
  }

  @FieldResolver(() => String, { description: 'What it is, in a sentence (diễn giải).' })
  detail(@Ctx() { language }: HubContext, @Root() { row }: Discrepancy): string {
    return detailOf(row)[language];
  }
}
