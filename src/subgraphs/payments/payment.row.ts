import type { PaymentProvider, PaymentStatus } from '../../platform/graphql/enums.ts';

/** What was due when a payment was made, kept as it was. Whole đồng. */
export interface Obligation {
  procedure: string;
  fees: { code: string; name: string; amount: number; exemptedAmount: number; collection: string }[];
  /** Fees less exemptions. */
  total: number;
  /** Of it, already paid. */
  paid: number;
  /** The receiving unit's name; absent of payments that were loaded. */
  unitName?: string;
}

/** A row of `payments.payment`, as far as reading needs it. */
export interface PaymentRow {
  id: string;
  reference: string;
  merchant_id: string;
  provider: PaymentProvider;
  dossier_id: string;
  dossier_code: string;
  external: boolean;
  amount: number;
  refunded_amount: number;
  status: PaymentStatus;
  checkout_url: string | null;
  qr_payload: string | null;
  provider_transaction_id: string | null;
  created_at: Date;
  expires_at: Date | null;
  paid_at: Date | null;
  receiving_unit: string;
  handling_unit: string;
  scope: string[];
  citizen_id: string | null;
  citizen_index: Buffer | null;
}

const READ = [
  'id',
  'reference',
  'merchant_id',
  'provider',
  'dossier_id',
  'dossier_code',
  'external',
  'amount',
  'refunded_amount',
  'status',
  'checkout_url',
  'qr_payload',
  'provider_transaction_id',
  'created_at',
  'expires_at',
  'paid_at',
  'receiving_unit',
  'handling_unit',
  'scope',
  'citizen_id',
  'citizen_index',
] as const satisfies readonly (keyof PaymentRow)[];

/** The columns of a PaymentRow, of the table under the alias `p`. */
export const PAYMENT_COLUMNS = READ.map((column) => `p.${column}`).join(', ');

/** States in which the money has come in, whatever became of it later. */
const PAID: readonly PaymentStatus[] = ['SUCCEEDED', 'REFUND_PENDING', 'REFUNDED', 'PARTIALLY_REFUNDED'];

export function isPaid(status: PaymentStatus): boolean {
  return PAID.includes(status);
}

/** What a payment adds to what is paid: nothing before it is settled, less what went back. */
export function netPaid(payment: Pick<PaymentRow, 'status' | 'amount' | 'refunded_amount'>): number {
  return isPaid(payment.status) ? payment.amount - payment.refunded_amount : 0;
}
