import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { type HubContext, requirePeer } from '../../platform/graphql/context.ts';
import { OnboardingItem, onboardingItem } from '../../platform/graphql/onboarding.ts';
import { toLocalIso } from '../../platform/time.ts';
import { providerFor } from './receipts/receipt-order.service.ts';

interface Found {
  merchant: string | null;
  series: string | null;
  first_payment: Date | null;
  balanced: string | null;
}

@Resolver()
export class OnboardingResolver {
  @Directive('@inaccessible')
  @Query(() => [OnboardingItem], { description: 'What payments knows of how far a unit is. For dossiers alone.' })
  async onboardingOfPayments(
    @Ctx() context: HubContext,
    @Arg('scope', () => [ID], { description: 'The unit, then all units above it.' }) scope: string[],
  ): Promise<OnboardingItem[]> {
    requirePeer(context);
    const [found] = await context.hub.db.query<Found>(
      `SELECT (SELECT provider || ' ' || code FROM payments.merchant WHERE unit = ANY($1::text[]) AND NOT external AND retired_at IS NULL
               ORDER BY array_position($1::text[], unit), code LIMIT 1) AS merchant,
              (SELECT template || ' ' || symbol FROM payments.receipt_series WHERE unit = ANY($1::text[]) AND approved_at IS NOT NULL AND next_number <= last_number
               ORDER BY array_position($1::text[], unit), valid_from DESC LIMIT 1) AS series,
              (SELECT min(paid_at) FROM payments.payment WHERE receiving_unit = $2) AS first_payment,
              (SELECT min(r.business_date)::text FROM payments.reconciliation r JOIN payments.merchant m ON m.id = r.merchant_id
               WHERE m.unit = ANY($1::text[]) AND r.status = 'BALANCED') AS balanced`,
      [scope, scope[0]],
    );
    const { merchant = null, first_payment: paid = null, balanced = null } = found ?? {};
    // Where a provider writes its receipts, a unit needs no series of its own.
    const series = providerFor(context.hub, scope) ?? found?.series ?? null;
    return [
      onboardingItem(
        'MERCHANT',
        { vi: 'Đơn vị chấp nhận thanh toán', en: 'Merchant account' },
        { done: merchant !== null, detail: merchant },
      ),
      onboardingItem('RECEIPT_SERIES', { vi: 'Ký hiệu biên lai', en: 'Receipt series' }, { done: series !== null, detail: series }),
      onboardingItem(
        'FIRST_PAYMENT',
        { vi: 'Khoản thu đầu tiên', en: 'First payment' },
        { done: paid !== null, detail: paid === null ? null : toLocalIso(paid) },
      ),
      onboardingItem(
        'FIRST_BALANCED_DAY',
        { vi: 'Ngày đối soát khớp đầu tiên', en: 'First balanced day' },
        { done: balanced !== null, detail: balanced },
      ),
    ];
  }
}
