import { expect, it } from 'vitest';
import { DistinctRepresentations, isSame } from './distinct.ts';

it('takes each once and tells where it stands', () => {
  const found = new DistinctRepresentations();
  const dossier = (id: string, more: object = {}) => ({
    __typename: 'Dossier',
    id,
    fees: [{ amount: 1 }],
    grant: 'g'.repeat(100),
    ...more,
  });
  expect([dossier('a'), dossier('b'), dossier('a'), dossier('c'), dossier('b')].map((each) => found.add(each))).toEqual([0, 1, 0, 2, 1]);
  expect(found.list.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

it.each([
  ['another type', { __typename: 'Payment' }],
  ['another key', { id: 'b' }],
  ['a number that reads like a text', { version: '1' }],
  ['another long value', { grant: `${'g'.repeat(99)}h` }],
  ['another nested value', { fees: [{ amount: 2 }] }],
  ['one item more', { fees: [{ amount: 1 }, { amount: 1 }] }],
  ['a null for a list', { fees: null }],
  ['a field more', { settled: false }],
  ['a field that is null', { settled: null }],
])('keeps apart %s', (_, change) => {
  const found = new DistinctRepresentations();
  const first = { __typename: 'Dossier', id: 'a', version: 1, fees: [{ amount: 1 }], grant: 'g'.repeat(100) };
  expect([first, { ...first, ...change }, first].map((each) => found.add(each))).toEqual([0, 1, 0]);
});

it('compares without regard to the order of keys', () => {
  expect(isSame({ a: [1, { b: null }], c: 'x' }, { c: 'x', a: [1, { b: null }] })).toBe(true);
  expect(isSame([], {})).toBe(false);
  expect(isSame(null, {})).toBe(false);
  expect(isSame({ a: undefined }, { b: undefined })).toBe(false);
});
