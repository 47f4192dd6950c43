import data from '../reference/calendar.json' with { type: 'json' };
import { type Calendar, createWorkingTime, parseDay, parseMinutes, type Session } from './working-time.ts';

export type { Calendar, WorkingDayOptions } from './working-time.ts';

/** Times of a session as people write them, HH:MM. */
export interface OpeningTimes {
  from: string;
  to: string;
}

/** A working calendar as data: days are YYYY-MM-DD, hours HH:MM, both local. */
export interface CalendarData {
  holidays: readonly { date: string; name: string }[];
  /** Saturdays or Sundays worked instead of another day. */
  makeUpDays: readonly { date: string; name: string }[];
  /** Sessions of a day, in order. */
  opening: readonly OpeningTimes[];
  /** What is received later counts as received on the next working day. */
  cutoff: string;
}

/** Sessions in minutes after midnight. */
export function toSessions(times: readonly OpeningTimes[]): Session[] {
  return times.map(({ from, to }) => ({ from: parseMinutes(from), to: parseMinutes(to) }));
}

/** The ISO weekday of a day by its count: 1 Monday … 7 Sunday. The count begins with a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Makes a calendar of its data: open from Monday to Friday. */
export function createCalendar(source: CalendarData): Calendar {
  const holidays = new Set(source.holidays.map((each) => parseDay(each.date)));
  const makeUpDays = new Set(source.makeUpDays.map((each) => parseDay(each.date)));
  const sessions = toSessions(source.opening);
  const cutoff = parseMinutes(source.cutoff);
  const isWorking = (day: number) => makeUpDays.has(day) || (!holidays.has(day) && weekdayOf(day) <= 5);
  return createWorkingTime((day) => ({ sessions: isWorking(day) ? sessions : [], cutoff }));
}

/** The calendar that a new hub begins with, as its file has it. */
export const REFERENCE: CalendarData = data;

/**
 * The province's calendar as the file has it: holidays of 2025 and 2026, make-up days, opening hours (invented), the 15:00 rule.
 * What a hub reckons with is in its database, where administrators change it.
 */
export const calendar: Calendar = createCalendar(REFERENCE);

/** Whether the civil day (YYYY-MM-DD) is worked by the province's calendar. */
export const isWorkingDay = calendar.isWorkingDay;

/** See {@link Calendar.addWorkingDays}; by the province's calendar. */
export const addWorkingDays = calendar.addWorkingDays;
