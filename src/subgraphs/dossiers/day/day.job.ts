import { z } from 'zod';
import { NOBODY, type Viewer } from '../../../platform/auth/viewer.ts';
import { upstreamUnavailable } from '../../../platform/errors.ts';
import { createContext, type HubContext } from '../../../platform/graphql/context.ts';
import { stableUuid } from '../../../platform/ids.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { DAY_BEGAN, type DossierFacts, type DossiersOfDay } from '../../../platform/outbox/day-list.ts';
import { appendEvents } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf, startOfLocalDate, toLocalIso } from '../../../platform/time.ts';
import { deadlineBook } from '../deadline/book.ts';
import { type Unit, type UnitDirectory, unitDirectory } from '../units.ts';
import { dossiersOfToday } from './day.read.ts';
import type { DossierDay } from './day.type.ts';

const EVERY_MS = 60_000;
/** When a working day begins, as a civil hour. */
const HOUR = 7;
const HOUR_MS = 3_600_000;

/** The hub itself reads what an auditor of the province may, in nobody's name. */
const READER: Viewer = { ...NOBODY, subject: 'day-list', roles: ['AUDITOR'], token: '' };

/**
 * Begins the day of every unit that works today and has not begun it, each in a transaction of its own; before seven of none. After
 * a downtime the same day's are made up for, and no earlier day's. Returns how many.
 */
export async function beginDays(hub: Platform, signal?: AbortSignal): Promise<number> {
  const now = hub.clock.business();
  const day = localDateOf(now);
  if (now.getTime() < startOfLocalDate(day).getTime() + HOUR * HOUR_MS) return 0;
  let begun = 0;
  for (const unit of await unitsToBegin(hub, day)) {
    if (signal?.aborted === true) break;
    if (await beginDay(hub, unit, day)) begun += 1;
  }
  return begun;
}

async function unitsToBegin(hub: Platform, day: string): Promise<Unit[]> {
  const book = await deadlineBook(hub);
  const directory = await unitDirectory(hub);
  const waiting = await hub.db.query<{ code: string }>(
    `SELECT u.code FROM dossiers.unit u WHERE u.valid_to IS NULL AND NOT EXISTS (SELECT FROM dossiers.day_begun b WHERE b.unit = u.code AND b.day = $1)
     ORDER BY u.code`,
    [day],
  );
  return waiting.flatMap(({ code }) => {
    const unit = directory.get(code);
    return unit !== undefined && book.calendarOf(code).isWorkingDay(day) ? [unit] : [];
  });
}

async function beginDay(hub: Platform, unit: Unit, day: string): Promise<boolean> {
  const dossiers = factsOf(await dossiersOfToday(contextOf(hub), unit.code), await unitDirectory(hub));
  const data: DossiersOfDay = { unit: unit.code, unitName: unit.name, day, dossiers };
  const at = hub.clock.business();
  return hub.db.transaction(async (sql) => {
    const [first] = await sql.query(
      'INSERT INTO dossiers.day_begun (unit, day, begun_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING unit',
      [unit.code, day, at],
    );
    if (first === undefined) return false;
    const subjectId = stableUuid('day', unit.code, day);
    await appendEvents(sql, hub.cipher, [{ at, kind: DAY_BEGAN, subjectId, subject: `${day} ${unit.code}`, data }]);
    return true;
  });
}

/** What is told of a day outside the graph: units by their names, and of no officer. */
function factsOf({ warnings, ...all }: DossierDay, directory: UnitDirectory): DossierFacts {
  const nameOf = (code: string | null) => (code === null ? null : (directory.get(code)?.name ?? code));
  return {
    ...all,
    warnings: warnings.map(({ first, ...of }) => ({
      ...of,
      first: first.map(({ code, at, turn, turnUnitCode }) => ({ code, at: toLocalIso(at), turn, turnUnitName: nameOf(turnUnitCode) })),
    })),
  };
}

function contextOf(hub: Platform): HubContext {
  const peers = { ask: () => Promise.reject(upstreamUnavailable()) };
  return createContext({ hub, viewer: READER, language: 'vi', peers });
}

export const beginDaysJob = defineJob({
  name: 'dossiers.begin-days',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 30_000,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
  run: async (hub, _input, signal) => {
    await beginDays(hub, signal);
  },
});
