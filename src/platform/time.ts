/** The civil offset of Asia/Ho_Chi_Minh: +07:00 all year, no daylight saving time. */
const OFFSET_MS = 7 * 3_600_000;

const DAY_MS = 86_400_000;

/** The civil day (YYYY-MM-DD) of an instant in Asia/Ho_Chi_Minh. */
export function localDateOf(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant at which a civil day begins in Asia/Ho_Chi_Minh. */
export function startOfLocalDate(localDate: string): Date {
  return new Date(Date.parse(`${localDate}T00:00:00.000Z`) - OFFSET_MS);
}

/** The civil day `days` later (earlier where negative). */
export function addDays(localDate: string, days: number): string {
  return new Date(Date.parse(`${localDate}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** An instant as RFC 3339 with the offset of Asia/Ho_Chi_Minh, to the millisecond. */
export function toLocalIso(instant: Date): string {
  return `${new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, -1)}+07:00`;
}

/** Whether a text is a civil day that exists. */
export function isLocalDate(text: string): boolean {
  // There is no year 0.
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  // A day that the month lacks is read as one of the next month.
  return !Number.isNaN(time) && new Date(time).getUTCDate() === Number(text.slice(8));
}

/** Tells the time to everything that the hub does. */
export interface Clock {
  /** The real instant: signatures, tokens, receipts of money, provider calls. */
  now(): Date;
  /** The business instant: timeliness, codes, early warning. Runs on in real time from HUB_TODAY. */
  business(): Date;
}

/**
 * A clock whose business time begins at `today` (HUB_TODAY) at the present time of day and runs on
 * in real time; without it business time is real time.
 */
export function createClock(today?: string): Clock {
  const real = () => new Date();
  if (today === undefined) return { now: real, business: real };
  const shift = startOfLocalDate(today).getTime() - startOfLocalDate(localDateOf(new Date())).getTime();
  return { now: real, business: () => new Date(Date.now() + shift) };
}
