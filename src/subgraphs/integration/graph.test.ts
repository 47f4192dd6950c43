import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIntegrationHub, delivery, type IntegrationHub, PORTAL, viewerOf } from '../../../tests/support/integration.ts';
import { ASPECTS, type Aspect } from '../../platform/auth/access.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import { newUuid, toGlobalId } from '../../platform/ids.ts';

const OPERATOR = viewerOf({ role: 'OPERATOR' });
const LEADER = viewerOf({ role: 'UNIT_LEADER', unit: '32248' });
const OTHER_LEADER = viewerOf({ role: 'UNIT_LEADER', unit: '31999' });
const OFFICER = viewerOf({ role: 'OFFICER', unit: '32248' });
const AUDITOR = viewerOf({ role: 'AUDITOR' });
const CITIZEN = viewerOf({ role: 'CITIZEN', nationalId: '096885123456' });

let test: IntegrationHub;

beforeEach(async () => {
  test = await createIntegrationHub();
});

afterEach(async () => {
  await test.stop();
});

async function ask<T>(viewer: Viewer, text: string, variables?: Record<string, unknown>): Promise<T> {
  const { data, errors } = await test.query(viewer, text, variables);
  expect(errors).toBeUndefined();
  return data as T;
}

const codeOf = async (viewer: Viewer, text: string, variables?: Record<string, unknown>) => {
  const { errors } = await test.query(viewer, text, variables);
  const [error] = errors ?? [];
  return (error?.originalError as { code?: string } | undefined)?.code ?? error?.extensions['code'];
};

