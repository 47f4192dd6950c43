import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../../schema/generated/gql.ts';
import type { SynchronizationListQueryVariables } from '../../../schema/generated/graphql.ts';
import { CONNECTOR_STATES, SYNCHRONIZATION_LIST } from '../../../tests/support/documents.integration.ts';
import { createIntegrationHub, type IntegrationHub, PORTAL } from '../../../tests/support/integration.ts';
import { AUDITOR, graphOf, OPERATOR, OTHER_LEADER } from '../../../tests/support/integration-graph.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { createClock } from '../../platform/time.ts';

let test: IntegrationHub;

beforeEach(async () => {
  test = await createIntegrationHub();
});

afterEach(async () => {
  await test.stop();
});

const { ask, codeOf, portal, appendDossiers, refuse } = graphOf(() => test);

describe('what the graph shows', () => {
  it('shows a delivery from the commit on, before any worker has touched it, and counts it once at each stage', async () => {
    await appendDossiers(3);
    expect((await ask(OPERATOR, SYNCHRONIZATION_LIST)).synchronizations).toMatchObject({
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
    const { synchronizations } = await ask(OPERATOR, SYNCHRONIZATION_LIST);
    expect(synchronizations).toMatchObject({ totalCount: 3, nodes: [{ state: 'PARKED', attempts: 1, errorCode: 'PORTAL_-3' }, {}, {}] });
  });

  it('says DOWN while the portal is away, and names the setting that a connector lacks', async () => {
    await appendDossiers(1);
    test.portal.answer = () => ({ kind: 'retry', code: 'UNREACHABLE', reason: 'connection refused', look: false, unreachable: true });
    await test.deliver();
    expect(await portal()).toMatchObject({ state: 'DOWN', pending: 1, lastError: 'connection refused' });
    const { connectors } = await ask(OPERATOR, CONNECTOR_STATES);
    expect(connectors.find(({ id }) => id === 'vnpay')).toMatchObject({
      kind: 'PAYMENT',
      state: 'DOWN',
      pending: 0,
      lastError: 'VNPAY_TMN_CODE: set it',
    });
    expect(await portal(AUDITOR)).toMatchObject({ state: 'DOWN', lastError: null });
  });

  it('asks the database as often for a hundred as for one', async () => {
    const PAGE = graphql(`
      query SynchronizationsWithConnectors($first: Int) {
        synchronizations(first: $first) { nodes { id connector { id state pending lastError } } }
        connectors { id state parked }
      }
    `);
    const counted = async (first: number) => {
      const before = test.statements();
      await ask(OPERATOR, PAGE, { first });
      return test.statements() - before;
    };
    await appendDossiers(100);
    const one = await counted(1);
    expect(await counted(100)).toBe(one);
    expect(one).toBe(2);
  });

  it('pages forward and backward over the same list without gaps', async () => {
    await appendDossiers(7);
    const all = (await ask(OPERATOR, SYNCHRONIZATION_LIST)).synchronizations.nodes.map(({ subject }) => subject);
    expect(all).toEqual([7, 6, 5, 4, 3, 2, 1].map((number) => `H12.1-250930-000${number}`));
    const first = (await ask(OPERATOR, SYNCHRONIZATION_LIST, { first: 3 })).synchronizations;
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = (await ask(OPERATOR, SYNCHRONIZATION_LIST, { first: 10, after: first.pageInfo.endCursor })).synchronizations;
    expect([...first.nodes, ...second.nodes].map(({ subject }) => subject)).toEqual(all);
    const back = (await ask(OPERATOR, SYNCHRONIZATION_LIST, { last: 2, before: second.pageInfo.startCursor })).synchronizations;
    expect(back.nodes.map(({ subject }) => subject)).toEqual(all.slice(1, 3));
    expect(await codeOf(OPERATOR, SYNCHRONIZATION_LIST, { after: Buffer.from('["x","y"]').toString('base64url') })).toBe('BAD_USER_INPUT');
  });

  it('narrows by connector, unit, dossier, state, cause and age', async () => {
    const [dossier] = await appendDossiers(2);
    await appendDossiers(1, { scope: ['31999', '96'] });
    const count = async (filter: SynchronizationListQueryVariables) =>
      (await ask(OPERATOR, SYNCHRONIZATION_LIST, filter)).synchronizations.totalCount;
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
    const PROBLEMS = graphql(`
      query ProblemsOfUnit($unit: ID) { synchronizationProblems(unit: $unit) { errorCode message advice count units oldest } }
    `);
    const { synchronizationProblems } = await ask(OPERATOR, PROBLEMS);
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

it('tells every time of a synchronization by the business clock', async () => {
  test.hub.clock = createClock('2025-09-30');
  await appendDossiers(1);
  test.portal.answer = () => ({ kind: 'retry', code: 'HTTP_502', reason: 'bad gateway', look: false, unreachable: false });
  await test.deliver();
  const TIMES = graphql(`query SynchronizationTimes { synchronizations { nodes { nextAttemptAt deliveredAt } } }`);
  const days = ['2025-09-30', '2025-10-01'];
  expect(days).toContain((await ask(OPERATOR, TIMES)).synchronizations.nodes[0]?.nextAttemptAt?.slice(0, 10));
  await test.hub.db.query('UPDATE integration.delivery SET next_attempt_at = NULL');
  test.portal.answer = () => undefined;
  await test.deliver();
  expect(days).toContain((await ask(OPERATOR, TIMES)).synchronizations.nodes[0]?.deliveredAt?.slice(0, 10));
  expect(days).toContain((await portal())?.lastSuccessAt?.slice(0, 10));
});
