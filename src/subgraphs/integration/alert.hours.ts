import { z } from 'zod';
import { addDays, localDateOf, startOfLocalDate } from '../../platform/time.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When a source is expected to speak. Days of the week are 1, Monday, to 7; times are civil ones. */
export const workingHours = z.object({
  weekdays: z.array(z.number().int().min(1).max(7)),
  spans: z.array(z.tuple([time, time])),
  /** Days off, YYYY-MM-DD. */
  closed: z.array(z.string()),
});
export type WorkingHours = z.infer<typeof workingHours>;

const MINUTE_MS = 60_000;
/** Who was silent for longer than that is silent, whatever the calendar. */
const LOOKED_BACK_DAYS = 14;

/** How many working minutes lie between two instants, of the last two weeks at most. */
export function workingMinutesBetween(from: Date, to: Date, hours: WorkingHours): number {
  const today = localDateOf(to);
  let minutes = 0;
  for (let back = 0; back < LOOKED_BACK_DAYS; back += 1) {
    const day = addDays(today, -back);
    const start = startOfLocalDate(day).getTime();
    if (start + 24 * 60 * MINUTE_MS <= from.getTime()) break;
    if (!isWorkingDay(day, hours)) continue;
    for (const [opens, closes] of hours.spans) {
      const begin = Math.max(from.getTime(), start + minuteOf(opens) * MINUTE_MS);
      const end = Math.min(to.getTime(), start + minuteOf(closes) * MINUTE_MS);
      minutes += Math.max(0, end - begin) / MINUTE_MS;
    }
  }
  return minutes;
}

/** The minute of the civil day. */
export function minuteOf(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
}

/** Whether people work on that civil day. */
export function isWorkingDay(day: string, { weekdays, closed }: WorkingHours): boolean {
  // A civil day's weekday is the same wherever it is reckoned.
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
  return weekdays.includes(weekday) && !closed.includes(day);
}
