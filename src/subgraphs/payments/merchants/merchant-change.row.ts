import type { PaymentProvider } from '../../../platform/graphql/enums.ts';

/** A row of `payments.merchant_change`. */
export interface MerchantChangeRow {
  id: string;
  provider: PaymentProvider;
  code: string;
  name: string;
  unit: string;
  secrets: Buffer | null;
  fee_fixed: number | null;
  fee_rate_ppm: number | null;
  fee_vat_percent: number | null;
  settlement_account: string | null;
  retire: boolean;
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  approved: boolean | null;
}

export const CHANGE_COLUMNS =
  'id, provider, code, name, unit, secrets, fee_fixed, fee_rate_ppm, fee_vat_percent, settlement_account, retire, proposed_by, proposed_at, decided_by, decided_at, approved';
