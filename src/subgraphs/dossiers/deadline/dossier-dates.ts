import type { DossierRow } from '../dossier.row.ts';
import type { DeadlineBook } from './book.ts';
import { courseOf, type TimedDossier, type TimedStep } from './course.ts';
import { clockAt, type DeadlineClock, dueDateOf, dueDatesOf, type Reckoned, type Redating } from './engine.ts';

/** A dossier as far as its dates depend on it. */
export type DatedDossier = TimedDossier & Pick<DossierRow, 'procedure' | 'handling_unit'>;

/** What happened to a dossier besides its row: all its steps, oldest first, and new dates that were given with an apology. */
export interface DossierHistory {
  steps: readonly TimedStep[];
  redatings?: readonly Redating[];
}

/** The columns that the engine fills. */
export type EngineDates = Pick<DossierRow, 'engine_due_at' | 'statutory_due_at' | 'clock_stopped_at'>;

/** What a dossier's time is reckoned with: its handling unit's calendar, its procedure's rules. Null: it was not received. */
export function reckonedOf(book: DeadlineBook, dossier: DatedDossier, { steps, redatings = [] }: DossierHistory): Reckoned | null {
  const course = courseOf(dossier, steps);
  if (course === null) return null;
  return {
    course: { ...course, redatings },
    rules: book.rulesOf(dossier.procedure, course.receivedAt),
    calendar: book.calendarOf(dossier.handling_unit),
  };
}

/** The engine's own dates of a dossier, for its row. Every write of a dossier or its steps sets them. */
export function engineDatesOf(book: DeadlineBook, dossier: DatedDossier, history: DossierHistory): EngineDates {
  const reckoned = reckonedOf(book, dossier, history);
  if (reckoned === null) return { engine_due_at: null, statutory_due_at: null, clock_stopped_at: null };
  const { dueAt, statutoryDueAt, stoppedAt } = dueDatesOf(reckoned);
  return { engine_due_at: dueAt, statutory_due_at: statutoryDueAt, clock_stopped_at: stoppedAt };
}

/** The clock of a dossier at an instant; null: it was not received. */
export function clockOf(book: DeadlineBook, dossier: DatedDossier, history: DossierHistory & { now: Date }): DeadlineClock | null {
  const reckoned = reckonedOf(book, dossier, history);
  return reckoned === null ? null : clockAt(reckoned, history.now);
}

/**
 * The date to give to a citizen whose dossier is received, or complete again, at that instant: the promised time of the procedure,
 * by the handling unit's calendar. Null: the procedure's time is not known.
 */
export function promisedDate(book: DeadlineBook, of: Pick<DossierRow, 'procedure' | 'handling_unit'>, received: Date): Date | null {
  const rules = book.rulesOf(of.procedure, received);
  return dueDateOf(received, rules.committedDays, { rules, calendar: book.calendarOf(of.handling_unit) });
}

/**
 * The date that was given, once a stopped clock runs again at that instant: as much open time later as was left of it. What had run
 * out when the clock was stopped stays. `clock_stopped_at` is that from before the step which lets it run.
 */
export function resumedDate(
  book: DeadlineBook,
  { due_at: due, clock_stopped_at: stopped, handling_unit: unit }: Pick<DossierRow, 'due_at' | 'clock_stopped_at' | 'handling_unit'>,
  at: Date,
): Date | null {
  if (due === null || stopped === null || stopped >= due) return due;
  const calendar = book.calendarOf(unit);
  return calendar.addWorkingTime(at, calendar.workingTimeBetween(stopped, due));
}
