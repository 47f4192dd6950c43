import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../../schema/generated/gql.ts';
import { createIntegrationHub, type IntegrationHub, PORTAL, viewerOf } from '../../../tests/support/integration.ts';
import { graphOf, LEADER, OPERATOR } from '../../../tests/support/integration-graph.ts';
import { deliverJob } from './delivery.jobs.ts';

let test: IntegrationHub;
beforeEach(async () => {
  test = await createIntegrationHub({ batchSize: 16 });
});
afterEach(() => test.stop());

const { appendDossiers } = graphOf(() => test);
const away = () => ({ kind: 'retry', code: 'UNREACHABLE', reason: 'connection refused', look: false, unreachable: true }) as const;
const restIsOver = () => test.hub.db.query(`UPDATE integration.connector SET open_until = now() - interval '1 second'`);

interface Shown {
  id: string;
  breaker: string;
  nextAttemptAt: string | null;
  ratePerSecond: number | null;
}
const shown = async () => {
  const { data } = await test.query(OPERATOR, graphql(`query ConnectorBreakers { connectors { id breaker nextAttemptAt ratePerSecond } }`));
  return (data as unknown as { connectors: Shown[] }).connectors.find(({ id }) => id === PORTAL);
};

describe('recovery', () => {
  it('is tried with one call of one, then of twice as many, until the connector carries full calls again', async () => {
    await appendDossiers(80);
    expect(await shown()).toMatchObject({ breaker: 'CLOSED', nextAttemptAt: null });
    test.portal.answer = away;
    await test.deliver();
    expect(await shown()).toMatchObject({ breaker: 'OPEN', nextAttemptAt: expect.stringContaining('T') });
    const lost = test.portal.calls.length;
    await restIsOver();
    expect(await shown()).toMatchObject({ breaker: 'HALF_OPEN', nextAttemptAt: null });
    test.portal.answer = () => undefined;
    await test.deliver();
    expect(
      test.portal.calls
        .slice(lost)
        .map((tasks) => tasks.length)
        .slice(0, 6),
    ).toEqual([1, 2, 4, 8, 16, 16]);
    expect(test.portal.learned).toHaveLength(80);
    expect(await shown()).toMatchObject({ breaker: 'CLOSED' });
  });

  it('falls back to rest when a trial fails on the way', async () => {
    await appendDossiers(40);
    test.portal.answer = away;
    await test.deliver();
    await restIsOver();
    const lost = test.portal.calls.length;
    test.portal.answer = () => (test.portal.learned.length >= 3 ? away() : undefined);
    await test.deliver();
    expect(test.portal.calls.slice(lost).map((tasks) => tasks.length)).toEqual([1, 2, 4]);
    expect(await shown()).toMatchObject({ breaker: 'OPEN' });
    await restIsOver();
    await test.deliver();
    expect(test.portal.calls.at(-1)).toHaveLength(1);
  });

  it('is one call at a time for all workers, while it lasts', async () => {
    await appendDossiers(60);
    const other = await test.sibling();
    test.portal.answer = away;
    await test.deliver();
    await restIsOver();
    test.portal.answer = () => undefined;
    const sizes: number[] = [];
    let underWay = 0;
    let most = 0;
    const deliver = test.portal.deliver.bind(test.portal);
    test.portal.deliver = async (tasks) => {
      underWay += 1;
      if (sizes.length < 4) {
        most = Math.max(most, underWay);
        sizes.push(tasks.length);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
      underWay -= 1;
      return deliver(tasks);
    };
    await Promise.all([test.hub, other.hub].map((hub) => deliverJob.run(hub, { connector: PORTAL }, new AbortController().signal)));
    await test.deliver();
    await other.stop();
    expect(sizes).toEqual([1, 2, 4, 8]);
    expect(most).toBe(1);
    expect(test.portal.learned).toHaveLength(60);
  });
});

describe('the rate', () => {
  const SET = graphql(`
    mutation SetConnectorRate($id: ID!, $rate: Float) {
      setConnectorRate(id: $id, perSecond: $rate) { connector { ratePerSecond } userErrors { code field } }
    }
  `);

  it("is an administrator's to set, for the whole province, and each change is kept", async () => {
    const admin = viewerOf({ role: 'ADMINISTRATOR', subject: 'quan-tri' });
    const set = async (rate: number | null, id = PORTAL, viewer = admin) => (await test.query(viewer, SET, { id, rate })).data;
    test.portal.ratePerSecond = 20;
    expect(await shown()).toMatchObject({ ratePerSecond: 20 });
    expect(await set(2.5)).toEqual({ setConnectorRate: { connector: { ratePerSecond: 2.5 }, userErrors: [] } });
    expect(await set(null)).toEqual({ setConnectorRate: { connector: { ratePerSecond: 20 }, userErrors: [] } });
    expect(await set(0)).toMatchObject({ setConnectorRate: { connector: null, userErrors: [{ code: 'INVALID', field: ['perSecond'] }] } });
    expect(await set(1, 'vnpay')).toMatchObject({ setConnectorRate: { userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] } });
    const { data } = await test.query(
      admin,
      graphql(`query SettingChanges { integrationSettingChanges { actor setting target from to } }`),
    );
    const what = { actor: 'quan-tri', setting: 'connector.ratePerSecond', target: PORTAL };
    expect(data).toEqual({
      integrationSettingChanges: [
        { ...what, from: 2.5, to: null },
        { ...what, from: null, to: 2.5 },
      ],
    });
  });

  it('is refused to everyone else', async () => {
    for (const viewer of [OPERATOR, LEADER, viewerOf({ role: 'ADMINISTRATOR', unit: '32248' })]) {
      const { errors } = await test.query(viewer, SET, { id: PORTAL, rate: 1 });
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});
