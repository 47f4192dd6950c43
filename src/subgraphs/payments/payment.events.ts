import { toGlobalId } from '../../platform/ids.ts';
import type { OutboxEvent } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { isPaid, type PaymentRow } from './payment.row.ts';

/** What every event of a payment carries, so that it can be shown to the right people without asking back. */
function base(hub: Pick<Platform, 'clock'>, row: PaymentRow): Omit<OutboxEvent, 'kind' | 'data'> {
  return {
    at: hub.clock.now(),
    subjectId: row.id,
    subject: row.reference,
    receivingUnit: row.receiving_unit,
    handlingUnit: row.handling_unit,
    scope: row.scope,
    ...(row.citizen_index === null ? {} : { citizenIndex: row.citizen_index }),
  };
}

/** A payment has come to a success or a failure. `dossierPaid`: all that came in for its dossier by then, where that is known. */
export function settledEvent(hub: Pick<Platform, 'clock'>, row: PaymentRow, dossierPaid?: number): OutboxEvent {
  const { provider, amount, external } = row;
  // A refund that is on its way or partial does not undo that it was paid.
  const status = isPaid(row.status) && row.status !== 'REFUNDED' ? 'SUCCEEDED' : row.status;
  const ids = { paymentId: toGlobalId('payment', row.id), dossierId: toGlobalId('dossier', row.dossier_id) };
  const providerTransactionId = row.provider_transaction_id;
  return {
    ...base(hub, row),
    kind: 'payment.settled',
    data: { ...ids, provider, providerTransactionId, amount, status, external, dossierPaid },
  };
}

/** Money of a payment went back. */
export function refundedEvent(hub: Pick<Platform, 'clock'>, row: PaymentRow, amount: number): OutboxEvent {
  const ids = { paymentId: toGlobalId('payment', row.id), dossierId: toGlobalId('dossier', row.dossier_id) };
  return {
    ...base(hub, row),
    kind: 'payment.refunded',
    data: { ...ids, amount, refundedAmount: row.refunded_amount, external: row.external },
  };
}

/** A payment ran out of time. */
export function expiredEvent(hub: Pick<Platform, 'clock'>, row: PaymentRow): OutboxEvent {
  const ids = { paymentId: toGlobalId('payment', row.id), dossierId: toGlobalId('dossier', row.dossier_id) };
  return { ...base(hub, row), kind: 'payment.expired', data: ids };
}
