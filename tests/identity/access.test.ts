import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../src/platform/auth/viewer.ts';
import { createIdentityHub, type IdentityHub, viewer } from '../support/identity.ts';
import { auditor, breakGlass, officer, own, PERSON, recordedReads, registerPeople, stranger } from './people.ts';

const ENTITIES = `query ($of: [_Any!]!, $skip: Boolean = false) {
  _entities(representations: $of) {
    ... on Dossier { applicant { id ...who dateOfBirth @skip(if: $skip) maskedNationalId identified assuranceLevel } organization { name taxCode } }
    ... on Payment { payer { fullName nationalId maskedNationalId } }
    ... on Citizen { id fullName }
    ... on Organization { name }
  }
}
fragment who on Citizen { fullName ... on Citizen { nationalId } }`;

let hub: IdentityHub;
let citizen: string;
let citizenKey: string;
let household: string;
let company: string;

beforeAll(async () => {
  hub = await createIdentityHub();
  ({ citizen, citizenKey, household, company } = await registerPeople(hub));
});
afterAll(() => hub.stop());

const reads = () => recordedReads(hub);
let before = 0;
const newReads = async () => (await reads()).slice(before);
beforeEach(async () => {
  before = (await reads()).length;
});

/** One dossier through a grant that is made for `maker` and shown to `who`. */
async function dossierOf(who: Viewer, grant: Parameters<IdentityHub['grant']>[1], variables: object = {}, maker = who) {
  const of = [{ __typename: 'Dossier', id: 'dos_1', grant: hub.grant(maker, grant) }];
  const { data, codes } = await hub.run(who, ENTITIES, { of, ...variables });
  expect(codes).toEqual([]);
  const [entity] = data._entities;
  if (entity === undefined) throw new Error('no entity');
  return entity;
}

describe('a citizen of a dossier', () => {
  it('is shown in clear where the grant says so, and the read is recorded with the dossier and the fields', async () => {
    const { applicant } = await dossierOf(officer, { citizen: citizenKey, person: 'full' });
    expect(applicant).toEqual({ id: citizen, ...PERSON, maskedNationalId: '096*****3456', identified: true, assuranceLevel: 'NONE' });
    expect(await newReads()).toEqual([
      { actor: 'test OFFICER', citizen_id: citizenKey, purpose: 'H12.64-250701-0001', fields: ['fullName', 'nationalId', 'dateOfBirth'] },
    ]);
  });

  it('is recorded with what was selected alone', async () => {
    await dossierOf(officer, { citizen: citizenKey, person: 'full' }, { skip: true });
    expect((await newReads()).map((read) => read.fields)).toEqual([['fullName', 'nationalId']]);
  });

  it('is shown masked, without a record', async () => {
    const { applicant } = await dossierOf(auditor, { citizen: citizenKey, person: 'masked' });
    expect(applicant).toMatchObject({ fullName: 'N***** V** A*', nationalId: null, dateOfBirth: null, maskedNationalId: '096*****3456' });
    expect(await newReads()).toEqual([]);
  });

  it('is absent without a right, without a grant, and with one that was made for another', async () => {
    expect((await dossierOf(viewer('OPERATOR'), { citizen: citizenKey, person: 'none' })).applicant).toBeNull();
    expect((await dossierOf(officer, { citizen: citizenKey, person: 'full' }, {}, breakGlass)).applicant).toBeNull();
    const { data, codes } = await hub.run(officer, ENTITIES, {
      of: [
        { __typename: 'Dossier', id: 'dos_1', grant: null },
        { __typename: 'Dossier', id: 'dos_1', grant: 'made.up' },
      ],
    });
    expect(codes).toEqual([]);
    expect(data._entities).toEqual([
      { applicant: null, organization: null },
      { applicant: null, organization: null },
    ]);
  });

  it('sees themself in clear, without a record', async () => {
    expect((await dossierOf(own, { citizen: citizenKey, person: 'full' })).applicant).toMatchObject(PERSON);
    expect(await newReads()).toEqual([]);
  });

  it('costs as many statements for 50 dossiers as for one', async () => {
    const cost = async (size: number) => {
      const of = Array.from({ length: size }, (_, at) => ({
        __typename: 'Dossier',
        id: `dos_${at}`,
        grant: hub.grant(officer, { citizen: citizenKey, organization: company, person: 'full', code: `H12.64-250701-${at}` }),
      }));
      hub.statements.length = 0;
      await hub.run(officer, ENTITIES, { of });
      return hub.statements.length;
    };
    expect(await cost(50)).toBe(await cost(1));
  });

  it('is the payer of a payment by the same rules', async () => {
    const accountant = viewer('ACCOUNTANT');
    const of = [{ __typename: 'Payment', id: 'pay_1', grant: hub.grant(accountant, { citizen: citizenKey, person: 'masked' }) }];
    const { data } = await hub.run(accountant, ENTITIES, { of });
    expect(data._entities).toEqual([{ payer: { fullName: 'N***** V** A*', nationalId: null, maskedNationalId: '096*****3456' } }]);
  });
});

describe('an organization', () => {
  it('is shown through a dossier of which the content may be seen', async () => {
    expect((await dossierOf(auditor, { organization: company, person: 'masked' })).organization).toEqual({
      name: 'Công ty Thử',
      taxCode: '9900000000',
    });
    expect((await dossierOf(auditor, { organization: company, person: 'masked', aspects: ['core'] })).organization).toBeNull();
  });

  it("hides a household's tax code like the number that it is, and records who reads it", async () => {
    expect((await dossierOf(auditor, { organization: household, person: 'masked' })).organization?.taxCode).toBeNull();
    expect(await newReads()).toEqual([]);
    expect((await dossierOf(officer, { organization: household, person: 'full' })).organization?.taxCode).toBe(PERSON.nationalId);
    expect(await newReads()).toMatchObject([{ fields: ['organization.taxCode'], purpose: 'H12.64-250701-0001' }]);
  });
});

describe('by an id alone', () => {
  it('a citizen is shown to themself and to nobody else; an organization never', async () => {
    const of = [
      { __typename: 'Citizen', id: citizen },
      { __typename: 'Citizen', id: 'cit_nonsense' },
      { __typename: 'Organization', id: `org_${company}` },
    ];
    const seen = async (who: Viewer) => (await hub.run(who, ENTITIES, { of })).data._entities;
    expect(await seen(own)).toEqual([{ id: citizen, fullName: PERSON.fullName }, null, null]);
    for (const who of [stranger, officer, auditor, breakGlass]) expect(await seen(who)).toEqual([null, null, null]);
  });
});