interface Listed {
  synchronizations: {
    totalCount: number;
    nodes: {
      id: string;
      subject: string;
      state: string;
      attempts: number;
      lastError: string | null;
      errorCode: string | null;
      unit: { code: string };
      dossier: { id: string };
    }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
}

const LIST = `query ($connector: ID, $unit: ID, $dossier: ID, $states: [SyncState!], $errorCode: String, $olderThan: DateTime, $first: Int, $after: String, $last: Int, $before: String) {
  synchronizations(connector: $connector, unit: $unit, dossier: $dossier, states: $states, errorCode: $errorCode, olderThan: $olderThan, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { id subject state attempts lastError errorCode unit { code } dossier { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

const CONNECTORS = '{ connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError } }';
interface Connectors {
  connectors: {
    id: string;
    kind: string;
    state: string;
    pending: number;
    parked: number;
    oldestPendingAt: string | null;
    lastSuccessAt: string | null;
    lastError: string | null;
  }[];
}
const portal = async (viewer = OPERATOR) => (await ask<Connectors>(viewer, CONNECTORS)).connectors.find(({ id }) => id === PORTAL);

/** Dossiers with one delivery each, a second apart. */
async function appendDossiers(
  count: number,
  parts: { scope?: string[]; citizenIndex?: Buffer } = {},
): Promise<{ subject: string; subjectId: string }[]> {
  const dossiers = Array.from({ length: count }, (_, at) => ({
    subject: `H12.1-250930-${String(at + 1).padStart(4, '0')}`,
    subjectId: newUuid(),
  }));
  const first = Date.parse('2025-09-30T01:00:00Z');
  await test.append(dossiers.map((dossier, at) => delivery({ ...dossier, sequence: 1, at: new Date(first + at * 1_000), ...parts })));
  return dossiers;
}

const refuse = () => {
  test.portal.answer = () => ({ kind: 'refused', code: 'PORTAL_-3', reason: 'Hồ sơ sai' });
};

describe('what the graph shows', () => {
  it('shows a delivery from the commit on, before any worker has touched it, and counts it once at each stage', async () => {
    await appendDossiers(3);
    expect((await ask<Listed>(OPERATOR, LIST)).synchronizations).toMatchObject({
      totalCount: 3,
      nodes: [{ state: 'PENDING', attempts: 0 }, {}, {}],
    });
    expect(await portal()).toMatchObject({
      state: 'UP',
      pending: 3,
      parked: 0,
      oldestPendingAt: '2025-09-30T08:00:00.000+07:00',
      lastSuccessAt: null,
    });
    refuse();
    await test.deliver();
    expect(await portal()).toMatchObject({ state: 'DEGRADED', pending: 0, parked: 3, oldestPendingAt: null, lastError: 'Hồ sơ sai' });
    const { synchronizations } = await ask<Listed>(OPERATOR, LIST);
    expect(synchronizations).toMatchObject({ totalCount: 3, nodes: [{ state: 'PARKED', attempts: 1, errorCode: 'PORTAL_-3' }, {}, {}] });
  });

  it('says DOWN while the portal is away, and names the setting that a connector lacks', async () => {
    await appendDossiers(1);
    test.portal.answer = () => ({ kind: 'retry', code: 'UNREACHABLE', reason: 'connection refused', look: false, unreachable: true });
    await test.deliver();
    expect(await portal()).toMatchObject({ state: 'DOWN', pending: 1, lastError: 'connection refused' });
    const { connectors } = await ask<Connectors>(OPERATOR, CONNECTORS);
    expect(connectors.find(({ id }) => id === 'vnpay')).toMatchObject({
      kind: 'PAYMENT',
      state: 'DOWN',
      pending: 0,
      lastError: 'VNPAY_TMN_CODE: set it',
    });
    expect(await portal(AUDITOR)).toMatchObject({ state: 'DOWN', lastError: null });
  });

  it('asks the database as often for a hundred as for one', async () => {
    const counted = async (first: number) => {
      const before = test.statements();
      await ask(
        OPERATOR,
        `{ synchronizations(first: ${first}) { nodes { id connector { id state pending lastError } } } connectors { id state parked } }`,
      );
      return test.statements() - before;
    };
    await appendDossiers(100);
    const one = await counted(1);
    expect(await counted(100)).toBe(one);
    expect(one).toBe(2);
  });

  it('pages forward and backward over the same list without gaps', async () => {
    await appendDossiers(7);
    const all = (await ask<Listed>(OPERATOR, LIST)).synchronizations.nodes.map(({ subject }) => subject);
    expect(all).toEqual([7, 6, 5, 4, 3, 2, 1].map((number) => `H12.1-250930-000${number}`));
    const first = (await ask<Listed>(OPERATOR, LIST, { first: 3 })).synchronizations;
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = (await ask<Listed>(OPERATOR, LIST, { first: 10, after: first.pageInfo.endCursor })).synchronizations;
    expect([...first.nodes, ...second.nodes].map(({ subject }) => subject)).toEqual(all);
    const back = (await ask<Listed>(OPERATOR, LIST, { last: 2, before: second.pageInfo.startCursor })).synchronizations;
    expect(back.nodes.map(({ subject }) => subject)).toEqual(all.slice(1, 3));
    expect(await codeOf(OPERATOR, LIST, { after: Buffer.from('["x","y"]').toString('base64url') })).toBe('BAD_USER_INPUT');
  });

  it('narrows by connector, unit, dossier, state, cause and age', async () => {
    const [dossier] = await appendDossiers(2);
    await appendDossiers(1, { scope: ['31999', '96'] });
    const count = async (filter: Record<string, unknown>) => (await ask<Listed>(OPERATOR, LIST, filter)).synchronizations.totalCount;
    expect(await count({ connector: 'vnpay' })).toBe(0);
    expect(await count({ connector: PORTAL })).toBe(3);
    expect(await count({ unit: '31999' })).toBe(1);
    expect(await count({ unit: '96' })).toBe(3);
    expect(await count({ dossier: toGlobalId('dossier', dossier?.subjectId ?? '') })).toBe(1);
    expect(await count({ dossier: 'nonsense' })).toBe(0);
    expect(await count({ states: ['PARKED', 'RETRYING'] })).toBe(0);
    expect(await count({ errorCode: 'PORTAL_-3' })).toBe(0);
    expect(await count({ olderThan: '2025-09-30T08:00:01+07:00' })).toBe(2);
  });

  it('groups what is stuck by its cause, with advice in the language that was asked for', async () => {
    await appendDossiers(2);
    await appendDossiers(1, { scope: ['31999', '96'] });
    refuse();
    await test.deliver();
    const PROBLEMS = 'query ($unit: ID) { synchronizationProblems(unit: $unit) { errorCode message advice count units oldest } }';
    const { synchronizationProblems } = await ask<{ synchronizationProblems: unknown[] }>(OPERATOR, PROBLEMS);
    expect(synchronizationProblems).toEqual([
      {
        errorCode: 'PORTAL_-3',
        message: 'The national portal refuses the content.',
        advice: 'Read the reason at each synchronization, mend the dossier in its source, then retry.',
        count: 3,
        units: 2,
        oldest: '2025-09-30T08:00:00.000+07:00',
      },
    ]);
    expect(await ask(OTHER_LEADER, PROBLEMS)).toMatchObject({ synchronizationProblems: [{ count: 1, units: 1 }] });
  });
});

describe('access', () => {
  const ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on Dossier { synchronizations { subject sequence state lastError connector { id } } } } }`;

