import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import { checkVariables } from './variables.ts';

const schema = buildSchema(`
  input Part { text: String parts: [Part!] }
  type Query { find(text: String, ids: [ID!], part: Part, feed: [Part!]): Boolean }`);
const [operation] = parse(
  'query ($text: String, $ids: [ID!], $part: Part, $feed: [Part!]) { find(text: $text, ids: $ids, part: $part, feed: $feed) }',
).definitions as [OperationDefinitionNode];

it.each([
  ['text', { text: 'a\0b' }],
  ['ids.1', { ids: ['a', '\0'] }],
  ['part.text', { part: { text: '\0' } }],
])('refuses a NUL, naming %s', (field, values) => {
  expect(() => checkVariables(schema, operation, values)).toThrow(
    expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field } }),
  );
});

it('leaves the objects of a list to whoever takes it', () => {
  const values = { feed: [{ text: 'a\0b' }], part: { parts: [{ text: '\0' }] } };
  expect(checkVariables(schema, operation, values)).toEqual(values);
});
