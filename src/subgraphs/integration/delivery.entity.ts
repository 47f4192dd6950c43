import { defineEntity, p } from '@mikro-orm/core';

/** Where one delivery stands. Its content stays in the outbox, under the same key. */
export const DeliveryEntity = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  properties: {
    key: p.uuid().primary(),
    connector: p.text(),
    kind: p.text(),
    subjectId: p.uuid(),
    subject: p.text(),
    operation: p.text(),
    sequence: p.integer(),
    receivingUnit: p.text().nullable(),
    handlingUnit: p.text().nullable(),
    scope: p.array(),
    citizenIndex: p.blob().nullable(),
    state: p.text().default('PENDING'),
    attempts: p.integer().default(0),
    requestedAt: p.datetime(),
    deliveredAt: p.datetime().nullable(),
    nextAttemptAt: p.datetime().nullable(),
    /** An earlier attempt may have been carried out: look before repeating. */
    look: p.boolean().default(false),
    errorCode: p.text().nullable(),
    /** The upstream's own text, personal data masked. */
    lastError: p.text().nullable(),
    /** Of what arrived: the texts that were shortened. */
    notes: p.json().nullable(),
    /** 0: today's; below: sent again from history, after all of today's. */
    priority: p.smallint().default(0),
    /** The request by which it is sent again. */
    resend: p.uuid().nullable(),
    leaseOwner: p.uuid().nullable(),
    leasedUntil: p.datetime().nullable(),
  },
});
