import { defineEntity, p } from '@mikro-orm/core';

/** How many statements of a provider had not come when that was last told. */
export const StatementGapEntity = defineEntity({
  name: 'StatementGap',
  tableName: 'statement_gap',
  properties: { provider: p.text().primary(), missing: p.integer(), oldestDay: p.date().nullable() },
});
