import { defineEntity, p } from '@mikro-orm/core';

/** What was let through to a connector lately. A column of its own table, because every delivery asks it. */
export const RateWindowEntity = defineEntity({
  name: 'RateWindow',
  tableName: 'rate_window',
  properties: {
    connector: p.text().primary(),
    askedAt: p.datetime(),
    grantedAt: p.array().columnType('timestamptz[]').default([]),
    granted: p.array().columnType('int[]').default([]),
  },
});
