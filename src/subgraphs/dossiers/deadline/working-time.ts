const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Asia/Ho_Chi_Minh keeps +07:00 all year. */
const OFFSET_MS = 7 * 3_600_000;
/** Internal processes reckon a working day as 8 hours. */
export const WORKING_DAY_MINUTES = 480;
/** What is open no longer than this counts as half a day: a morning or an afternoon. */
const HALF_DAY_MINUTES = 300;
/** No calendar is closed for so long: one that is was keyed wrongly. */
const LONGEST_CLOSURE_DAYS = 3_000;

/** A time in which a desk is open, in minutes after local midnight. */
export interface Session {
  from: number;
  to: number;
}

/** A civil day of a calendar. No session: it is closed. Sessions stand in order and do not overlap. */
export interface DayPlan {
  sessions: readonly Session[];
  /** What comes later counts as received on the next working day; minutes after local midnight. */
  cutoff: number;
}

/**
 * From when a time limit is counted. FROM_NEXT_DAY: whole working days from the day after receipt, to the close of the last one.
 * FROM_MINUTE: minutes of open time from the minute of receipt, 480 for a day.
 */
export type Counting = 'FROM_NEXT_DAY' | 'FROM_MINUTE';

export interface WorkingDayOptions {
  /** HH:MM, local; the calendar's own where left out; null: there is none but the day's close. */
  cutoff?: string | null;
  /** FROM_NEXT_DAY where left out. */
  counting?: Counting;
}

/** Working days and hours. Instants are UTC, civil days YYYY-MM-DD in Asia/Ho_Chi_Minh. */
export interface Calendar {
  isWorkingDay(localDate: string): boolean;
  /** A civil day's plan. */
  planOf(localDate: string): DayPlan;
  /** Whether a desk is open at that instant. */
  isOpen(instant: Date): boolean;
  /** The instant itself while a desk is open, else the next opening. */
  nextOpening(instant: Date): Date;
  /** When so much open time has passed since an instant; milliseconds. None: the next opening. */
  addWorkingTime(instant: Date, milliseconds: number): Date;
  /** The open time from one instant to a later one, in milliseconds; 0 where it is not later. */
  workingTimeBetween(from: Date, to: Date): number;
  /**
   * When the clock of a time limit received at that instant begins to run: received after the cutoff, after the day's close or on
   * a day off counts as received when the next working day opens.
   */
  receivedFrom(instant: Date, options?: Pick<WorkingDayOptions, 'cutoff'>): Date;
  /**
   * When a time limit of `days` working days ends. A day that is open for at most five hours counts as half a day. 0 days end with
   * the day of receipt. A part of a day is open time of an 8-hour day: after the whole days, or from receipt where there are none.
   * @throws RangeError where `days` is negative or not finite.
   */
  addWorkingDays(instant: Date, days: number, options?: WorkingDayOptions): Date;
}

/** A civil day as a count of days, which makes the arithmetic plain and fast. */
const dayOf = (localMs: number) => Math.floor(localMs / DAY_MS);
/** The count of a civil day YYYY-MM-DD. */
export const parseDay = (localDate: string): number => Date.parse(`${localDate}T00:00:00.000Z`) / DAY_MS;
/** Minutes after midnight of a time HH:MM. */
export const parseMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const toLocal = (instant: Date) => instant.getTime() + OFFSET_MS;
const toInstant = (day: number, ms: number) => new Date(day * DAY_MS + ms - OFFSET_MS);
const inDay = (localMs: number) => localMs - dayOf(localMs) * DAY_MS;

/** Whether two instants lie on one civil day. */
export const isSameLocalDay = (a: Date, b: Date): boolean => dayOf(toLocal(a)) === dayOf(toLocal(b));

/** What a day counts for in a time limit, in minutes of an 8-hour day. */
export function worthOf({ sessions }: DayPlan): number {
  const open = sessions.reduce((sum, { from, to }) => sum + to - from, 0);
  if (open === 0) return 0;
  return open <= HALF_DAY_MINUTES ? WORKING_DAY_MINUTES / 2 : WORKING_DAY_MINUTES;
}

interface KnownDay extends DayPlan {
  worth: number;
  /** Milliseconds after midnight. */
  opens: number;
  closes: number;
}

