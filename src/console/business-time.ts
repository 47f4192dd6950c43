/** The civil offset of Asia/Ho_Chi_Minh: +07:00 all year, no daylight saving time. */
const OFFSET_MS = 7 * 3_600_000;

/** A quarter of a year as indicators are asked for it: civil days, both included. */
export interface Quarter {
  /** `2025-Q3`: stable, and sorts by time. */
  key: string;
  year: number;
  number: number;
  from: string;
  to: string;
}

/** How many quarters can be looked at, the present one included; the figures of each are counted anew. */
const QUARTERS = 8;

/** The quarter that holds a civil day (YYYY-MM-DD). */
export function quarterOf(day: string): Quarter {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return quarterAt(year * 4 + Math.floor((month - 1) / 3));
}

/** The quarters that an operator may choose from on a business day, the present one first. */
export function recentQuarters(day: string): Quarter[] {
  const present = quarterOf(day);
  const index = present.year * 4 + present.number - 1;
  return Array.from({ length: QUARTERS }, (_, back) => quarterAt(index - back));
}

function quarterAt(index: number): Quarter {
  const [year, place] = [Math.floor(index / 4), index % 4];
  const month = (at: number) => String(at).padStart(2, '0');
  // Day 0 of the month after is the last day.
  const lastDay = new Date(Date.UTC(year, place * 3 + 3, 0)).getUTCDate();
  return {
    key: `${year}-Q${place + 1}`,
    year,
    number: place + 1,
    from: `${year}-${month(place * 3 + 1)}-01`,
    to: `${year}-${month(place * 3 + 3)}-${lastDay}`,
  };
}

/** A civil day so many days later, or earlier where negative; undefined: the text is no day that exists. */
export function dayAfter(day: string, days: number): string | undefined {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(day)) return undefined;
  const start = new Date(`${day}T00:00:00Z`);
  // A day that the month lacks is read as one of the next month.
  if (Number.isNaN(start.getTime()) || start.getUTCDate() !== Number(day.slice(8))) return undefined;
  start.setUTCDate(start.getUTCDate() + days);
  return start.toISOString().slice(0, 10);
}

/** The civil day (YYYY-MM-DD) of an instant. */
export function civilDayOf(at: Date): string {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/**
 * The present instant of the business clock, on which synchronizations and connectors tell their times:
 * the business day at the real time of day.
 */
export function businessNow(day: string, now: Date): Date {
  return new Date(now.getTime() + Date.parse(`${day}T00:00:00Z`) - Date.parse(`${civilDayOf(now)}T00:00:00Z`));
}
