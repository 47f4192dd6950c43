import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierListQuery, DossierListQueryVariables } from '../../schema/generated/graphql.ts';
import { type Claims, COMMUNE, createDossiersHub, type DossiersHub, OTHER_PERSON, PERSON } from '../support/dossiers.ts';

let hub: DossiersHub;
/** Filed over five instants, due over four and never: many ties in both orders. */
const FILED = ['09:00', '09:00', '08:00', '10:00', '11:00', '10:00', '08:00', '12:00', '09:00', '10:00', '12:00', '08:00', '11:00'];
const DUE = ['05', null, '03', '05', null, '04', '03', '05', '06', null, '04', '03', '06'];

beforeAll(async () => {
  hub = await createDossiersHub();
  await hub.feed(
    ...FILED.map((time, at) =>
      hub.dossier({
        submittedAt: `2025-09-30T${time}:00+07:00`,
        acceptedAt: null,
        dueAt: DUE[at] == null ? null : `2025-10-${DUE[at]}T17:00:00+07:00`,
        applicant: at % 3 === 0 ? OTHER_PERSON : PERSON,
      }),
    ),
  );
});
afterAll(() => hub.stop());

const OFFICER: Claims = { roles: ['OFFICER'], unit: COMMUNE };
const AUDITOR: Claims = { roles: ['AUDITOR'] };
/** Each of them reads the list by another statement: one index, several parts, parts that overlap, everything. */
const VIEWERS: [string, Claims][] = [
  ['an officer', OFFICER],
  ['an officer who filed some of them', { ...OFFICER, roles: ['OFFICER', 'CITIZEN'], nationalId: PERSON.nationalId }],
  ['a leader who is a system', { roles: ['UNIT_LEADER', 'SYSTEM'], unit: COMMUNE, source: 'one-stop' }],
  ['an auditor', AUDITOR],
];
const ORDERS = ['SUBMITTED_AT_DESC', 'SUBMITTED_AT_ASC', 'DUE_AT_ASC', 'DUE_AT_DESC'] as const;
type Order = (typeof ORDERS)[number];

const LIST = graphql(`
  query DossierList($filter: DossierFilter, $orderBy: DossierOrder!, $first: Int, $after: String, $last: Int, $before: String) {
    dossiers(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { id code submittedAt dueAt } }
      nodes { id }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`);
type Page = DossierListQuery['dossiers'];
type Window = Partial<DossierListQueryVariables>;

async function page(as: Claims, variables: Window): Promise<Page> {
  const { data, errors } = await hub.ask(LIST, { variables: { orderBy: 'SUBMITTED_AT_DESC', ...variables }, as });
  expect(errors).toEqual([]);
  const { dossiers } = data as DossierListQuery;
  expect(dossiers.nodes.map((node) => node.id)).toEqual(dossiers.edges.map((edge) => edge.node.id));
  expect([dossiers.pageInfo.startCursor, dossiers.pageInfo.endCursor]).toEqual([
    dossiers.edges[0]?.cursor ?? null,
    dossiers.edges.at(-1)?.cursor ?? null,
  ]);
  return dossiers;
}

const refusal = async (variables: Window, as = OFFICER) => {
  const { data, errors } = await hub.ask(LIST, { variables: { orderBy: 'SUBMITTED_AT_DESC', ...variables }, as });
  expect(data).toBeNull();
  return [errors[0]?.extensions?.['code'], errors[0]?.extensions?.['field']];
};

/** The list as the contract orders it: ties by id, no due date last in both directions. */
async function expected(order: Order): Promise<string[]> {
  const { edges } = await page(AUDITOR, { first: 100 });
  const key = ({ submittedAt, dueAt }: Page['edges'][number]['node']) =>
    Date.parse((order.startsWith('DUE') ? dueAt : submittedAt) ?? 'none');
  const sign = order.endsWith('DESC') ? -1 : 1;
  return edges
    .map((edge) => edge.node)
    .sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
      if (x !== y && !Number.isNaN(x)) return sign * (x - y);
      return sign * (a.id < b.id ? -1 : 1);
    })
    .map((node) => node.id);
}

