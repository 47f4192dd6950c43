import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { LookUpQueryVariables, OwnAccessLogQueryVariables } from '../../schema/generated/graphql.ts';
import type { Viewer } from '../../src/platform/auth/viewer.ts';
import type { Peers } from '../../src/platform/graphql/peers.type.ts';
import { newUuid } from '../../src/platform/ids.ts';
import { LOOK_UP, OWN_ACCESS_LOG } from '../support/documents.identity.ts';
import { createIdentityHub, type IdentityHub, viewer } from '../support/identity.ts';
import { auditor, breakGlass, officer, own, PERSON, recordedReads, registerPeople, stranger } from './people.ts';

let hub: IdentityHub;
let citizen: string;
let citizenKey: string;

beforeAll(async () => {
  hub = await createIdentityHub();
  ({ citizen, citizenKey } = await registerPeople(hub));
});
afterAll(() => hub.stop());

const reads = () => recordedReads(hub);
let before = 0;
const newReads = async () => (await reads()).slice(before);
beforeEach(async () => {
  before = (await reads()).length;
});

const peersWith = (grant: string | null): Peers => ({ ask: async <T>() => ({ citizenGrant: grant }) as T });

describe('looking a citizen up', () => {
  const purpose = 'Đối chiếu hồ sơ giấy';
  const ask = (who: Viewer, variables: Partial<LookUpQueryVariables>, grant: string | null = null) =>
    hub.run(who, LOOK_UP, { purpose, ...variables }, peersWith(grant));

  it('needs a purpose and exactly one key', async () => {
    expect(await ask(auditor, { id: citizen, purpose: '  ' })).toMatchObject({ codes: ['BAD_USER_INPUT'], fields: ['purpose'] });
    expect(await ask(auditor, {})).toMatchObject({ codes: ['BAD_USER_INPUT'], fields: ['id'] });
    expect(await ask(auditor, { id: citizen, nationalId: PERSON.nationalId })).toMatchObject({
      codes: ['BAD_USER_INPUT'],
      fields: ['nationalId'],
    });
    expect(await ask(auditor, { nationalId: '123' })).toMatchObject({ codes: ['BAD_USER_INPUT'], fields: ['nationalId'] });
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
    const foreign = hub.grant(officer, { citizen: newUuid(), person: 'full' });
    expect((await ask(officer, { id: citizen }, foreign)).data.citizen).toBeNull();
    expect(await newReads()).toEqual([
      { actor: 'test OFFICER', citizen_id: citizenKey, purpose, fields: ['fullName', 'nationalId', 'dateOfBirth'] },
      { actor: 'test OFFICER', citizen_id: citizenKey, purpose, fields: [] },
      { actor: 'test OFFICER', citizen_id: null, purpose, fields: [] },
      { actor: 'test OFFICER', citizen_id: citizenKey, purpose, fields: [] },
    ]);
  });

  it('is recorded with the purpose, but never with a number that stands in it', async () => {
    await ask(auditor, { id: citizen, purpose: `Tìm ${PERSON.nationalId}` });
    expect((await newReads()).map((read) => read.purpose)).toEqual(['Tìm 096***']);
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
  const VIEWER = graphql(`query ViewerWithCitizen { viewer { subject roles unit { code } citizen { id fullName } } }`);

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
    const page = async (window: OwnAccessLogQueryVariables) => (await hub.run(own, OWN_ACCESS_LOG, window)).data.viewer?.citizen?.accessLog;
    const first = await page({ first: 2 });
    expect(first?.totalCount).toBe(all.length);
    expect(first?.nodes.map((node) => node.purpose)).toEqual(all.slice(0, 2).map((read) => read.purpose));
    expect(first?.pageInfo.hasNextPage).toBe(true);
    const rest = await page({ first: 100, after: first?.pageInfo.endCursor });
    expect(rest?.nodes.map((node) => node.fields)).toEqual(all.slice(2).map((read) => read.fields));
    expect(rest?.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await page({ last: 1, before: rest?.pageInfo.startCursor });
    expect(back?.nodes.map((node) => node.purpose)).toEqual([all[1]?.purpose]);
  });

  it('is told where a cursor is not of this list', async () => {
    const after = Buffer.from('["x","y"]').toString('base64url');
    expect(await hub.run(own, OWN_ACCESS_LOG, { after })).toMatchObject({
      codes: ['BAD_USER_INPUT'],
      fields: ['after'],
    });
  });

  it('sees the access log as an auditor too, and as nobody else', async () => {
    const LOG_OF = graphql(`query AccessLogOfCitizen($id: ID) { citizen(id: $id, purpose: "p") { accessLog(first: 2) { totalCount } } }`);
    const look = async (who: Viewer, grant: string | null) =>
      (await hub.run(who, LOG_OF, { id: citizen }, peersWith(grant))).data.citizen?.accessLog;
    expect((await look(auditor, null))?.totalCount).toBeGreaterThan(0);
    expect(await look(officer, hub.grant(officer, { citizen: citizenKey, person: 'full' }))).toBeNull();
  });
});

describe('verifying a citizen', () => {
  const VERIFY = graphql(`
    mutation VerifyForPurpose($purpose: String!) {
      verifyCitizen(citizen: "cit_x", purpose: $purpose) { citizen { id } userErrors { code message } }
    }
  `);

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
