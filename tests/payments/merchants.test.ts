import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { ProposedMerchant } from '../../schema/generated/graphql.ts';
import { merchantFor } from '../../src/subgraphs/payments/merchant.service.ts';
import { CITIZEN, COMMUNE, createPaymentsHub, type PaymentsHub, TMN } from '../support/payments.ts';

const PROPOSE = graphql(`
  mutation ProposeMerchant($input: ProposedMerchant!) {
    proposeMerchant(input: $input) { change { id withSecrets proposedBy } userErrors { code field message } }
  }
`);
const APPROVE = graphql(`
  mutation ApproveMerchant($change: ID!, $approve: Boolean!) { approveMerchantChange(change: $change, approve: $approve) { change { approved decidedBy } userErrors { code } } }
`);
const LIST = graphql(
  `query MerchantsOfUnits($unit: ID) { merchants(provider: VNPAY, unit: $unit) { code name unit { code } secretsSetAt settlementAccount } }`,
);
const WAITING = graphql(`query MerchantChangesWaiting { merchantChanges { code proposedBy } }`);

let hub: PaymentsHub;
let citizen: string;
let first: string;
let second: string;
let serial = 0;
beforeAll(async () => {
  hub = await createPaymentsHub();
  hub.gateway.merchantSecrets = ['hashSecret'];
  citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
  first = await hub.token({ role: 'ADMINISTRATOR', subject: 'quan-tri-01' });
  second = await hub.token({ role: 'ADMINISTRATOR', subject: 'quan-tri-02' });
});
afterAll(() => hub.stop());

const OWN: ProposedMerchant = {
  ...{
    provider: 'VNPAY',
    code: 'DATMUI01',
    name: 'Xã Đất Mũi',
    unit: COMMUNE,
    secrets: { hashSecret: 'secret-of-the-commune' },
    retire: false,
  },
};
const propose = async (over: Partial<ProposedMerchant> = {}, token = first) =>
  (await hub.execute('payments', PROPOSE, { input: { ...OWN, ...over } }, token)).data?.proposeMerchant;
const approve = async (change: string, token = second, yes = true) =>
  (await hub.execute('payments', APPROVE, { change, approve: yes }, token)).data?.approveMerchantChange;
async function set(over: Partial<ProposedMerchant> = {}): Promise<void> {
  const proposed = await propose(over);
  expect(proposed?.userErrors).toEqual([]);
  expect((await approve(String(proposed?.change?.id)))?.userErrors).toEqual([]);
}
async function pay(): Promise<{ merchant: string; reference: string }> {
  serial += 1;
  const code = `H12.64-250929-${String(serial).padStart(4, '0')}`;
  const dossier = await hub.ingest({ code });
  const { payment } = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: code });
  return { merchant: String(payment?.merchant.code), reference: String(payment?.reference) };
}

