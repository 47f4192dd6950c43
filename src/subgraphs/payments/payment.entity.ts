import { defineEntity, p } from '@mikro-orm/core';

/** A collecting account at a provider (đơn vị chấp nhận thanh toán). `scope`: its unit and all units above it. */
export const MerchantEntity = defineEntity({
  name: 'Merchant',
  tableName: 'merchant',
  properties: {
    id: p.uuid().primary(),
    provider: p.text(),
    code: p.text(),
    name: p.text(),
    unit: p.text(),
    scope: p.array(),
    external: p.boolean(),
    isDefault: p.boolean(),
    secrets: p.blob().nullable(),
    /** Replaced, and still good for what comes in until then. */
    previousSecrets: p.blob().nullable(),
    previousUntil: p.datetime().nullable(),
    secretsSetAt: p.datetime().nullable(),
    /** No new payments go through it. */
    retiredAt: p.datetime().nullable(),
    /** The contract's fee: so many đồng, millionths of the gross, and VAT on both; all null: not known to the hub. */
    feeFixed: p.bigint('number').nullable(),
    feeRatePpm: p.integer().nullable(),
    feeVatPercent: p.integer().nullable(),
    /** The bank account that the provider pays out to. */
    settlementAccount: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

/** A payment. `obligation` is what was due when it was made, with the dossier's version. */
export const PaymentEntity = defineEntity({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    id: p.uuid().primary(),
    reference: p.text(),
    merchantId: p.uuid(),
    provider: p.text(),
    dossierId: p.uuid(),
    dossierCode: p.text(),
    dossierVersion: p.integer().nullable(),
    obligation: p.json().nullable(),
    obligationTotal: p.bigint('number').nullable(),
    external: p.boolean(),
    amount: p.bigint('number'),
    refundedAmount: p.bigint('number'),
    status: p.text(),
    checkoutUrl: p.text().nullable(),
    qrPayload: p.text().nullable(),
    returnUrl: p.text().nullable(),
    providerTransactionId: p.text().nullable(),
    providerCode: p.text().nullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime().nullable(),
    paidAt: p.datetime().nullable(),
    businessDate: p.date().nullable(),
    settledVia: p.text().nullable(),
    exceedsObligation: p.boolean(),
    receivingUnit: p.text(),
    handlingUnit: p.text(),
    scope: p.array(),
    citizenId: p.uuid().nullable(),
    citizenIndex: p.blob().nullable(),
    caller: p.text().nullable(),
    idempotencyKey: p.text().nullable(),
    inputHash: p.blob().nullable(),
    nextQueryAt: p.datetime().nullable(),
    queryAttempts: p.integer(),
    /** The outbox event whose report was applied last; an older one changes nothing. */
    reportedEvent: p.bigint('number').nullable(),
    /** Whose matter it is, for the receipt, encrypted. */
    payerSealed: p.blob().nullable(),
    receiptNumber: p.text().nullable(),
    receiptUrl: p.text().nullable(),
  },
});

/** Money that went back. */
export const RefundEntity = defineEntity({
  name: 'Refund',
  tableName: 'refund',
  properties: {
    id: p.uuid().primary(),
    paymentId: p.uuid(),
    merchantId: p.uuid(),
    reference: p.text(),
    amount: p.bigint('number'),
    providerTransactionId: p.text().nullable(),
    refundedAt: p.datetime(),
    businessDate: p.date(),
    /** By which it was asked for; null: a source reported it. */
    requestId: p.uuid().nullable(),
  },
});

/** One leg of a ledger transaction, append-only; the legs of a transaction are written by one statement. */
export const LedgerEntryEntity = defineEntity({
  name: 'LedgerEntry',
  tableName: 'ledger_entry',
  properties: {
    id: p.uuid().primary(),
    transactionId: p.uuid(),
    paymentId: p.uuid().nullable(),
    at: p.datetime(),
    account: p.text(),
    debit: p.bigint('number'),
    credit: p.bigint('number'),
    memo: p.text().nullable(),
    /** What it comes from; the same source is posted once. */
    source: p.text().nullable(),
    leg: p.smallint(),
    day: p.date(),
    /** In whose books it stands. */
    unit: p.text(),
  },
});
