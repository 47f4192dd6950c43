import { defineEntity, p } from '@mikro-orm/core';

/** A file in the folder for statements, as it was when it was last looked at. */
export const StatementFileEntity = defineEntity({
  name: 'StatementFile',
  tableName: 'statement_file',
  properties: {
    /** Below the folder. */
    path: p.text().primary(),
    /** Null: it lies in an account's folder. */
    provider: p.text().nullable(),
    account: p.text().nullable(),
    size: p.bigint('number'),
    modifiedMs: p.bigint('number'),
    state: p.text(),
    businessDate: p.date().nullable(),
    merchantId: p.uuid().nullable(),
    version: p.integer().nullable(),
    /** Why it was refused, in both languages. */
    reason: p.json().nullable(),
    seenAt: p.datetime(),
  },
});
