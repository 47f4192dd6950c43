import { describe, expect, it } from 'vitest';
import { addWorkingDays, calendar, createCalendar, isWorkingDay } from './calendar.ts';

const at = (local: string) => new Date(`${local}:00+07:00`);

describe('working days', () => {
  it('leaves out weekends and holidays', () => {
    expect(['2025-08-29', '2025-08-30', '2025-08-31', '2025-09-01', '2025-09-02', '2025-09-03'].map(isWorkingDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it('works on a make-up Saturday', () => {
    expect(isWorkingDay('2025-04-26')).toBe(true);
    expect(isWorkingDay('2025-05-02')).toBe(false);
    expect(isWorkingDay('2025-05-03')).toBe(false);
  });
});

describe('time limits', () => {
  it.each([
    ['in the day', '2025-07-01T09:30', 0, '2025-07-01T17:00'],
    ['at 15:00 sharp', '2025-07-01T15:00', 0, '2025-07-01T17:00'],
    ['after 15:00', '2025-07-01T15:01', 0, '2025-07-02T17:00'],
    ['after 15:00 on a Friday', '2025-07-04T16:00', 0, '2025-07-07T17:00'],
    ['received on a Saturday evening', '2025-07-05T20:00', 0, '2025-07-07T17:00'],
    ['three days', '2025-07-01T09:30', 3, '2025-07-04T17:00'],
    ['three days after 15:00', '2025-07-01T15:30', 3, '2025-07-07T17:00'],
    ['over National Day', '2025-08-29T10:00', 1, '2025-09-03T17:00'],
    ['half a day in the morning', '2025-07-01T08:00', 0.5, '2025-07-01T13:30'],
    ['an hour after 15:00', '2025-07-01T15:30', 0.125, '2025-07-02T08:00'],
    ['a day and a half', '2025-07-01T09:00', 1.5, '2025-07-03T11:00'],
  ])('%s', (_title, received, days, due) => {
    expect(addWorkingDays(at(received), days)).toEqual(at(due));
  });

  it('takes another cutoff', () => {
    expect(addWorkingDays(at('2025-07-01T15:30'), 0, { cutoff: '16:00' })).toEqual(at('2025-07-01T17:00'));
  });

  it('refuses a negative limit', () => {
    expect(() => addWorkingDays(at('2025-07-01T09:00'), -1)).toThrow(RangeError);
    expect(() => addWorkingDays(at('2025-07-01T09:00'), Number.NaN)).toThrow(RangeError);
  });
});

describe('opening hours', () => {
  it('names the next opening', () => {
    expect(calendar.isOpen(at('2025-07-01T11:29'))).toBe(true);
    expect(calendar.isOpen(at('2025-07-01T12:00'))).toBe(false);
    expect(calendar.nextOpening(at('2025-07-01T12:00'))).toEqual(at('2025-07-01T13:00'));
    expect(calendar.nextOpening(at('2025-07-04T17:00'))).toEqual(at('2025-07-07T07:00'));
  });

  it('is data: a Saturday morning can be opened', () => {
    const own = createCalendar({
      holidays: [],
      makeUpDays: [{ date: '2025-07-05', name: 'x' }],
      opening: [{ from: '08:00', to: '12:00' }],
      cutoff: '11:00',
    });
    expect(own.nextOpening(at('2025-07-04T12:00'))).toEqual(at('2025-07-05T08:00'));
    expect(own.addWorkingDays(at('2025-07-04T11:30'), 0)).toEqual(at('2025-07-05T12:00'));
  });
});
