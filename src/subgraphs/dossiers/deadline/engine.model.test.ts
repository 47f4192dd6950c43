import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SlowCalendar, SlowClock } from '../../../../tests/support/slow-clock.ts';
import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import { addDays } from '../../../platform/time.ts';
import { DeadlineBook, type SpecialDay } from './book.ts';
import { clockAt, type DeadlineCourse, type DeadlineRules, dueDateOf, dueDatesOf } from './engine.ts';
import type { Calendar } from './working-time.ts';

const SEED = { seed: 20_250_701 };
const QUARTER_HOUR = 15 * 60_000;
const FIRST_DAY = '2026-01-05';
const start = new Date(`${FIRST_DAY}T00:00:00+07:00`).getTime();
const at = (quarter: number) => new Date(start + quarter * QUARTER_HOUR);

const times = (...list: string[]) => list.map((each) => ({ from: each.slice(0, 5), to: each.slice(6) }));
const WHOLE = fc.constantFrom(times('07:00-11:30', '13:00-17:00'), times('08:00-12:00', '13:30-17:30'), times('07:30-16:15'));
const HALF = fc.constantFrom(times('07:00-11:30'), times('13:00-17:00'), times('08:00-09:15'), times('07:00-09:00', '10:00-13:00'));
const week = fc
  .record({ whole: WHOLE, friday: fc.oneof(WHOLE, HALF), saturday: fc.option(HALF, { nil: [] }) })
  .map(({ whole, ...rest }) => [whole, whole, whole, whole, rest.friday, rest.saturday, []]);

const specialDays = (unit: string) =>
  fc.uniqueArray(
    fc.record({
      unit: fc.constant(unit),
      day: fc.integer({ min: 0, max: 50 }).map((days) => addDays(FIRST_DAY, days)),
      kind: fc.constantFrom('HOLIDAY', 'MAKE_UP_DAY', 'SHORT_DAY', 'ORDINARY_DAY'),
      name: fc.constant('x'),
      sessions: HALF,
    }),
    { selector: ({ day }) => day, maxLength: 12 },
  );

/** A commune's calendar as the hub has it and as the slow clock has it; with hours of its own or the province's. */
const calendars = fc
  .record({
    province: specialDays('96'),
    own: specialDays('32248'),
    week,
    ownWeek: fc.option(week),
    cutoff: fc.constantFrom('15:00', '10:30'),
  })
  .map(({ province, own, week: provinceWeek, ownWeek, cutoff }): { calendar: Calendar; slow: SlowClock } => {
    const days = [...province, ...own].map((each): SpecialDay => (each.kind === 'SHORT_DAY' ? each : { ...each, sessions: null }));
    const hours = [{ unit: '96', validFrom: '2000-01-01', week: provinceWeek, cutoff }];
    if (ownWeek !== null) hours.push({ unit: '32248', validFrom: '2000-01-01', week: ownWeek, cutoff });
    const scopeOf = (unit: string) => (unit === '96' ? ['96'] : [unit, '96']);
    const book = new DeadlineBook({ days, hours, rules: [], workingDays: {}, scopeOf, province: '96' });
    const known: SlowCalendar = {
      days: ['32248', '96'].map((unit) => days.filter((each) => each.unit === unit)),
      week: ownWeek ?? provinceWeek,
      cutoff,
    };
    return { calendar: book.calendarOf('32248'), slow: new SlowClock(known) };
  });

const rules = fc.record({
  counting: fc.constantFrom('FROM_NEXT_DAY', 'FROM_MINUTE'),
  cutoff: fc.constantFrom('ALWAYS', 'SAME_DAY_ONLY', 'NEVER'),
  afterSupplement: fc.constantFrom('RESTART', 'CONTINUE'),
  stoppingStates: fc.constantFrom<DossierStatus[]>(['SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED'], ['SUPPLEMENT_REQUESTED'], []),
  supplements: fc.integer({ min: 0, max: 2 }),
  committedDays: fc.constantFrom(0, 0.125, 0.5, 1, 1.5, 2, 3, 3.25, 5, 10),
  statutoryDays: fc.constantFrom(0, 2, 5, 7),
}) satisfies fc.Arbitrary<DeadlineRules>;

const received = fc.integer({ min: 0, max: 12 * 96 });
/** Stays in waiting states, one after the other, after a receipt. */
const pauses = fc
  .record({
    edges: fc.uniqueArray(fc.integer({ min: 1, max: 14 * 96 }), { minLength: 0, maxLength: 6 }),
    states: fc.array(fc.constantFrom<DossierStatus>('SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED'), { minLength: 3, maxLength: 3 }),
  })
  .map(({ edges, states }) => {
    const sorted = [...edges].sort((a, b) => a - b);
    return states.flatMap((state, index) => {
      const [from, to] = [sorted[index * 2], sorted[index * 2 + 1]];
      return from === undefined || to === undefined ? [] : [{ state, from, to }];
    });
  });

const courseFrom = (quarter: number, stays: { state: DossierStatus; from: number; to: number }[]): DeadlineCourse => ({
  receivedAt: at(quarter),
  pauses: stays.map(({ state, from, to }) => ({ state, from: at(quarter + from), to: at(quarter + to) })),
  redatings: [],
  endedAt: null,
});