describe("a unit's own merchant", () => {
  it('takes its payments from when a second administrator has approved it, without a restart; until then the province’s does', async () => {
    const proposed = await propose();
    expect(proposed).toMatchObject({ change: { withSecrets: true, proposedBy: 'quan-tri-01' }, userErrors: [] });
    const id = String(proposed?.change?.id);
    expect((await approve(id, first))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect((await pay()).merchant).toBe(TMN);
    expect((await hub.execute('payments', WAITING, {}, second)).data?.merchantChanges).toEqual([
      { code: 'DATMUI01', proposedBy: 'quan-tri-01' },
    ]);
    expect(await approve(id)).toMatchObject({ change: { approved: true, decidedBy: 'quan-tri-02' }, userErrors: [] });
    const { merchant, reference } = await pay();
    expect(merchant).toBe('DATMUI01');
    expect(await hub.notify({ ref: reference, amount: 50_000, merchant: 'DATMUI01', sign: 'secret-of-the-commune' })).toBe('RECORDED');
    expect((await approve(id))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  it('is verified by a replaced secret for a week yet, and no longer', async () => {
    await set({ secrets: { hashSecret: 'the-new-secret' } });
    const sent = async (sign: string) => {
      const { reference } = await pay();
      return hub.notify({ ref: reference, amount: 50_000, merchant: 'DATMUI01', sign });
    };
    expect([await sent('the-new-secret'), await sent('secret-of-the-commune'), await sent('another')]).toEqual([
      'RECORDED',
      'RECORDED',
      'SIGNATURE',
    ]);
    await hub.platform.db.query("UPDATE payments.merchant SET previous_until = now() - interval '1 second' WHERE code = 'DATMUI01'");
    expect(await sent('secret-of-the-commune')).toBe('SIGNATURE');
  });

  it.each([
    ['0', 0, 'SIGNATURE'],
    ['30', 29, 'RECORDED'],
    ['30', 30, 'SIGNATURE'],
  ])('is verified by a replaced secret for %s days where the settings say so: after %i it is %s', async (days, passed, verdict) => {
    const { config, clock } = hub.platform;
    Object.assign(config, { replacedSecretDays: Number(days) });
    await set({ secrets: { hashSecret: 'secret-before' } });
    await set({ secrets: { hashSecret: 'the-new-secret' } });
    const { reference } = await pay();
    const real = clock.now;
    const at = real().getTime() + passed * 86_400_000;
    Object.assign(clock, { now: () => new Date(at) });
    expect(await hub.notify({ ref: reference, amount: 50_000, merchant: 'DATMUI01', sign: 'secret-before' })).toBe(verdict);
    Object.assign(clock, { now: real });
    Object.assign(config, { replacedSecretDays: 7 });
  });

  it('keeps its secrets to itself', async () => {
    const { data } = await hub.execute('payments', LIST, { unit: COMMUNE }, first);
    expect(data?.merchants).toEqual([
      { code: 'DATMUI01', name: 'Xã Đất Mũi', unit: { code: COMMUNE }, secretsSetAt: expect.any(String), settlementAccount: null },
    ]);
    const rows = await hub.platform.db.query<{ text: string }>(
      `SELECT concat(m::text, encode(m.secrets, 'escape')) AS text FROM payments.merchant m UNION ALL SELECT c::text FROM payments.merchant_change c`,
    );
    for (const { text } of rows) expect(text).not.toMatch(/secret-of-the-commune|the-new-secret/);
    expect(rows.length).toBeGreaterThan(2);
  });

  it('takes those of a unit below it that has none', async () => {
    const of = async (...units: string[]) => (await merchantFor(hub.platform.db, { provider: 'VNPAY', units }))?.code;
    expect([await of('32248.01', COMMUNE, '96'), await of('32248.01', '96'), await of('96')]).toEqual(['DATMUI01', TMN, TMN]);
  });

  it('that is retired takes no new payment, and still hears of its old ones', async () => {
    const { reference } = await pay();
    await set({ secrets: null, retire: true });
    expect((await pay()).merchant).toBe(TMN);
    expect(await hub.notify({ ref: reference, amount: 50_000, merchant: 'DATMUI01', sign: 'the-new-secret' })).toBe('RECORDED');
    await set({ secrets: null });
    expect((await pay()).merchant).toBe('DATMUI01');
  });
});

describe('a proposal', () => {
  it.each<[Partial<ProposedMerchant>, string]>([
    [{ code: 'a b' }, 'code'],
    [{ code: 'NEW1', name: ' ' }, 'name'],
    [{ code: 'NEW1', secrets: null }, 'secrets'],
    [{ code: 'NEW1', secrets: { hashSecret: '' } }, 'secrets'],
    [{ code: 'NEW1', secrets: { hashSecret: 'x', other: 'y' } }, 'secrets'],
    [{ code: TMN }, 'code'],
    [{ provider: 'MOMO' }, 'provider'],
    [{ settlementAccount: '12 34' }, 'settlementAccount'],
  ])('of %j is refused and says where', async (over, field) => {
    expect((await propose(over))?.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', field], message: expect.any(String) }]);
  });

  it('brings the account that its provider pays out to, once another administrator agrees', async () => {
    const proposed = await propose({ code: 'DATMUI02', settlementAccount: '8888000000002' });
    const account = async () => {
      const { data } = await hub.execute('payments', LIST, { unit: COMMUNE }, first);
      return data?.merchants.find(({ code }) => code === 'DATMUI02')?.settlementAccount;
    };
    expect(await account()).toBeUndefined();
    expect(await approve(String(proposed?.change?.id))).toMatchObject({ change: { approved: true }, userErrors: [] });
    expect(await account()).toBe('8888000000002');
    await set({ code: 'DATMUI02', secrets: { hashSecret: 'another' } });
    expect(await account()).toBe('8888000000002');
    await set({ code: 'DATMUI02', settlementAccount: null });
    expect(await account()).toBeNull();
    await set({ code: 'DATMUI02', retire: true });
  });

  it('stands alone until it is decided, and changes nothing where it is refused', async () => {
    const waiting = await propose({ code: 'NEW2' });
    expect((await propose({ code: 'NEW2' }))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect(await approve(String(waiting?.change?.id), second, false)).toMatchObject({ change: { approved: false } });
    const { data } = await hub.execute('payments', LIST, {}, first);
    expect(data?.merchants.map(({ code }) => code)).not.toContain('NEW2');
  });

  it('is of an administrator of that unit or the province', async () => {
    const elsewhere = await hub.token({ role: 'ADMINISTRATOR', unit: '31825' });
    expect((await propose({ code: 'NEW3' }, elsewhere))?.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['unit'] }]);
    for (const role of ['ACCOUNTANT', 'OPERATOR'] as const) {
      const { errors } = await hub.execute('payments', PROPOSE, { input: OWN }, await hub.token({ role }));
      expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
    const seen = await hub.execute('payments', LIST, {}, await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE }));
    expect(seen.data?.merchants).toMatchObject([
      { code: 'DATMUI01', secretsSetAt: null },
      { code: 'DATMUI02', secretsSetAt: null },
    ]);
  });
});
