import { defineEntity, p } from '@mikro-orm/core';

/** What the newest statement of a day says of a batch. Whole đồng. */
export const SettlementPartEntity = defineEntity({
  name: 'SettlementPart',
  tableName: 'settlement_part',
  properties: {
    merchantId: p.uuid().primary(),
    batch: p.text().primary(),
    businessDate: p.date().primary(),
    rows: p.integer(),
    gross: p.bigint('number'),
    refunded: p.bigint('number'),
    /** Fees with their VAT, as far as they are missing in the net. */
    fees: p.bigint('number'),
    adjustments: p.bigint('number'),
    net: p.bigint('number'),
  },
});

/** What a provider pays out at once for a merchant: the sum of its parts, and what has come of it. */
export const SettlementBatchEntity = defineEntity({
  name: 'SettlementBatch',
  tableName: 'settlement_batch',
  properties: {
    id: p.uuid().primary(),
    merchantId: p.uuid(),
    batch: p.text(),
    firstDay: p.date(),
    lastDay: p.date(),
    /** The last day on which it comes in time. */
    dueOn: p.date(),
    gross: p.bigint('number'),
    refunded: p.bigint('number'),
    fees: p.bigint('number'),
    adjustments: p.bigint('number'),
    net: p.bigint('number'),
    credited: p.bigint('number'),
    writtenOff: p.bigint('number'),
    /** What of the fees and adjustments stands in the ledger already. */
    feesPosted: p.bigint('number'),
    adjustmentsPosted: p.bigint('number'),
    state: p.text(),
    changedAt: p.datetime(),
  },
});

/** How much of a credit is for a batch; below 0 where a batch of refunds alone was kept back from the others. */
export const SettlementCreditEntity = defineEntity({
  name: 'SettlementCredit',
  tableName: 'settlement_credit',
  properties: {
    batchId: p.uuid().primary(),
    creditId: p.uuid().primary(),
    amount: p.bigint('number'),
  },
});
