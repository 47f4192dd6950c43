import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import { addDays, localDateOf, startOfLocalDate } from '../../../platform/time.ts';
import type { Calendar, Counting, WorkingDayOptions } from './working-time.ts';

const MINUTE_MS = 60_000;

/** To which procedures the calendar's cutoff applies: SAME_DAY_ONLY to those that are decided on the day of receipt. */
export type CutoffRule = 'ALWAYS' | 'SAME_DAY_ONLY' | 'NEVER';

/** Whether the time limit begins anew when the asked papers are there, or goes on with what was left of it. */
export type AfterSupplement = 'RESTART' | 'CONTINUE';

/** How a procedure's time is reckoned. */
export interface DeadlineRules {
  counting: Counting;
  cutoff: CutoffRule;
  afterSupplement: AfterSupplement;
  /** States in which the clock stands; consulting another body is never one. */
  stoppingStates: readonly DossierStatus[];
  /** How many supplement requests stop the clock. The decree allows one: a further one costs the desk its own time. */
  supplements: number;
  /** Working days that the province promises; null: not known. */
  committedDays: number | null;
  /** Working days by law; null: not known. */
  statutoryDays: number | null;
}

/** A stay in a state in which the clock may stand; `to` null: it lasts. */
export interface Pause {
  state: DossierStatus;
  from: Date;
  to: Date | null;
}

/** A new date with an apology (phiếu xin lỗi và hẹn lại ngày trả). */
export interface Redating {
  at: Date;
  dueAt: Date;
}

/** What happened to a dossier, as far as its time is concerned. */
export interface DeadlineCourse {
  receivedAt: Date;
  /** In order of time, none overlapping the next. */
  pauses: readonly Pause[];
  /** In order of time. */
  redatings: readonly Redating[];
  /** When it came to its end; null: it runs. */
  endedAt: Date | null;
}

/** What is reckoned with. */
export interface Reckoned {
  course: DeadlineCourse;
  rules: DeadlineRules;
  calendar: Calendar;
}

/** The dates of a course. */
export interface DueDates {
  /** By the time that the province promises, re-dating included; null: the time is not known. */
  dueAt: Date | null;
  /** By the time of the law, which no re-dating moves. */
  statutoryDueAt: Date | null;
  /** Since when the clock stands; null: it runs or has ended. */
  stoppedAt: Date | null;
}

/** The clock of a course at an instant; whole minutes of open time. */
export interface DeadlineClock extends DueDates {
  /** Used of the limit since it began to run, anew after a supplement where the rule says so. */
  usedMinutes: number;
  /** Until the due date; negative: past it by so much. Null: there is no due date. */
  leftMinutes: number | null;
}

const later = (a: Date, b: Date) => new Date(Math.max(a.getTime(), b.getTime()));

/** How a time limit of so many days is counted by these rules. */
export function countingOf(rules: Pick<DeadlineRules, 'counting' | 'cutoff'>, days: number): WorkingDayOptions {
  const cuts = rules.cutoff === 'ALWAYS' || (rules.cutoff === 'SAME_DAY_ONLY' && days === 0);
  return { counting: rules.counting, ...(cuts ? {} : { cutoff: null }) };
}

/** When a time limit of so many days ends that begins with this receipt; null: the days are not known. */
export function dueDateOf(received: Date, days: number | null, { rules, calendar }: Pick<Reckoned, 'rules' | 'calendar'>): Date | null {
  return days === null ? null : calendar.addWorkingDays(received, days, countingOf(rules, days));
}

/** The stays that stop the clock by the rules, within the time from receipt to the end. */
function countedPauses({ receivedAt, pauses, endedAt }: DeadlineCourse, rules: DeadlineRules): Pause[] {
  let supplements = 0;
  return pauses.flatMap((pause, index) => {
    if (!rules.stoppingStates.includes(pause.state)) return [];
    if (pause.to !== null && pause.to <= receivedAt) return [];
    if (endedAt !== null && pause.from >= endedAt) return [];
    if (pause.state === 'SUPPLEMENT_REQUESTED') {
      const before = pauses[index - 1];
      // A withdrawal that was taken back leaves the request as it was; it is no second one.
      const goesOn = before?.state === 'WITHDRAWAL_REQUESTED' && before.to?.getTime() === pause.from.getTime();
      if (!goesOn) supplements += 1;
      if (supplements > rules.supplements) return [];
    }
    const to = endedAt !== null && (pause.to === null || pause.to > endedAt) ? endedAt : pause.to;
    return [{ state: pause.state, from: later(pause.from, receivedAt), to }];
  });
}

