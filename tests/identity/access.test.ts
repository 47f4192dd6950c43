import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../src/platform/auth/viewer.ts';
import type { Peers } from '../../src/platform/graphql/context.ts';
import { fromGlobalId } from '../../src/platform/ids.ts';
import { createIdentityHub, type IdentityHub, viewer } from '../support/identity.ts';

const ENTITIES = `query ($of: [_Any!]!, $skip: Boolean = false) {
  _entities(representations: $of) {
    ... on Dossier { applicant { id ...who dateOfBirth @skip(if: $skip) maskedNationalId identified assuranceLevel } organization { name taxCode } }
    ... on Payment { payer { fullName nationalId maskedNationalId } }
    ... on Citizen { id fullName }
    ... on Organization { name }
  }
}
fragment who on Citizen { fullName ... on Citizen { nationalId } }`;
const CITIZEN = `query ($id: ID, $nationalId: NationalId, $purpose: String!) { citizen(id: $id, nationalId: $nationalId, purpose: $purpose) { id fullName nationalId maskedNationalId dateOfBirth } }`;
const LOG = 'accessLog(first: 2) { nodes { purpose fields actor } pageInfo { hasNextPage endCursor } totalCount }';

const PERSON = { nationalId: '096885123456', fullName: 'Nguyễn Văn An', dateOfBirth: '1985-02-03' };
const OTHER = { nationalId: '096990654321', fullName: 'Trần Thị Bình' };

const officer = viewer('OFFICER', { unit: '32248' });
const auditor = viewer('AUDITOR');
const own = viewer('CITIZEN', { nationalId: PERSON.nationalId });
const stranger = viewer('CITIZEN', { nationalId: OTHER.nationalId });
const breakGlass = viewer('BREAK_GLASS');

let hub: IdentityHub;
let citizen: string;
let citizenKey: string;
let household: string;
let company: string;

beforeAll(async () => {
  hub = await createIdentityHub();
  const register = async (applicant: object, organization: object) => {
    const input = [
      { key: 'k', sourceSystem: 's', dossierCode: `d${JSON.stringify(organization).length}`, version: 1, applicant, organization },
    ];
    const { data } = await hub.run(
      viewer('SYSTEM', { source: 's' }),
      'mutation ($input: [ApplicantRegistrationInput!]!) { registerApplicants(input: $input) { citizen organization } }',
      { input },
    );
    return data.registerApplicants[0] as { citizen: string; organization: string };
  };
  const first = await register(PERSON, { name: 'Hộ kinh doanh Thử', kind: 'OTHER_ORGANIZATION', taxCode: PERSON.nationalId });
  citizen = first.citizen;
  citizenKey = fromGlobalId('citizen', citizen) ?? '';
  household = fromGlobalId('organization', first.organization) ?? '';
  company =
    fromGlobalId(
      'organization',
      (await register(OTHER, { name: 'Công ty Thử', kind: 'ENTERPRISE', taxCode: '9900000000' })).organization,
    ) ?? '';
});
afterAll(() => hub.stop());

const reads = () =>
  hub.platform.db.query<{ actor: string; citizen_id: string | null; purpose: string; fields: string[] }>(
    'SELECT actor, citizen_id, purpose, fields FROM outbox.personal_data_read ORDER BY at, id',
  );
