import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierIngestInput } from '../../schema/generated/graphql.ts';
import { GrantSigner } from '../../src/platform/auth/grant.ts';
import { PeerProof } from '../../src/platform/auth/peer-proof.ts';
import type { SubgraphName } from '../../src/platform/config/config.ts';
import { createPeers, httpPeers } from '../../src/platform/graphql/peers.ts';
import { type Cipher, createCipher } from '../../src/platform/pii/cipher.ts';
import type { Query } from '../support/client.ts';
import { LOOK_UP } from '../support/documents.identity.ts';
import { INGEST_OUTCOMES } from '../support/documents.ingest.ts';
import { CONNECTOR_STATES, PAUSE_CONNECTOR } from '../support/documents.integration.ts';
import { RECONCILIATION_IDS } from '../support/documents.payments.ts';
import { DOSSIER_CODES } from '../support/documents.ts';
import { type Answered, askAt } from '../support/forms.ts';
import { TEST_KEYS } from '../support/identity.ts';
import { createPaymentsHub, type PaymentsHub } from '../support/payments.ts';
import { type SubgraphServers, serveSubgraphs } from '../support/subgraph-servers.ts';

/** Whoever finds a subgraph's own address may do there what their role may do through the gateway, and nothing more. */

const UNIT = '32248';
const NUMBER = '096885123456';
const OTHER_NUMBER = '096985654321';

let hub: PaymentsHub;
let subgraphs: SubgraphServers;
let tokens: Record<'officer' | 'otherOfficer' | 'leader' | 'citizen' | 'otherCitizen' | 'operator' | 'source' | 'accountant', string>;
/** A dossier of the unit, with a fee of 50,000 đồng. */
let dossier: string;

beforeAll(async () => {
  hub = await createPaymentsHub();
  subgraphs = await serveSubgraphs(hub);
  tokens = {
    officer: await hub.token({ role: 'OFFICER', unit: UNIT }),
    otherOfficer: await hub.token({ role: 'OFFICER', unit: '31999' }),
    leader: await hub.token({ role: 'UNIT_LEADER', unit: '96' }),
    citizen: await hub.token({ role: 'CITIZEN', nationalId: NUMBER }),
    otherCitizen: await hub.token({ role: 'CITIZEN', nationalId: OTHER_NUMBER }),
    operator: await hub.token({ role: 'OPERATOR' }),
    source: await hub.token({ role: 'SYSTEM', source: 'test' }),
    accountant: await hub.token({ role: 'ACCOUNTANT' }),
  };
  dossier = await hub.ingest({ code: 'H12.64-250929-0001', nationalId: NUMBER });
});
afterAll(async () => {
  await subgraphs?.stop();
  await hub?.stop();
});

/** Texts are of what subgraphs have for each other alone: no schema of clients holds it. */
function ask<Data = Record<string, unknown>, Variables = Record<string, unknown>>(
  subgraph: SubgraphName,
  query: Query<Data, Variables>,
  by: { as?: keyof typeof tokens; variables?: NoInfer<Variables>; headers?: Record<string, string> } = {},
): Promise<Answered<Data>> {
  const { as, ...rest } = by;
  return askAt(subgraphs.urls[subgraph], query, { ...rest, ...(as !== undefined && { token: tokens[as] }) });
}

const codesOf = ({ errors = [] }: Answered<unknown>) => errors.map(({ extensions }) => extensions?.['code']);

/** The grant that the dossiers subgraph itself gives a caller. */
async function grantFor(as: keyof typeof tokens): Promise<string | null> {
  const { data } = await ask<{ dossier: { grant: string } | null }>('dossiers', 'query ($id: ID!) { dossier(id: $id) { grant } }', {
    as,
    variables: { id: dossier },
  });
  return data?.dossier?.grant ?? null;
}

const ENTITY: Record<'identity' | 'payments' | 'integration', string> = {
  identity: '... on Dossier { applicant { fullName nationalId } organization { name } }',
  payments: '... on Dossier { amountDue amountPaid payments { id } }',
  integration: '... on Dossier { synchronizations { state } }',
};
const NOTHING = {
  identity: { applicant: null, organization: null },
  payments: { amountDue: null, amountPaid: null, payments: null },
  integration: { synchronizations: null },
};
const REPRESENTED = Object.keys(ENTITY) as (keyof typeof ENTITY)[];

