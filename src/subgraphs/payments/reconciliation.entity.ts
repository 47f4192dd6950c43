import { defineEntity, p } from '@mikro-orm/core';

/** One version of a merchant's statement of a day; the highest version counts. `uploadedBy` null: fetched from the provider. */
export const StatementEntity = defineEntity({
  name: 'Statement',
  tableName: 'statement',
  properties: {
    id: p.uuid().primary(),
    provider: p.text(),
    merchantId: p.uuid(),
    businessDate: p.date(),
    version: p.integer(),
    sha256: p.blob(),
    rows: p.integer(),
    sumGross: p.bigint('number'),
    sumFee: p.bigint('number'),
    sumFeeVat: p.bigint('number'),
    sumNet: p.bigint('number'),
    generatedAt: p.datetime().nullable(),
    uploadedBy: p.text().nullable(),
    takenAt: p.datetime().defaultRaw('now()'),
  },
});

/** A D row of a statement; what the file leaves empty is ''. */
export const StatementRowEntity = defineEntity({
  name: 'StatementRow',
  tableName: 'statement_row',
  properties: {
    statementId: p.uuid().primary(),
    rowNo: p.integer().primary(),
    type: p.text(),
    merchantRef: p.text(),
    providerTxnId: p.text(),
    originalTxnId: p.text(),
    bankCode: p.text(),
    bankTxnId: p.text(),
    channel: p.text(),
    at: p.datetime(),
    gross: p.bigint('number'),
    fee: p.bigint('number'),
    feeVat: p.bigint('number'),
    net: p.bigint('number'),
    status: p.text(),
    batchId: p.text(),
    /** What the order was called, encrypted: it may name a person. */
    orderSealed: p.blob().nullable(),
  },
});

/** One for each merchant and business day. */
export const ReconciliationEntity = defineEntity({
  name: 'Reconciliation',
  tableName: 'reconciliation',
  properties: {
    id: p.uuid().primary(),
    provider: p.text(),
    merchantId: p.uuid(),
    businessDate: p.date(),
    status: p.text(),
    statementId: p.uuid().nullable(),
    statementVersion: p.integer().nullable(),
    statementRows: p.integer(),
    matched: p.integer(),
    discrepancyCount: p.integer(),
    statementTotal: p.bigint('number'),
    hubTotal: p.bigint('number'),
    rejection: p.json().nullable(),
    startedBy: p.text(),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    /** When its provider was last asked whether the statement of the closed day was issued anew. */
    lookedAt: p.datetime().nullable(),
    closedBy: p.text().nullable(),
    /** When a statement that was issued anew opened the day again. */
    reopenedAt: p.datetime().nullable(),
    /** Payments that the provider confirmed when it was asked. */
    confirmedByQuery: p.integer().default(0),
  },
});

/** One difference; `facts` is what its sentence is made of. */
export const DiscrepancyEntity = defineEntity({
  name: 'Discrepancy',
  tableName: 'discrepancy',
  properties: {
    id: p.uuid().primary(),
    reconciliationId: p.uuid(),
    position: p.integer(),
    kind: p.text(),
    reference: p.text().nullable(),
    paymentId: p.uuid().nullable(),
    hubAmount: p.bigint('number').nullable(),
    statementAmount: p.bigint('number').nullable(),
    facts: p.json(),
    resolution: p.text().nullable(),
    resolvedBy: p.text().nullable(),
    resolvedAt: p.datetime().nullable(),
    approvedBy: p.text().nullable(),
    note: p.text().nullable(),
    owner: p.text().nullable(),
    needsApproval: p.boolean().default(false),
    approvedAt: p.datetime().nullable(),
  },
});

/** A line of the trail, append-only: of a difference, or of a whole day where it names none. */
export const ResolutionStepEntity = defineEntity({
  name: 'ResolutionStep',
  tableName: 'resolution_step',
  properties: {
    id: p.bigint('number').primary().autoincrement().generated('always as identity'),
    reconciliationId: p.uuid(),
    discrepancyId: p.uuid().nullable(),
    at: p.datetime(),
    actor: p.text(),
    action: p.text(),
    resolution: p.text().nullable(),
    note: p.text().nullable(),
  },
});
