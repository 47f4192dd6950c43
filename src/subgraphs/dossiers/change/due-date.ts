import type { DeadlineBook } from '../deadline/book.ts';
import { engineDatesOf, promisedDate } from '../deadline/dossier-dates.ts';
import type { DossierRow } from '../dossier.row.ts';
import { reDatingsAmong } from '../lifecycle/re-dating.ts';
import type { HeldStep } from './ground.ts';

/** The date to give to a citizen whose dossier is received at that instant; null: the time of its procedure is not known. */
export function dueDateOf(book: DeadlineBook, dossier: Pick<DossierRow, 'procedure' | 'handling_unit'>, received: Date): Date | null {
  return promisedDate(book, dossier, received);
}

/** Sets the engine's own dates of a dossier by its row and all its steps, oldest first. */
export function reckonDates(book: DeadlineBook, row: DossierRow, steps: readonly HeldStep[]): void {
  Object.assign(row, engineDatesOf(book, row, { steps, redatings: reDatingsAmong(steps) }));
}