async function entity<T = unknown>(
  subgraph: keyof typeof ENTITY,
  as: keyof typeof tokens | undefined,
  representation: Record<string, unknown>,
): Promise<T> {
  const answer = await ask<{ _entities: T[] }>(
    subgraph,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ${ENTITY[subgraph]} } }`,
    {
      ...(as !== undefined && { as }),
      variables: { r: [{ __typename: 'Dossier', id: dossier, ...representation }] },
    },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data?._entities[0] as T;
}

describe('a grant', () => {
  it.each(REPRESENTED)('opens a dossier in %s to whom it was made for, and to nobody else', async (subgraph) => {
    const grant = await grantFor('officer');
    expect(await entity(subgraph, 'officer', { grant })).not.toEqual(NOTHING[subgraph]);
    for (const as of ['otherOfficer', 'leader', 'citizen', 'otherCitizen', 'operator', undefined] as const)
      expect(await entity(subgraph, as, { grant })).toEqual(NOTHING[subgraph]);
  });

  it.each(REPRESENTED)('that is forged, altered, of another key, old or missing opens nothing in %s', async (subgraph) => {
    const grant = (await grantFor('officer')) ?? '';
    const [body = '', mac = ''] = grant.split('.');
    const viewer = await hub.platform.authenticator.viewer(`Bearer ${tokens.otherOfficer}`);
    const officer = await hub.platform.authenticator.viewer(`Bearer ${tokens.officer}`);
    const opened = hub.platform.grants.verify(officer, grant);
    if (opened === undefined) throw new Error('the grant is not good');
    const others = new GrantSigner(createCipher([TEST_KEYS.old], TEST_KEYS.index));
    const old = new GrantSigner(hub.platform.cipher, () => Date.now() - 6 * 60_000);
    const fields = JSON.parse(Buffer.from(body, 'base64url').toString()) as unknown[];
    const altered = Buffer.from(JSON.stringify(fields.with(5, 'full'))).toString('base64url');
    const tried = [
      '',
      'x.y',
      body,
      `${body}.`,
      `${altered}.${mac}x`,
      `.${mac}`,
      others.sign(viewer, opened),
      old.sign(viewer, opened),
      null,
      undefined,
    ];
    for (const text of tried) expect(await entity(subgraph, 'otherOfficer', { grant: text })).toEqual(NOTHING[subgraph]);
    for (const text of [others.sign(officer, opened), old.sign(officer, opened)])
      expect(await entity(subgraph, 'officer', { grant: text })).toEqual(NOTHING[subgraph]);
  });

  it('shows its own dossier, whatever id stands beside it, and no more of it than the role has', async () => {
    const other = await hub.ingest({ code: 'H12.64-250929-0002', nationalId: OTHER_NUMBER });
    const grant = await grantFor('citizen');
    expect(await entity('identity', 'citizen', { id: other, grant })).toMatchObject({ applicant: { nationalId: NUMBER } });
    const operator = await grantFor('operator');
    expect(await entity('identity', 'operator', { grant: operator })).toEqual(NOTHING.identity);
    expect(await entity('payments', 'operator', { grant: operator })).toEqual(NOTHING.payments);
    expect(await entity('integration', 'operator', { grant: operator })).not.toEqual(NOTHING.integration);
    expect(await grantFor('otherOfficer')).toBeNull();
    expect(await grantFor('otherCitizen')).toBeNull();
  });

  it('of a citizen is given to whom one of their dossiers shows them', async () => {
    const [{ id } = { id: '' }] = await hub.platform.db.query<{ id: string }>('SELECT applicant_id AS id FROM dossiers.dossier LIMIT 1');
    const query = 'query ($citizen: ID!) { citizenGrant(citizen: $citizen) }';
    const asked = (as?: keyof typeof tokens) =>
      ask<{ citizenGrant: string | null }>('dossiers', query, { ...(as && { as }), variables: { citizen: `cit_${id}` } });
    expect((await asked('officer')).data?.citizenGrant).toEqual(expect.any(String));
    for (const as of ['otherOfficer', 'otherCitizen', 'operator', undefined] as const)
      expect((await asked(as)).data).toEqual({ citizenGrant: null });
  });
});

describe('fees that a caller makes up', () => {
  const LIES = [
    { fees: [], feesSettled: true },
    { fees: [{ amount: 1, exemptedAmount: 0, collection: 'BEFORE' }], feesSettled: false },
  ];

  it('move no money: what is due is asked of the dossiers subgraph when it is paid', async () => {
    const grant = await grantFor('officer');
    for (const lie of LIES) await entity('payments', 'officer', { grant, ...lie });
    const PAY = graphql(`
      mutation PayAfterALie($dossier: ID!) {
        createPayment(input: { dossier: $dossier, provider: VNPAY, idempotencyKey: "lie" }) { payment { amount } userErrors { code } }
      }
    `);
    const { data } = await ask('payments', PAY, { as: 'officer', variables: { dossier } });
    expect(data?.createPayment).toEqual({ payment: { amount: 50_000 }, userErrors: [] });
  });

  it('tell nothing to whom the grant shows no payments', async () => {
    const grant = await grantFor('operator');
    for (const lie of LIES) expect(await entity('payments', 'operator', { grant, ...lie })).toEqual(NOTHING.payments);
    for (const lie of LIES) expect(await entity('payments', 'otherOfficer', lie)).toEqual(NOTHING.payments);
  });
});

describe('what subgraphs do for each other', () => {
  const REGISTER = 'mutation ($input: [ApplicantRegistrationInput!]!) { registerApplicants(input: $input) { citizen } }';
  const input = [
    {
      ...{ key: '1', sourceSystem: 'test', dossierCode: 'H12.64-250929-0001', version: 99 },
      applicant: { nationalId: NUMBER, fullName: 'Tên Bị Đổi' },
    },
  ];

  it.each(['officer', 'leader', 'citizen', 'source'] as const)('is not for a client, though the role be %s', async (as) => {
    expect(codesOf(await ask('identity', REGISTER, { as, variables: { input } }))).toEqual(['FORBIDDEN']);
    const forged = { 'x-hub-peer': `${Date.now()}.${'A'.repeat(43)}` };
    expect(codesOf(await ask('identity', REGISTER, { as, variables: { input }, headers: forged }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await ask('identity', '{ applicantContact(grant: "x") { nationalId } }', { as }))).toEqual(['FORBIDDEN']);
    const absorb = await ask('payments', 'mutation ($id: ID!) { absorbReportedPayments(dossiers: [$id]) }', {
      as,
      variables: { id: dossier },
    });
    expect(codesOf(absorb)).toEqual(['FORBIDDEN']);
    const seen = await entity<{ applicant: { fullName: string } }>('identity', 'officer', { grant: await grantFor('officer') });
    expect(seen.applicant.fullName).toBe('Lê Thị Thử Nghiệm');
  });

  it('is nothing for nobody', async () => {
    expect(codesOf(await ask('identity', REGISTER, { variables: { input } }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await ask('payments', 'mutation { absorbReportedPayments(dossiers: []) }'))).toEqual(['UNAUTHENTICATED']);
  });

  const CONTACTS = `query ($wanted: [ApplicantContactWanted!]!) { applicantContacts(job: "dossiers.test", wanted: $wanted) { nationalId } }`;
  const contacts = (by: { as?: keyof typeof tokens; headers?: Record<string, string> }) =>
    ask('identity', CONTACTS, { variables: { wanted: [] }, ...by });

  it('is done for a job without a token only where the hub proves that it asks, and never with a token', async () => {
    expect(codesOf(await contacts({}))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await contacts({ headers: { 'x-hub-peer': `${Date.now()}.${'A'.repeat(43)}` } }))).toEqual(['UNAUTHENTICATED']);
    for (const as of ['officer', 'leader', 'citizen', 'source', 'operator'] as const)
      expect(codesOf(await contacts({ as }))).toEqual(['FORBIDDEN']);
    const call = (cipher: Pick<Cipher, 'derive'>, job: string, authorization?: string) =>
      createPeers(httpPeers(subgraphs.urls, new PeerProof(cipher)), { authorization }).ask(
        'identity',
        'query ($job: String!) { applicantContacts(job: $job, wanted: []) { nationalId } }',
        { job },
      );
    expect(await call(hub.platform.cipher, 'dossiers.make-resend-batch')).toEqual({ applicantContacts: [] });
    await expect(call(hub.platform.cipher, 'a person')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(call(hub.platform.cipher, 'dossiers.test', `Bearer ${tokens.leader}`)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(call(createCipher([TEST_KEYS.next], TEST_KEYS.next), 'dossiers.test')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('goes on between them over HTTP: an ingest registers its applicant and shows what was collected', async () => {
    const ingested: DossierIngestInput = {
      ...{ sourceSystem: 'test', sourceVersion: 1, code: 'H12.64-250929-0009', procedure: '1.001193', receivingUnit: UNIT },
      ...({ channel: 'ONLINE', status: 'PROCESSING', submittedAt: '2025-09-29T09:00:00+07:00' } as const),
      applicant: { nationalId: '096885123457', fullName: 'Trần Thử' },
      payments: [{ provider: 'CASH', reference: 'D1', amount: 5_000, status: 'SUCCEEDED' }],
    };
    const { data } = await ask('dossiers', INGEST_OUTCOMES, { as: 'source', variables: { input: [ingested] } });
    expect(data?.ingestDossiers.results).toMatchObject([{ outcome: 'CREATED' }]);
    const AMOUNT = graphql(`query AmountOfPayment { payment(reference: "D1") { amount } }`);
    const paid = await ask('payments', AMOUNT, { as: 'accountant' });
    expect(paid.data?.payment).toEqual({ amount: 5_000 });
  });
});

describe('the role table', () => {
  const PAYMENTS = graphql(`query PaymentIds { payments { nodes { id } } }`);
  it.each<[SubgraphName, string, Query<unknown, never>, object, keyof typeof tokens | undefined, string]>([
    ['dossiers', 'a list', DOSSIER_CODES, {}, undefined, 'UNAUTHENTICATED'],
    ['dossiers', 'an ingest', INGEST_OUTCOMES, { input: [] }, 'officer', 'FORBIDDEN'],
    ['payments', 'a list', PAYMENTS, {}, 'operator', 'FORBIDDEN'],
    ['payments', 'reconciliations', RECONCILIATION_IDS, {}, 'officer', 'FORBIDDEN'],
    ['identity', 'a look-up', LOOK_UP, { nationalId: NUMBER, purpose: 'x' }, 'accountant', 'FORBIDDEN'],
    ['integration', 'a pause', PAUSE_CONNECTOR, { id: 'national-portal' }, 'citizen', 'FORBIDDEN'],
    ['integration', 'connectors', CONNECTOR_STATES, {}, 'officer', 'FORBIDDEN'],
  ])('stands in %s itself: %s', async (subgraph, _, query, variables, as, code) => {
    expect(codesOf(await ask(subgraph, String(query), { variables: { ...variables }, ...(as !== undefined && { as }) }))).toEqual([code]);
  });

  it('takes no token that is none', async () => {
    for (const url of Object.values(subgraphs.urls)) {
      const answer = await askAt(url, graphql(`query TypeOfRoot { __typename }`), { token: 'a.b.c' });
      expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  it('shows by their keys alone no payment and no person to whom they are not', async () => {
    const [{ id: citizen } = { id: '' }] = await hub.platform.db.query<{ id: string }>('SELECT id FROM identity.citizen LIMIT 1');
    const [{ id: payment } = { id: '' }] = await hub.platform.db.query<{ id: string }>('SELECT id FROM payments.payment LIMIT 1');
    const keyed = (subgraph: SubgraphName, typename: string, id: string, fields: string) =>
      ask<{ _entities: unknown[] }>(
        subgraph,
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${typename} { ${fields} } } }`,
        {
          as: 'otherOfficer',
          variables: { r: [{ __typename: typename, id, fullName: 'x', grant: 'x' }] },
        },
      );
    expect((await keyed('identity', 'Citizen', `cit_${citizen}`, 'fullName')).data).toEqual({ _entities: [null] });
    expect((await keyed('payments', 'Payment', `pay_${payment}`, 'reference')).data).toEqual({ _entities: [null] });
    expect((await keyed('identity', 'Payment', `pay_${payment}`, 'payer { fullName }')).data).toEqual({ _entities: [{ payer: null }] });
    expect((await keyed('payments', 'Citizen', `cit_${citizen}`, 'payments { totalCount }')).data).toEqual({
      _entities: [{ payments: { totalCount: 0 } }],
    });
    expect((await keyed('dossiers', 'Dossier', dossier, 'code')).data).toEqual({ _entities: [null] });
  });
});
