import { defineEntity, p } from '@mikro-orm/core';

/** A statement of an account that was taken. Whole đồng. */
export const AccountStatementEntity = defineEntity({
  name: 'AccountStatement',
  tableName: 'account_statement',
  properties: {
    id: p.uuid().primary(),
    account: p.text(),
    businessDate: p.date(),
    /** 1 for the first file of the day; other bytes are the next version. */
    version: p.integer(),
    form: p.text(),
    sha256: p.blob(),
    rows: p.integer(),
    /** Null: the form does not tell. */
    opening: p.bigint('number').nullable(),
    closing: p.bigint('number').nullable(),
    /** Null: taken before this was kept. */
    creditCount: p.integer().nullable(),
    creditSum: p.bigint('number').nullable(),
    debitCount: p.integer().nullable(),
    debitSum: p.bigint('number').nullable(),
    /** Reversals of credits of which the hub knows none. */
    unmatchedReversals: p.integer().default(0),
    /** Null: it lay in the folder for statements. */
    uploadedBy: p.text().nullable(),
    takenAt: p.datetime(),
  },
});
