import { defineEntity, p } from '@mikro-orm/core';

/** A series of receipt numbers of a unit (mẫu số, ký hiệu). It counts from when a second administrator has approved it. */
export const ReceiptSeriesEntity = defineEntity({
  name: 'ReceiptSeries',
  tableName: 'receipt_series',
  properties: {
    id: p.uuid().primary(),
    unit: p.text(),
    /** The unit and all units above it. */
    scope: p.array(),
    template: p.text(),
    symbol: p.text(),
    nextNumber: p.integer(),
    lastNumber: p.integer(),
    validFrom: p.date(),
    validTo: p.date().nullable(),
    proposedBy: p.text(),
    proposedAt: p.datetime(),
    approvedBy: p.text().nullable(),
    approvedAt: p.datetime().nullable(),
  },
});

/** A receipt. One that the gateway wrote has no series here: the gateway's number is the only one. */
export const ReceiptEntity = defineEntity({
  name: 'Receipt',
  tableName: 'receipt',
  properties: {
    id: p.uuid().primary(),
    paymentId: p.uuid(),
    seriesId: p.uuid().nullable(),
    number: p.integer().nullable(),
    numberText: p.text(),
    template: p.text().nullable(),
    symbol: p.text().nullable(),
    url: p.text().nullable(),
    amount: p.bigint('number'),
    status: p.text(),
    issuedAt: p.datetime(),
    /** When it was cancelled or replaced. */
    endedAt: p.datetime().nullable(),
    replacedBy: p.uuid().nullable(),
    unit: p.text(),
    /** Under which key a provider of electronic receipts holds it. */
    providerKey: p.text().nullable(),
  },
});
