import { defineEntity, p } from '@mikro-orm/core';

/** How many statements a provider owes, as the books tell it. */
export const OwedStatementEntity = defineEntity({
  name: 'OwedStatement',
  tableName: 'statement_gap',
  properties: { provider: p.text().primary(), missing: p.integer(), oldestDay: p.date().nullable() },
});
