import { localDateOf, startOfLocalDate } from '../../../platform/time.ts';

/** The month before the one that an instant lies in, YYYY-MM. */
export function monthBefore(instant: Date): string {
  const [year = 0, month = 0] = localDateOf(instant).split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}

/** The instants at which a month begins and the next one does, in Asia/Ho_Chi_Minh. */
export function boundsOf(month: string): { start: Date; end: Date } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
  return { start: startOfLocalDate(`${month}-01`), end: startOfLocalDate(next) };
}

const HOUR_MS = 3_600_000;
const NIGHT = { from: 1, to: 5 };

/** Whether it is night by business time: what reads whole tables is done then. */
export function isNight(instant: Date): boolean {
  const hour = (instant.getTime() - startOfLocalDate(localDateOf(instant)).getTime()) / HOUR_MS;
  return hour >= NIGHT.from && hour < NIGHT.to;
}