describe.each(ORDERS)('the order %s', (orderBy) => {
  it.each(VIEWERS)('is the same read forwards and backwards, in pages of any size, by %s', async (_, as) => {
    const all = await expected(orderBy);
    expect(all).toHaveLength(FILED.length);
    for (const size of [1, 2, 5, 13, 20]) {
      const forwards: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { edges, pageInfo }: Page = await page(as, { orderBy, first: size, after });
        expect(pageInfo.hasPreviousPage).toBe(after !== null);
        forwards.push(...edges.map((edge) => edge.node.id));
        expect(pageInfo.hasNextPage).toBe(forwards.length < all.length);
        ({ endCursor: after, hasNextPage: more } = pageInfo);
      }
      expect(forwards).toEqual(all);
      const backwards: string[] = [];
      for (let before: string | null = null, more = true; more; ) {
        const { edges, pageInfo }: Page = await page(as, { orderBy, last: size, before });
        expect(pageInfo.hasNextPage).toBe(before !== null);
        backwards.unshift(...edges.map((edge) => edge.node.id));
        expect(pageInfo.hasPreviousPage).toBe(backwards.length < all.length);
        ({ startCursor: before, hasPreviousPage: more } = pageInfo);
      }
      expect(backwards).toEqual(all);
    }
  });

  it('gives what lies between two cursors', async () => {
    const all = await expected(orderBy);
    const { edges } = await page(OFFICER, { orderBy });
    const [after, before] = [edges[2]?.cursor, edges[9]?.cursor];
    expect((await page(OFFICER, { orderBy, after, before, first: 100 })).edges.map((edge) => edge.node.id)).toEqual(all.slice(3, 9));
    expect((await page(OFFICER, { orderBy, after, before, last: 2 })).edges.map((edge) => edge.node.id)).toEqual(all.slice(7, 9));
    expect((await page(OFFICER, { orderBy, after, before, first: 2 })).pageInfo).toMatchObject({
      hasNextPage: true,
      hasPreviousPage: true,
    });
  });

  it('refuses a cursor of any other order, and what is none', async () => {
    const { pageInfo } = await page(OFFICER, { orderBy, first: 1 });
    for (const other of ORDERS.filter((each) => each !== orderBy)) {
      expect(await refusal({ orderBy: other, after: pageInfo.endCursor })).toEqual(['BAD_USER_INPUT', 'after']);
    }
    const made = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const uuid = '0192f000-0000-7000-8000-000000000000';
    const bad = [
      'x',
      '',
      made(),
      made(orderBy, '2025-09-30', uuid),
      made(orderBy, '2025-02-30T00:00:00.000Z', uuid),
      made(orderBy, '2025-09-30T00:00:00.000Z', 'x'),
      made(orderBy, 1, uuid),
    ];
    for (const before of bad) expect(await refusal({ orderBy, before })).toEqual(['BAD_USER_INPUT', 'before']);
  });
});

describe('a page', () => {
  it('holds the first 20 where nothing is said, none of 0, and stops at 100', async () => {
    await hub.feed(...Array.from({ length: 12 }, () => hub.dossier({ voided: false })));
    expect((await page(OFFICER, {})).edges).toHaveLength(20);
    expect(await page(OFFICER, { first: 0 })).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null },
    });
    expect(await page(OFFICER, { last: 0 })).toMatchObject({ edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    expect((await page(OFFICER, { first: 100 })).edges).toHaveLength(25);
    expect(await refusal({ first: 101 })).toEqual(['BAD_USER_INPUT', 'first']);
    expect(await refusal({ last: 101 })).toEqual(['BAD_USER_INPUT', 'last']);
    expect(await refusal({ first: -1 })).toEqual(['BAD_USER_INPUT', 'first']);
    expect(await refusal({ first: 1, last: 1 })).toEqual(['BAD_USER_INPUT', 'last']);
    expect(await refusal({ first: 101 }, { roles: ['ADMINISTRATOR'] })).toEqual(['FORBIDDEN', undefined]);
  });

  it('stays what it was while others come in', async () => {
    const walked: string[] = [];
    const known = (await page(OFFICER, { first: 100 })).edges.map((edge) => edge.node.id);
    let after: string | null = null;
    for (let more = true; more; ) {
      const { edges, pageInfo }: Page = await page(OFFICER, { first: 4, after });
      walked.push(...edges.map((edge) => edge.node.id));
      // One before, one among and one after what was read.
      const times = ['2025-09-30T23:00:00+07:00', edges[0]?.node.submittedAt, '2025-09-01T08:00:00+07:00'];
      const filed = times.flatMap((submittedAt) => (submittedAt === undefined ? [] : hub.dossier({ submittedAt, acceptedAt: null })));
      if (walked.length < 20) await hub.feed(...filed);
      ({ endCursor: after, hasNextPage: more } = pageInfo);
    }
    expect(new Set(walked).size).toBe(walked.length);
    expect(known.filter((id) => !walked.includes(id))).toEqual([]);
  });

  it('of who sees no due dates tells none by its order or its cursors', async () => {
    const accountant: Claims = { roles: ['ACCOUNTANT'], unit: COMMUNE };
    const { edges } = await page(accountant, { orderBy: 'DUE_AT_ASC', first: 100 });
    expect(edges.map((edge) => edge.node.id)).toEqual(edges.map((edge) => edge.node.id).sort());
    for (const { cursor } of edges) expect(Buffer.from(cursor, 'base64url').toString()).not.toMatch(/\d{4}-\d\d-\d\dT/);
    const some = await page(accountant, { orderBy: 'DUE_AT_ASC', first: 3 });
    expect((await page(accountant, { orderBy: 'DUE_AT_ASC', first: 3, after: some.pageInfo.endCursor })).edges).toEqual(edges.slice(3, 6));
    expect((await page(accountant, { filter: { dueBefore: '2030-01-01T00:00:00Z' } })).edges).toEqual([]);
  });
});
