import type { Queryable } from '../../../platform/database/database.ts';
import type { PaymentProvider } from '../../../platform/graphql/enums.ts';

/** REQUESTED waits for a second person, READY to be sent or paid out, SENT for the gateway's last word. */
export type RefundState = 'REQUESTED' | 'READY' | 'SENT' | 'DONE' | 'REFUSED' | 'WITHDRAWN';
/** How the money goes back: by the gateway that brought it, by a bank transfer that a person makes, or over the desk. */
export type RefundWay = 'GATEWAY' | 'TRANSFER' | 'DESK';
export type RefundCause = 'PERSON' | 'PAID_TWICE';

/** States in which money may still go back. */
export const OPEN_STATES: readonly RefundState[] = ['REQUESTED', 'READY', 'SENT'];

/** A row of `payments.refund_request` with what its payment tells. */
export interface RefundRow {
  id: string;
  payment_id: string;
  reference: string;
  amount: number;
  cause: RefundCause;
  way: RefundWay;
  state: RefundState;
  reason: string;
  requested_by: string;
  requested_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
  approval_note: string | null;
  concluded_by: string | null;
  concluded_at: Date | null;
  conclusion_note: string | null;
  provider_code: string | null;
  provider_transaction_id: string | null;
  first_sent_at: Date | null;
  attempts: number;
  next_attempt_at: Date | null;
  provider: PaymentProvider;
  scope: string[];
}

const OWN: readonly (keyof RefundRow)[] = [
  ...(['id', 'payment_id', 'reference', 'amount', 'cause', 'way', 'state', 'reason', 'requested_by', 'requested_at'] as const),
  ...(['approved_by', 'approved_at', 'approval_note', 'concluded_by', 'concluded_at', 'conclusion_note', 'provider_code'] as const),
  ...(['provider_transaction_id', 'first_sent_at', 'attempts', 'next_attempt_at'] as const),
];

/** The columns of a RefundRow, of `payments.refund_request r JOIN payments.payment p`. */
export const REFUND_COLUMNS = `${OWN.map((column) => `r.${column}`).join(', ')}, p.provider, p.scope`;
export const REFUND_FROM = 'payments.refund_request r JOIN payments.payment p ON p.id = r.payment_id';

/** What of a payment is spoken for by refunds that may still happen, whole đồng. */
export async function refundsUnderWay(sql: Queryable, paymentId: string): Promise<number> {
  const [row] = await sql.query<{ sum: number }>(
    `SELECT coalesce(sum(amount), 0)::bigint AS sum FROM payments.refund_request WHERE payment_id = $1 AND state = ANY($2::text[])`,
    [paymentId, OPEN_STATES],
  );
  return row?.sum ?? 0;
}
