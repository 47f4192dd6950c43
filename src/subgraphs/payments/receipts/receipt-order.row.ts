/** A row of `payments.receipt_order`. */
export interface ReceiptOrderRow {
  id: string;
  payment_id: string;
  connector: string;
  unit: string;
  action: 'ISSUE' | 'REPLACE' | 'CANCEL';
  key: string;
  ends: string | null;
  amount: number;
  state: 'WANTED' | 'SENDING' | 'DONE' | 'UNKNOWN' | 'FAILED' | 'CLOSED';
  code: string | null;
  reason: string | null;
  attempts: number;
  next_attempt_at: Date | null;
  wanted_at: Date;
  changed_at: Date;
  closing_by: string | null;
  closing_note: string | null;
  closed_by: string | null;
}

/** An order with the reference of its payment. */
export type ListedOrder = ReceiptOrderRow & { reference: string; scope: string[] };

/** The columns of a ReceiptOrderRow, of the table under the alias `o`. */
export const ORDER_COLUMNS =
  'o.id, o.payment_id, o.connector, o.unit, o.action, o.key, o.ends, o.amount, o.state, o.code, o.reason, o.attempts, o.next_attempt_at, o.wanted_at, o.changed_at, o.closing_by, o.closing_note, o.closed_by';
