import { defineEntity, p } from '@mikro-orm/core';

/** When an alert is raised; data that administrators change. */
export const AlertRuleEntity = defineEntity({
  name: 'AlertRule',
  tableName: 'alert_rule',
  properties: { kind: p.text().primary(), threshold: p.integer(), enabled: p.boolean().default(true), parameters: p.json() },
});

/** Something that was raised once, and when it was over. */
export const AlertEntity = defineEntity({
  name: 'Alert',
  tableName: 'alert',
  properties: {
    id: p.uuid().primary(),
    kind: p.text(),
    target: p.text(),
    details: p.json(),
    raisedAt: p.datetime(),
    recoveredAt: p.datetime().nullable(),
    /** Whether what it is now was told. */
    told: p.boolean().default(false),
  },
});
