import { boundOf } from '../../../platform/auth/viewer.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { badUserInput, notFound, type UserErrorValue } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { addDays } from '../../../platform/time.ts';
import { type UnitDirectory, unitDirectory } from '../units.ts';
import { deadlineBook, forgetDeadlineBook } from './book.ts';
import type { CalendarChange, CalendarDay } from './calendar.type.ts';
import { followCalendarsJob } from './follow.job.ts';
import { ALWAYS, deadlineReference } from './reference.load.ts';
import { WORKING_DAY_MINUTES, worthOf } from './working-time.ts';

const LONGEST_PERIOD_DAYS = 366;
/** Administrators take turns: what a change replaces is what it says that it replaces. */
const LOCK = 7_202_507_03;

/** The days of a unit from one to another, both included. Throws BAD_USER_INPUT where that is no period, or a longer one than a year. */
export async function calendarOfUnit(
  context: HubContext,
  unit: string,
  { from, to }: { from: string; to: string },
): Promise<CalendarDay[]> {
  if (to < from || to > addDays(from, LONGEST_PERIOD_DAYS - 1)) {
    throw badUserInput('to', {
      vi: `to: từ ngày from, nhiều nhất ${LONGEST_PERIOD_DAYS} ngày.`,
      en: `to: not before from, and at most ${LONGEST_PERIOD_DAYS} days in all.`,
    });
  }
  const book = await deadlineBook(context.hub);
  const days: CalendarDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const plan = book.dayOf(unit, date);
    days.push({
      date,
      open: plan.sessions.length > 0,
      countsFor: worthOf(plan) / WORKING_DAY_MINUTES,
      kind: plan.special?.kind ?? 'ORDINARY_DAY',
      name: plan.special?.name ?? null,
      sessions: [...plan.times],
      cutoff: plan.hours.cutoff,
      decidedBy: (plan.special ?? plan.hours).unit,
    });
  }
  return days;
}

/** The changes of a unit's own entries, the last one first. */
export function calendarChangesOf({ hub }: HubContext, unit: string): Promise<CalendarChange[]> {
  return hub.db.query<CalendarChange>(
    `SELECT what, changed_at AS "changedAt", changed_by AS "changedBy", before, after FROM dossiers.calendar_change
     WHERE unit = $1 ORDER BY id DESC LIMIT 1000`,
    [unit],
  );
}

/** An entry of a calendar: a special day, or hours from a day on. */
interface Entry {
  unit: string;
  table: 'calendar_day' | 'opening_hours';
  date: string;
}

/** What an entry holds beside its key, as it is kept; null: there is none. */
type Content = Record<string, unknown> | null;

const KEYS = { calendar_day: 'day', opening_hours: 'valid_from' } as const;
const COLUMNS = { calendar_day: ['kind', 'name', 'sessions'], opening_hours: ['week', 'cutoff'] } as const;

async function read(sql: Transaction, { unit, table, date }: Entry): Promise<Content> {
  const [row] = await sql.query<{ content: Record<string, unknown> }>(
    `SELECT jsonb_build_object(${COLUMNS[table].map((column) => `'${column}', ${column}`).join(', ')}) AS content
     FROM dossiers.${table} WHERE unit = $1 AND ${KEYS[table]} = $2`,
    [unit, date],
  );
  return row?.content ?? null;
}

async function write(sql: Transaction, { unit, table, date }: Entry, content: Content): Promise<void> {
  const key = KEYS[table];
  if (content === null) {
    await sql.query(`DELETE FROM dossiers.${table} WHERE unit = $1 AND ${key} = $2`, [unit, date]);
    return;
  }
  const columns = COLUMNS[table].join(', ');
  await sql.query(
    `INSERT INTO dossiers.${table} (unit, ${key}, ${columns}, reference)
     SELECT $1, $2, ${columns}, false FROM jsonb_populate_record(NULL::dossiers.${table}, $3::jsonb)
     ON CONFLICT (unit, ${key}) DO UPDATE SET reference = false, ${COLUMNS[table].map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [unit, date, JSON.stringify(content)],
  );
}

/** Whether an ADMINISTRATOR may change a unit's calendar: their own unit's and those below it, the province's all. */
function reaches({ viewer }: HubContext, directory: UnitDirectory, unit: string): boolean {
  const bound = boundOf(viewer, 'ADMINISTRATOR');
  return directory.get(unit) !== undefined && (bound === 'ALL' || (bound !== undefined && directory.scope(unit).includes(bound)));
}

/** Sets an entry or, with null, removes it, and records who changed what from what. Repeated, it changes and records nothing. */
async function change(context: HubContext, entry: Entry, content: Content): Promise<UserErrorValue[]> {
  const { hub, viewer } = context;
  if (!reaches(context, await unitDirectory(hub), entry.unit)) return [notFound('unit')];
  const found = await hub.db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const before = await read(sql, entry);
    if (before === null && content === null) return false;
    await write(sql, entry, content);
    await sql.query(
      `INSERT INTO dossiers.calendar_change (unit, what, changed_at, changed_by, before, after)
       SELECT $1, $2, $3, $4, $5::jsonb, $6::jsonb WHERE $5::jsonb IS DISTINCT FROM $6::jsonb`,
      [
        entry.unit,
        `${entry.table === 'calendar_day' ? 'day' : 'hours'} ${entry.date}`,
        hub.clock.now(),
        viewer.subject,
        before === null ? null : JSON.stringify(before),
        content === null ? null : JSON.stringify(content),
      ],
    );
    return true;
  });
  forgetDeadlineBook(hub);
  if (found) await hub.wakeUps.wake(followCalendarsJob, {});
  return found ? [] : [notFound(entry.table === 'calendar_day' ? 'date' : 'validFrom')];
}

/** Sets what is special about a day of a unit. */
export function setDay(context: HubContext, day: { unit: string; date: string; kind: string; name: string; sessions: unknown }) {
  const { unit, date, kind, name, sessions } = day;
  return change(context, { unit, table: 'calendar_day', date }, { kind, name: name.trim(), sessions });
}

/**
 * Removes a unit's own entry of a day: it is again as the units above have it. A day of the province that the reference data brings
 * becomes an ordinary one instead, or the next release would bring it back.
 */
export async function removeDay(context: HubContext, unit: string, date: string): Promise<UserErrorValue[]> {
  const known = deadlineReference.days.find((each) => each.date === date);
  if (unit !== deadlineReference.province || known === undefined) return change(context, { unit, table: 'calendar_day', date }, null);
  return setDay(context, { unit, date, kind: 'ORDINARY_DAY', name: known.name, sessions: null });
}

/** Sets a unit's hours from a day on. */
export function setHours(
  context: HubContext,
  hours: { unit: string; validFrom: string; week: readonly { weekday: number; sessions: readonly object[] }[]; cutoff: string },
): Promise<UserErrorValue[]> {
  const week = [1, 2, 3, 4, 5, 6, 7].map((each) => hours.week.find(({ weekday }) => weekday === each)?.sessions ?? []);
  return change(context, { unit: hours.unit, table: 'opening_hours', date: hours.validFrom }, { week, cutoff: hours.cutoff });
}

/** Removes a unit's hours that hold from a day on; those before go on. The first ones, which come with the hub, can't be removed. */
export async function removeHours(context: HubContext, unit: string, validFrom: string): Promise<UserErrorValue[]> {
  if (validFrom === ALWAYS) return [notFound('validFrom')];
  return change(context, { unit, table: 'opening_hours', date: validFrom }, null);
}
