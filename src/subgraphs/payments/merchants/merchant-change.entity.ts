import { defineEntity, p } from '@mikro-orm/core';

/** What an administrator proposes of a unit's merchant; it counts when another has approved it. Kept afterwards as the trail. */
export const MerchantChangeEntity = defineEntity({
  name: 'MerchantChange',
  tableName: 'merchant_change',
  properties: {
    id: p.uuid().primary(),
    provider: p.text(),
    code: p.text(),
    name: p.text(),
    unit: p.text(),
    /** Encrypted; null: they stay as they are. */
    secrets: p.blob().nullable(),
    feeFixed: p.bigint('number').nullable(),
    feeRatePpm: p.integer().nullable(),
    feeVatPercent: p.integer().nullable(),
    settlementAccount: p.text().nullable(),
    /** No new payments go through it. */
    retire: p.boolean(),
    proposedBy: p.text(),
    proposedAt: p.datetime(),
    decidedBy: p.text().nullable(),
    decidedAt: p.datetime().nullable(),
    approved: p.boolean().nullable(),
  },
});
