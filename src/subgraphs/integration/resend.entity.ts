import { defineEntity, p } from '@mikro-orm/core';

/** A request that dossiers be told once more, and how far it has come. */
export const ResendEntity = defineEntity({
  name: 'Resend',
  tableName: 'resend',
  properties: {
    id: p.uuid().primary(),
    reason: p.text(),
    requestedBy: p.text(),
    requestedAt: p.datetime(),
    requester: p.json(),
    /** The unit that bounds who asked; null: none does. */
    unit: p.text().nullable(),
    /** As it was asked, without a search text, which may name a person. */
    filter: p.json(),
    /** The whole choice, encrypted. */
    choice: p.blob(),
    priority: p.smallint(),
    /** SEND, or COMPARE: nothing is sent, but looked up. */
    purpose: p.text().default('SEND'),
    state: p.text(),
    expected: p.integer(),
    appended: p.integer().default(0),
    skipped: p.integer().default(0),
    /** Where the next batch begins. */
    position: p.json().nullable(),
    /** A batch is being made. */
    wanting: p.boolean().default(false),
    /** There are no more dossiers to be chosen. */
    exhausted: p.boolean().default(false),
    finishedAt: p.datetime().nullable(),
    stoppedBy: p.text().nullable(),
  },
});
