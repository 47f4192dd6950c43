import { expect, it } from 'vitest';
import { TEXTS, textsIn } from './texts.ts';

it('says everything in both languages, with the same values in it', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
  for (const [key, { vi, en }] of Object.entries(TEXTS)) {
    expect([key, vi.length > 0, en.length > 0, holes(vi)]).toEqual([key, true, true, holes(en)]);
  }
});

it('fills in values, also those that look like a hole', () => {
  expect(textsIn('en')('notice.paused', { subject: '{count} $& vnpay' })).toBe('{count} $& vnpay is paused.');
});
