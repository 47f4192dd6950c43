import { defineEntity, p } from '@mikro-orm/core';

/** What one attempt of a delivery sent and what came back, personal data masked before it came here. */
export const ExchangeEntity = defineEntity({
  name: 'Exchange',
  tableName: 'exchange',
  properties: {
    id: p.bigint().primary().autoincrement(),
    delivery: p.uuid(),
    attempt: p.integer(),
    at: p.datetime(),
    service: p.text(),
    sent: p.text(),
    received: p.text(),
    ms: p.integer(),
  },
});
