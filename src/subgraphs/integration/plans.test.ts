import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from '../../../schema/generated/gql.ts';
import type { SynchronizationsWithoutCountQueryVariables as Variables } from '../../../schema/generated/graphql.ts';
import { createIntegrationHub, type IntegrationHub, viewerOf } from '../../../tests/support/integration.ts';
import { sentBy } from '../../../tests/support/statements.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';

const ROWS = 20_000;
const RARE = '96-D09';

let test: IntegrationHub;
beforeAll(async () => {
  test = await createIntegrationHub();
  await test.hub.db.query(
    `INSERT INTO integration.delivery (key, connector, kind, subject_id, subject, operation, sequence, receiving_unit, handling_unit, scope, state, attempts,
       requested_at, delivered_at)
     SELECT gen_random_uuid(), 'national-portal', 'portal.dossier', gen_random_uuid(), 'H12.' || n, 'DongBoHoSoMC', 1, u.code,
       CASE WHEN n % 4000 = 0 THEN $2 ELSE u.code END, ARRAY[u.code, '96'], 'DELIVERED', 1, timestamptz '2025-07-01' + n * interval '395 seconds', now()
     FROM generate_series(1, $1::int) n, LATERAL (SELECT (32000 + n % 64)::text AS code) u`,
    [ROWS, RARE],
  );
  await test.hub.db.query('ANALYZE integration.delivery');
});
afterAll(() => test.stop());

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const PAGE = graphql(`
  query SynchronizationsWithoutCount($unit: ID, $states: [SyncState!], $first: Int) {
    synchronizations(unit: $unit, states: $states, first: $first) {
      nodes { id subject state attempts lastError errorCode unit { code } dossier { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`);

it.each<[string, Viewer, Variables]>([
  ['an officer', viewerOf({ role: 'OFFICER', unit: '32010' }), {}],
  ['an officer of a unit with few', viewerOf({ role: 'OFFICER', unit: RARE }), {}],
  ['a leader', viewerOf({ role: 'UNIT_LEADER', unit: '32010' }), {}],
  ['a leader who looks for what is stuck', viewerOf({ role: 'UNIT_LEADER', unit: RARE }), { states: ['PARKED', 'RETRYING'] }],
  ['an operator of one unit', viewerOf({ role: 'OPERATOR' }), { unit: '32010' }],
  ['a citizen', viewerOf({ role: 'CITIZEN', nationalId: '096885123456' }), {}],
])('a page for %s reads an index and never everything', async (_, viewer, narrowed) => {
  const [sent] = await sentBy(async () => {
    const { errors } = await test.query(viewer, PAGE, { first: 20, ...narrowed });
    expect(errors).toBeUndefined();
  });
  const [row] = await test.hub.db.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`EXPLAIN (FORMAT JSON) ${sent?.text}`, sent?.values);
  const reads = (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => nodesOf(Plan)).filter((node) => node['Relation Name'] === 'delivery');
  expect(reads.length).toBeGreaterThan(0);
  expect(reads.map((node) => node['Node Type'])).not.toContain('Seq Scan');
});