/** Makes a calendar of what a day is like, by its count. Each day is asked for once. */
export function createWorkingTime(plan: (day: number) => DayPlan): Calendar {
  const known = new Map<number, KnownDay>();

  function at(day: number): KnownDay {
    const found = known.get(day);
    if (found !== undefined) return found;
    const { sessions, cutoff } = plan(day);
    const opens = (sessions[0]?.from ?? 0) * MINUTE_MS;
    const made = { sessions, cutoff, worth: worthOf({ sessions, cutoff }), opens, closes: (sessions.at(-1)?.to ?? 0) * MINUTE_MS };
    known.set(day, made);
    return made;
  }

  function nextWorking(day: number): number {
    for (let each = day; each < day + LONGEST_CLOSURE_DAYS; each++) if (at(each).worth > 0) return each;
    throw new RangeError(`the calendar is closed for ${LONGEST_CLOSURE_DAYS} days`);
  }

  /** Open time of a day between two times of it. */
  function openWithin(day: number, from: number, to: number): number {
    let sum = 0;
    for (const session of at(day).sessions) {
      const start = Math.max(session.from * MINUTE_MS, from);
      const end = Math.min(session.to * MINUTE_MS, to);
      if (end > start) sum += end - start;
    }
    return sum;
  }

  function addWorkingTime(instant: Date, milliseconds: number): Date {
    let day = dayOf(toLocal(instant));
    let from = inDay(toLocal(instant));
    let left = milliseconds;
    for (;;) {
      for (const session of at(day).sessions) {
        const start = Math.max(session.from * MINUTE_MS, from);
        const open = session.to * MINUTE_MS - start;
        if (open <= 0) continue;
        if (left <= open) return toInstant(day, start + left);
        left -= open;
      }
      day = nextWorking(day + 1);
      from = 0;
    }
  }

  function workingTimeBetween(from: Date, to: Date): number {
    const [start, end] = [toLocal(from), toLocal(to)];
    if (end <= start) return 0;
    const last = dayOf(end);
    let sum = 0;
    for (let day = dayOf(start); day <= last; day++) sum += openWithin(day, start - day * DAY_MS, end - day * DAY_MS);
    return sum;
  }

  /** The day on which something counts as received, and whether that is the day itself. */
  function receivedOn(instant: Date, cutoff: string | null | undefined): { day: number; same: boolean } {
    const local = toLocal(instant);
    const day = dayOf(local);
    const { worth, closes, cutoff: own } = at(day);
    const limit = cutoff === null ? closes : Math.min(closes, (cutoff === undefined ? own : parseMinutes(cutoff)) * MINUTE_MS);
    const same = worth > 0 && inDay(local) <= limit;
    return { day: same ? day : nextWorking(day + 1), same };
  }

  function receivedFrom(instant: Date, options: Pick<WorkingDayOptions, 'cutoff'> = {}): Date {
    const { day, same } = receivedOn(instant, options.cutoff);
    return same ? instant : toInstant(day, at(day).opens);
  }

  function addWorkingDays(instant: Date, days: number, options: WorkingDayOptions = {}): Date {
    if (!Number.isFinite(days) || days < 0) throw new RangeError(`days must be 0 or more, not ${days}`);
    let { day } = receivedOn(instant, options.cutoff);
    if (days === 0) return toInstant(day, at(day).closes);
    let left = Math.round(days * WORKING_DAY_MINUTES);
    if (options.counting === 'FROM_MINUTE' || days < 1) return addWorkingTime(receivedFrom(instant, options), left * MINUTE_MS);
    for (;;) {
      day = nextWorking(day + 1);
      const { worth, opens, closes } = at(day);
      if (left < worth) {
        const end = addWorkingTime(toInstant(day, opens), left * MINUTE_MS);
        // A short day may hold less than what is left of the limit, and still ends with its close.
        return new Date(Math.min(end.getTime(), toInstant(day, closes).getTime()));
      }
      left -= worth;
      if (left === 0) return toInstant(day, closes);
    }
  }

  return {
    isWorkingDay: (localDate) => at(parseDay(localDate)).worth > 0,
    planOf: (localDate) => at(parseDay(localDate)),
    isOpen: (instant) => openNow(at(dayOf(toLocal(instant))), inDay(toLocal(instant))),
    nextOpening: (instant) => (openNow(at(dayOf(toLocal(instant))), inDay(toLocal(instant))) ? instant : addWorkingTime(instant, 0)),
    addWorkingTime,
    workingTimeBetween,
    receivedFrom,
    addWorkingDays,
  };
}

function openNow({ sessions }: DayPlan, ms: number): boolean {
  return sessions.some(({ from, to }) => ms >= from * MINUTE_MS && ms < to * MINUTE_MS);
}
