import { defineEntity, p } from '@mikro-orm/core';

/** Of which days an account's statement has not come, as the books tell it. */
export const OwedAccountStatementEntity = defineEntity({
  name: 'OwedAccountStatement',
  tableName: 'account_gap',
  properties: { account: p.text().primary(), days: p.array() },
});