describe('working time, against a clock that looks at every quarter of an hour', () => {
  it('passes and adds up alike, and is open at the same times', () => {
    fc.assert(
      fc.property(calendars, received, fc.integer({ min: 0, max: 400 }), ({ calendar, slow }, from, quarters) => {
        expect(calendar.isOpen(at(from))).toBe(slow.isOpen(at(from)));
        expect(calendar.nextOpening(at(from))).toEqual(slow.addQuarters(at(from), 0));
        const end = calendar.addWorkingTime(at(from), quarters * QUARTER_HOUR);
        expect(end).toEqual(slow.addQuarters(at(from), quarters));
        expect(calendar.workingTimeBetween(at(from), end)).toBe(quarters * QUARTER_HOUR);
        expect(calendar.workingTimeBetween(at(from), at(from + quarters))).toBe(
          slow.openQuarters(at(from), at(from + quarters)) * QUARTER_HOUR,
        );
      }),
      { ...SEED, numRuns: 150 },
    );
  });

  it('ends a limit of days at the same instant, whatever the rules', () => {
    fc.assert(
      fc.property(calendars, received, rules, ({ calendar, slow }, from, rule) => {
        const due = dueDateOf(at(from), rule.committedDays, { rules: rule, calendar });
        expect(due).toEqual(slow.limit(at(from), rule.committedDays, rule));
      }),
      { ...SEED, numRuns: 200 },
    );
  });

  it('ends a limit that stands still now and then at the same instant', () => {
    fc.assert(
      fc.property(calendars, received, pauses, rules, ({ calendar, slow }, from, stays, rule) => {
        const course = courseFrom(from, stays);
        const dates = dueDatesOf({ course, rules: rule, calendar });
        expect(dates.dueAt).toEqual(slow.due(course, rule.committedDays, rule));
        expect(dates.statutoryDueAt).toEqual(slow.due(course, rule.statutoryDays, rule));
        expect(dates.stoppedAt).toBeNull();
      }),
      { ...SEED, numRuns: 200 },
    );
  });
});

describe('a time limit', () => {
  it('never ends earlier for what comes later', () => {
    fc.assert(
      fc.property(calendars, received, fc.integer({ min: 0, max: 300 }), pauses, rules, ({ calendar }, from, after, stays, rule) => {
        const shifted = stays.map((stay) => ({ ...stay, from: stay.from + after, to: stay.to + after }));
        const early = courseFrom(from, shifted);
        const late = { ...early, receivedAt: at(from + after) };
        const dueOf = (course: DeadlineCourse) => dueDatesOf({ course, rules: rule, calendar });
        expect(dueOf(late).dueAt?.getTime()).toBeGreaterThanOrEqual(dueOf(early).dueAt?.getTime() ?? Number.NaN);
      }),
      { ...SEED, numRuns: 200 },
    );
  });

  it('is never shortened by a stop of the clock where it goes on afterwards', () => {
    fc.assert(
      fc.property(calendars, received, pauses, rules, ({ calendar }, from, stays, rule) => {
        const goingOn: DeadlineRules = { ...rule, afterSupplement: 'CONTINUE' };
        const dueOf = (course: DeadlineCourse) => dueDatesOf({ course, rules: goingOn, calendar }).dueAt?.getTime();
        expect(dueOf(courseFrom(from, stays))).toBeGreaterThanOrEqual(dueOf(courseFrom(from, [])) ?? Number.NaN);
      }),
      { ...SEED, numRuns: 200 },
    );
  });

  it('shows at every instant what a clock would that was read then, and stands while it is stopped', () => {
    fc.assert(
      fc.property(
        calendars,
        received,
        pauses,
        rules,
        fc.integer({ min: 0, max: 15 * 96 }),
        ({ calendar, slow }, from, stays, rule, after) => {
          const course = courseFrom(from, stays);
          const now = at(from + after);
          const clock = clockAt({ course, rules: rule, calendar }, now);
          // What had not happened by then plays no part.
          const known = { ...course, pauses: course.pauses.filter((pause) => pause.from <= now && pause.to !== null && pause.to <= now) };
          const due = slow.due(known, rule.committedDays, rule);
          expect(clock.dueAt).toEqual(due);
          const stopped = clock.stoppedAt ?? now;
          const left = slow.openQuarters(stopped, due) - slow.openQuarters(due, stopped);
          expect(clock.leftMinutes).toBe(left * 15);
          const open = course.pauses.find((pause) => pause.from <= now && pause.to !== null && now < pause.to);
          if (clock.stoppedAt !== null) expect(clock.stoppedAt).toEqual(open?.from);
          expect(clock.usedMinutes).toBeGreaterThanOrEqual(0);
        },
      ),
      { ...SEED, numRuns: 150 },
    );
  });

  it('is used up minute by minute: what is used and what is left are the whole, while nothing stops or passes it', () => {
    fc.assert(
      fc.property(calendars, received, rules, fc.integer({ min: 0, max: 10 * 96 }), ({ calendar }, from, rule, after) => {
        const course = courseFrom(from, []);
        const whole = clockAt({ course, rules: rule, calendar }, calendar.receivedFrom(at(from), { cutoff: null }));
        const clock = clockAt({ course, rules: rule, calendar }, at(from + after));
        fc.pre(clock.usedMinutes > 0 && (clock.leftMinutes ?? -1) >= 0);
        const begun = clockAt({ course, rules: rule, calendar }, new Date(clock.dueAt ?? 0));
        expect(clock.usedMinutes + (clock.leftMinutes ?? 0)).toBe(begun.usedMinutes);
        expect(begun.leftMinutes).toBe(0);
        expect(whole.usedMinutes).toBe(0);
      }),
      { ...SEED, numRuns: 150 },
    );
  });
});
