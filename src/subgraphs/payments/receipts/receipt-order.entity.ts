import { defineEntity, p } from '@mikro-orm/core';

/** What a provider of electronic receipts is asked for: one receipt, another in its place, or its end. */
export const ReceiptOrderEntity = defineEntity({
  name: 'ReceiptOrder',
  tableName: 'receipt_order',
  properties: {
    id: p.uuid().primary(),
    paymentId: p.uuid(),
    connector: p.text(),
    unit: p.text(),
    action: p.text(),
    /** The provider's key of the receipt that is written or, of CANCEL, cancelled: the payment's reference, or one made from it. */
    key: p.text(),
    /** The receipt that it puts an end to. */
    ends: p.uuid().nullable(),
    amount: p.bigint('number'),
    state: p.text(),
    /** Why it is not done yet: a code, and the provider's own text, masked. */
    code: p.text().nullable(),
    reason: p.text().nullable(),
    attempts: p.integer(),
    nextAttemptAt: p.datetime().nullable(),
    wantedAt: p.datetime(),
    changedAt: p.datetime(),
    /** Who says that it was settled by hand, with what was done; then who agreed. */
    closingBy: p.text().nullable(),
    closingAt: p.datetime().nullable(),
    closingNote: p.text().nullable(),
    closedBy: p.text().nullable(),
  },
});
