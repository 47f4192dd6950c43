import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { type Claims, COMMUNE, createDossiersHub, type DossiersHub, OTHER_COMMUNE, PROVINCE } from '../support/dossiers.ts';

const ONBOARDING = graphql(`
  query OnboardingOf($unit: ID!) {
    onboarding(unit: $unit) { code titleVi titleEn done detail }
  }
`);

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub?.stop());

const ADMINISTRATOR: Claims = { roles: ['ADMINISTRATOR'] };
const ask = (as: Claims | undefined, unit = COMMUNE) =>
  hub.graphql(ONBOARDING, { variables: { unit }, ...(as === undefined ? {} : { as }) });
const doneOf = async (unit?: string) => {
  const { data } = await ask(ADMINISTRATOR, unit);
  return Object.fromEntries((data?.onboarding ?? []).map(({ code, done, detail }) => [code, done ? (detail ?? true) : false]));
};

describe('the onboarding list of a unit', () => {
  it('names what is missing in the order in which it is needed', async () => {
    const { data } = await ask(ADMINISTRATOR);
    expect(data?.onboarding.map(({ code }) => code)).toEqual([
      ...['AGENCY_CODE', 'REPORTING', 'SOURCE', 'PORTAL_CREDENTIALS'],
      ...['OFFICERS', 'FIRST_DOSSIER', 'MERCHANT', 'RECEIPT_SERIES', 'FIRST_PAYMENT', 'FIRST_BALANCED_DAY'],
    ]);
    for (const { titleVi, titleEn } of data?.onboarding ?? []) expect(titleVi.length * titleEn.length).toBeGreaterThan(0);
    expect(await doneOf()).toMatchObject({
      AGENCY_CODE: expect.stringMatching(/^H12\./),
      SOURCE: false,
      PORTAL_CREDENTIALS: false,
      OFFICERS: false,
      FIRST_DOSSIER: false,
      FIRST_PAYMENT: false,
      FIRST_BALANCED_DAY: false,
    });
  });

  it('shows what has come, of the unit alone', async () => {
    const payments = [
      { provider: 'CASH' as const, reference: 'BL-1', amount: 5_000, status: 'SUCCEEDED' as const, paidAt: '2025-09-30T09:00:00+07:00' },
    ];
    const dossier = hub.dossier({ payments });
    await hub.feed(dossier);
    expect(await doneOf()).toMatchObject({
      FIRST_DOSSIER: `${dossier.code} 2025-09-30T08:00:00.000+07:00`,
      FIRST_PAYMENT: '2025-09-30T09:00:00.000+07:00',
    });
    expect(await doneOf(OTHER_COMMUNE)).toMatchObject({ FIRST_DOSSIER: false, FIRST_PAYMENT: false });
    expect(await doneOf('no-such-unit')).toEqual({});
    // Its one step names nobody: the unit stands there.
    expect(await doneOf()).toMatchObject({ OFFICERS: false });
    const at = '2025-09-30T08:30:00+07:00';
    const steps = ['Lê Thị Cán Bộ', 'Trần Thị Một Cửa'].map((officer) => ({
      key: officer,
      at,
      status: 'PROCESSING' as const,
      officer,
      content: 'Thụ lý',
    }));
    await hub.feed(hub.dossier({ status: 'PROCESSING', steps }));
    expect(await doneOf()).toMatchObject({ OFFICERS: '2' });
    expect(await doneOf(OTHER_COMMUNE)).toMatchObject({ OFFICERS: false });
  });

  it("is the administrator's and the leader's of the unit or one above it", async () => {
    const codes = async (as: Claims | undefined) => (await ask(as)).codes;
    expect(await codes({ roles: ['UNIT_LEADER'], unit: COMMUNE })).toEqual([]);
    expect(await codes({ roles: ['UNIT_LEADER'], unit: PROVINCE })).toEqual([]);
    expect(await codes({ roles: ['UNIT_LEADER'], unit: OTHER_COMMUNE })).toEqual(['FORBIDDEN']);
    expect(await codes({ roles: ['OFFICER'], unit: COMMUNE })).toEqual(['FORBIDDEN']);
    expect(await codes({ roles: ['OPERATOR'] })).toEqual(['FORBIDDEN']);
    expect(await codes(undefined)).toEqual(['UNAUTHENTICATED']);
  });
});
