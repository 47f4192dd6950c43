import { defineEntity, p } from '@mikro-orm/core';

/** Who changed a setting of this subgraph, when, from what and to what. Append-only. */
export const SettingChangeEntity = defineEntity({
  name: 'SettingChange',
  tableName: 'setting_change',
  properties: {
    id: p.bigint().primary().autoincrement(),
    at: p.datetime(),
    actor: p.text(),
    setting: p.text(),
    target: p.text(),
    before: p.json().nullable(),
    after: p.json().nullable(),
  },
});
