import { defineEntity, p } from '@mikro-orm/core';

/** What an officer took in cash on a day; once it is counted, the next payment opens another. */
export const CashDrawerEntity = defineEntity({
  name: 'CashDrawer',
  tableName: 'cash_drawer',
  properties: {
    id: p.uuid().primary(),
    merchantId: p.uuid(),
    unit: p.text(),
    /** Subject of the officer's token. */
    officer: p.text(),
    day: p.date(),
    state: p.text(),
    openedAt: p.datetime(),
    /** What its payments come to, as it was when it was counted. */
    expected: p.bigint('number').nullable(),
    counted: p.bigint('number').nullable(),
    /** How many notes of each denomination. */
    pieces: p.json().nullable(),
    note: p.text().nullable(),
    countedAt: p.datetime().nullable(),
    acceptedBy: p.text().nullable(),
    acceptedAt: p.datetime().nullable(),
    depositId: p.uuid().nullable(),
  },
});

/** The drawer into which a payment's money went. */
export const CashTakingEntity = defineEntity({
  name: 'CashTaking',
  tableName: 'cash_taking',
  properties: { paymentId: p.uuid().primary(), drawerId: p.uuid() },
});

/** Cash that was paid in at a bank or the treasury by one slip. */
export const CashDepositEntity = defineEntity({
  name: 'CashDeposit',
  tableName: 'cash_deposit',
  properties: {
    id: p.uuid().primary(),
    unit: p.text(),
    scope: p.array(),
    account: p.text(),
    slipNumber: p.text(),
    amount: p.bigint('number'),
    depositedOn: p.date(),
    depositedBy: p.text(),
    recordedAt: p.datetime(),
    /** The credit in which it arrived; null: on its way. */
    creditId: p.uuid().nullable(),
    arrivedAt: p.datetime().nullable(),
  },
});