/** A limit as it ran: where it ends, and since which receipt it runs. */
interface Run {
  due: Date;
  since: Date;
}

/** A limit moved by stops of the clock and, the committed one alone, by the first re-dating. */
function runOf(days: number, reckoned: Reckoned, redating: Redating | undefined): Run {
  const { course, rules } = reckoned;
  let since = course.receivedAt;
  let due = dueDateOf(since, days, reckoned) as Date;
  let open = redating;
  const redate = (until: Date | null) => {
    if (open === undefined || (until !== null && open.at > until)) return;
    // An apology comes before the date that it is for; what was late stays late.
    if (open.at <= due && open.dueAt > due) due = open.dueAt;
    open = undefined;
  };
  for (const pause of countedPauses(course, rules)) {
    redate(pause.from);
    // What has run out is not brought back by a stop: a late desk would win time by asking for papers.
    if (pause.to === null || due <= pause.from || pause.to.getTime() === course.endedAt?.getTime()) continue;
    if (pause.state === 'SUPPLEMENT_REQUESTED' && rules.afterSupplement === 'RESTART') {
      since = pause.to;
      due = dueDateOf(since, days, reckoned) as Date;
    } else {
      const { addWorkingTime, workingTimeBetween } = reckoned.calendar;
      due = addWorkingTime(pause.to, workingTimeBetween(pause.from, due));
    }
  }
  redate(null);
  return { due, since };
}

/** The engine's own dates of a course. */
export function dueDatesOf(reckoned: Reckoned): DueDates {
  const { course, rules } = reckoned;
  const { committedDays, statutoryDays } = rules;
  const last = countedPauses(course, rules).at(-1);
  const redating = course.redatings[0];
  const dueAt = committedDays === null ? null : runOf(committedDays, reckoned, redating).due;
  const alike = statutoryDays === committedDays && redating === undefined;
  return {
    dueAt,
    statutoryDueAt: alike ? dueAt : statutoryDays === null ? null : runOf(statutoryDays, reckoned, undefined).due,
    stoppedAt: course.endedAt === null && last?.to === null ? last.from : null,
  };
}

/** A course as it was known at an instant. */
function until(course: DeadlineCourse, now: Date): DeadlineCourse {
  return {
    receivedAt: course.receivedAt,
    pauses: course.pauses.flatMap((pause) => {
      if (pause.from > now) return [];
      return [pause.to !== null && pause.to > now ? { ...pause, to: null } : pause];
    }),
    redatings: course.redatings.filter(({ at }) => at <= now),
    endedAt: course.endedAt !== null && course.endedAt <= now ? course.endedAt : null,
  };
}

/** The dates as they were at an instant, with the open time that was used and left. Before receipt nothing is used. */
export function clockAt({ course, rules, calendar }: Reckoned, now: Date): DeadlineClock {
  const reckoned = { course: until(course, now), rules, calendar };
  const dates = dueDatesOf(reckoned);
  const { workingTimeBetween } = calendar;
  const at = reckoned.course.endedAt ?? dates.stoppedAt ?? now;
  const days = rules.committedDays;
  const since = days === null ? course.receivedAt : runOf(days, reckoned, reckoned.course.redatings[0]).since;
  const from = startOf(since, reckoned);
  const stopped = countedPauses(reckoned.course, rules).reduce((sum, pause) => {
    const end = pause.to === null || pause.to > at ? at : pause.to;
    return sum + workingTimeBetween(later(pause.from, from), end);
  }, 0);
  const used = workingTimeBetween(from, at) - stopped;
  const left = dates.dueAt && workingTimeBetween(at, dates.dueAt) - workingTimeBetween(dates.dueAt, at);
  return { ...dates, usedMinutes: Math.floor(used / MINUTE_MS), leftMinutes: left === null ? null : Math.floor(left / MINUTE_MS) };
}

/** When a limit that begins with this receipt starts to be used up: where whole days are counted, with the day after. */
function startOf(received: Date, { rules, calendar }: Reckoned): Date {
  const days = rules.committedDays ?? 0;
  const from = calendar.receivedFrom(received, countingOf(rules, days));
  if (rules.counting === 'FROM_MINUTE' || days < 1) return from;
  return calendar.nextOpening(startOfLocalDate(addDays(localDateOf(from), 1)));
}