  const grantFor = (viewer: Viewer, subject: string, aspects: readonly Aspect[]) =>
    test.hub.grants.sign(viewer, {
      subject,
      code: 'x',
      citizen: undefined,
      organization: undefined,
      aspects: new Set(aspects),
      person: 'none',
      units: [],
    });

  it('shows the synchronizations of a dossier by its grant, and reasons only where the grant holds them', async () => {
    const [dossier] = await appendDossiers(1);
    refuse();
    await test.deliver();
    const shown = async (aspects: readonly Aspect[], by = OPERATOR) => {
      const grant = grantFor(OPERATOR, dossier?.subjectId ?? '', aspects);
      const { _entities: found } = await ask<{ _entities: [{ synchronizations: unknown }] }>(by, ENTITIES, {
        representations: [{ __typename: 'Dossier', id: 'dos_x', grant }],
      });
      return found[0].synchronizations;
    };
    expect(await shown(ASPECTS)).toMatchObject([{ sequence: 1, state: 'PARKED', lastError: 'Hồ sơ sai', connector: { id: PORTAL } }]);
    expect(await shown(['core', 'synchronizations'])).toMatchObject([{ state: 'PARKED', lastError: null }]);
    expect(await shown(['core', 'payments'])).toBeNull();
    expect(await shown(ASPECTS, AUDITOR)).not.toBeNull();
    expect(await shown(ASPECTS, { ...AUDITOR, token: 'another token' })).toBeNull();
  });

  it('lists to each role what its unit, or the person, may see', async () => {
    await appendDossiers(2, { citizenIndex: test.hub.cipher.blindIndex('nationalId', '096885123456') });
    await appendDossiers(1, { scope: ['31999', '96'] });
    refuse();
    await test.deliver();
    const seen = async (viewer: Viewer) => (await ask<Listed>(viewer, LIST)).synchronizations;
    expect((await seen(OPERATOR)).totalCount).toBe(3);
    expect((await seen(viewerOf({ role: 'OPERATOR', unit: '31999' }))).totalCount).toBe(1);
    expect((await seen(LEADER)).nodes.map(({ lastError }) => lastError)).toEqual(['Hồ sơ sai', 'Hồ sơ sai']);
    expect((await seen(viewerOf({ role: 'UNIT_LEADER', unit: '96' }))).totalCount).toBe(3);
    expect((await seen(viewerOf({ role: 'UNIT_LEADER' }))).totalCount).toBe(0);
    expect((await seen(OFFICER)).nodes.map(({ lastError }) => lastError)).toEqual([null, null]);
    expect((await seen(viewerOf({ role: 'OFFICER', unit: '96' }))).totalCount).toBe(0);
    expect((await seen(CITIZEN)).nodes.map(({ lastError }) => lastError)).toEqual([null, null]);
    expect((await seen(viewerOf({ role: 'CITIZEN', nationalId: '096985000001' }))).totalCount).toBe(0);
    expect((await seen(AUDITOR)).nodes.map(({ lastError }) => lastError)).toEqual([null, null, null]);
  });

