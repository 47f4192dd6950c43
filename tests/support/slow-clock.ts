import type { SpecialDay } from '../../src/subgraphs/dossiers/deadline/book.ts';
import type { DeadlineCourse, DeadlineRules, Pause } from '../../src/subgraphs/dossiers/deadline/engine.ts';

const QUARTER_HOUR = 15 * 60_000;
const DAY = 96;

type Week = { from: string; to: string }[][];

/** What the slow clock knows: a unit's special days and those of the units above it, nearest first, its week and its cutoff. */
export interface SlowCalendar {
  days: readonly SpecialDay[][];
  week: Week;
  cutoff: string;
}

const localText = (instant: Date) => new Date(instant.getTime() + 7 * 3_600_000).toISOString();
const timeOf = (instant: Date) => localText(instant).slice(11, 16);
const dateOf = (instant: Date) => localText(instant).slice(0, 10);
const midnight = (date: string) => new Date(`${date}T00:00:00+07:00`);
const later = (instant: Date, quarters: number) => new Date(instant.getTime() + quarters * QUARTER_HOUR);

/**
 * Reckons as a person with a wall calendar and a watch would: quarter of an hour by quarter of an hour, with nothing
 * skipped. All instants and hours lie on quarters.
 */
export class SlowClock {
  readonly #calendar: SlowCalendar;
  readonly #open = new Map<number, boolean>();

  constructor(calendar: SlowCalendar) {
    this.#calendar = calendar;
  }

  sessionsOn(date: string): Week[number] {
    const { days, week } = this.#calendar;
    for (const list of days) {
      for (const each of list) {
        if (each.day !== date) continue;
        if (each.kind === 'HOLIDAY') return [];
        if (each.kind === 'SHORT_DAY') return each.sessions ?? [];
        if (each.kind === 'MAKE_UP_DAY') return week.find((sessions) => sessions.length > 0) ?? [];
        return this.#usual(date);
      }
    }
    return this.#usual(date);
  }

  #usual(date: string): Week[number] {
    const sunday = new Date(`${date}T12:00:00Z`).getUTCDay();
    return this.#calendar.week[(sunday + 6) % 7] ?? [];
  }

  /** Whether the quarter of an hour that begins now is open. Looked up once: writing times out as text is what takes long. */
  isOpen(now: Date): boolean {
    const known = this.#open.get(now.getTime());
    if (known !== undefined) return known;
    const time = timeOf(now);
    const open = this.sessionsOn(dateOf(now)).some(({ from, to }) => time >= from && time < to);
    this.#open.set(now.getTime(), open);
    return open;
  }

  openQuarters(from: Date, to: Date): number {
    let open = 0;
    for (let now = from; now < to; now = later(now, 1)) if (this.isOpen(now)) open += 1;
    return open;
  }

  addQuarters(from: Date, quarters: number): Date {
    let now = from;
    while (!this.isOpen(now)) now = later(now, 1);
    for (let left = quarters; left > 0; now = later(now, 1)) {
      if (this.isOpen(now)) left -= 1;
      if (left === 0) return later(now, 1);
    }
    return now;
  }

  #closeOf(date: string): Date {
    let close = midnight(date);
    for (let now = midnight(date); now < later(midnight(date), DAY); now = later(now, 1)) if (this.isOpen(now)) close = later(now, 1);
    return close;
  }

  #nextOpenDay(date: string): string {
    let day = midnight(date);
    do day = later(day, DAY);
    while (this.sessionsOn(dateOf(day)).length === 0);
    return dateOf(day);
  }

  #receivedOn(received: Date, cutoff: boolean): string {
    const date = dateOf(received);
    const inTime = received <= this.#closeOf(date) && (!cutoff || timeOf(received) <= this.#calendar.cutoff);
    return this.sessionsOn(date).length > 0 && inTime ? date : this.#nextOpenDay(date);
  }

  /** When a limit of so many days ends. */
  limit(received: Date, days: number, rules: DeadlineRules): Date {
    const cutoff = rules.cutoff === 'ALWAYS' || (rules.cutoff === 'SAME_DAY_ONLY' && days === 0);
    let date = this.#receivedOn(received, cutoff);
    if (days === 0) return this.#closeOf(date);
    const start = date === dateOf(received) ? received : midnight(date);
    if (rules.counting === 'FROM_MINUTE' || days < 1) return this.addQuarters(start, days * 32);
    let left = days * 32;
    for (;;) {
      date = this.#nextOpenDay(date);
      const worth = this.openQuarters(midnight(date), later(midnight(date), DAY)) <= 20 ? 16 : 32;
      if (left === worth) return this.#closeOf(date);
      if (left < worth) return new Date(Math.min(this.addQuarters(midnight(date), left).getTime(), this.#closeOf(date).getTime()));
      left -= worth;
    }
  }

  /** When a limit ends that stands still now and then: a watch that is looked at each quarter of an hour. */
  due({ receivedAt, pauses }: DeadlineCourse, days: number, rules: DeadlineRules): Date {
    let supplements = 0;
    const counted = pauses.filter(({ state }) => {
      if (state === 'SUPPLEMENT_REQUESTED') supplements += 1;
      return rules.stoppingStates.includes(state) && (state !== 'SUPPLEMENT_REQUESTED' || supplements <= rules.supplements);
    });
    const during = (now: Date) => counted.find(({ from, to }) => now >= from && (to === null || now < to));
    let left = this.openQuarters(receivedAt, this.limit(receivedAt, days, rules));
    let before: Pause | undefined;
    for (let now = receivedAt; ; now = later(now, 1)) {
      const pause = during(now);
      // The papers are there: what was counted so far is forgotten.
      if (pause !== before && before?.state === 'SUPPLEMENT_REQUESTED' && rules.afterSupplement === 'RESTART')
        left = this.openQuarters(now, this.limit(now, days, rules));
      before = pause;
      if (pause === undefined && this.isOpen(now)) left -= 1;
      if (left === 0) return later(now, 1);
    }
  }
}
