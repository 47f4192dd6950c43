import { buildSchema, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import { compileCost } from './cost.ts';

const schema = buildSchema(`
  type Query { dossiers(first: Int, last: Int): DossierConnection! dossier: Dossier units: [Unit!]! }
  type DossierConnection { nodes: [Dossier!]! edges: [Edge!]! totalCount: Int! }
  type Edge { node: Dossier! }
  type Dossier { id: ID! applicant: Citizen payments: [Payment!] }
  type Citizen { id: ID! dossiers(first: Int): DossierConnection }
  type Payment { id: ID! }
  type Unit { code: ID! }
`);

function costOf(query: string, values: Record<string, unknown> = {}): number {
  const { definitions } = parse(query);
  const operation = definitions.find((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION);
  const root = schema.getQueryType();
  if (operation === undefined || !root) throw new Error('No operation.');
  const fragments = new Map(
    definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  return compileCost(root, operation.selectionSet, { schema, fragments })(values);
}

it.each([
  ['plain fields cost nothing', '{ __typename }', {}, 0],
  ['an object costs one', '{ dossier { id } }', {}, 1],
  ['a list without pages costs five', '{ units { code } }', {}, 5],
  ['a page of the default size', '{ dossiers { nodes { id } } }', {}, 1 + 20 * 2],
  [
    'a page of a given size',
    '{ dossiers(first: 3) { nodes { id applicant { id } payments { id } } totalCount } }',
    {},
    1 + 3 * (1 + 1 + 1 + 5),
  ],
  ['a size in a variable', 'query ($n: Int) { dossiers(last: $n) { nodes { id } } }', { n: 100 }, 1 + 100 * 2],
  [
    'pages in pages multiply',
    '{ dossiers(first: 10) { nodes { applicant { dossiers(first: 10) { nodes { id } } } } } }',
    {},
    1 + 10 * (1 + 1 + 1 + (1 + 10 * 2)),
  ],
  [
    'fragments count where they are spread',
    '{ dossier { ...F } } fragment F on Dossier { applicant { id } ... on Dossier { payments { id } } }',
    {},
    1 + 1 + 5,
  ],
])('%s', (_what, query, values, expected) => {
  expect(costOf(query, values)).toBe(expected);
});
