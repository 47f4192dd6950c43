import type { Queryable } from '../../../platform/database/database.ts';
import { keptFor } from '../../../platform/kept.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import { type UnitDirectory, unitDirectory } from '../units.ts';
import { type OpeningTimes, toSessions, weekdayOf } from './calendar.ts';
import type { DeadlineRules } from './engine.ts';
import { type Calendar, createWorkingTime, type DayPlan, parseDay, parseMinutes } from './working-time.ts';

/** What is special about a civil day. ORDINARY_DAY: nothing, whatever the units above say of it. */
export type SpecialDayKind = 'HOLIDAY' | 'MAKE_UP_DAY' | 'SHORT_DAY' | 'ORDINARY_DAY';

/** A row of `dossiers.calendar_day`. */
export interface SpecialDay {
  unit: string;
  /** YYYY-MM-DD. */
  day: string;
  kind: SpecialDayKind;
  name: string;
  /** Of a SHORT_DAY, null of any other. */
  sessions: OpeningTimes[] | null;
}

/** A row of `dossiers.opening_hours`: a unit's week from a day on. */
export interface OpeningHours {
  unit: string;
  /** YYYY-MM-DD. */
  validFrom: string;
  /** Sessions of Monday … Sunday. */
  week: OpeningTimes[][];
  /** HH:MM. */
  cutoff: string;
}

/** A row of `dossiers.deadline_rule`; what a procedure's rule leaves open is the province's, whose procedure is ''. */
export type DeadlineRuleRow = { procedure: string; validFrom: string; validTo: string | null } & {
  [K in keyof DeadlineRules]: DeadlineRules[K] | null;
};

/** A civil day of a unit, and which entries made it so. */
export interface PlannedDay extends DayPlan {
  /** The sessions as people write them. */
  times: readonly OpeningTimes[];
  special: SpecialDay | undefined;
  hours: OpeningHours;
}

interface Entries {
  days: readonly SpecialDay[];
  hours: readonly OpeningHours[];
  rules: readonly DeadlineRuleRow[];
  /** Working days of the catalogue's procedures, by code. */
  workingDays: Readonly<Record<string, number | null>>;
  /** A unit and all units above it, from the bottom up. */
  scopeOf(unit: string): readonly string[];
  /** The unit whose calendar is the default. */
  province: string;
}

/** Calendars of units and rules of procedures, as they are now. */
export class DeadlineBook {
  readonly #entries: Entries;
  readonly #days: ReadonlyMap<string, SpecialDay>;
  readonly #hours: ReadonlyMap<string, readonly OpeningHours[]>;
  readonly #rules: ReadonlyMap<string, readonly DeadlineRuleRow[]>;
  readonly #ownEntries: ReadonlySet<string>;
  readonly #calendars = new Map<string, Calendar>();
  readonly #ofUnits = new Map<string, Calendar>();
  readonly #merged = new Map<string, DeadlineRules>();

  constructor(entries: Entries) {
    this.#entries = entries;
    this.#days = new Map(entries.days.map((each) => [`${each.unit} ${parseDay(each.day)}`, each]));
    this.#hours = Map.groupBy(entries.hours, ({ unit }) => unit);
    this.#rules = Map.groupBy(entries.rules, ({ procedure }) => procedure);
    this.#ownEntries = new Set([...entries.days, ...entries.hours].map(({ unit }) => unit));
  }

