import { defineEntity, p } from '@mikro-orm/core';

/** What the hub knows of an outside system's health. A connector without a row has never been used or paused. */
export const ConnectorEntity = defineEntity({
  name: 'Connector',
  tableName: 'connector',
  properties: {
    id: p.text().primary(),
    paused: p.boolean().default(false),
    /** Calls in a row that the system as a whole did not answer. */
    failures: p.integer().default(0),
    /** Until when nothing is sent, because the system as a whole did not answer. */
    openUntil: p.datetime().nullable(),
    /** Until when it asked to be left alone; `openUntil` is never before that. */
    restUntil: p.datetime().nullable(),
    /** While it is tried again after a failure: how many the next call may carry. */
    allowance: p.integer().nullable(),
    /** Set by an administrator: how many deliveries a second all workers together may send; null: as the connector's settings say. */
    ratePerSecond: p.double().nullable(),
    /** Since when it does not answer; null: it does. */
    downSince: p.datetime().nullable(),
    lastSuccessAt: p.datetime().nullable(),
    errorCode: p.text().nullable(),
    /** The upstream's own text, personal data masked. */
    lastError: p.text().nullable(),
  },
});
