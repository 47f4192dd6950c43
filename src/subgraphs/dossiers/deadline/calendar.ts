import data from '../reference/calendar.json' with { type: 'json' };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Asia/Ho_Chi_Minh keeps +07:00 all year. */
const OFFSET_MS = 7 * 3_600_000;
/** Internal processes reckon a working day as 8 hours. */
const WORKING_DAY_MINUTES = 480;

/** The working calendar as data: days are YYYY-MM-DD, hours HH:MM, both local. */
export interface CalendarData {
  holidays: readonly { date: string; name: string }[];
  /** Saturdays or Sundays worked instead of another day. */
  makeUpDays: readonly { date: string; name: string }[];
  /** Sessions of a day, in order. */
  opening: readonly { from: string; to: string }[];
  /** What is received later counts as received on the next working day. */
  cutoff: string;
}

export interface WorkingDayOptions {
  /** HH:MM, local; the calendar's own where left out. */
  cutoff?: string;
}

/** Working days and hours. Instants are UTC, civil days YYYY-MM-DD in Asia/Ho_Chi_Minh. */
export interface Calendar {
  isWorkingDay(localDate: string): boolean;
  /** Whether a desk is open at that instant. */
  isOpen(instant: Date): boolean;
  /** The instant itself while a desk is open, else the next opening. */
  nextOpening(instant: Date): Date;
  /**
   * When a time limit of `days` working days ends, counted from the day after receipt: the close of its last day. Received after
   * the cutoff or on a day off counts as received on the next working day; 0 days end on the day of receipt. A part of a day
   * is working time of an 8-hour day, added to the whole days, or to the receipt where there are none.
   * @throws RangeError where `days` is negative or not finite.
   */
  addWorkingDays(instant: Date, days: number, options?: WorkingDayOptions): Date;
}

/** A civil day as a count of days, which makes the arithmetic plain and fast. */
const dayOf = (localMs: number) => Math.floor(localMs / DAY_MS);
const parseDay = (localDate: string) => Date.parse(`${localDate}T00:00:00.000Z`) / DAY_MS;
const parseMinutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Makes a calendar of its data. */
export function createCalendar(source: CalendarData): Calendar {
  const holidays = new Set(source.holidays.map((each) => parseDay(each.date)));
  const makeUpDays = new Set(source.makeUpDays.map((each) => parseDay(each.date)));
  const sessions = source.opening.map((each) => ({ from: parseMinutes(each.from), to: parseMinutes(each.to) }));
  const close = Math.max(...sessions.map((each) => each.to));

  const isWorking = (day: number) => makeUpDays.has(day) || (!holidays.has(day) && ((day + 4) % 7) % 6 !== 0);
  const nextWorking = (day: number): number => (isWorking(day) ? day : nextWorking(day + 1));
  const toLocal = (instant: Date) => instant.getTime() + OFFSET_MS;
  const toInstant = (day: number, minutes: number) => new Date(day * DAY_MS + minutes * MINUTE_MS - OFFSET_MS);

  function nextOpening(instant: Date): Date {
    const local = toLocal(instant);
    const day = dayOf(local);
    const minutes = (local % DAY_MS) / MINUTE_MS;
    const session = isWorking(day) ? sessions.find((each) => minutes < each.to) : undefined;
    if (session === undefined) return toInstant(nextWorking(day + 1), sessions[0]?.from ?? 0);
    return minutes >= session.from ? instant : toInstant(day, session.from);
  }

  function addWorkingMinutes(instant: Date, minutes: number): Date {
    let at = nextOpening(instant);
    let left = minutes;
    for (;;) {
      const inDay = (toLocal(at) % DAY_MS) / MINUTE_MS;
      const end = sessions.find((each) => inDay < each.to)?.to ?? close;
      if (left <= end - inDay) return new Date(at.getTime() + left * MINUTE_MS);
      left -= end - inDay;
      at = nextOpening(new Date(at.getTime() + (end - inDay) * MINUTE_MS));
    }
  }

  function addWorkingDays(instant: Date, days: number, options: WorkingDayOptions = {}): Date {
    if (!Number.isFinite(days) || days < 0) throw new RangeError(`days must be 0 or more, not ${days}`);
    const local = toLocal(instant);
    const late = (local % DAY_MS) / MINUTE_MS > parseMinutes(options.cutoff ?? source.cutoff);
    const received = nextWorking(dayOf(local) + (late && isWorking(dayOf(local)) ? 1 : 0));
    const whole = Math.floor(days);
    const part = (days - whole) * WORKING_DAY_MINUTES;
    if (whole === 0 && part > 0) return addWorkingMinutes(received === dayOf(local) ? instant : toInstant(received, 0), part);
    let last = received;
    for (let counted = 0; counted < whole; counted++) last = nextWorking(last + 1);
    return part > 0 ? addWorkingMinutes(toInstant(last, close), part) : toInstant(last, close);
  }

  return {
    isWorkingDay: (localDate) => isWorking(parseDay(localDate)),
    isOpen: (instant) => nextOpening(instant) === instant,
    nextOpening,
    addWorkingDays,
  };
}

/** The province's calendar: holidays of 2025 and 2026, make-up days, opening hours (invented), the 15:00 rule. */
export const calendar: Calendar = createCalendar(data);

/** Whether the civil day (YYYY-MM-DD) is worked by the province's calendar. */
export const isWorkingDay = calendar.isWorkingDay;

/** See {@link Calendar.addWorkingDays}; by the province's calendar. */
export const addWorkingDays = calendar.addWorkingDays;
