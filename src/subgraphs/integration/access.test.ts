import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../../schema/generated/gql.ts';
import type { Query } from '../../../tests/support/client.ts';
import { PAUSE_CONNECTOR, RESUME_CONNECTOR, SYNCHRONIZATION_LIST } from '../../../tests/support/documents.integration.ts';
import { createIntegrationHub, type IntegrationHub, PORTAL, viewerOf } from '../../../tests/support/integration.ts';
import { AUDITOR, CITIZEN, graphOf, LEADER, OFFICER, OPERATOR, OTHER_LEADER } from '../../../tests/support/integration-graph.ts';
import { ASPECTS, type Aspect } from '../../platform/auth/access.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';

let test: IntegrationHub;

beforeEach(async () => {
  test = await createIntegrationHub();
});

afterEach(async () => {
  await test.stop();
});

const { ask, codeOf, appendDossiers, refuse } = graphOf(() => test);

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
    const seen = async (viewer: Viewer) => (await ask(viewer, SYNCHRONIZATION_LIST)).synchronizations;
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
    const id = (await ask(OPERATOR, SYNCHRONIZATION_LIST)).synchronizations.nodes[0]?.id;
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
    const CHANGES = graphql(`query ChangesOfSourceA { sourceChanges(source: "a") { cursor } }`);
    const portal = { id: PORTAL };
    const denied: [Query<unknown, never>, Viewer[], object?][] = [
      [
        graphql(`query DeniedConnectors { connectors { id } }`),
        [CITIZEN, OFFICER, viewerOf({ role: 'ADMINISTRATOR' }), viewerOf({ role: 'SYSTEM', source: 'x' })],
      ],
      [
        graphql(`query DeniedSynchronizations { synchronizations { totalCount } }`),
        [viewerOf({ role: 'ACCOUNTANT' }), viewerOf({ role: 'ADMINISTRATOR' })],
      ],
      [graphql(`query DeniedProblems { synchronizationProblems { count } }`), [CITIZEN, OFFICER, viewerOf({ role: 'ACCOUNTANT' })]],
      [PAUSE_CONNECTOR, [LEADER, AUDITOR, OFFICER], portal],
      [RESUME_CONNECTOR, [LEADER, AUDITOR], portal],
      [graphql(`mutation DeniedRetry { retrySynchronizations(connector: "national-portal") { retried } }`), [AUDITOR, OFFICER, CITIZEN]],
      [graphql(`mutation DeniedRequest { requestSynchronization(filter: {}, reason: "x") { retried } }`), [AUDITOR, CITIZEN]],
      [CHANGES, [OPERATOR, viewerOf({ role: 'SYSTEM', source: 'b' })]],
    ];
    for (const [query, viewers, variables = {}] of denied) {
      const code = (viewer: Viewer) => codeOf(viewer, String(query), { ...variables });
      for (const viewer of viewers) expect(await code(viewer), String(query)).toBe('FORBIDDEN');
      expect(await code({ ...OPERATOR, token: undefined, roles: [] }), String(query)).toBe('UNAUTHENTICATED');
    }
    expect(await ask(viewerOf({ role: 'SYSTEM', source: 'a' }), CHANGES)).toEqual({ sourceChanges: [] });
  });
});
