import { afterAll, beforeAll, expect, it } from 'vitest';
import { createIntegrationHub, type IntegrationHub, PORTAL } from '../../../tests/support/integration.ts';
import { sentBy } from '../../../tests/support/statements.ts';
import { newUuid } from '../../platform/ids.ts';
import { claim } from './delivery.claim.ts';

const HISTORY = 20_000;
const TODAY = 30;

let test: IntegrationHub;
beforeAll(async () => {
  test = await createIntegrationHub();
  await test.hub.db.query(
    `INSERT INTO integration.delivery (key, connector, kind, subject_id, subject, operation, sequence, scope, priority, requested_at)
     SELECT gen_random_uuid(), $1, 'portal.dossier', gen_random_uuid(), 'H12.' || n, 'DongBoHoSoMC', 1, '{96}', CASE WHEN n > $2 THEN 0 ELSE -1 END,
            timestamptz '2025-07-01' + n * interval '1 second'
     FROM generate_series(1, $2::int + $3::int) n`,
    [PORTAL, HISTORY, TODAY],
  );
  await test.hub.db.query('ANALYZE integration.delivery');
});
afterAll(() => test.stop());

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  Plans?: PlanNode[];
}
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

it('takes today’s first, however much history waits, and reads no more of it than it takes', async () => {
  const sent = await sentBy(async () => {
    const { deliveries } = await claim(test.hub, PORTAL, { owner: newUuid(), limit: 50 });
    const numbers = deliveries.map(({ subject }) => Number(subject.slice(4)));
    expect(numbers.slice(0, TODAY)).toEqual(Array.from({ length: TODAY }, (_, at) => HISTORY + at + 1));
    expect(numbers.slice(TODAY)).toEqual(Array.from({ length: 50 - TODAY }, (_, at) => at + 1));
  });
  const statement = sent.find(({ text }) => text.includes('WITH head'));
  const client = await test.hub.db.pool.connect();
  await client.query('BEGIN');
  const explained = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${statement?.text}`,
    statement?.values as unknown[],
  );
  await client.query('ROLLBACK');
  client.release();
  const nodes = (explained.rows[0]?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => nodesOf(Plan));
  const reads = nodes.filter((node) => node['Relation Name'] === 'delivery');
  expect(reads.length).toBeGreaterThan(0);
  expect(reads.map((node) => node['Node Type'])).not.toContain('Seq Scan');
  expect(Math.max(...reads.map((node) => node['Actual Rows'] ?? 0))).toBeLessThan(HISTORY / 10);
});
