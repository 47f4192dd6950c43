import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierFilter } from '../../schema/generated/graphql.ts';
import { DOSSIER_COLUMNS } from '../../src/subgraphs/dossiers/dossier.row.ts';
import type { Query } from '../support/client.ts';
import { DOSSIER_CODES } from '../support/documents.ts';
import { type Claims, COMMUNE, createDossiersHub, DEPARTMENT, type DossiersHub, PERSON, PROVINCE, SOURCE } from '../support/dossiers.ts';
import { sentBy } from '../support/statements.ts';

const ROWS = 20_000;

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
  await hub.feed(hub.dossier({ dueAt: '2025-10-02T17:00:00+07:00' }));
  // Many like the one, spread over the communes and the quarter; some handled by a department, some without a due date.
  const spread: Record<string, string> = {
    id: 'gen_random_uuid()',
    code: `'H12.64-250901-' || lpad(n::text, 6, '0')`,
    receiving_unit: 'u.code',
    handling_unit: `CASE WHEN n % 20 = 0 THEN '${DEPARTMENT}' ELSE u.code END`,
    scope: `ARRAY[u.code, '${PROVINCE}']`,
    applicant_id: 'gen_random_uuid()',
    applicant_index: `decode(md5(n::text) || md5(n::text), 'hex')`,
    name_folded: `'nguyen van ' || md5(n::text)`,
    submitted_at: `timestamptz '2025-07-01' + n * interval '395 seconds'`,
    due_at: `CASE WHEN n % 10 > 0 THEN timestamptz '2025-07-05' + n * interval '395 seconds' END`,
  };
  await hub.platform.db.query(
    `INSERT INTO dossiers.dossier (${DOSSIER_COLUMNS.join(', ')}) SELECT ${DOSSIER_COLUMNS.map((column) => spread[column] ?? `d.${column}`).join(', ')}
     FROM dossiers.dossier d, generate_series(1, ${ROWS}) n
     JOIN (SELECT code, row_number() OVER (ORDER BY code) AS place FROM dossiers.unit WHERE kind IN ('WARD', 'COMMUNE') AND valid_to IS NULL) u ON u.place = 1 + n % 64`,
  );
  await hub.platform.db.query('VACUUM (ANALYZE) dossiers.dossier');
});
afterAll(() => hub.stop());

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** How PostgreSQL would work through the statements about dossiers that a query of this subgraph sends, all nodes of each. */
async function plansOf<Variables>(query: Query<unknown, Variables>, as: Claims, variables: Variables): Promise<PlanNode[][]> {
  const sent = await sentBy(async () => {
    const { errors } = await hub.ask(query, { as, variables });
    expect(errors).toEqual([]);
  });
  const plans: PlanNode[][] = [];
  for (const { text, values } of sent.filter((each) => each.text.includes('dossiers.dossier'))) {
    const [row] = await hub.platform.db.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values);
    plans.push((row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => nodesOf(Plan)));
  }
  return plans;
}

/** How it reads the dossiers, statement by statement. */
async function readsOf<Variables>(query: Query<unknown, Variables>, as: Claims, variables: Variables): Promise<string[][]> {
  const plans = await plansOf(query, as, variables);
  return plans.map((nodes) => nodes.filter((node) => node['Relation Name'] === 'dossier').map((node) => node['Node Type']));
}

const OFFICER: Claims = { roles: ['OFFICER'], unit: COMMUNE };
const PAGE = graphql(`
  query CountedPage($orderBy: DossierOrder!, $filter: DossierFilter) {
    dossiers(orderBy: $orderBy, filter: $filter) { totalCount nodes { code } }
  }
`);
/** Who is shown nobody's name finds nobody by it either: there is nothing to read. */
const SHOWN_NOBODY = ['AUDITOR', 'SYSTEM'];
const EVERYBODY: [string, Claims, DossierFilter][] = [
  ['an officer', OFFICER, {}],
  ['an officer of the department', { roles: ['OFFICER'], unit: DEPARTMENT }, {}],
  ['an officer who files', { ...OFFICER, roles: ['OFFICER', 'CITIZEN'], nationalId: PERSON.nationalId }, {}],
  ['a citizen', { roles: ['CITIZEN'], nationalId: PERSON.nationalId }, {}],
  ['a system of a commune', { roles: ['SYSTEM'], unit: COMMUNE, source: SOURCE }, {}],
  ['the leader of the province who asks for a commune', { roles: ['UNIT_LEADER'], unit: PROVINCE }, { unit: COMMUNE }],
  ['an auditor who asks for a department', { roles: ['AUDITOR'] }, { unit: DEPARTMENT }],
];

