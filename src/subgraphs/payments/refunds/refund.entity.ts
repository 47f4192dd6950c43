import { defineEntity, p } from '@mikro-orm/core';

/** A refund on its way, or what became of it. */
export const RefundRequestEntity = defineEntity({
  name: 'RefundRequest',
  tableName: 'refund_request',
  properties: {
    id: p.uuid().primary(),
    paymentId: p.uuid(),
    /** Unique for ever: the gateway knows the refund by it, however often it is asked. */
    reference: p.text(),
    amount: p.bigint('number'),
    cause: p.text(),
    way: p.text(),
    state: p.text(),
    reason: p.text(),
    requestedBy: p.text(),
    requestedAt: p.datetime(),
    approvedBy: p.text().nullable(),
    approvedAt: p.datetime().nullable(),
    approvalNote: p.text().nullable(),
    /** Who said what became of it, where no gateway did. */
    concludedBy: p.text().nullable(),
    concludedAt: p.datetime().nullable(),
    conclusionNote: p.text().nullable(),
    providerCode: p.text().nullable(),
    providerTransactionId: p.text().nullable(),
    firstSentAt: p.datetime().nullable(),
    attempts: p.integer(),
    nextAttemptAt: p.datetime().nullable(),
    caller: p.text().nullable(),
    idempotencyKey: p.text().nullable(),
    inputHash: p.blob().nullable(),
  },
});
