import type { Platform } from './platform.ts';
import { addDays, localDateOf } from './time.ts';

/** The province's working days, as the subgraph that owns its calendar tells them. */
export interface WorkingDays {
  /** Whether the owner has told them; else every day from Monday to Friday counts as one, holidays too. */
  known: boolean;
  /** Of a civil day, YYYY-MM-DD. */
  isWorkingDay(day: string): boolean;
}

const QUERY = 'query ($from: LocalDate!, $to: LocalDate!) { workingDays(from: $from, to: $to) }';
const DAYS_BACK = 800;
const DAYS_AHEAD = 200;
const KEPT_MS = 10 * 60_000;
/** So long nobody asks again after the owner did not answer. */
const REST_MS = 60_000;

type Hub = Pick<Platform, 'peers' | 'clock' | 'log'>;
const latest = new WeakMap<Platform['peers'], { days: WorkingDays; askAgainAt: number }>();

/**
 * The working days as of ten minutes ago at most. Never fails: where the owner does not answer, the last that it told stands, and before it told
 * any, Mondays to Fridays. Not within a transaction: it may ask over the network.
 */
export async function workingDays(hub: Hub): Promise<WorkingDays> {
  const held = latest.get(hub.peers);
  if (held !== undefined && Date.now() < held.askAgainAt) return held.days;
  const today = localDateOf(hub.clock.now());
  const span = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) };
  try {
    const told = await hub.peers.ask<{ workingDays: string[] }>('dossiers', QUERY, span);
    return keep(hub, daysOf(span, new Set(told.workingDays)), KEPT_MS);
  } catch (error) {
    hub.log.warn({ error: (error as Error).name }, 'the working days could not be asked for; what was known stands');
    return keep(hub, held?.days ?? WEEKDAYS, REST_MS);
  }
}

/** The working days as this process was last told them, for what can't wait. */
export function latestWorkingDays({ peers }: Pick<Platform, 'peers'>): WorkingDays {
  return latest.get(peers)?.days ?? WEEKDAYS;
}

/** The next who asks asks anew. */
export function forgetWorkingDays({ peers }: Pick<Platform, 'peers'>): void {
  latest.delete(peers);
}

function keep({ peers }: Hub, days: WorkingDays, milliseconds: number): WorkingDays {
  latest.set(peers, { days, askAgainAt: Date.now() + milliseconds });
  return days;
}

function daysOf({ from, to }: { from: string; to: string }, told: ReadonlySet<string>): WorkingDays {
  return { known: true, isWorkingDay: (day) => (day < from || day > to ? isWeekday(day) : told.has(day)) };
}

/** A civil day's weekday is the same wherever it is reckoned. */
function isWeekday(day: string): boolean {
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** Without a calendar: what is reckoned by it is rather too early than too late. */
export const WEEKDAYS: WorkingDays = { known: false, isWorkingDay: isWeekday };
