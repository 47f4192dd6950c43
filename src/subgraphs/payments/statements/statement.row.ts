import type { PaymentProvider } from '../../../platform/graphql/enums.ts';

/** A version of a statement, with the id and the sums of the one before it, where there is one. Sums are whole đồng. */
export interface StatementVersionRow {
  id: string;
  merchantId: string;
  provider: PaymentProvider;
  /** YYYY-MM-DD. */
  businessDate: string;
  version: number;
  rows: number;
  gross: number;
  fee: number;
  feeVat: number;
  net: number;
  generatedAt: Date | null;
  takenAt: Date;
  broughtBy: string | null;
  beforeId: string | null;
  beforeGross: number | null;
  beforeNet: number | null;
}
