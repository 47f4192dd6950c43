import { defineEntity, p } from '@mikro-orm/core';

/** A code that stands at the portal and that no dossier of the hub has. No personal data. */
export const PortalExtraEntity = defineEntity({
  name: 'PortalExtra',
  tableName: 'portal_extra',
  properties: {
    code: p.text().primary(),
    unit: p.text(),
    scope: p.array(),
    /** The national code 1 … 10; null: the portal does not say. */
    status: p.smallint().nullable(),
    unitName: p.text().nullable(),
    firstSeenAt: p.datetime(),
    lastSeenAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    /** GONE: the portal has it no more; OURS: a dossier of the hub has the code now. */
    ending: p.text().nullable(),
  },
});
