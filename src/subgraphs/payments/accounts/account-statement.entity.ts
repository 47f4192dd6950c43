import { defineEntity, p } from '@mikro-orm/core';

/** A bank's statement of a collecting account that was taken. */
export const AccountStatementEntity = defineEntity({
  name: 'AccountStatement',
  tableName: 'account_statement',
  properties: {
    id: p.uuid().primary(),
    merchantId: p.uuid(),
    businessDate: p.date(),
    /** 1 for the first file of the day; other bytes are the next version. */
    version: p.integer(),
    sha256: p.blob(),
    rows: p.integer(),
    uploadedBy: p.text(),
    takenAt: p.datetime(),
  },
});
