import { defineEntity, p } from '@mikro-orm/core';

/** How the last visit to a server with statements went, as payments tells it. */
export const StatementSourceEntity = defineEntity({
  name: 'StatementSource',
  tableName: 'statement_source',
  properties: { source: p.text().primary(), provider: p.text(), problem: p.text().nullable(), since: p.datetime().nullable() },
});
