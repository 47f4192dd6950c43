import type { PersonLevel } from '../../platform/auth/access.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { accessToPayment } from './payment.access.ts';
import type { PaymentRow } from './payment.row.ts';
import type { Payment } from './payment.type.ts';

/** A payment as this viewer may see it; null: not at all. */
export function toPayment(context: HubContext, row: PaymentRow): Payment | null {
  const access = accessToPayment(context, row);
  return access === undefined ? null : showPayment(row, access.person);
}

/** The graph's payment out of a row that the viewer may see. */
export function showPayment(row: PaymentRow, person: PersonLevel): Payment {
  return {
    __typename: 'Payment',
    row,
    person,
    id: toGlobalId('payment', row.id),
    reference: row.reference,
    dossier: { id: toGlobalId('dossier', row.dossier_id) },
    provider: row.provider,
    external: row.external,
    amount: row.amount,
    refundedAmount: row.refunded_amount,
    status: row.status,
    checkoutUrl: row.checkout_url,
    qrPayload: row.qr_payload,
    providerTransactionId: row.provider_transaction_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    paidAt: row.paid_at,
  } as Payment;
}

/** What identity may show of the payer to this viewer: recorded under the dossier's code. */
export function grantOf(context: HubContext, { row, person }: Payment): string {
  return context.hub.grants.sign(context.viewer, {
    subject: row.id,
    code: row.dossier_code,
    citizen: row.citizen_id ?? undefined,
    organization: undefined,
    aspects: new Set(['payments']),
    person,
    units: [row.receiving_unit, row.handling_unit, ...row.scope],
  });
}
