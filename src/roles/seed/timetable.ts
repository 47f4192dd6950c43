import { addDays, localDateOf, startOfLocalDate } from '../../platform/time.ts';
import { calendar, isWorkingDay } from '../../subgraphs/dossiers/deadline/calendar.ts';
import { QUARTER, QUARTER_END } from './profile.ts';
import { createPicker, type Random } from './random.ts';
import type { EpochMs } from './sample.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** 15:00, counted from midnight: what comes later counts as received on the next working day. */
const CUTOFF = 15 * HOUR;
const OFFSET = 7 * HOUR;

/** Sunday first: desks are fullest on Mondays. */
const WEEKDAY = [0, 1.16, 1.06, 1, 0.98, 0.92, 0];
const ONLINE_DAY_OFF = 0.16;

/** Half hours from 07:00 and from 13:00, as far as the desks are open. */
const DESK_MORNING = [0.9, 1.5, 1.8, 1.8, 1.7, 1.5, 1.2, 0.8, 0.4];
const DESK_AFTERNOON = [0.7, 1, 1.1, 1, 0.6, 0.5, 0.35, 0.15];
const ONLINE_HOURS = [
  0.05, 0.02, 0.01, 0.01, 0.02, 0.08, 0.3, 0.8, 1.5, 1.7, 1.5, 1, 0.5, 0.8, 1.2, 1.2, 0.9, 0.6, 0.4, 0.5, 0.65, 0.6, 0.4, 0.15,
];
const DAY_OFF_HOURS = [
  0.05, 0.02, 0.01, 0.01, 0.02, 0.1, 0.3, 0.6, 0.9, 1, 1, 0.7, 0.5, 0.6, 0.8, 0.8, 0.7, 0.6, 0.6, 0.9, 1.1, 1, 0.6, 0.2,
];

const DAYS: readonly { date: string; start: EpochMs; working: boolean }[] = (() => {
  const days = [];
  for (let date: string = QUARTER.from; date <= QUARTER.to; date = addDays(date, 1)) {
    days.push({ date, start: startOfLocalDate(date).getTime(), working: isWorkingDay(date) });
  }
  return days;
})();

/** The first days of the new communes were slow, school papers fill August, and people come after a holiday. */
function seasonOf(date: string): number {
  if (date <= '2025-07-04') return 0.62;
  if (date <= '2025-07-11') return 0.82;
  if (date === '2025-09-03') return 1.3;
  return date >= '2025-08-04' && date <= '2025-08-29' ? 1.08 : 1;
}

function dayWeight(day: (typeof DAYS)[number], online: boolean): number {
  const weekday = new Date(day.start + OFFSET).getUTCDay();
  if (day.working) return (WEEKDAY[weekday] || 1) * seasonOf(day.date);
  return online ? ONLINE_DAY_OFF * seasonOf(day.date) : 0;
}

const pickDeskDay = createPicker(DAYS.map((day) => dayWeight(day, false)));
const pickOnlineDay = createPicker(DAYS.map((day) => dayWeight(day, true)));
const pickDeskSlot = createPicker([...DESK_MORNING, ...DESK_AFTERNOON]);
const pickOnlineHour = createPicker(ONLINE_HOURS);
const pickDayOffHour = createPicker(DAY_OFF_HOURS);

/** Leaves the last day's desk ten minutes to take a dossier in. */
const LAST_SUBMISSION = QUARTER_END - 10 * MINUTE;

/** When a dossier is filed: at an open desk, or online at any hour. To the second; never after the quarter's last afternoon. */
export function drawSubmission(online: boolean, random: Random): EpochMs {
  for (;;) {
    const day = DAYS[online ? pickOnlineDay(random) : pickDeskDay(random)] as (typeof DAYS)[number];
    const at = day.start + (online ? onlineTime(day.working, random) : deskTime(random));
    if (at <= LAST_SUBMISSION) return at;
  }
}

function deskTime(random: Random): number {
  const slot = pickDeskSlot(random);
  const start = slot < DESK_MORNING.length ? 7 * HOUR + slot * 30 * MINUTE : 13 * HOUR + (slot - DESK_MORNING.length) * 30 * MINUTE;
  return start + random.between(0, 1_799) * 1_000;
}

function onlineTime(working: boolean, random: Random): number {
  return (working ? pickOnlineHour(random) : pickDayOffHour(random)) * HOUR + random.between(0, 3_599) * 1_000;
}

/** To the second, as the sources write it. */
export const toSecond = (at: number): EpochMs => Math.floor(at / 1_000) * 1_000;

/** The instant itself while desks are open; else up to `spread` milliseconds after the next opening, so that not all begin at once. */
export function atOpenDesk(at: EpochMs, spread: number, random: Random): EpochMs {
  const open = calendar.nextOpening(new Date(at)).getTime();
  return toSecond(open === at ? at : open + random.next() * spread);
}

/**
 * When a desk takes over what was filed online: within some hours, on the next working day after 15:00. What came before the
 * cutoff is never taken over after it on the same day, so that the due date is the same by either instant.
 */
export function acceptanceOf(submittedAt: EpochMs, random: Random): EpochMs {
  const dayStart = startOfLocalDay(submittedAt);
  const late = submittedAt - dayStart > CUTOFF;
  const delay = (late && random.chance(0.7) ? 4 * HOUR : 0) + (4 + random.next() ** 2 * 170) * MINUTE;
  const at = atOpenDesk(submittedAt + delay, 70 * MINUTE, random);
  const crosses = !late && at > dayStart + CUTOFF && at < dayStart + DAY;
  return crosses ? atOpenDesk(submittedAt + (dayStart + CUTOFF - submittedAt) * random.next(), HOUR, random) : at;
}

/** Midnight before an instant, local. */
export function startOfLocalDay(at: EpochMs): EpochMs {
  return Math.floor((at + OFFSET) / DAY) * DAY - OFFSET;
}

/** YYMMDD of an instant, local, as codes carry it. */
export function shortDate(at: EpochMs): string {
  const day = startOfLocalDay(at);
  let text = SHORT_DATES.get(day);
  if (text === undefined) {
    text = localDateOf(new Date(at)).slice(2).replaceAll('-', '');
    SHORT_DATES.set(day, text);
  }
  return text;
}
const SHORT_DATES = new Map<EpochMs, string>();