  /** The province's own calendar. */
  get province(): Calendar {
    return this.calendarOf(this.#entries.province);
  }

  /** The calendar of a unit; of an unknown one the province's. Units without entries of their own share the one above. */
  calendarOf(unit: string): Calendar {
    const known = this.#ofUnits.get(unit);
    if (known !== undefined) return known;
    const chain = this.#chainOf(unit);
    const key = chain.join(' ');
    const calendar = this.#calendars.get(key) ?? createWorkingTime((day) => this.#plan(chain, day));
    this.#calendars.set(key, calendar);
    this.#ofUnits.set(unit, calendar);
    return calendar;
  }

  /** A civil day of a unit and why it is so. */
  dayOf(unit: string, localDate: string): PlannedDay {
    return this.#plan(this.#chainOf(unit), parseDay(localDate));
  }

  /** The rules of a procedure for what is received at that instant. */
  rulesOf(procedure: string, received: Date): DeadlineRules {
    const day = localDateOf(received);
    const own = validOn(this.#rules.get(procedure), day);
    const all = this.#rules.get('');
    // What is older than every rule is reckoned by the first one.
    const province = validOn(all, day) ?? all?.[0];
    if (province === undefined) throw new Error('the province has no rule for time limits');
    const key = `${procedure} ${own?.validFrom} ${province.validFrom}`;
    const known = this.#merged.get(key);
    if (known !== undefined) return known;
    const days = this.#entries.workingDays[procedure] ?? null;
    const { procedure: _, validFrom: _from, validTo: _to, ...rules } = { ...province, ...withoutNulls(own) };
    const merged = { ...(rules as DeadlineRules), committedDays: rules.committedDays ?? days, statutoryDays: rules.statutoryDays ?? days };
    this.#merged.set(key, merged);
    return merged;
  }

  /** The units whose entries count for a unit, from the bottom up; the province's always do. */
  #chainOf(unit: string): string[] {
    const { scopeOf, province } = this.#entries;
    const own = scopeOf(unit).filter((each) => each !== province && this.#ownEntries.has(each));
    return [...own, province];
  }

  #plan(chain: readonly string[], day: number): PlannedDay {
    const special = chain.map((unit) => this.#days.get(`${unit} ${day}`)).find((each) => each !== undefined);
    const found = chain.map((unit) => hoursOn(this.#hours.get(unit), day)).find((each) => each !== undefined);
    // What is older than all hours is reckoned by the first ones.
    const hours = found ?? this.#hours.get(this.#entries.province)?.[0];
    if (hours === undefined) throw new Error('the province has no opening hours');
    const times = timesOf(special, hours, day);
    return { sessions: toSessions(times), cutoff: parseMinutes(hours.cutoff), times, special, hours };
  }
}

function timesOf(special: SpecialDay | undefined, hours: OpeningHours, day: number): readonly OpeningTimes[] {
  const usual = hours.week[weekdayOf(day) - 1] ?? [];
  switch (special?.kind) {
    case 'HOLIDAY':
      return [];
    case 'SHORT_DAY':
      return special.sessions ?? [];
    case 'MAKE_UP_DAY':
      // Worked like a whole weekday, also where the unit is open on Saturday mornings.
      return hours.week.find((each) => each.length > 0) ?? [];
    default:
      return usual;
  }
}

function hoursOn(list: readonly OpeningHours[] | undefined, day: number): OpeningHours | undefined {
  return list?.findLast(({ validFrom }) => parseDay(validFrom) <= day);
}

function validOn(list: readonly DeadlineRuleRow[] | undefined, day: string): DeadlineRuleRow | undefined {
  return list?.findLast(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
}

function withoutNulls<T extends object>(value: T | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, each]) => each !== null)) as Partial<T>;
}

/** Showing what is soon due needs no more than that. */
const KEPT_MS = 60_000;
const books = keptFor(KEPT_MS, deadlineBook);
/** The book of each process as it was last read, with the text that it was made of. */
const latest = new WeakMap<Platform, { text: string; units: UnitDirectory; book: DeadlineBook }>();

/**
 * The book as it is now, with one statement: whoever reckons dates to keep them asks here, so that what an administrator changed in
 * another process holds at once. As long as nothing changes it is the same object.
 */
export async function deadlineBook(hub: Platform): Promise<DeadlineBook> {
  const units = await unitDirectory(hub);
  const text = await readEntries(hub.db);
  const known = latest.get(hub);
  if (known?.text === text && known.units === units) return known.book;
  const book = makeBook(text, units);
  latest.set(hub, { text, units, book });
  return book;
}

/** The book as of a minute ago at most, for what is shown. */
export function keptDeadlineBook(hub: Platform): Promise<DeadlineBook> {
  return books.of(hub);
}

/** Forgets the kept book, after it was changed. */
export function forgetDeadlineBook(hub: Platform): void {
  books.forget(hub);
}

/** The book as this process last read it, for what can't wait; undefined: it never did. */
export function latestBook(hub: Platform): DeadlineBook | undefined {
  return latest.get(hub)?.book;
}

function makeBook(text: string, units: UnitDirectory): DeadlineBook {
  const entries = JSON.parse(text) as Pick<Entries, 'days' | 'hours' | 'rules' | 'workingDays'>;
  const province = entries.hours.find(({ unit }) => units.isRoot(unit))?.unit;
  if (province === undefined) throw new Error('the province has no opening hours: the reference data is not loaded');
  return new DeadlineBook({ ...entries, province, scopeOf: (unit) => units.scope(unit) });
}

async function readEntries(sql: Queryable): Promise<string> {
  const [row] = await sql.query<{ entries: string }>(ENTRIES, [], { prepared: true });
  return row?.entries ?? '';
}

/** A mark of all calendars as they are now, of days and hours alone: it is another one wherever any of them changed, by whatever way. */
export async function calendarsMark(sql: Queryable): Promise<string> {
  const [row] = await sql.query<{ mark: string }>(`SELECT md5(json_build_object(${CALENDARS})::text) AS mark`);
  return row?.mark ?? '';
}

const CALENDARS = `
    'days', (SELECT coalesce(json_agg(json_build_object('unit', unit, 'day', day, 'kind', kind, 'name', name, 'sessions', sessions)
                                      ORDER BY unit, day), '[]') FROM dossiers.calendar_day),
    'hours', (SELECT coalesce(json_agg(json_build_object('unit', unit, 'validFrom', valid_from, 'week', week, 'cutoff', cutoff)
                                       ORDER BY valid_from, unit), '[]') FROM dossiers.opening_hours)`;
const ENTRIES = `
  SELECT json_build_object(${CALENDARS},
    'rules', (SELECT coalesce(json_agg(json_build_object('procedure', procedure, 'validFrom', valid_from, 'validTo', valid_to,
                'counting', counting, 'cutoff', cutoff, 'afterSupplement', after_supplement, 'stoppingStates', stopping_states,
                'supplements', supplements, 'committedDays', committed_days, 'statutoryDays', statutory_days)
                ORDER BY valid_from, procedure), '[]') FROM dossiers.deadline_rule),
    'workingDays', (SELECT coalesce(json_object_agg(code, working_days ORDER BY code), '{}') FROM dossiers.procedure
                    WHERE working_days IS NOT NULL))::text AS entries`;