describe('among many dossiers', () => {
  it.each(EVERYBODY)('the worklist of %s reads no table from end to end, in any order and however it is narrowed', async (_, as, unit) => {
    const filters: DossierFilter[] = [
      {},
      { timeliness: ['OVERDUE', 'DUE_SOON'] },
      { statuses: ['ACCEPTED'] },
      { search: 'nguyen van a' },
      { search: '096885123456' },
      { search: 'H12.64-250901-000100' },
    ];
    for (const orderBy of ['SUBMITTED_AT_DESC', 'SUBMITTED_AT_ASC', 'DUE_AT_ASC', 'DUE_AT_DESC'] as const) {
      for (const filter of filters) {
        const reads = await readsOf(PAGE, as, { orderBy, filter: { ...unit, ...filter } });
        const forPeople = filter.search != null && !filter.search.startsWith('H12');
        expect(reads).toHaveLength(forPeople && SHOWN_NOBODY.includes(String(as.roles?.[0])) ? 0 : 2);
        expect([orderBy, filter, reads.flat().filter((type) => type === 'Seq Scan')]).toEqual([orderBy, filter, []]);
      }
    }
  });

  it("a unit's own list does neither, nor do its figures, nor a dossier by its keys", async () => {
    const LIST = graphql(`query ListOfUnit($unit: ID!) { administrativeUnit(code: $unit) { dossiers { totalCount nodes { code } } } }`);
    const FIGURES = graphql(`
      query ReadFiguresOfUnit($unit: ID!) {
        administrativeUnit(code: $unit) { indicators(period: { from: "2025-07-01", to: "2025-09-30" }) { dossiersReceived asOf } }
      }
    `);
    const unit = { unit: COMMUNE };
    const auditor: Claims = { roles: ['AUDITOR'] };
    const read = [
      await readsOf(LIST, auditor, unit),
      await readsOf(FIGURES, auditor, unit),
      await readsOf(graphql(`query ByCode { dossier(code: "H12.64-250901-000100") { id } }`), auditor, {}),
      await readsOf(graphql(`query ByNationalCode { dossier(nationalCode: "H12.64-250901-000100") { id } }`), auditor, {}),
    ];
    for (const reads of read) expect(reads.flat()).not.toContain('Seq Scan');
  });

  it('the latest of the whole province are read in the order of time', async () => {
    const reads = await readsOf(DOSSIER_CODES, { roles: ['AUDITOR'] }, {});
    expect(reads).toEqual([['Index Scan']]);
  });

  const FIRST = graphql(
    `query FirstOfOrder($orderBy: DossierOrder!, $filter: DossierFilter) { dossiers(orderBy: $orderBy, filter: $filter) { nodes { code } } }`,
  );
  const LAST = graphql(`query LastOfOrder($orderBy: DossierOrder!) { dossiers(orderBy: $orderBy, last: 20) { nodes { code } } }`);
  const indexesOf = (nodes: PlanNode[] | undefined) => (nodes ?? []).flatMap((node) => node['Index Name'] ?? []);

  it.each(['DUE_AT_ASC', 'DUE_AT_DESC'] as const)("a unit's dossiers in the order %s are read in it from either end", async (orderBy) => {
    for (const query of [FIRST, LAST]) {
      const [page] = await plansOf(query, OFFICER, { orderBy });
      const read = new Set(indexesOf(page));
      expect(read).toEqual(new Set(['dossier_of_receiving_unit_due', 'dossier_of_handling_unit_due']));
      expect(page?.filter((node) => node['Node Type'] === 'Bitmap Heap Scan')).toEqual([]);
    }
  });

  it('a rare name is looked up, and a frequent one met on the way through the unit', async () => {
    const named = (as: Claims, search: string) => plansOf(FIRST, as, { orderBy: 'SUBMITTED_AT_DESC', filter: { search } });
    const [rare] = await named({ roles: ['BREAK_GLASS'] }, 'c4ca4238a0b923820dcc509a6f75849b nguyen');
    expect(indexesOf(rare)).toEqual(['dossier_by_name']);
    const [frequent] = await named(OFFICER, 'van nguyen');
    expect(new Set(indexesOf(frequent))).toEqual(new Set(['dossier_pkey', 'dossier_of_receiving_unit', 'dossier_of_handling_unit']));
    const walks = frequent?.filter((node) => node['Index Name']?.startsWith('dossier_of_'));
    expect(walks?.map((node) => node['Node Type'])).toEqual(['Index Only Scan', 'Index Only Scan']);
  });
});
