import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import vietqr from '../../connectors/vietqr/manifest.ts';
import { SIMULATOR_ACCOUNT, SIMULATOR_BIN } from '../../connectors/vietqr/simulator.ts';
import vnpay from '../../connectors/vnpay/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import type { BankAccountInput } from '../../schema/generated/graphql.ts';
import { createGatewayHub, type GatewayHub } from '../support/gateway.ts';
import { COMMUNE } from '../support/payments.ts';

const LIST = graphql(`
  query BankAccounts($unit: ID, $kind: BankAccountKind, $active: Boolean) {
    bankAccounts(unit: $unit, kind: $kind, active: $active) { number bankBin bankName kind unit { code } merchant { code } isSettlement profile active }
  }
`);
const SET = graphql(`
  mutation SetBankAccount($input: BankAccountInput!) {
    setBankAccount(input: $input) { change { id number proposedBy } userErrors { code field message } }
  }
`);
const APPROVE = graphql(`
  mutation ApproveBankAccount($change: ID!, $approve: Boolean!) {
    approveBankAccount(change: $change, approve: $approve) { change { approved decidedBy } userErrors { code field message } }
  }
`);
const DEPOSIT_ACCOUNTS = graphql(`query AccountsForCash { depositAccounts { number bankName unit { code } } }`);
const CHANGES = graphql(
  `query BankAccountChanges($number: String) { bankAccountChanges(number: $number) { number proposedBy decidedBy approved active } }`,
);
const PROPOSE = graphql(`
  mutation ProposeAMerchantWithAnAccount($input: ProposedMerchant!) { proposeMerchant(input: $input) { change { id } userErrors { code } } }
`);
const APPROVE_MERCHANT = graphql(`
  mutation ApproveAMerchantWithAnAccount($change: ID!) { approveMerchantChange(change: $change, approve: true) { userErrors { code } } }
`);

const PAYOUTS = '1900000000001';
const TREASURY: BankAccountInput = {
  ...{ number: '3713.0.1054321.00001', bankName: 'KBNN Cà Mau', kind: 'TREASURY', unit: COMMUNE, active: true },
};
let hub: GatewayHub;
let administrator: string;
let second: string;
let unitAccountant: string;
beforeAll(async () => {
  hub = await createGatewayHub(vietqr, { beside: vnpay, env: { SETTLEMENT_ACCOUNTS: `VNPAY=${PAYOUTS}` } });
  administrator = await hub.token({ role: 'ADMINISTRATOR', subject: 'quan-tri-01' });
  second = await hub.token({ role: 'ADMINISTRATOR', subject: 'quan-tri-02' });
  unitAccountant = await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE });
});
afterAll(() => hub.stop());

const list = async (wanted: { unit?: string; active?: boolean } = {}, token = hub.accountant) =>
  (await hub.execute('payments', LIST, wanted, token)).data?.bankAccounts ?? [];
const set = async (over: Partial<BankAccountInput> = {}, token = hub.accountant) =>
  (await hub.execute('payments', SET, { input: { ...TREASURY, ...over } }, token)).data?.setBankAccount;
const approve = async (change: string | undefined, token = administrator, yes = true) =>
  (await hub.execute('payments', APPROVE, { change: change ?? '', approve: yes }, token)).data?.approveBankAccount;

it('knows the accounts of merchants, and those that providers pay out to, from the beginning', async () => {
  expect(await list()).toMatchObject([
    { number: PAYOUTS, kind: 'BANK', merchant: null, isSettlement: true, active: true, unit: { code: '96' } },
    { number: SIMULATOR_ACCOUNT, bankBin: SIMULATOR_BIN, merchant: { code: `${SIMULATOR_BIN}-${SIMULATOR_ACCOUNT}` }, isSettlement: false },
  ]);
});

it('an account that a merchant of a unit collects on, or is paid out to, is registered with it', async () => {
  const input = {
    ...({ provider: 'VIETQR', code: '970436-0011001234567', name: 'UBND xã Đất Mũi', unit: COMMUNE, retire: false } as const),
    ...{ secrets: { webhookSecret: 'secret-of-the-commune-bank' }, settlementAccount: '0011009999999' },
  };
  const change = (await hub.execute('payments', PROPOSE, { input }, administrator)).data?.proposeMerchant.change?.id ?? '';
  expect(await list({ unit: COMMUNE })).toEqual([]);
  const approved = await hub.execute('payments', APPROVE_MERCHANT, { change }, second);
  expect(approved.data?.approveMerchantChange.userErrors).toEqual([]);
  expect(await list({ unit: COMMUNE })).toMatchObject([
    { number: '0011001234567', bankBin: '970436', merchant: { code: input.code }, isSettlement: false },
    { number: '0011009999999', merchant: null, isSettlement: true },
  ]);
});

