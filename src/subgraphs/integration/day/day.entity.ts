import { defineEntity, p } from '@mikro-orm/core';

/** Who is told of a unit's day. The address may be a person's: it is sealed, as the secret is. */
export const DayRecipientEntity = defineEntity({
  name: 'DayRecipient',
  tableName: 'day_recipient',
  properties: {
    id: p.uuid().primary(),
    unit: p.text(),
    role: p.text(),
    channel: p.text(),
    address: p.blob(),
    secret: p.blob().nullable(),
    /** vi or en. */
    language: p.text().default('vi'),
    createdAt: p.datetime(),
    createdBy: p.text(),
    removedAt: p.datetime().nullable(),
  },
});

/** What one of them is told of one day. */
export const DayMessageEntity = defineEntity({
  name: 'DayMessage',
  tableName: 'day_message',
  properties: {
    recipient: p.uuid().primary(),
    day: p.date().primary(),
    content: p.json(),
    state: p.text().default('PENDING'),
    attempts: p.integer().default(0),
    nextAttemptAt: p.datetime().nullable(),
    sentAt: p.datetime().nullable(),
    errorCode: p.text().nullable(),
  },
});
