import { defineEntity, p } from '@mikro-orm/core';

/**
 * An organization (tổ chức). Name and tax code are sealed: a household business carries its owner's name
 * and number.
 */
export const OrganizationEntity = defineEntity({
  name: 'Organization',
  tableName: 'organization',
  properties: {
    id: p.uuid().primary(),
    sealed: p.blob(),
    taxCodeIndex: p.blob().nullable().unique('organization_tax_code'),
    /** Source and code of the dossier that an organization without a tax code came with. */
    unidentifiedKey: p.text().nullable().unique('organization_unidentified'),
    kind: p.text(),
    writerSource: p.text(),
    writerDossier: p.text(),
    writerVersion: p.bigint('number'),
    confirmed: p.boolean(),
    touchedAt: p.datetime().columnType('timestamptz'),
    createdAt: p.datetime().columnType('timestamptz'),
  },
  indexes: [
    {
      name: 'organization_unconfirmed',
      expression: 'CREATE INDEX organization_unconfirmed ON identity.organization (touched_at) WHERE NOT confirmed',
    },
  ],
});
