import { defineEntity, p } from '@mikro-orm/core';

/** Money that came in on an account. */
export const AccountCreditEntity = defineEntity({
  name: 'AccountCredit',
  tableName: 'account_credit',
  properties: {
    id: p.uuid().primary(),
    /** Null: the account collects for none. */
    merchantId: p.uuid().nullable(),
    account: p.text(),
    /** The bank's own number: unique in the account. */
    bankReference: p.text(),
    amount: p.bigint('number'),
    bookedAt: p.datetime(),
    bookedOn: p.date(),
    /** The transfer's text as it arrived, encrypted: it may name a person. */
    contentSealed: p.blob(),
    /** The one reference of the hub's own that stands whole in the text; null: none, or several. */
    ownReference: p.text().nullable(),
    state: p.text(),
    paymentId: p.uuid().nullable(),
    /** Proposed by an accountant where the amount needs a second one. */
    proposedPaymentId: p.uuid().nullable(),
    /** Proposed likewise: that it pays nothing. */
    proposedAs: p.text().nullable(),
    /** Proposed likewise: that it pays out these batches. */
    proposedBatches: p.array().nullable(),
    proposedBy: p.text().nullable(),
    /** Another amount that the bank told under the same number. */
    disputedAmount: p.bigint('number').nullable(),
    /** Whether the newest statement of its account's day has it. */
    onStatement: p.boolean().nullable(),
    /** When the bank first told of it by a notice; null: only a statement has it. */
    noticedAt: p.datetime().nullable(),
    /** The day whose newest statement has it: a bank may book in the morning what came at night. */
    statedOn: p.date().nullable(),
    /** The day on which the bank took it back. */
    reversedOn: p.date().nullable(),
    decidedBy: p.text().nullable(),
    decidedAt: p.datetime().nullable(),
    note: p.text().nullable(),
    takenAt: p.datetime(),
  },
});