let before = 0;
const newReads = async () => (await reads()).slice(before);
beforeEach(async () => {
  before = (await reads()).length;
  hub.statements.length = 0;
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

const peersWith = (grant: string | null): Peers => ({ ask: async <T>() => ({ citizenGrant: grant }) as T });

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

describe('looking a citizen up', () => {
  const purpose = 'Đối chiếu hồ sơ giấy';
  const ask = (who: Viewer, variables: object, grant: string | null = null) =>
    hub.run(who, CITIZEN, { purpose, ...variables }, peersWith(grant));

  it('needs a purpose and exactly one key', async () => {
    expect(await ask(auditor, { id: citizen, purpose: '  ' })).toMatchObject({ codes: ['BAD_USER_INPUT'], fields: ['purpose'] });
    expect(await ask(auditor, {})).toMatchObject({ codes: ['BAD_USER_INPUT'], fields: ['id'] });
    expect(await ask(auditor, { id: citizen, nationalId: PERSON.nationalId })).toMatchObject({
      codes: ['BAD_USER_INPUT'],
      fields: ['nationalId'],
    });
    expect(await ask(auditor, { nationalId: '123' })).toMatchObject({ codes: ['BAD_USER_INPUT'] });
  });

  it('is refused to who may never', async () => {
    for (const role of ['ACCOUNTANT', 'OPERATOR', 'ADMINISTRATOR', 'SYSTEM'] as const) {
      expect((await ask(viewer(role, { source: 's' }), { id: citizen })).codes).toEqual(['FORBIDDEN']);
    }
    expect((await ask({ ...auditor, token: undefined }, { id: citizen })).codes).toEqual(['UNAUTHENTICATED']);
    expect(await newReads()).toEqual([]);
  });

  it('shows an officer only citizens of dossiers of the unit, and records also what it does not show', async () => {
    const granted = hub.grant(officer, { citizen: citizenKey, person: 'full' });
    expect((await ask(officer, { nationalId: PERSON.nationalId }, granted)).data.citizen).toMatchObject({ id: citizen, ...PERSON });
    expect((await ask(officer, { id: citizen }, null)).data.citizen).toBeNull();
    expect((await ask(officer, { nationalId: '096885000000' }, null)).data.citizen).toBeNull();
    const foreign = hub.grant(officer, { citizen: company, person: 'full' });
    expect((await ask(officer, { id: citizen }, foreign)).data.citizen).toBeNull();
    expect(await newReads()).toEqual([
      { actor: 'test OFFICER', citizen_id: citizenKey, purpose, fields: ['fullName', 'nationalId', 'dateOfBirth'] },
      { actor: 'test OFFICER', citizen_id: citizenKey, purpose, fields: [] },
      { actor: 'test OFFICER', citizen_id: null, purpose, fields: [] },
      { actor: 'test OFFICER', citizen_id: citizenKey, purpose, fields: [] },
    ]);
  });

  it('is masked for an auditor, in clear for who broke the glass; both are recorded', async () => {
    expect((await ask(auditor, { id: citizen })).data.citizen).toMatchObject({
      fullName: 'N***** V** A*',
      nationalId: null,
      dateOfBirth: null,
    });
    expect((await ask(breakGlass, { id: citizen })).data.citizen).toMatchObject(PERSON);
    expect((await newReads()).map((read) => read.fields)).toEqual([
      ['maskedFullName', 'maskedNationalId'],
      ['fullName', 'nationalId', 'dateOfBirth'],
    ]);
  });

  it('shows a citizen themself alone, without a record', async () => {
    expect((await ask(own, { nationalId: PERSON.nationalId })).data.citizen).toMatchObject(PERSON);
    expect(await newReads()).toEqual([]);
    expect((await ask(stranger, { id: citizen })).data.citizen).toBeNull();
  });
});

describe('the viewer', () => {
  const VIEWER = `{ viewer { subject roles unit { code } citizen { id fullName } } }`;

  it('is who the token says, with their own citizen', async () => {
    expect((await hub.run(own, VIEWER)).data.viewer).toEqual({
      subject: 'test CITIZEN',
      roles: ['CITIZEN'],
      unit: null,
      citizen: { id: citizen, fullName: PERSON.fullName },
    });
    expect((await hub.run(officer, VIEWER)).data.viewer).toEqual({
      subject: 'test OFFICER',
      roles: ['OFFICER'],
      unit: { code: '32248' },
      citizen: null,
    });
    expect((await hub.run({ ...own, token: undefined, roles: [], nationalId: undefined }, VIEWER)).data.viewer).toBeNull();
  });

  it('reads who read their data, newest first, in pages', async () => {
    const all = (await reads()).filter((read) => read.citizen_id === citizenKey).reverse();
    const page = async (page: string) => (await hub.run(own, `{ viewer { citizen { ${page} } } }`)).data.viewer?.citizen?.accessLog;
    const first = await page(LOG);
    expect(first?.totalCount).toBe(all.length);
    expect(first?.nodes.map((node) => node.purpose)).toEqual(all.slice(0, 2).map((read) => read.purpose));
    expect(first?.pageInfo.hasNextPage).toBe(true);
    const rest = await page(
      `accessLog(first: 100, after: "${first?.pageInfo.endCursor}") { nodes { fields } pageInfo { hasNextPage hasPreviousPage startCursor } }`,
    );
    expect(rest?.nodes.map((node) => node.fields)).toEqual(all.slice(2).map((read) => read.fields));
    expect(rest?.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await page(`accessLog(last: 1, before: "${rest?.pageInfo.startCursor}") { nodes { purpose } }`);
    expect(back?.nodes).toEqual([{ purpose: all[1]?.purpose }]);
  });

  it('is told where a cursor is not of this list', async () => {
    const after = Buffer.from('["x","y"]').toString('base64url');
    expect(await hub.run(own, `{ viewer { citizen { accessLog(after: "${after}") { totalCount } } } }`)).toMatchObject({
      codes: ['BAD_USER_INPUT'],
      fields: ['after'],
    });
  });

  it('sees the access log as an auditor too, and as nobody else', async () => {
    const look = async (who: Viewer, grant: string | null) =>
      (await hub.run(who, `query ($id: ID) { citizen(id: $id, purpose: "p") { ${LOG} } }`, { id: citizen }, peersWith(grant))).data.citizen
        ?.accessLog;
    expect((await look(auditor, null))?.totalCount).toBeGreaterThan(0);
    expect(await look(officer, hub.grant(officer, { citizen: citizenKey, person: 'full' }))).toBeNull();
  });
});

describe('verifying a citizen', () => {
  const VERIFY =
    'mutation ($purpose: String!) { verifyCitizen(citizen: "cit_x", purpose: $purpose) { citizen { id } userErrors { code message } } }';

  it('is not available yet, and says so to who might', async () => {
    expect((await hub.run(officer, VERIFY, { purpose: 'p' })).data.verifyCitizen).toMatchObject({
      citizen: null,
      userErrors: [{ code: 'NOT_AVAILABLE' }],
    });
    expect((await hub.run(officer, VERIFY, { purpose: '' })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await hub.run(auditor, VERIFY, { purpose: 'p' })).codes).toEqual(['FORBIDDEN']);
    expect((await hub.run({ ...own, token: undefined }, VERIFY, { purpose: 'p' })).codes).toEqual(['UNAUTHENTICATED']);
  });
});
