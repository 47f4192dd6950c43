import { defineEntity, p } from '@mikro-orm/core';

/** What a comparison of one dossier with the portal found, of a day. */
export const ComparisonEntity = defineEntity({
  name: 'Comparison',
  tableName: 'comparison',
  properties: {
    day: p.date().primary(),
    connector: p.text().primary(),
    subject: p.text().primary(),
    purpose: p.text().primary(),
    subjectId: p.uuid(),
    unit: p.text(),
    scope: p.array(),
    kind: p.text(),
    ours: p.json(),
    theirs: p.json().nullable(),
    comparedAt: p.datetime(),
    repairedAt: p.datetime().nullable(),
  },
});
