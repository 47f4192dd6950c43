import type { HubContext } from '../../../platform/graphql/context.ts';
import { keptDeadlineBook, latestBook } from './book.ts';
import { calendar } from './calendar.ts';
import { soonUntil } from './timeliness.ts';

/** Reads the calendar that a request's answer needs; to be awaited before dossiers are shown or narrowed by their standing. */
export async function knowCalendar({ hub }: HubContext): Promise<void> {
  await keptDeadlineBook(hub);
}

/** Until when a due date counts as soon, the same for a whole request; `now` is its business instant. */
export function soonOf(context: HubContext, now: Date): Date {
  // Before this process has read any calendar, the one that every hub begins with.
  return context.once('soon until', () => soonUntil(now, latestBook(context.hub)?.province ?? calendar));
}
