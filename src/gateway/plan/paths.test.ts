import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { compilePath, type ErrorPath, TypeConditions, visitTargets } from './paths.ts';

const types = new TypeConditions(
  parse(`
    interface Node { id: ID! }
    interface Media implements Node { id: ID! }
    type Book implements Media & Node { id: ID! }
    type Vault implements Node @inaccessible { id: ID! }
    union Subject = Book | Vault
  `),
);

it('knows interfaces, unions and hidden types', () => {
  expect(types.matches('Book', 'Book')).toBe(true);
  expect(types.matches('Book', 'Media')).toBe(true);
  expect(types.matches('Media', 'Node')).toBe(true);
  expect(types.matches('Vault', 'Subject')).toBe(true);
  expect(types.matches('Vault', 'Media')).toBe(false);
  expect(types.matches('Unknown', 'Node')).toBe(false);
});

function pathsTo(data: unknown, path: Parameters<typeof compilePath>[0]): ErrorPath[] {
  const found: ErrorPath[] = [];
  visitTargets(data, { segments: compilePath(path), types, found: (target) => found.push(target.path) });
  return found;
}

it('finds objects through lists, nulls and type conditions, each with its place', () => {
  const data = {
    rows: [
      { subject: { __typename: 'Book', pages: [[{ n: 1 }], null, [{ n: 2 }, null]] } },
      null,
      { subject: { __typename: 'Vault', pages: [[{ n: 3 }]] } },
      { subject: null },
    ],
  };
  const rows = [{ Field: 'rows' }, '@', { Field: 'subject' }] as const;
  expect(pathsTo(data, [...rows])).toEqual([
    ['rows', 0, 'subject'],
    ['rows', 2, 'subject'],
  ]);
  expect(pathsTo(data, [...rows, { TypeCondition: ['Media'] }, { Field: 'pages' }, '@', '@'])).toEqual([
    ['rows', 0, 'subject', 'pages', 0, 0],
    ['rows', 0, 'subject', 'pages', 2, 0],
  ]);
  expect(pathsTo(data, [{ Field: 'nothing' }, '@'])).toEqual([]);
});
