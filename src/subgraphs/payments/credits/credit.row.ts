import { isOwnReference } from '../payment.reference.ts';

export type CreditState = 'UNIDENTIFIED' | 'MATCHED' | 'SETTLEMENT' | 'CASH_DEPOSIT' | 'RETURNED' | 'NOT_FEES';

/** A row of `payments.account_credit` with its account, and its merchant where it has one. */
export interface CreditRow {
  id: string;
  /** Null: the account collects for none, and a reference in the text is a suggestion and no more. */
  merchant_id: string | null;
  account: string;
  bank_reference: string;
  amount: number;
  booked_at: Date;
  content_sealed: Buffer;
  own_reference: string | null;
  state: CreditState;
  payment_id: string | null;
  proposed_payment_id: string | null;
  proposed_as: 'RETURNED' | 'NOT_FEES' | null;
  proposed_batches: string[] | null;
  proposed_by: string | null;
  /** Another amount that the bank told under the same number; the first one stands. */
  disputed_amount: number | null;
  /** Whether the newest statement of its account's day has it; null: there is none yet. */
  on_statement: boolean | null;
  /** The day on which the bank took it back, YYYY-MM-DD. */
  reversed_on: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  note: string | null;
  /** In whose books it stands. */
  unit: string;
  scope: string[];
}

/** Whose accountants may see a credit: its merchant's unit and those above, or its account's. */
export const CREDIT_SCOPE = 'coalesce(m.scope, a.scope)';
export const CREDIT_COLUMNS = `c.id, c.merchant_id, c.account, c.bank_reference, c.amount, c.booked_at, c.content_sealed, c.own_reference, c.state, c.payment_id,
  c.proposed_payment_id, c.proposed_as, c.proposed_batches, c.proposed_by, c.disputed_amount, c.on_statement, c.reversed_on, c.decided_by, c.decided_at, c.note, coalesce(m.unit, a.unit) AS unit, ${CREDIT_SCOPE} AS scope`;
export const CREDIT_FROM =
  'payments.account_credit c JOIN payments.bank_account a ON a.number = c.account LEFT JOIN payments.merchant m ON m.id = c.merchant_id';

/** What of a transfer's text can be compared: banks change case and put spaces and signs in. */
export function comparable(content: string): string {
  return content.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The one reference of the hub's own that stands whole in a transfer's text; undefined: none, or more than one. */
export function ownReferenceIn(content: string): string | undefined {
  const text = comparable(content);
  const found = new Set<string>();
  for (let at = text.indexOf('H'); at >= 0; at = text.indexOf('H', at + 1)) {
    const candidate = text.slice(at - 6, at + 14);
    if (at >= 6 && isOwnReference(candidate)) found.add(candidate);
  }
  const [only, another] = found;
  return another === undefined ? only : undefined;
}