describe('an account that people register', () => {
  it('counts when somebody else has approved it, and who did what is kept', async () => {
    const set1 = await set();
    expect(set1).toMatchObject({ change: { number: '37130105432100001' }, userErrors: [] });
    const known = async () => (await list()).some(({ number }) => number === '37130105432100001');
    expect(await known()).toBe(false);
    expect((await set())?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', field: ['input', 'number'] }]);
    expect((await approve(set1?.change?.id, hub.accountant))?.userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', field: ['change'] },
    ]);
    expect(await known()).toBe(false);
    expect(await approve(set1?.change?.id)).toMatchObject({ change: { approved: true }, userErrors: [] });
    expect((await approve(set1?.change?.id, second))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect((await list({}, unitAccountant)).at(-1)).toMatchObject({ bankName: 'KBNN Cà Mau', kind: 'TREASURY', unit: { code: COMMUNE } });

    const off = await set({ active: false });
    await approve(off?.change?.id);
    expect((await list({ active: false })).map(({ number }) => number)).toEqual(['37130105432100001']);
    const refused = await set({ bankName: 'Không phải' });
    expect((await approve(refused?.change?.id, second, false))?.change?.approved).toBe(false);
    const { data } = await hub.execute('payments', CHANGES, { number: '3713.0.1054321.00001' }, await hub.token({ role: 'AUDITOR' }));
    expect(data?.bankAccountChanges.map(({ approved, active }) => [approved, active])).toEqual([
      ...[
        [false, true],
        [true, false],
        [true, true],
      ],
    ]);
  });

  it.each<[string, Partial<BankAccountInput>, string]>([
    ['a number that is none', { number: '12' }, 'number'],
    ['a BIN that is none', { bankBin: '97A405' }, 'bankBin'],
    ['no name', { bankName: ' ' }, 'bankName'],
    ['a unit that is none', { unit: 'Đất Mũi' }, 'unit'],
    ['a profile without a column', { profile: { columns: { time: ['Ngày'] } } }, 'profile'],
    ['a unit that is not the collecting merchant’s', { number: SIMULATOR_ACCOUNT }, 'unit'],
  ])('with %s is refused, and the field named', async (_name, over, field) => {
    expect((await set(over))?.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', field] }]);
  });

  it('is for an accountant of the province and for administrators within their bounds alone', async () => {
    const elsewhere = await hub.token({ role: 'ADMINISTRATOR', unit: '31825' });
    expect((await set({ number: '1234567' }, elsewhere))?.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['unit'] }]);
    expect((await set({ number: '1234567' }, unitAccountant))?.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['unit'] }]);
    const { errors } = await hub.execute('payments', SET, { input: TREASURY }, hub.citizen);
    expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await list({}, elsewhere)).toEqual([]);
  });
});

it("cash may be paid in to the unit's own accounts in use and the province's, which an accountant alone is told", async () => {
  const told = async (token: string) => (await hub.execute('payments', DEPOSIT_ACCOUNTS, {}, token)).data?.depositAccounts;
  const numbers = async (token: string) => (await told(token))?.map(({ number }) => number);
  const used = (await list({ active: true })).map(({ number, unit: { code } }) => ({ number, code }));
  expect(await numbers(hub.accountant)).toEqual(used.map(({ number }) => number));
  const mine = used.filter(({ code }) => code === COMMUNE || code === '96').map(({ number }) => number);
  expect(mine).toContain(SIMULATOR_ACCOUNT);
  expect(await numbers(unitAccountant)).toEqual(mine);
  const elsewhere = await hub.token({ role: 'ACCOUNTANT', unit: '31825' });
  expect(new Set((await told(elsewhere))?.map(({ unit }) => unit.code))).toEqual(new Set(['96']));
  expect(await told(administrator)).toBeUndefined();
});
