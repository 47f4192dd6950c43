import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { Role } from '../../src/platform/auth/viewer.ts';
import { RECONCILIATION_IDS } from '../support/documents.payments.ts';
import type { TestToken } from '../support/hub.ts';
import { CITIZEN, COMMUNE, createPaymentsHub, load, loaded, OTHER_CITIZEN, type PaymentsHub } from '../support/payments.ts';

let hub: PaymentsHub;
let dossier: string;
let payment: { id: string; reference: string };
beforeAll(async () => {
  hub = await createPaymentsHub();
  dossier = await hub.ingest({ code: 'H12.64-250929-0001' });
  const officer = await hub.token({ role: 'OFFICER', unit: COMMUNE });
  const made = await hub.create(officer, { dossier, provider: 'CASH', idempotencyKey: 'k' });
  if (made.payment === null) throw new Error(JSON.stringify(made.userErrors));
  payment = made.payment;
});
afterAll(() => hub.stop());

// A subgraph's own schema: grants are hidden from clients.
const LIST = '{ payments(first: 50) { totalCount nodes { id reference entries { id } grant } pageInfo { hasNextPage } } }';
type List = { payments: { totalCount: number; nodes: { id: string; reference: string; entries: object[]; grant: string }[] } };

async function list(claims: TestToken) {
  return hub.execute<List>('payments', LIST, {}, await hub.token(claims));
}

describe('payments on their own', () => {
  const seeing: [string, TestToken, 'full' | 'masked', boolean][] = [
    ['the citizen who pays', { role: 'CITIZEN', nationalId: CITIZEN }, 'full', false],
    ["an officer of the dossier's unit", { role: 'OFFICER', unit: COMMUNE }, 'full', false],
    ["the unit's leader", { role: 'UNIT_LEADER', unit: COMMUNE }, 'full', false],
    ["the province's leader", { role: 'UNIT_LEADER', unit: '96' }, 'masked', false],
    ["the unit's accountant", { role: 'ACCOUNTANT', unit: COMMUNE }, 'masked', true],
    ["the province's accountant", { role: 'ACCOUNTANT' }, 'masked', true],
    ['an auditor', { role: 'AUDITOR' }, 'masked', true],
    ['who breaks the glass', { role: 'BREAK_GLASS' }, 'full', true],
  ];
  it.each(seeing)('are seen by %s', async (_, claims, person, books) => {
    const token = await hub.token(claims);
    const { data } = await hub.execute<List>('payments', LIST, {}, token);
    expect(data?.payments.totalCount).toBe(1);
    const [seen] = data?.payments.nodes ?? [];
    expect(seen?.reference).toBe(payment.reference);
    expect(seen?.entries.length).toBe(books ? 2 : 0);
    const viewer = await hub.platform.authenticator.viewer(`Bearer ${token}`);
    const grant = hub.platform.grants.verify(viewer, seen?.grant ?? '');
    expect(grant).toMatchObject({ person, code: 'H12.64-250929-0001' });
    expect(grant?.citizen).toMatch(/^[0-9a-f-]{36}$/);
  });

  const blind: [string, TestToken][] = [
    ['another citizen', { role: 'CITIZEN', nationalId: OTHER_CITIZEN }],
    ['a citizen without a number', { role: 'CITIZEN' }],
    ["another unit's officer", { role: 'OFFICER', unit: '31825' }],
    ["another unit's accountant", { role: 'ACCOUNTANT', unit: '31825' }],
    ['an officer without a unit', { role: 'OFFICER' }],
  ];
  it.each(blind)('are absent for %s', async (_, claims) => {
    const { data, errors } = await list(claims);
    expect(errors).toEqual([]);
    expect(data?.payments).toMatchObject({ totalCount: 0, nodes: [] });
    const token = await hub.token(claims);
    const one = graphql(`query PaymentByKey($id: ID, $reference: String) { payment(id: $id, reference: $reference) { id } }`);
    expect((await hub.execute('payments', one, { id: payment.id }, token)).data).toEqual({ payment: null });
    expect((await hub.execute('payments', one, { reference: payment.reference }, token)).data).toEqual({ payment: null });
    const entity = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Payment { id } } }';
    expect((await hub.execute('payments', entity, { r: [{ __typename: 'Payment', id: payment.id }] }, token)).data).toEqual({
      _entities: [null],
    });
  });

  it.each(['OPERATOR', 'ADMINISTRATOR', 'SYSTEM'] as Role[])('are forbidden to %s', async (role) => {
    const { errors } = await list({ role, source: 'test' });
    expect(errors.map((error) => error.extensions?.['code'])).toEqual(['FORBIDDEN']);
  });

  it('need a token', async () => {
    const { errors } = await hub.execute('payments', LIST);
    expect(errors.map((error) => error.extensions?.['code'])).toEqual(['UNAUTHENTICATED']);
  });
});

