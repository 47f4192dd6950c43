import type { PaymentProvider } from '../../../platform/graphql/enums.ts';
import { netPaid, type PaymentRow } from '../payment.row.ts';

interface Numbered {
  provider: PaymentProvider;
  providerTransactionId?: string | null | undefined;
}

/** A provider's own number names one transaction, whoever collected it; undefined: there is none. Cash has none, and of banks each has its own. */
export const numberOf = ({ provider, providerTransactionId }: Numbered): string | undefined =>
  provider === 'CASH' || provider === 'VIETQR' || !providerTransactionId ? undefined : `${provider}#${providerTransactionId}`;

/** Payments that are there, by merchant and reference and by the provider's own number. */
export type Taken = Map<string, string>;

/** Notes that a payment is there. */
export function takeNote(taken: Taken, row: PaymentRow): void {
  taken.set(`${row.merchant_id}/${row.reference}`, row.id);
  const number = numberOf({ provider: row.provider, providerTransactionId: row.provider_transaction_id });
  // What brought nothing in the end may be reported as another's.
  if (number !== undefined && netPaid(row) > 0) taken.set(number, row.id);
}

/** The payment as which the money of a report was posted before; undefined: it is new. */
export function postedBefore(taken: Taken, merchantId: string, payment: Numbered & { reference: string }): string | undefined {
  const number = numberOf(payment);
  return taken.get(`${merchantId}/${payment.reference}`) ?? (number === undefined ? undefined : taken.get(number));
}
