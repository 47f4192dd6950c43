import { defineEntity, p } from '@mikro-orm/core';

/**
 * A citizen (công dân). `sealed` holds everything personal; the indexes find a person by a number without
 * telling it. The writer columns name the dossier whose data was taken last.
 */
export const CitizenEntity = defineEntity({
  name: 'Citizen',
  tableName: 'citizen',
  properties: {
    id: p.uuid().primary(),
    sealed: p.blob(),
    nationalIdIndex: p.blob().nullable().unique('citizen_national_id'),
    identityDocumentIndex: p.blob().nullable().unique('citizen_identity_document'),
    technicalIdIndex: p.blob().nullable().unique('citizen_technical_id'),
    /** Source and code of the dossier that an applicant without any number came with. */
    unidentifiedKey: p.text().nullable().unique('citizen_unidentified'),
    assuranceLevel: p.text(),
    verifiedAt: p.datetime().nullable().columnType('timestamptz'),
    verifiedBy: p.text().nullable(),
    writerSource: p.text(),
    writerDossier: p.text(),
    writerVersion: p.bigint('number'),
    /** A dossier that was really written names this citizen. */
    confirmed: p.boolean(),
    /** The last registration: what a sweep of the unconfirmed reckons from. */
    touchedAt: p.datetime().columnType('timestamptz'),
    createdAt: p.datetime().columnType('timestamptz'),
  },
  indexes: [
    { name: 'citizen_unconfirmed', expression: 'CREATE INDEX citizen_unconfirmed ON identity.citizen (touched_at) WHERE NOT confirmed' },
  ],
});
