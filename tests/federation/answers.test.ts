import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORM_NAMES, type Form, startForm } from './toy-forms.ts';

const AUTHORIZATION = 'Bearer unit-7';

interface Case {
  readonly what: string;
  readonly query: string;
  readonly data: unknown;
  readonly variables?: Record<string, unknown>;
}

const CASES: readonly Case[] = [
  {
    what: 'fields of four subgraphs through a hidden @requires',
    query: `{ dossiers(first: 2) { total nodes { code applicant { fullName granted } payments(first: 1) { amount seenGrant } synchronizations { sequence key } } } }`,
    data: {
      dossiers: {
        total: 3,
        nodes: ['1', '2'].map((n) => ({
          code: `H12.1-d${n}`,
          applicant: { fullName: `Người ${n}`, granted: `grant:d${n}:unit-7` },
          payments: [{ amount: Number(n) * 1000, seenGrant: `grant:d${n}:unit-7/` }],
          synchronizations: [{ sequence: 1, key: `d${n}/grant:d${n}:unit-7` }],
        })),
      },
    },
  },
  {
    what: 'node of a type that another subgraph owns',
    query: `{ node(id: "p1") { __typename id ... on Payment { amount payer { fullName } dossier { code applicant { fullName } } } ... on Dossier { code } } }`,
    data: {
      node: {
        __typename: 'Payment',
        id: 'p1',
        amount: 1000,
        payer: { fullName: 'Người 1' },
        dossier: { code: 'H12.1-d1', applicant: { fullName: 'Người 1' } },
      },
    },
  },
  {
    what: 'node of the own type, of a citizen, and of nothing',
    query: `{ d: node(id: "d1") { id ... on Dossier { code amountDue } } c: node(id: "c1") { ... on Citizen { fullName payments { amount } } } n: node(id: "zzz") { id } }`,
    data: { d: { id: 'd1', code: 'H12.1-d1', amountDue: 20 }, c: { fullName: 'Người 1', payments: [{ amount: 1000 }] }, n: null },
  },
  {
    what: 'aliases that look like hidden inputs',
    query: `{ dossier(id: "d1") { grant: code id: code weight: code __typename: code applicant { granted } amountDue payments(first: 1) { seenGrant } } }`,
    data: {
      dossier: {
        grant: 'H12.1-d1',
        id: 'H12.1-d1',
        weight: 'H12.1-d1',
        __typename: 'H12.1-d1',
        applicant: { granted: 'grant:d1:unit-7' },
        amountDue: 20,
        payments: [{ seenGrant: 'grant:d1:unit-7/' }],
      },
    },
  },
  {
    what: 'one field twice with different arguments',
    query: `{ dossier(id: "d1") { a: payments(status: "A", first: 1) { seenGrant } b: payments(status: "B") { seenGrant } amountDue(rate: 3) x: amountDue(rate: 4) } }`,
    data: {
      dossier: {
        a: [{ seenGrant: 'grant:d1:unit-7/A' }],
        b: [{ seenGrant: 'grant:d1:unit-7/B' }, { seenGrant: 'grant:d1:unit-7/B' }],
        amountDue: 6,
        x: 8,
      },
    },
  },
  { what: 'a null as required input', query: `{ dossier(id: "d2") { amountDue } }`, data: { dossier: { amountDue: -1 } } },
  {
    what: 'lists with nulls, and lists in them',
    query: `{ holes { id amountDue parts { id amountDue } } }`,
    data: {
      holes: [
        { id: 'd1', amountDue: 20, parts: [{ id: 'd2', amountDue: -1 }, null, { id: 'd3', amountDue: 20 }] },
        null,
        { id: 'd3', amountDue: 20, parts: [] },
      ],
    },
  },
  {
    what: 'an entity that its owner does not know',
    query: `{ node(id: "c3") { id ... on Citizen { fullName } } payment(id: "p3") { payer { fullName } } p: node(id: "p9") { ... on Payment { amount } } }`,
    data: { node: { id: 'c3', fullName: null }, payment: { payer: { fullName: null } }, p: null },
  },
  {
    what: 'unions with hidden members, and two keys of one entity',
    query: `{ subjects { __typename ... on Dossier { code amountDue } ... on Unit { name merchant } } payment(id: "p2") { unit { code name merchant } } }`,
    data: {
      subjects: [
        { __typename: 'Dossier', code: 'H12.1-d1', amountDue: 20 },
        null,
        { __typename: 'Unit', name: 'Ward 1', merchant: 'M-H12.1' },
        null,
      ],
      payment: { unit: { code: '2', name: 'Ward', merchant: 'M-H12.2' } },
    },
  },
  {
    what: '@provides',
    query: `{ dossier(id: "d1") { unit { head { fullName id } } } }`,
    data: { dossier: { unit: { head: { fullName: 'Provided', id: 'h1' } } } },
  },
  { what: '@override', query: `{ dossiers(first: 1) { nodes { label } } }`, data: { dossiers: { nodes: [{ label: 'label of d1' }] } } },
  {
    what: 'an interface whose fields another subgraph adds without knowing its objects',
    query: `{ connectors { __typename title health ... on Bank { fee } } worst { __typename id title health ... on Bank { fee } peers { title ... on Portal { agency } } } }`,
    data: {
      connectors: [
        { __typename: 'Portal', title: 'Cổng', health: 'portal is well' },
        { __typename: 'Bank', title: 'VNPAY', health: 'vnpay is well', fee: 5 },
      ],
      worst: {
        __typename: 'Bank',
        id: 'vnpay',
        title: 'VNPAY',
        health: 'vnpay is well',
        fee: 5,
        peers: [{ title: 'VNPAY' }, { title: 'Cổng', agency: 'H12' }],
      },
    },
  },
  {
    what: 'such an interface under conditions on several of its objects',
    query: `{ worst { ... on Bank { a: health } ... on Portal { b: health } } connectors { peers { ... on Portal { title: id } ... on Bank { health } } title: health } }`,
    data: {
      worst: { a: 'vnpay is well' },
      connectors: ['portal', 'vnpay'].map((id) => ({ peers: [{ health: 'vnpay is well' }, { title: 'portal' }], title: `${id} is well` })),
    },
  },
  {
    what: 'hidden enum values as null',
    query: `{ dossiers { nodes { state } } }`,
    data: { dossiers: { nodes: [{ state: 'OPEN' }, { state: 'OPEN' }, { state: null }] } },
  },
  {
    what: '@skip and @include, by variables and defaults',
    query: `query ($yes: Boolean!, $no: Boolean = false) { dossier(id: "d1") { code @skip(if: $yes) applicant @include(if: $yes) { fullName } ...More @include(if: $no) } } fragment More on Dossier { amountDue }`,
    variables: { yes: true },
    data: { dossier: { applicant: { fullName: 'Người 1' } } },
  },
  {
    what: 'the same with other variables',
    query: `query ($yes: Boolean!, $no: Boolean = false) { dossier(id: "d1") { code @skip(if: $yes) applicant @include(if: $yes) { fullName } ...More @include(if: $no) } } fragment More on Dossier { amountDue }`,
    variables: { yes: false, no: true },
    data: { dossier: { code: 'H12.1-d1', amountDue: 20 } },
  },
  {
    what: 'variables and their defaults in two subgraphs',
    query: `query ($n: Int = 1, $s: String, $r: Int = 7) { dossiers(first: $n) { nodes { amountDue(rate: $r) payments(status: $s, first: $n) { seenGrant } } } }`,
    variables: { s: 'PAID' },
    data: { dossiers: { nodes: [{ amountDue: 14, payments: [{ seenGrant: 'grant:d1:unit-7/PAID' }] }] } },
  },
  {
    what: 'introspection beside data',
    query: `{ __schema { queryType { name } } kind: __type(name: "Dossier") { fields { name } } t: __typename dossier(id: "d1") { t: __typename } }`,
    data: {
      __schema: { queryType: { name: 'Query' } },
      kind: { fields: expect.not.arrayContaining([{ name: 'grant' }]) },
      t: 'Query',
      dossier: { t: 'Dossier' },
    },
  },
  { what: 'a root that no subgraph need be asked for', query: `{ a: __typename }`, data: { a: 'Query' } },
  {
    what: 'a computed field that comes back to the type of another one of the same subgraph',
    query: `query ($no: Boolean = false) {
      dossiers(first: 2) { nodes { amountDue payments(first: 1) { amount dossier { code amountDue } } } }
      node(id: "d1") { ... on Dossier { p: payments(first: 1) { of: dossier {
        ...Due @skip(if: $no) gone: code @include(if: $no) payments(first: 1) { of: dossier { code: id amountDue applicant { fullName } } } } } } } }
      fragment Due on Dossier { due: amountDue payments(first: 1) { again: dossier { amountDue(rate: 2) } } }`,
    data: {
      dossiers: {
        nodes: [
          { amountDue: 20, payments: [{ amount: 1000, dossier: { code: 'H12.1-d1', amountDue: 20 } }] },
          { amountDue: -1, payments: [{ amount: 2000, dossier: { code: 'H12.1-d2', amountDue: -1 } }] },
        ],
      },
      node: {
        p: [
          {
            of: {
              due: 20,
              payments: [{ again: { amountDue: 4 }, of: { code: 'd1', amountDue: 20, applicant: { fullName: 'Người 1' } } }],
            },
          },
        ],
      },
    },
  },
  {
    what: 'the same below a change',
    query: `mutation { renameDossier(id: "d1", code: "X") { payments(first: 1) { dossier { amountDue } } } pay(dossier: "d2") { dossier { payments(first: 1) { dossier { amountDue } } } } }`,
    data: {
      renameDossier: { payments: [{ dossier: { amountDue: 20 } }] },
      pay: { dossier: { payments: [{ dossier: { amountDue: -1 } }] } },
    },
  },
  {
    what: 'mutations one after another, with fields of others',
    query: `mutation { a: renameDossier(id: "d1", code: "X") { code applicant { fullName } } pay(dossier: "d2") { amount dossier { code } } b: renameDossier(id: "d2", code: "Y") { code } }`,
    data: { a: { code: 'X', applicant: { fullName: 'Người 1' } }, pay: { amount: 2000, dossier: { code: 'H12.1-d2' } }, b: { code: 'Y' } },
  },
];

