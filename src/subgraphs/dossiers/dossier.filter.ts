import { badUserInput } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { DossierFilter } from '../../platform/graphql/dossier-filter.ts';
import { soonOf } from './deadline/soon.ts';
import { timelinessSql } from './deadline/timeliness.ts';
import { clearSightOf, readsContent, type Sight } from './dossier.access.ts';
import { foldName, isStorable } from './dossier.row.ts';
import type { Holders } from './number.search.ts';
import type { UnitDirectory } from './units.ts';

/** Longer than any name that is kept with its owner's. */
const LONGEST_SEARCH = 200;

/** Values of a statement that is being put together. */
export class Values {
  readonly list: unknown[] = [];
  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** The due date as this viewer may know it, for conditions and orders over `d`. */
export function dueColumn(context: HubContext): string {
  return readsContent(context.viewer) ? 'd.due_at' : 'NULL::timestamptz';
}

/** One condition over `d` for each way in which a sight reaches a dossier; the ways do not overlap but with the last one. */
export function sightConditions({ units, applicantIndex }: Pick<Sight, 'units' | 'applicantIndex'>, values: Values): string[] {
  const conditions: string[] = [];
  if (units.size > 0) {
    const codes = [...units];
    // One unit is asked for by itself, so that its own index is read in order.
    const within = (column: string) =>
      codes.length === 1 ? `${column} = ${values.add(codes[0])}` : `${column} = ANY(${values.add(codes)}::text[])`;
    const receiving = within('d.receiving_unit');
    conditions.push(receiving, `d.handling_unit <> d.receiving_unit AND ${within('d.handling_unit')} AND NOT (${receiving})`);
  }
  if (applicantIndex !== undefined) conditions.push(`d.applicant_index = ${values.add(applicantIndex)}`);
  return conditions;
}

/** Dossiers that a unit or one below it received or handles; none where there is no such unit. */
export function withinUnit(directory: UnitDirectory, unit: string, values: Values): string[] {
  if (directory.isRoot(unit)) return [];
  if (directory.get(unit) === undefined) return ['FALSE'];
  const units = values.add(directory.below(unit));
  return [`(d.receiving_unit = ANY(${units}::text[]) OR d.handling_unit = ANY(${units}::text[]))`];
}

/** What a filter asks for, over `d`, of whoever sees the dossiers. Voided dossiers are in no list. */
export function filterConditions(
  context: HubContext,
  directory: UnitDirectory,
  filter: DossierFilter,
  { values, holders }: Pick<FilterWriting, 'values' | 'holders'>,
): string[] {
  const conditions = filterInSight(context, filter, { values, walked: false, holders });
  if (filter.unit != null) conditions.push(...withinUnit(directory, filter.unit, values));
  if (!searchesPeople(filter)) return conditions;
  const sight = clearSightOf(context, directory);
  if (sight.all) return conditions;
  const clear = sightConditions(sight, values);
  return [...conditions, clear.length === 0 ? 'FALSE' : `(${clear.map((each) => `(${each})`).join(' OR ')})`];
}

/** How a filter is written. */
interface FilterWriting {
  values: Values;
  /** Names are met on the way through a unit's dossiers, not looked up in the index of all. */
  walked: boolean;
  /** Whose number the search text is. */
  holders?: Holders | undefined;
}

/**
 * The same without the filter's unit, for a list that holds what `clearSightOf` lets through alone if the filter `searchesPeople`.
 * Saying that twice would have PostgreSQL expect a fraction of the rows that there are, and read them the long way.
 */
export function filterInSight(context: HubContext, filter: DossierFilter, writing: FilterWriting): string[] {
  const { values } = writing;
  const conditions = ['d.voided_at IS NULL'];
  const any = (column: string, list: readonly string[] | null | undefined) => {
    if (list != null) conditions.push(`${column} = ANY(${values.add(list)}::text[])`);
  };
  if (filter.procedure != null) conditions.push(isStorable(filter.procedure) ? `d.procedure = ${values.add(filter.procedure)}` : 'FALSE');
  any('d.status', filter.statuses);
  any('d.channel', filter.channels);
  any('d.origin', filter.origins);
  if (filter.submittedFrom != null) conditions.push(`d.submitted_at >= ${values.add(filter.submittedFrom)}`);
  if (filter.submittedTo != null) conditions.push(`d.submitted_at < ${values.add(filter.submittedTo)}`);
  if (filter.dueBefore != null) conditions.push(`${dueColumn(context)} < ${values.add(filter.dueBefore)}`);
  if (filter.dueDateDiffers != null) conditions.push(readsContent(context.viewer) ? differs(filter.dueDateDiffers) : 'FALSE');
  if (filter.unidentified != null)
    conditions.push(readsContent(context.viewer) ? `d.unidentified = ${values.add(filter.unidentified)}` : 'FALSE');
  if (filter.timeliness != null) {
    const now = businessInstant(context);
    const standing = timelinessSql(`${values.add(now)}::timestamptz`, `${values.add(soonOf(context, now))}::timestamptz`);
    conditions.push(`(${standing}) = ANY(${values.add(filter.timeliness)}::text[])`);
  }
  const search = searchOf(filter);
  if (search.length > LONGEST_SEARCH) {
    throw badUserInput('filter.search', {
      vi: `filter.search: tối đa ${LONGEST_SEARCH} ký tự.`,
      en: `filter.search: at most ${LONGEST_SEARCH} characters.`,
    });
  }
  if (search !== '') conditions.push(searchCondition(context, search, writing));
  return conditions;
}

/**
 * Whether the date that was given and the hub's own are different civil days, where the hub reckoned one. Sources give a day: what
 * hour of it they write means nothing.
 */
function differs(wanted: boolean): string {
  const day = (column: string) => `(${column} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
  return `d.engine_due_at IS NOT NULL AND ${day('d.due_at')} IS ${wanted ? '' : 'NOT '}DISTINCT FROM ${day('d.engine_due_at')}`;
}

/** The one instant of business time at which a request is answered. */
export function businessInstant(context: HubContext): Date {
  return context.once('business instant', () => context.hub.clock.business());
}

const CODE = /^[A-Z0-9.]+-\d{6}-\d{4,6}$/i;

const searchOf = (filter: DossierFilter) => filter.search?.trim() ?? '';

/** Whether a filter looks for people: whose names and numbers are shown masked or not at all must not be found by guessing them. */
export function searchesPeople(filter: DossierFilter): boolean {
  const text = searchOf(filter);
  return text !== '' && !CODE.test(text);
}

/**
 * A search text is a whole code, a 12-digit number (through its blind index), the number of somebody's other paper, or words of a name without regard
 * to diacritics and to their order.
 */
function searchCondition(context: HubContext, text: string, { values, walked, holders }: FilterWriting): string {
  if (CODE.test(text)) {
    const code = values.add(text.toUpperCase());
    return `(d.code = ${code} OR d.national_code = ${code})`;
  }
  if (holders !== undefined) return heldBy(holders, values);
  const folded = foldName(text);
  if (folded === '' || !isStorable(text)) return 'FALSE';
  const digits = text.replace(/[\s.]/g, '');
  if (!/^\d{12}$/.test(digits)) return nameCondition(folded, { values, walked });
  return `d.applicant_index = ${values.add(context.hub.cipher.blindIndex('nationalId', digits))}`;
}

/** One key is asked for by itself, so that its own index is read in order. */
function heldBy({ citizens, organizations }: Holders, values: Values): string {
  const among = (column: string, keys: readonly string[]) =>
    keys.length === 1 ? `${column} = ${values.add(keys[0])}::uuid` : `${column} = ANY(${values.add(keys)}::uuid[])`;
  const ways = [
    ...(citizens.length === 0 ? [] : [among('d.applicant_id', citizens)]),
    ...(organizations.length === 0 ? [] : [among('d.organization_id', organizations)]),
  ];
  return `(${ways.join(' OR ')})`;
}

/**
 * Every word of a search begins a word of the name, in whatever order: who types the beginning of a name finds it, and "an" does not
 * find every "thanh". A letter alone has nothing to look for in the index and narrows what the others found.
 */
function nameCondition(folded: string, { values, walked }: FilterWriting): string {
  const words = [...new Set(folded.split(' '))].map((word) => word.replace(/[\\%_]/g, '\\$&'));
  // The same twice: the index of names is over the one form alone, and the other is estimated by the column's own statistics.
  const begins = (word: string) => `(d.name_folded LIKE ${values.add(`${word}%`)} OR d.name_folded LIKE ${values.add(`% ${word}%`)})`;
  return words.map((word) => (walked ? begins(word) : `(' ' || d.name_folded) LIKE ${values.add(`% ${word}%`)}`)).join(' AND ');
}
