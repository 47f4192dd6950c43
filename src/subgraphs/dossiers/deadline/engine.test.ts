import { describe, expect, it } from 'vitest';
import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import { calendar } from './calendar.ts';
import { clockAt, type DeadlineCourse, type DeadlineRules, dueDateOf, dueDatesOf } from './engine.ts';

const at = (local: string) => new Date(`${local}:00+07:00`);
const RULES: DeadlineRules = {
  counting: 'FROM_NEXT_DAY',
  cutoff: 'ALWAYS',
  afterSupplement: 'RESTART',
  stoppingStates: ['SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED', 'WITHDRAWAL_REQUESTED'],
  supplements: 1,
  committedDays: 3,
  statutoryDays: 5,
};
const stay = (state: DossierStatus, from: string, to: string | null) => ({ state, from: at(from), to: to === null ? null : at(to) });
const course = (over: Partial<DeadlineCourse> = {}): DeadlineCourse => ({
  receivedAt: at('2025-07-01T09:00'),
  pauses: [],
  redatings: [],
  endedAt: null,
  ...over,
});
const datesOf = (over: Partial<DeadlineCourse>, rules: Partial<DeadlineRules> = {}) =>
  dueDatesOf({ course: course(over), rules: { ...RULES, ...rules }, calendar });

describe('due dates over the holidays of 2025 and 2026', () => {
  it.each([
    ['over Tết Ất Tỵ', '2025-01-24T10:00', 1, '2025-02-03T17:00'],
    ['into the Saturday worked for 2 May 2025', '2025-04-25T10:00', 1, '2025-04-26T17:00'],
    ['past that Saturday', '2025-04-25T10:00', 2, '2025-04-28T17:00'],
    ['over 30 April, 1 May and the swapped 2 May 2025', '2025-04-29T10:00', 1, '2025-05-05T17:00'],
    ['over National Day 2025', '2025-08-29T15:01', 1, '2025-09-04T17:00'],
    ['over New Year and the swapped 2 January 2026', '2025-12-31T14:00', 1, '2026-01-05T17:00'],
    ['into the Saturday worked for 2 January 2026', '2026-01-09T08:00', 1, '2026-01-10T17:00'],
    ['over Tết Bính Ngọ, 14 to 22 February 2026', '2026-02-13T10:00', 1, '2026-02-23T17:00'],
    ['filed in Tết Bính Ngọ', '2026-02-18T10:00', 0, '2026-02-23T17:00'],
    ['over Hùng Kings’ day, 30 April and 1 May 2026', '2026-04-24T14:00', 3, '2026-05-04T17:00'],
    ['over the swapped 31 August and National Day 2026', '2026-08-28T10:00', 1, '2026-09-03T17:00'],
    ['by the Saturday worked for 31 August 2026', '2026-08-21T10:00', 2, '2026-08-24T17:00'],
  ])('%s', (_, received, days, due) => {
    expect(dueDateOf(at(received), days, { rules: RULES, calendar })).toEqual(at(due));
  });
});

describe('the rules', () => {
  it('take the cutoff for all procedures, for those of the same day alone, or not at all', () => {
    const due = (cutoff: DeadlineRules['cutoff'], days: number) =>
      dueDateOf(at('2025-07-01T15:30'), days, { rules: { ...RULES, cutoff }, calendar });
    expect([due('ALWAYS', 0), due('ALWAYS', 2)]).toEqual([at('2025-07-02T17:00'), at('2025-07-04T17:00')]);
    expect([due('SAME_DAY_ONLY', 0), due('SAME_DAY_ONLY', 2)]).toEqual([at('2025-07-02T17:00'), at('2025-07-03T17:00')]);
    expect([due('NEVER', 0), due('NEVER', 2)]).toEqual([at('2025-07-01T17:00'), at('2025-07-03T17:00')]);
  });

  it('count from the minute of receipt, where they say so, eight open hours for a day', () => {
    const rules: DeadlineRules = { ...RULES, counting: 'FROM_MINUTE' };
    // 2 h 30 in the morning, 4 h in the afternoon, 1 h 30 of the next morning.
    expect(dueDateOf(at('2025-07-01T09:00'), 1, { rules, calendar })).toEqual(at('2025-07-02T08:30'));
    expect(dueDateOf(at('2025-07-01T16:00'), 1, { rules, calendar })).toEqual(at('2025-07-02T16:30'));
  });

  it('know of no date where the time is not known', () => {
    expect(datesOf({}, { committedDays: null, statutoryDays: null })).toEqual({ dueAt: null, statutoryDueAt: null, stoppedAt: null });
  });

  it('reckon the promised time and that of the law apart', () => {
    expect(datesOf({})).toMatchObject({ dueAt: at('2025-07-04T17:00'), statutoryDueAt: at('2025-07-08T17:00') });
  });
});

