import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keptFor } from './kept.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads once while it is fresh, for each owner by itself', async () => {
  const [one, other] = [{ name: 'one' }, { name: 'other' }];
  const read = vi.fn(async ({ name }: { name: string }) => `${name} ${read.mock.calls.length}`);
  const names = keptFor(1_000, read);
  expect(await Promise.all([names.of(one), names.of(one), names.of(other)])).toEqual(['one 1', 'one 1', 'other 2']);
  vi.advanceTimersByTime(999);
  expect(await names.of(one)).toBe('one 1');
  vi.advanceTimersByTime(1);
  expect(await names.of(one)).toBe('one 3');
  names.forget(one);
  expect(await names.of(one)).toBe('one 4');
});

it('does not keep a failure', async () => {
  const owner = {};
  const read = vi.fn(async () => {
    if (read.mock.calls.length === 1) throw new Error('not there');
    return 'there';
  });
  const kept = keptFor(1_000, read);
  await expect(kept.of(owner)).rejects.toThrow('not there');
  expect(await kept.of(owner)).toBe('there');
});
