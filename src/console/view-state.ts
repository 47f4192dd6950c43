import { dayAfter, type Quarter, recentQuarters } from './business-time.ts';
import { PAGES, PATHS, type Page } from './pages.ts';
import type { Language } from './texts.ts';

export const SORTS = ['name', 'received', 'online', 'paid', 'onTime', 'satisfied'] as const;
export type Sort = (typeof SORTS)[number];
export const LEVELS = ['all', 'communes', 'departments'] as const;
export type Level = (typeof LEVELS)[number];

/** What of the console is looked at, and in which language: all of it stands in the address. */
export interface ViewState {
  page: Page;
  language: Language;
  sort: Sort;
  descending: boolean;
  level: Level;
  quarter: Quarter;
  /** Whose day is looked at; undefined: the reader's own unit's, else the province's. */
  unit: string | undefined;
  /** The business day whose payments are looked at (YYYY-MM-DD); the day before the present one unless another is chosen. */
  date: string;
  /** The reconciliation whose differences are looked at. */
  of: string | undefined;
  /** Those that can be chosen, the present one first. */
  quarters: readonly Quarter[];
  /** The present business day (YYYY-MM-DD). */
  today: string;
}

/** Who is behind comes first. */
const FIRST_SORT: Sort = 'onTime';

/** Reads an address; what it does not say, or says wrongly, takes its default. */
export function readViewState(search: URLSearchParams, from: { page?: Page; today: string; remembered: Language | undefined }): ViewState {
  const quarters = recentQuarters(from.today);
  const [present] = quarters;
  if (present === undefined) throw new Error('there is always a present quarter');
  const date = search.get('date') ?? '';
  return {
    page: from.page ?? oneOf(PAGES, search.get('page')) ?? 'operations',
    language: languageIn(search) ?? from.remembered ?? 'vi',
    sort: oneOf(SORTS, search.get('sort')) ?? FIRST_SORT,
    descending: search.get('order') === 'desc',
    level: oneOf(LEVELS, search.get('level')) ?? 'all',
    quarter: quarters.find(({ key }) => key === search.get('quarter')) ?? present,
    unit: /^[\w-]{1,40}$/.exec(search.get('unit') ?? '')?.[0],
    date: dayAfter(date, 0) ?? yesterdayOf(from.today),
    of: search.get('of') ?? undefined,
    today: from.today,
    quarters,
  };
}

/** The language that an address asks for; undefined: it does not say. */
export function languageIn(search: URLSearchParams): Language | undefined {
  return oneOf(['vi', 'en'], search.get('lang'));
}

/** The address's search text for a state, with `?` where it is not empty; defaults are left out. */
export function searchOf(state: ViewState, more: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams();
  if (state.language !== 'vi') search.set('lang', state.language);
  if (state.quarter.key !== state.quarters[0]?.key) search.set('quarter', state.quarter.key);
  if (state.sort !== FIRST_SORT) search.set('sort', state.sort);
  if (state.descending) search.set('order', 'desc');
  if (state.level !== 'all') search.set('level', state.level);
  if (state.unit !== undefined) search.set('unit', state.unit);
  if (state.date !== yesterdayOf(state.today)) search.set('date', state.date);
  if (state.of !== undefined) search.set('of', state.of);
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** The address of what is looked at. */
export function addressOf(state: ViewState, more?: Readonly<Record<string, string>>): string {
  return `${PATHS[state.page]}${searchOf(state, more)}`;
}

/** The address of a form that changes something, which leads back to what is looked at. */
export function actionOf(path: string, state: ViewState): string {
  return `${path}${searchOf(state, state.page === 'operations' ? {} : { page: state.page })}`;
}

function yesterdayOf(today: string): string {
  return dayAfter(today, -1) ?? today;
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | undefined {
  return values.find((value) => value === text);
}