describe('a supplement request', () => {
  const pauses = [stay('SUPPLEMENT_REQUESTED', '2025-07-02T10:00', '2025-07-07T10:00')];

  it('starts the time anew once the papers are there, after 15:00 with the next working day', () => {
    expect(datesOf({ pauses })).toMatchObject({ dueAt: at('2025-07-10T17:00'), statutoryDueAt: at('2025-07-14T17:00') });
    const late = [stay('SUPPLEMENT_REQUESTED', '2025-07-02T10:00', '2025-07-07T15:30')];
    expect(datesOf({ pauses: late }).dueAt).toEqual(at('2025-07-11T17:00'));
  });

  it('goes on with what was left, where the rule says so', () => {
    expect(datesOf({ pauses }, { afterSupplement: 'CONTINUE' }).dueAt).toEqual(at('2025-07-09T17:00'));
  });

  it('stops the clock once: a second one costs the desk its own time', () => {
    const second = stay('SUPPLEMENT_REQUESTED', '2025-07-08T10:00', '2025-07-15T10:00');
    expect(datesOf({ pauses: [...pauses, second] }).dueAt).toEqual(at('2025-07-10T17:00'));
    expect(datesOf({ pauses: [...pauses, { ...second, to: null }] }).stoppedAt).toBeNull();
    expect(datesOf({ pauses: [...pauses, second] }, { supplements: 2 }).dueAt).toEqual(at('2025-07-18T17:00'));
  });

  it('is the same one after a withdrawal that was taken back', () => {
    const all = [
      stay('SUPPLEMENT_REQUESTED', '2025-07-02T10:00', '2025-07-03T10:00'),
      stay('WITHDRAWAL_REQUESTED', '2025-07-03T10:00', '2025-07-04T10:00'),
      stay('SUPPLEMENT_REQUESTED', '2025-07-04T10:00', '2025-07-07T10:00'),
    ];
    expect(datesOf({ pauses: all }).dueAt).toEqual(at('2025-07-10T17:00'));
  });

  it('brings nothing back that has run out, and leaves the date as it was while it lasts', () => {
    const after = stay('SUPPLEMENT_REQUESTED', '2025-07-04T17:00', '2025-07-09T10:00');
    expect(datesOf({ pauses: [after] }).dueAt).toEqual(at('2025-07-04T17:00'));
    const lasting = stay('SUPPLEMENT_REQUESTED', '2025-07-02T10:00', null);
    expect(datesOf({ pauses: [lasting] })).toMatchObject({ dueAt: at('2025-07-04T17:00'), stoppedAt: at('2025-07-02T10:00') });
  });
});

describe('other stops', () => {
  it('of a payment go on with what was left; what was asked before receipt stops nothing', () => {
    const paid = stay('PAYMENT_REQUESTED', '2025-07-02T10:00', '2025-07-03T10:00');
    const before = stay('PAYMENT_REQUESTED', '2025-06-30T10:00', '2025-06-30T11:00');
    expect(datesOf({ pauses: [before, paid] }).dueAt).toEqual(at('2025-07-07T17:00'));
  });

  it('are none where the rules do not name the state', () => {
    const paid = stay('PAYMENT_REQUESTED', '2025-07-02T10:00', '2025-07-03T10:00');
    expect(datesOf({ pauses: [paid] }, { stoppingStates: ['SUPPLEMENT_REQUESTED'] }).dueAt).toEqual(at('2025-07-04T17:00'));
  });

  it('end with the dossier', () => {
    const waiting = stay('SUPPLEMENT_REQUESTED', '2025-07-02T10:00', null);
    expect(datesOf({ pauses: [waiting], endedAt: at('2025-07-03T09:00') })).toMatchObject({
      dueAt: at('2025-07-04T17:00'),
      stoppedAt: null,
    });
  });
});

describe('a new date with an apology', () => {
  const redating = { at: at('2025-07-03T09:00'), dueAt: at('2025-07-11T17:00') };

  it('moves the promised date, once, and never that of the law', () => {
    expect(datesOf({ redatings: [redating] })).toMatchObject({ dueAt: at('2025-07-11T17:00'), statutoryDueAt: at('2025-07-08T17:00') });
    const second = { at: at('2025-07-09T09:00'), dueAt: at('2025-07-20T17:00') };
    expect(datesOf({ redatings: [redating, second] }).dueAt).toEqual(at('2025-07-11T17:00'));
  });

  it('comes before the date that it is for', () => {
    expect(datesOf({ redatings: [{ ...redating, at: at('2025-07-04T17:01') }] }).dueAt).toEqual(at('2025-07-04T17:00'));
  });

  it('is itself moved by a later stop', () => {
    const paid = stay('PAYMENT_REQUESTED', '2025-07-07T10:00', '2025-07-08T10:00');
    expect(datesOf({ redatings: [redating], pauses: [paid] }).dueAt).toEqual(at('2025-07-14T17:00'));
  });
});

describe('the clock at an instant', () => {
  const pauses = [stay('PAYMENT_REQUESTED', '2025-07-02T10:00', '2025-07-03T10:00')];
  const clock = (now: string) => clockAt({ course: course({ pauses }), rules: RULES, calendar }, at(now));

  it('runs, stands and runs again, by open minutes', () => {
    expect(clock('2025-07-01T16:00')).toMatchObject({ usedMinutes: 0, leftMinutes: 60 + 3 * 510, stoppedAt: null });
    expect(clock('2025-07-02T09:00')).toMatchObject({ usedMinutes: 120, leftMinutes: 1_410, stoppedAt: null });
    expect(clock('2025-07-02T16:00')).toMatchObject({ usedMinutes: 180, leftMinutes: 1_350, stoppedAt: at('2025-07-02T10:00') });
    expect(clock('2025-07-03T11:00')).toMatchObject({ usedMinutes: 240, leftMinutes: 1_290, dueAt: at('2025-07-07T17:00') });
    expect(clock('2025-07-08T08:00')).toMatchObject({ leftMinutes: -60 });
  });

  it('stays as it was at the end', () => {
    const ended = course({ pauses, endedAt: at('2025-07-03T11:00') });
    const { usedMinutes, leftMinutes } = clockAt({ course: ended, rules: RULES, calendar }, at('2025-08-01T10:00'));
    expect({ usedMinutes, leftMinutes }).toEqual({ usedMinutes: 240, leftMinutes: 1_290 });
  });
});
