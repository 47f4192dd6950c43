import type { PaymentProvider } from '../../../../connectors/contract/payment.ts';

/** How the money was collected: through the hub, or by a one-stop system that reports it with its ingest. */
export type CollectionWay = 'HUB' | 'SOURCE_SYSTEM';

/**
 * The one table of what counts as paid online (thanh toán trực tuyến) in the indicators: every provider × how.
 * Money in a bank or wallet counts wherever it was collected; cash never does, whoever writes it down.
 */
const ONLINE: Record<PaymentProvider, Record<CollectionWay, boolean>> = {
  VNPAY: { HUB: true, SOURCE_SYSTEM: true },
  MOMO: { HUB: true, SOURCE_SYSTEM: true },
  ZALOPAY: { HUB: true, SOURCE_SYSTEM: true },
  VIETQR: { HUB: true, SOURCE_SYSTEM: true },
  NATIONAL_PLATFORM: { HUB: true, SOURCE_SYSTEM: true },
  CASH: { HUB: false, SOURCE_SYSTEM: false },
};

/** Whether a successful payment by that provider counts as online in the indicators. */
export function countsAsOnline(provider: PaymentProvider, way: CollectionWay = 'HUB'): boolean {
  return ONLINE[provider][way];
}
