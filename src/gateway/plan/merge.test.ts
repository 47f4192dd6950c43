import { expect, it } from 'vitest';
import { copy, mergeInto } from './merge.ts';
import type { Json } from './paths.ts';

it('adds fields object by object and item by item, and lets no null take a value away', () => {
  const target: Json = { id: '1', unit: { code: '1' }, rows: [{ a: 1 }, null, { a: 3 }], gone: null, kept: 'x' };
  mergeInto(target, { unit: { name: 'Ward' }, rows: [{ b: 1 }, { b: 2 }, null], gone: 5, kept: null, more: [1] });
  expect(target).toEqual({
    id: '1',
    unit: { code: '1', name: 'Ward' },
    rows: [{ a: 1, b: 1 }, { b: 2 }, { a: 3 }],
    gone: 5,
    kept: 'x',
    more: [1],
  });
});

it('lets the real type of an object replace the name of an interface that stood for it', () => {
  const target: Json = { __typename: 'Media', id: '1' };
  mergeInto(target, { __typename: 'Book', title: 'T' });
  expect(target).toEqual({ __typename: 'Book', id: '1', title: 'T' });
});

it('copies deeply, so that two places never share an object', () => {
  const source = { list: [{ a: 1 }], none: null };
  const second = copy(source);
  mergeInto(second, { list: [{ b: 2 }] });
  expect(source).toEqual({ list: [{ a: 1 }], none: null });
  expect(second).toEqual({ list: [{ a: 1, b: 2 }], none: null });
});