  it("finds one by its id only where it is the viewer's to see", async () => {
    await appendDossiers(1);
    const id = (await ask<Listed>(OPERATOR, LIST)).synchronizations.nodes[0]?.id;
    const ONE =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Synchronization { id state } } }';
    const find = (viewer: Viewer, wanted: unknown) =>
      ask(viewer, ONE, { representations: [{ __typename: 'Synchronization', id: wanted }] });
    expect(await find(LEADER, id)).toEqual({ _entities: [{ id, state: 'PENDING' }] });
    expect(await find(OTHER_LEADER, id)).toEqual({ _entities: [null] });
    expect(await find(OPERATOR, 'syn_nonsense')).toEqual({ _entities: [null] });
    expect(await find(viewerOf({ role: 'SYSTEM', source: 'x' }), id)).toEqual({ _entities: [null] });
  });

  it('refuses what a role may never do, and everything without a token', async () => {
    const denied: [string, Viewer[]][] = [
      ['{ connectors { id } }', [CITIZEN, OFFICER, viewerOf({ role: 'ADMINISTRATOR' }), viewerOf({ role: 'SYSTEM', source: 'x' })]],
      ['{ synchronizations { totalCount } }', [viewerOf({ role: 'ACCOUNTANT' }), viewerOf({ role: 'ADMINISTRATOR' })]],
      ['{ synchronizationProblems { count } }', [CITIZEN, OFFICER, viewerOf({ role: 'ACCOUNTANT' })]],
      ['mutation { pauseConnector(id: "national-portal") { connector { id } } }', [LEADER, AUDITOR, OFFICER]],
      ['mutation { resumeConnector(id: "national-portal") { connector { id } } }', [LEADER, AUDITOR]],
      ['mutation { retrySynchronizations(connector: "national-portal") { retried } }', [AUDITOR, OFFICER, CITIZEN]],
      ['mutation { requestSynchronization(filter: {}, reason: "x") { retried } }', [AUDITOR, CITIZEN]],
      ['{ sourceChanges(source: "a") { cursor } }', [OPERATOR, viewerOf({ role: 'SYSTEM', source: 'b' })]],
    ];
    for (const [text, viewers] of denied) {
      for (const viewer of viewers) expect(await codeOf(viewer, text), text).toBe('FORBIDDEN');
      expect(await codeOf({ ...OPERATOR, token: undefined, roles: [] }, text), text).toBe('UNAUTHENTICATED');
    }
    expect(await ask(viewerOf({ role: 'SYSTEM', source: 'a' }), '{ sourceChanges(source: "a") { cursor } }')).toEqual({
      sourceChanges: [],
    });
  });
});

