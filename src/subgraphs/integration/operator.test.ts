import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../../schema/generated/gql.ts';
import { PAUSE_CONNECTOR, RESUME_CONNECTOR, SYNCHRONIZATION_LIST } from '../../../tests/support/documents.integration.ts';
import { createIntegrationHub, type IntegrationHub, PORTAL } from '../../../tests/support/integration.ts';
import { graphOf, OPERATOR, OTHER_LEADER } from '../../../tests/support/integration-graph.ts';

let test: IntegrationHub;

beforeEach(async () => {
  test = await createIntegrationHub();
});

afterEach(async () => {
  await test.stop();
});

const { ask, codeOf, portal, appendDossiers, refuse } = graphOf(() => test);

describe('what an operator does', () => {
  const RETRY = graphql(`
    mutation Retry($ids: [ID!], $connector: ID, $errorCode: String) {
      retrySynchronizations(ids: $ids, connector: $connector, errorCode: $errorCode) { retried userErrors { code field } }
    }
  `);

  it('retries one, many of a connector, or all of one cause, within the unit, and wakes the connector', async () => {
    await appendDossiers(2);
    await appendDossiers(1, { scope: ['31999', '96'] });
    refuse();
    await test.deliver();
    test.portal.answer = () => undefined;
    const ids = (await ask(OPERATOR, SYNCHRONIZATION_LIST)).synchronizations.nodes.map(({ id }) => id);
    const mine = (await ask(OTHER_LEADER, SYNCHRONIZATION_LIST)).synchronizations.nodes.map(({ id }) => id);
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
    const id = (await ask(OPERATOR, SYNCHRONIZATION_LIST)).synchronizations.nodes[0]?.id ?? '';
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
    await appendDossiers(2);
    expect(await ask(OPERATOR, PAUSE_CONNECTOR, { id: PORTAL })).toEqual({
      pauseConnector: { connector: { id: PORTAL, state: 'PAUSED', pending: 2 }, userErrors: [] },
    });
    await test.deliver();
    expect(test.portal.calls).toEqual([]);
    expect(await portal()).toMatchObject({ state: 'PAUSED', pending: 2 });
    expect(await ask(OPERATOR, RESUME_CONNECTOR, { id: PORTAL })).toMatchObject({ resumeConnector: { connector: { state: 'UP' } } });
    expect(test.woken).toEqual([{ job: 'integration.deliver', input: { connector: PORTAL } }]);
    await test.deliver();
    expect(await portal()).toMatchObject({ state: 'UP', pending: 0 });
    expect((await portal())?.lastSuccessAt).not.toBeNull();
    expect(await ask(OPERATOR, PAUSE_CONNECTOR, { id: 'x' })).toEqual({
      pauseConnector: { connector: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] },
    });
  });
});
