import { defineEntity, p } from '@mikro-orm/core';

/** Of which days an account's statement had not come when that was last told. */
export const AccountGapEntity = defineEntity({
  name: 'AccountGap',
  tableName: 'account_gap',
  properties: { account: p.text().primary(), days: p.array() },
});
