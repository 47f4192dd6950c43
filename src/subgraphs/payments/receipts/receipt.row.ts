/** A row of `payments.receipt`. */
export interface ReceiptRow {
  id: string;
  payment_id: string;
  series_id: string | null;
  number_text: string;
  template: string | null;
  symbol: string | null;
  url: string | null;
  amount: number;
  status: 'ISSUED' | 'CANCELLED' | 'REPLACED';
  issued_at: Date;
  unit: string;
  /** The number of the one that replaces it. */
  replacement: string | null;
}

/** The columns of a ReceiptRow, of the tables under the aliases `r` and, for its replacement, `n`. */
export const RECEIPT_COLUMNS =
  'r.id, r.payment_id, r.series_id, r.number_text, r.template, r.symbol, r.url, r.amount, r.status, r.issued_at, r.unit, n.number_text AS replacement';
export const RECEIPT_FROM = 'payments.receipt r LEFT JOIN payments.receipt n ON n.id = r.replaced_by';

/** A number as receipts bear it. */
export function numberText(number: number): string {
  return String(number).padStart(7, '0');
}
