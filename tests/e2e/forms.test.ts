import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { openSandboxIssuer } from '../../src/platform/auth/sandbox-issuer.ts';
import { reconcile } from '../../src/subgraphs/payments/index.ts';
import type { Query } from '../support/client.ts';
import { EVERYTHING_IN_PAGES } from '../support/documents.everything.ts';
import { INGEST_OUTCOMES } from '../support/documents.ingest.ts';
import { OPERATIONS, type Who } from '../support/forms.operations.ts';
import { manyDossiers, REFUSED, USER_ERRORS } from '../support/forms.refusals.ts';
import { type Answered, type Asked, type Forms, START_MS, startForms } from '../support/forms.ts';
import { row, statement } from '../support/payments.ts';

const UNIT = '32248';
const DAY = '2026-03-10';

let forms: Forms;
let tokens: Record<Who, string>;
/** One object of each kind: what operations are asked about. */
let known: Record<string, string>;

beforeAll(async () => {
  forms = await startForms({ worker: true });
  const brought = statement([row({ merchantRef: 'NOBODYS' })], { day: DAY, merchantCode: 'HUBTEST1' });
  await reconcile(forms.hub.platform, { provider: 'VNPAY', businessDate: DAY, file: brought, startedBy: 'test' });
  tokens = await makeTokens();
  known = await findKnown();
}, START_MS);
afterAll(() => forms?.stop());

/** A token of each role; the citizen is the applicant of a dossier with a payment. */
async function makeTokens(): Promise<typeof tokens> {
  const { hub } = forms;
  const BREAK_GLASS = await hub.token({ role: 'BREAK_GLASS' });
  const NUMBERS = graphql(`query NumbersOfPayers { payments(first: 100) { nodes { dossier { applicant { nationalId } } } } }`);
  const { data } = await forms.one.ask(NUMBERS, { token: BREAK_GLASS });
  const nationalId = data?.payments.nodes.flatMap(({ dossier }) => dossier?.applicant?.nationalId ?? [])[0] ?? '';
  return {
    BREAK_GLASS,
    CITIZEN: await hub.token({ role: 'CITIZEN', nationalId }),
    OFFICER: await hub.token({ role: 'OFFICER', unit: UNIT }),
    UNIT_LEADER: await hub.token({ role: 'UNIT_LEADER', unit: '96' }),
    ACCOUNTANT: await hub.token({ role: 'ACCOUNTANT' }),
    OPERATOR: await hub.token({ role: 'OPERATOR' }),
    ADMINISTRATOR: await hub.token({ role: 'ADMINISTRATOR' }),
    AUDITOR: await hub.token({ role: 'AUDITOR' }),
    SYSTEM: await hub.token({ role: 'SYSTEM', source: 'test', unit: UNIT }),
    BAD: 'nonsense',
    EXPIRED: await expiredToken(),
  };
}

async function expiredToken(): Promise<string> {
  const issuer = await openSandboxIssuer(forms.hub.platform.config.dataDir);
  return issuer.token({ roles: ['OFFICER'], unit: UNIT, ttl: '-1m' });
}

async function findKnown(): Promise<Record<string, string>> {
  const MINE = graphql(`
    query IdsOfMine { viewer { citizen { id dossiers { nodes { id code payments { id } synchronizations { id } } } } } }
  `);
  const BOOKS = graphql(`
    query IdsOfBooks($day: LocalDate!) { reconciliations(from: $day, to: $day) { id discrepancies { nodes { id } } } }
  `);
  const mine = await forms.one.ask(MINE, { token: tokens.CITIZEN });
  const books = await forms.one.ask(BOOKS, { token: tokens.ACCOUNTANT, variables: { day: DAY } });
  const citizen = mine.data?.viewer?.citizen;
  const [dossier] = citizen?.dossiers?.nodes ?? [];
  const [reconciliation] = books.data?.reconciliations ?? [];
  const found = {
    citizen: citizen?.id,
    dossier: dossier?.id,
    code: dossier?.code,
    payment: dossier?.payments?.[0]?.id,
    synchronization: dossier?.synchronizations?.[0]?.id,
    reconciliation: reconciliation?.id,
    discrepancy: reconciliation?.discrepancies.nodes[0]?.id,
  };
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, value ?? `no ${name}`]));
}

/** Asks both forms, one after the other; they must say the same, and it is answered. The order of errors means nothing. */
async function same<Data = Record<string, unknown>, Variables = Record<string, unknown>>(
  query: Query<Data, Variables>,
  asked: Asked<NoInfer<Variables>> = {},
): Promise<Answered<Data>> {
  const [one, many] = [await forms.one.ask(query, asked), await forms.many.ask(query, asked)];
  expect(inOrder(many)).toEqual(inOrder(one));
  return one;
}

function inOrder<T>(answer: Answered<T>): Answered<T> {
  const { errors } = answer;
  return errors === undefined ? answer : { ...answer, errors: errors.map((error) => JSON.stringify(error)).sort() as never };
}

const codesOf = ({ errors = [] }: Answered<unknown>) => errors.map(({ extensions }) => extensions?.['code']);
const asked = ({ as, variables, headers }: { as?: Who; variables?: Record<string, unknown>; headers?: Record<string, string> }): Asked => ({
  ...(as !== undefined && { token: tokens[as] }),
  ...(headers !== undefined && { headers }),
  variables: { ...known, ...variables },
});

