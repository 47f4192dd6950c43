import { defineEntity, p } from '@mikro-orm/core';

/** A commune's one-stop system: where it is told what the hub learned first. Secrets are sealed. */
export const SourceEntity = defineEntity({
  name: 'Source',
  tableName: 'source',
  properties: {
    name: p.text().primary(),
    unit: p.text(),
    mode: p.text(),
    url: p.text().nullable(),
    secret: p.blob().nullable(),
    previousSecret: p.blob().nullable(),
    previousUntil: p.datetime().nullable(),
    active: p.boolean().default(true),
    createdAt: p.datetime(),
    createdBy: p.text(),
    changedAt: p.datetime(),
    changedBy: p.text(),
  },
});

/** One change in the stream of a source. Append-only; what is personal is sealed. */
export const SourceChangeEntity = defineEntity({
  name: 'SourceChange',
  tableName: 'source_change',
  properties: {
    source: p.text().primary(),
    sequence: p.bigint('number').primary(),
    key: p.uuid().unique(),
    at: p.datetime(),
    kind: p.text(),
    dossierId: p.uuid(),
    dossierCode: p.text(),
    citizenId: p.uuid().nullable(),
    receivingUnit: p.text().nullable(),
    handlingUnit: p.text().nullable(),
    scope: p.array(),
    payload: p.json().nullable(),
    sealed: p.blob().nullable(),
  },
});
