import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { PaymentFilter } from '../../schema/generated/graphql.ts';
import type { TestToken } from '../support/hub.ts';
import { CITIZEN, COMMUNE, createPaymentsHub, load, loaded, type PaymentsHub } from '../support/payments.ts';
import { sentBy } from '../support/statements.ts';

const PAYMENTS = 20_000;
const DEPARTMENT = '96-D01';

let hub: PaymentsHub;
beforeAll(async () => {
  hub = await createPaymentsHub();
  const start = Date.parse('2025-07-01T00:00:00+07:00');
  await load(
    hub,
    Array.from({ length: PAYMENTS }, (_, at) => {
      const unit = String(32_000 + (at % 64));
      const handlingUnit = at % 4_000 === 0 ? DEPARTMENT : unit;
      return loaded([{ createdAt: start + at * 395_000 }], { receivingUnit: unit, handlingUnit, scope: [unit, '96'] });
    }),
  );
  await hub.platform.db.query('ANALYZE payments.payment');
});
afterAll(() => hub.stop());

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const PAGE = graphql(`
  query PaymentsAndOne($filter: PaymentFilter) {
    payments(filter: $filter) { nodes { reference } }
    payment(reference: "X") { id }
  }
`);

it.each<[string, TestToken, PaymentFilter | null]>([
  ['an officer', { role: 'OFFICER', unit: COMMUNE }, null],
  ['an officer of a unit with few', { role: 'OFFICER', unit: DEPARTMENT }, null],
  ['a leader', { role: 'UNIT_LEADER', unit: '32010' }, null],
  ['the accountant', { role: 'ACCOUNTANT' }, null],
  ['the accountant who looks for one', { role: 'ACCOUNTANT' }, { search: '260101HXXXXXXXXXXXXX' }],
  ['a citizen', { role: 'CITIZEN', nationalId: CITIZEN }, null],
])('a page for %s reads an index and never everything', async (_, claims, filter) => {
  const token = await hub.token(claims);
  const sent = await sentBy(async () => {
    const { errors } = await hub.execute('payments', PAGE, { filter }, token);
    expect(errors).toEqual([]);
  });
  const pages = sent.filter(({ text }) => text.includes('FROM payments.payment p WHERE'));
  expect(pages).toHaveLength(2);
  for (const { text, values } of pages) {
    const [row] = await hub.platform.db.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values);
    const reads = (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => nodesOf(Plan)).map((node) => node['Node Type']);
    expect(reads).not.toContain('Seq Scan');
  }
});