describe('both forms say the same', () => {
  const ROLES: readonly Who[] = ['CITIZEN', 'OFFICER', 'UNIT_LEADER', 'ACCOUNTANT', 'OPERATOR', 'AUDITOR', 'SYSTEM', 'BREAK_GLASS'];
  it.each(ROLES)('to %s of the worklist with everything that a dossier has', async (as) => {
    const answer = await same(EVERYTHING_IN_PAGES, { token: tokens[as], variables: { first: 20 } });
    expect(codesOf(answer)).toEqual([]);
    // The sample is of other sources than the one of the token.
    expect(answer.data?.dossiers.edges.length).toBe(as === 'SYSTEM' ? 0 : Math.min(20, answer.data?.dossiers.totalCount ?? 0));
    expect(answer.data?.dossiers.edges.length).toBeGreaterThan(as === 'SYSTEM' ? -1 : 0);
  });

  it.each(OPERATIONS)('of $name', async ({ query, shows, ...by }) => {
    const answer = await same(String(query), asked(by));
    expect(codesOf(answer)).toEqual([]);
    expect(answer).toMatchObject({ status: 200, data: shows ?? {} });
    expect(Object.keys(answer.data ?? {})).not.toEqual([]);
  });

  it.each(REFUSED)('of $name, which is refused', async ({ query, code, field, status = 200, ...by }) => {
    const answer = await same(String(query), asked(by));
    expect(answer.status).toBe(status);
    expect(answer.errors?.[0]?.extensions).toEqual({ code, ...(field !== undefined && { field }) });
    const english = /^[\x20-\x7e…–·]+$/.test(answer.errors?.[0]?.message ?? '');
    if (!code.startsWith('GRAPHQL_')) expect(english).toBe(by.headers !== undefined);
  });

  it.each(USER_ERRORS)('of $name, which they answer by a user error', async ({ query, code, ...by }) => {
    const { data, errors } = await same<Record<string, { userErrors: { code: string; message: string }[] }>>(String(query), asked(by));
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {}).map(({ userErrors }) => userErrors.map((each) => each.code))).toEqual([[code]]);
  });

  it('when asked for the schema', async () => {
    const { data } = await same<{ __schema: { types: { name: string }[] } }>(getIntrospectionQuery());
    expect(data?.__schema.types.map(({ name }) => name)).toContain('DossierConnection');
    const MIXED = graphql(`
      query SchemaAndData {
        __schema { queryType { name } }
        __type(name: "Dossier") { fields { name } }
        procedure(code: "1.001193") { __typename name }
      }
    `);
    await same(MIXED);
  });

  it.each([
    ['a dossier', undefined, graphql(`subscription DossierChanges { dossierChanged { id } }`), 'UNAUTHENTICATED'],
    ['a payment', 'OPERATOR', graphql(`subscription PaymentChanges { paymentChanged(payment: "x") { id } }`), 'FORBIDDEN'],
    ['a connector', 'OFFICER', graphql(`subscription ConnectorChanges { connectorChanged { id } }`), 'FORBIDDEN'],
  ] as const)('of a subscription to the changes of %s by %s, who may not listen', async (_, as, query, code) => {
    const streams = await Promise.all(
      forms.both.map(async ({ url }) => {
        const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
        const token = as === undefined ? {} : { authorization: `Bearer ${tokens[as]}` };
        const body = JSON.stringify({ query: query.toString() });
        return (await fetch(url, { method: 'POST', headers: { ...headers, ...token }, body })).text();
      }),
    );
    expect(streams[1]).toBe(streams[0]);
    expect(streams[0]).toContain(`"code":"${code}"`);
    expect(streams[0]).toContain('event: complete');
  });

  it('to the same key: what one form has done, the other answers again', async () => {
    const input = manyDossiers(1).map((each) => ({ ...each, fees: [{ code: 'LP', name: 'Lệ phí', amount: 50_000 }] }));
    const ingested = await forms.one.ask(INGEST_OUTCOMES, { token: tokens.SYSTEM, variables: { input } });
    const id = ingested.data?.ingestDossiers.results[0]?.dossier?.id ?? '';
    const payment = { dossier: id, provider: 'VNPAY', idempotencyKey: 'both forms' } as const;
    const token = tokens.OFFICER;
    const PAY = graphql(`
      mutation PayInBothForms($input: CreatePaymentInput!) {
        createPayment(input: $input) {
          payment { id reference amount checkoutUrl dossier { amountDue } }
          userErrors { code message field }
        }
      }
    `);
    const { data } = await same(PAY, { token, variables: { input: payment } });
    expect(data?.createPayment.payment?.checkoutUrl).toContain('https://pay.invalid/');
    await same(PAY, { token, variables: { input: { ...payment, provider: 'CASH' } } });
  });
});

it('nothing of what a caller does wrong is a fault for the log', () => {
  const roles = ['dossiers', 'payments', 'identity', 'integration', 'gateway'];
  expect(roles.map((role) => forms.processes.logOf(role))).toEqual(roles.map(() => ''));
});
