import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { boundOf } from '../../../platform/auth/viewer.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { PaymentProvider } from '../../../platform/graphql/enums.ts';
import type { UserError } from '../../../platform/graphql/shared-types.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { MERCHANT_COLUMNS, type MerchantRow, showMerchant } from '../merchant.service.ts';
import { Merchant } from '../merchant.type.ts';
import { requireRole, Values } from '../payment.access.ts';
import { MerchantChange, MerchantChangePayload, ProposedMerchant } from './merchant.type.ts';
import { CHANGE_COLUMNS, type MerchantChangeRow } from './merchant-change.row.ts';
import { approveMerchantChange, type ChangeDone, proposeMerchant } from './merchant-change.service.ts';

const READERS = ['ADMINISTRATOR', 'ACCOUNTANT', 'AUDITOR'] as const;

function showChange(row: MerchantChangeRow): MerchantChange {
  return {
    id: toGlobalId('merchantChange', row.id),
    provider: row.provider,
    code: row.code,
    name: row.name,
    unit: { code: row.unit },
    withSecrets: row.secrets !== null,
    settlementAccount: row.settlement_account,
    retire: row.retire,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    decidedBy: row.decided_by,
    approved: row.approved,
  };
}

function payloadOf(done: ChangeDone): MerchantChangePayload {
  if ('error' in done) return { change: null, userErrors: [done.error as UserError] };
  return { change: showChange(done.change), userErrors: [] };
}

@Resolver(() => Merchant)
export class MerchantResolver {
  @Query(() => [Merchant], {
    description: 'The collecting accounts that payments go through, of the units in your bounds (các đơn vị chấp nhận thanh toán).',
  })
  async merchants(
    @Ctx() context: HubContext,
    @Arg('provider', () => PaymentProvider, { nullable: true, description: 'At this provider.' }) provider?: PaymentProvider | null,
    @Arg('unit', () => ID, { nullable: true, description: 'Of this unit (đơn vị).' }) unit?: string | null,
  ): Promise<Merchant[]> {
    requireRole(context.viewer, READERS);
    const bounds = READERS.map((role) => boundOf(context.viewer, role));
    const values = new Values();
    const where = ['NOT m.external'];
    const bound = bounds.find((each) => each !== undefined && each !== 'ALL');
    if (!bounds.includes('ALL')) where.push(`m.scope @> ARRAY[${values.add(bound)}::text]`);
    if (provider != null) where.push(`m.provider = ${values.add(provider)}`);
    if (unit != null) where.push(`m.unit = ${values.add(unit)}`);
    const rows = await context.hub.db.query<MerchantRow>(
      `SELECT ${MERCHANT_COLUMNS} FROM payments.merchant m WHERE ${where.join(' AND ')} ORDER BY m.unit, m.provider, m.code LIMIT 1000`,
      values.list,
    );
    return rows.map(showMerchant);
  }

  @Query(() => [MerchantChange], { description: 'Changes of merchants that wait for a second administrator (đề nghị đang chờ duyệt).' })
  async merchantChanges(@Ctx() context: HubContext): Promise<MerchantChange[]> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    const bound = boundOf(context.viewer, 'ADMINISTRATOR');
    const rows = await context.hub.db.query<MerchantChangeRow>(
      `SELECT ${CHANGE_COLUMNS} FROM payments.merchant_change WHERE decided_at IS NULL AND ($1::text IN ('ALL', '96') OR unit = $1) ORDER BY proposed_at, id LIMIT 1000`,
      [bound ?? ''],
    );
    return rows.map(showChange);
  }

  @Mutation(() => MerchantChangePayload, {
    description:
      'Proposes a merchant of a unit, or a change of one, for ADMINISTRATOR; another one must approve it (đề nghị đơn vị chấp nhận thanh toán).',
  })
  async proposeMerchant(
    @Ctx() context: HubContext,
    @Arg('input', () => ProposedMerchant, { description: 'The merchant.' }) input: ProposedMerchant,
  ): Promise<MerchantChangePayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    return payloadOf(await proposeMerchant(context, input));
  }

  @Mutation(() => MerchantChangePayload, {
    description: 'Another administrator approves a change of a merchant, which then holds at once, or refuses it (duyệt đề nghị).',
  })
  async approveMerchantChange(
    @Ctx() context: HubContext,
    @Arg('change', () => ID, { description: 'The change.' }) id: string,
    @Arg('approve', () => Boolean, { description: 'False: it is refused.' }) approve: boolean,
  ): Promise<MerchantChangePayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    return payloadOf(await approveMerchantChange(context, { id, approve }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The bank account that the provider pays out to, for whoever keeps or audits its books; null: not known, or not yours to see (tài khoản nhận quyết toán).',
  })
  settlementAccount(@Ctx() context: HubContext, @Root() { settlement }: Merchant): string | null {
    return READERS.some((role) => context.viewer.roles.includes(role)) ? settlement : null;
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When its secrets were last set, for ADMINISTRATOR; null: by configuration, or not yours to see (thời điểm đặt khóa).',
  })
  async secretsSetAt(@Ctx() context: HubContext, @Root() merchant: Merchant): Promise<Date | null> {
    if (!context.viewer.roles.includes('ADMINISTRATOR')) return null;
    const [row] = await context.hub.db.query<{ at: Date | null }>(
      'SELECT secrets_set_at AS at FROM payments.merchant WHERE provider = $1 AND code = $2',
      [merchant.provider, merchant.code],
    );
    return row?.at ?? null;
  }
}
