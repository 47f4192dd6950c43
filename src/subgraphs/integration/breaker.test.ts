import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PortalOutcome } from '../../../connectors/contract/portal.ts';
import { graphql } from '../../../schema/generated/gql.ts';
import { createIntegrationHub, type IntegrationHub, PORTAL, viewerOf } from '../../../tests/support/integration.ts';
import { graphOf, LEADER, OPERATOR } from '../../../tests/support/integration-graph.ts';
import { newUuid } from '../../platform/ids.ts';
import { deliverJob } from './delivery.jobs.ts';
import { settle } from './delivery.settle.ts';

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

describe('a rest that the system asks for', () => {
  const asking = (retryAfterMs: number) => ({ ...away(), code: 'WEBHOOK_429', retryAfterMs });
  const restMs = async () => {
    const [row] = await test.hub.db.query<{ ms: number | null }>(
      `SELECT extract(epoch FROM open_until - now())::float8 * 1000 AS ms FROM integration.connector WHERE id = $1`,
      [PORTAL],
    );
    return row?.ms ?? 0;
  };
  const answered = {
    key: newUuid(),
    kind: '',
    subject: '',
    state: 'PENDING',
    attempts: 0,
    look: false,
    sealed: null,
    known: true,
  } as const;
  const settled = (told: Omit<Extract<PortalOutcome, { kind: 'retry' }>, 'id'> | { kind: 'delivered' }) => {
    const outcome: PortalOutcome = { id: answered.key, ...told };
    return settle(test.hub, { connector: PORTAL, owner: newUuid() }, [{ delivery: answered, outcome, sent: true }]);
  };

  it('is longer than its own back-off, and nothing is sent meanwhile', async () => {
    await appendDossiers(3);
    test.portal.answer = () => asking(600_000);
    await test.deliver();
    const calls = test.portal.calls.length;
    expect(await restMs()).toBeGreaterThan(500_000);
    await test.deliver();
    expect(test.portal.calls).toHaveLength(calls);
  });

  it('is not ended by a call that was under way and is answered, but by a person who says that it works', async () => {
    await settled(asking(600_000));
    await settled({ kind: 'delivered' });
    expect(await restMs()).toBeGreaterThan(500_000);
    await settled(asking(1_000));
    expect(await restMs()).toBeGreaterThan(500_000);
    await test.query(OPERATOR, graphql(`mutation ResumeAfterRest($id: ID!) { resumeConnector(id: $id) { userErrors { code } } }`), {
      id: PORTAL,
    });
    expect(await restMs()).toBe(0);
    await settled({ kind: 'delivered' });
    expect(await restMs()).toBe(0);
  });

  it('of one delivery alone puts off this one', async () => {
    await appendDossiers(2);
    test.portal.answer = ({ id }) => ({ ...asking(600_000), id, unreachable: false });
    await test.deliver();
    const rows = await test.hub.db.query<{ s: number }>(
      'SELECT extract(epoch FROM next_attempt_at - now())::float8 AS s FROM integration.delivery',
    );
    expect(rows.map(({ s }) => s > 500)).toEqual([true, true]);
    expect(await restMs()).toBe(0);
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
