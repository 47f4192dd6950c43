import { defineEntity, p } from '@mikro-orm/core';

/** A key with which a caller did something, so that a repetition changes nothing. */
export const AnsweredEntity = defineEntity({
  name: 'Answered',
  tableName: 'answered',
  properties: {
    /** Hashes, as in `RepeatKey`. */
    caller: p.text().primary(),
    idempotencyKey: p.text().primary(),
    /** The mutation. */
    kind: p.text(),
    inputHash: p.blob(),
    /** What it changed. */
    subject: p.uuid(),
    answeredAt: p.datetime(),
  },
});