describe.each(FORM_NAMES)('%s', (name) => {
  let form: Form;
  beforeAll(async () => {
    form = await startForm(name);
  });
  afterAll(() => form.stop());

  it.each(CASES)('answers $what', async ({ query, data, variables }) => {
    // Several times: the first runs are interpreted, later ones compiled.
    for (let turn = 0; turn < 4; turn++) {
      const answer = await form.ask(query, { authorization: AUTHORIZATION, ...(variables && { variables }) });
      expect(answer).toEqual({ data });
    }
  });

  it('gives each of many callers at once their own answer', async () => {
    const query = '{ whoAmI dossiers { nodes { applicant { granted } payments { seenGrant } synchronizations { key } } } }';
    const units = Array.from({ length: 200 }, (_, index) => `unit-${index}`);
    const answers = await Promise.all(units.map((unit) => form.ask(query, { authorization: `Bearer ${unit}` })));
    const expected = units.map((unit) => ({
      data: {
        whoAmI: unit,
        dossiers: {
          nodes: ['1', '2', '3'].map((n) => ({
            applicant: { granted: `grant:d${n}:${unit}` },
            payments: [{ seenGrant: `grant:d${n}:${unit}/` }, { seenGrant: `grant:d${n}:${unit}/` }],
            synchronizations: [{ key: `d${n}/grant:d${n}:${unit}` }],
          })),
        },
      },
    }));
    expect(answers).toEqual(expected);
  });

  it('passes the language on', async () => {
    expect(await form.ask('{ language }', { acceptLanguage: 'en-GB' })).toEqual({ data: { language: 'en-GB' } });
  });

  it('streams a subscription with fields of other subgraphs in each event', async () => {
    const answers = await form.subscribe(
      'subscription { dossierChanged { code applicant { fullName granted } payments(first: 1) { amount } } }',
      { authorization: AUTHORIZATION },
    );
    const event = (code: string): object => ({
      data: { dossierChanged: { code, applicant: { fullName: 'Người 1', granted: 'grant:d1:unit-7' }, payments: [{ amount: 1000 }] } },
    });
    expect(answers).toEqual([event('turn-0'), event('turn-1')]);
  });

  it('shows clients a schema without hidden parts', async () => {
    const { data } = await form.ask(getIntrospectionQuery());
    const sdl = printSchema(buildClientSchema(data as IntrospectionQuery));
    expect(sdl).toContain('type Dossier implements Node');
    for (const hidden of [/\bgrant\b/, /SECRET/, /Vault/, /join__/, /_entities/, /\bsecret\b/]) expect(sdl).not.toMatch(hidden);
  });
});
