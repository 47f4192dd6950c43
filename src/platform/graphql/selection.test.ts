import { buildSchema, type GraphQLResolveInfo, graphqlSync } from 'graphql';
import { describe, expect, it } from 'vitest';
import { selectedFields } from './selection.ts';

const schema = buildSchema('type Query { person: Person } type Person { a: Int b: Int c: Person }');

function selectedBy(source: string, variableValues: Record<string, unknown> = {}): string[] {
  let selected: string[] = [];
  const rootValue = {
    person: (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
      selected = [...selectedFields(info)];
      return null;
    },
  };
  expect(graphqlSync({ schema, source, rootValue, variableValues }).errors).toBeUndefined();
  return selected.sort();
}

describe('the selected fields', () => {
  it('are named whatever their alias, and only those right below', () => {
    expect(selectedBy('{ person { x: a c { b } } }')).toEqual(['a', 'c']);
  });

  it('are found in fragments and in a second selection of the same field', () => {
    expect(selectedBy('{ person { ...f } person { ... on Person { b } } } fragment f on Person { a }')).toEqual(['a', 'b']);
  });

  it('leave out what is skipped or not included', () => {
    const source =
      'query ($yes: Boolean!, $no: Boolean!) { person { a @skip(if: $yes) b @include(if: $no) ... @skip(if: $yes) { c { a } } } }';
    expect(selectedBy(source, { yes: true, no: false })).toEqual([]);
    expect(selectedBy(source, { yes: false, no: true })).toEqual(['a', 'b', 'c']);
  });
});