describe('reconciliations', () => {
  const ASK = RECONCILIATION_IDS;
  it.each(['CITIZEN', 'OFFICER', 'UNIT_LEADER', 'OPERATOR'] as Role[])('are forbidden to %s', async (role) => {
    const { errors } = await hub.execute('payments', ASK, {}, await hub.token({ role, unit: COMMUNE, nationalId: CITIZEN }));
    expect(errors.map((error) => error.extensions?.['code'])).toEqual(['FORBIDDEN']);
  });
  it('are read by who keeps or audits the books', async () => {
    for (const role of ['ACCOUNTANT', 'AUDITOR', 'BREAK_GLASS'] as const) {
      expect(await hub.execute('payments', ASK, {}, await hub.token({ role }))).toEqual({ data: { reconciliations: [] }, errors: [] });
    }
  });
});

describe("a dossier's payments", () => {
  it('are null without its grant, or with one made for another', async () => {
    const stranger = await hub.token({ role: 'CITIZEN', nationalId: OTHER_CITIZEN });
    expect(await hub.money(dossier, stranger)).toEqual({ amountPaid: null, amountDue: null, payments: null });
    const operator = await hub.token({ role: 'OPERATOR' });
    expect(await hub.money(dossier, operator)).toEqual({ amountPaid: null, amountDue: null, payments: null });
  });

  it('cost the same SQL for twenty dossiers as for one', async () => {
    const citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, at) => hub.ingest({ code: `H12.64-250929-01${String(at).padStart(2, '0')}` })),
    );
    const dossiers = 'query { dossiers(first: 50) { nodes { id grant feesSettled fees { amount exemptedAmount collection } } } }';
    const { data } = await hub.execute<{ dossiers: { nodes: { id: string }[] } }>('dossiers', dossiers, {}, citizen);
    const representations = (data?.dossiers.nodes ?? []).map((node) => ({ __typename: 'Dossier', ...node }));
    expect(representations.length).toBeGreaterThan(ids.length);
    const ask =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Dossier { amountPaid amountDue payments { id merchant { code } entries { id } } } } }';
    const statements = async (r: object[]) => {
      const query = hub.platform.db.query;
      let count = 0;
      hub.platform.db.query = (sql, values) => {
        count += 1;
        return query(sql, values);
      };
      const { errors } = await hub.execute('payments', ask, { r }, citizen);
      hub.platform.db.query = query;
      expect(errors).toEqual([]);
      return count;
    };
    const one = representations.filter((each) => each.id === dossier);
    expect(await statements(representations)).toBe(await statements(one));
  });
});

describe("a citizen's payments", () => {
  const ASK = `query ($r: [_Any!]!, $first: Int, $after: String) { _entities(representations: $r) { ... on Citizen { payments(first: $first, after: $after) {
    totalCount nodes { reference } pageInfo { hasNextPage endCursor } } } } }`;
  type Answer = {
    _entities: {
      payments: { totalCount: number; nodes: { reference: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } | null;
    }[];
  };

  it('come in pages, each citizen their own', async () => {
    const people = [0, 1].map((at) => ({ citizenId: `0192f000-0000-7000-8000-00000000000${at}`, citizenIndex: null }));
    const at = Date.parse('2026-03-10T09:00:00+07:00');
    await load(
      hub,
      people.map((person, who) =>
        loaded(
          [0, 1, 2].map((n) => ({ reference: `P${who}N${n}`, createdAt: at + n * 1_000 })),
          person,
        ),
      ),
    );
    const representations = people.map(({ citizenId }) => ({ __typename: 'Citizen', id: `cit_${citizenId}` }));
    const token = await hub.token({ role: 'ACCOUNTANT' });
    const { data } = await hub.execute<Answer>('payments', ASK, { r: representations, first: 2 }, token);
    expect(data?._entities.map((each) => each.payments?.nodes.map((node) => node.reference))).toEqual([
      ['P0N2', 'P0N1'],
      ['P1N2', 'P1N1'],
    ]);
    expect(data?._entities[0]?.payments).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const after = data?._entities[0]?.payments?.pageInfo.endCursor;
    const next = await hub.execute<Answer>('payments', ASK, { r: [representations[0]], first: 2, after }, token);
    expect(next.data?._entities[0]?.payments?.nodes).toEqual([{ reference: 'P0N0' }]);
    const operator = await hub.execute<Answer>('payments', ASK, { r: representations, first: 2 }, await hub.token({ role: 'OPERATOR' }));
    expect(operator.data?._entities).toEqual([{ payments: null }, { payments: null }]);
  });
});