describe('what an operator does', () => {
  const RETRY = `mutation ($ids: [ID!], $connector: ID, $errorCode: String) {
    retrySynchronizations(ids: $ids, connector: $connector, errorCode: $errorCode) { retried userErrors { code field } } }`;

  it('retries one, many of a connector, or all of one cause, within the unit, and wakes the connector', async () => {
    await appendDossiers(2);
    await appendDossiers(1, { scope: ['31999', '96'] });
    refuse();
    await test.deliver();
    test.portal.answer = () => undefined;
    const ids = (await ask<Listed>(OPERATOR, LIST)).synchronizations.nodes.map(({ id }) => id);
    const mine = (await ask<Listed>(OTHER_LEADER, LIST)).synchronizations.nodes.map(({ id }) => id);
    expect(await ask(OTHER_LEADER, RETRY, { ids })).toMatchObject({
      retrySynchronizations: { retried: 0, userErrors: [{ code: 'NOT_FOUND' }, { code: 'NOT_FOUND' }] },
    });
    expect(await ask(OTHER_LEADER, RETRY, { ids: mine })).toEqual({ retrySynchronizations: { retried: 1, userErrors: [] } });
    expect(test.woken).toEqual([{ job: 'integration.deliver', input: { connector: PORTAL } }]);
    await test.deliver();
    expect(await portal()).toMatchObject({ parked: 2, pending: 0 });
    expect(await ask(OPERATOR, RETRY, { errorCode: 'OTHER' })).toMatchObject({ retrySynchronizations: { retried: 0, userErrors: [] } });
    expect(await ask(OPERATOR, RETRY, { connector: PORTAL, errorCode: 'PORTAL_-3' })).toMatchObject({
      retrySynchronizations: { retried: 2 },
    });
    await test.deliver();
    expect(await portal()).toMatchObject({ state: 'UP', parked: 0, pending: 0 });
  });

  it('refuses a retry of nothing, of an unknown connector or of an unknown id, and does none of it', async () => {
    await appendDossiers(1);
    refuse();
    await test.deliver();
    const id = (await ask<Listed>(OPERATOR, LIST)).synchronizations.nodes[0]?.id;
    expect(await ask(OPERATOR, RETRY, {})).toMatchObject({
      retrySynchronizations: { retried: 0, userErrors: [{ code: 'INVALID', field: ['ids'] }] },
    });
    expect(await ask(OPERATOR, RETRY, { connector: 'x' })).toMatchObject({
      retrySynchronizations: { userErrors: [{ code: 'NOT_FOUND', field: ['connector'] }] },
    });
    const mixed = await ask(OPERATOR, RETRY, { ids: [id, 'syn_x'] });
    expect(mixed).toMatchObject({ retrySynchronizations: { retried: 0, userErrors: [{ code: 'NOT_FOUND', field: ['ids', '1'] }] } });
    expect(await portal()).toMatchObject({ parked: 1, pending: 0 });
    expect(await codeOf(OPERATOR, RETRY, { ids: Array.from({ length: 1_001 }, () => 'syn_x') })).toBe('LIMIT_EXCEEDED');
  });

  it('sends nothing while a connector is paused, and at once when it is resumed', async () => {
    const change = (name: string, id = PORTAL) =>
      ask<Record<string, unknown>>(
        OPERATOR,
        `mutation { ${name}(id: "${id}") { connector { id state pending } userErrors { code field } } }`,
      );
    await appendDossiers(2);
    expect(await change('pauseConnector')).toEqual({
      pauseConnector: { connector: { id: PORTAL, state: 'PAUSED', pending: 2 }, userErrors: [] },
    });
    await test.deliver();
    expect(test.portal.calls).toEqual([]);
    expect(await portal()).toMatchObject({ state: 'PAUSED', pending: 2 });
    expect(await change('resumeConnector')).toMatchObject({ resumeConnector: { connector: { state: 'UP' } } });
    expect(test.woken).toEqual([{ job: 'integration.deliver', input: { connector: PORTAL } }]);
    await test.deliver();
    expect(await portal()).toMatchObject({ state: 'UP', pending: 0 });
    expect((await portal())?.lastSuccessAt).not.toBeNull();
    expect(await change('pauseConnector', 'x')).toEqual({
      pauseConnector: { connector: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] },
    });
  });

  it('says of what is not built that it is not available', async () => {
    const { requestSynchronization } = await ask<{ requestSynchronization: unknown }>(
      OPERATOR,
      'mutation { requestSynchronization(filter: {}, reason: "x") { retried userErrors { code message } } }',
    );
    expect(requestSynchronization).toEqual({ retried: 0, userErrors: [{ code: 'NOT_AVAILABLE', message: 'This is not available yet.' }] });
  });
});
