import { expect, it } from 'vitest';
import { businessNow, civilDayOf, quarterOf, recentQuarters } from './business-time.ts';

it('knows the quarter of a day, from its first day to its last', () => {
  expect(quarterOf('2025-09-30')).toEqual({ key: '2025-Q3', year: 2025, number: 3, from: '2025-07-01', to: '2025-09-30' });
  expect(quarterOf('2024-01-01')).toMatchObject({ key: '2024-Q1', from: '2024-01-01', to: '2024-03-31' });
  expect(quarterOf('2025-12-31')).toMatchObject({ key: '2025-Q4', from: '2025-10-01', to: '2025-12-31' });
});

it('offers the present quarter and those before it, across the year', () => {
  expect(
    recentQuarters('2025-02-10')
      .map(({ key }) => key)
      .slice(0, 3),
  ).toEqual(['2025-Q1', '2024-Q4', '2024-Q3']);
});

it('puts the real time of day, in Asia/Ho_Chi_Minh, on the business day', () => {
  // 18:30 UTC is 01:30 of the next day there.
  expect(businessNow('2025-09-30', new Date('2026-11-24T18:30:00Z')).toISOString()).toBe('2025-09-29T18:30:00.000Z');
  expect(businessNow('2025-09-30', new Date('2026-11-24T03:00:00Z')).toISOString()).toBe('2025-09-30T03:00:00.000Z');
});

it('tells the civil day of an instant', () => {
  expect([civilDayOf(new Date('2026-11-24T16:59:59Z')), civilDayOf(new Date('2026-11-24T17:00:00Z'))]).toEqual([
    '2026-11-24',
    '2026-11-25',
  ]);
});
