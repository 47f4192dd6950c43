import { defineEntity, p } from '@mikro-orm/core';

const facts = {
  id: p.uuid().primary(),
  number: p.text(),
  bankBin: p.text().nullable(),
  bankName: p.text().nullable(),
  kind: p.text(),
  unit: p.text(),
  /** How its bank's own table is read; null: as banks usually write it. */
  profile: p.json().nullable(),
  active: p.boolean(),
};

/** An account at a bank or the treasury. `scope`: its unit and all units above it. */
export const BankAccountEntity = defineEntity({
  name: 'BankAccount',
  tableName: 'bank_account',
  properties: {
    ...facts,
    scope: p.array(),
    /** Whose code for payers names it; null: it collects for none, and its credits pay nothing by their texts. */
    merchantId: p.uuid().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

/** What somebody proposes of an account; it counts when another has approved it. Kept afterwards as the trail. */
export const BankAccountChangeEntity = defineEntity({
  name: 'BankAccountChange',
  tableName: 'bank_account_change',
  properties: {
    ...facts,
    proposedBy: p.text(),
    proposedAt: p.datetime(),
    decidedBy: p.text().nullable(),
    decidedAt: p.datetime().nullable(),
    approved: p.boolean().nullable(),
  },
});
