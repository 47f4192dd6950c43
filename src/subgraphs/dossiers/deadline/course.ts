import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import type { DossierRow } from '../dossier.row.ts';
import type { DeadlineCourse, Pause } from './engine.ts';
import { FINISHED } from './timeliness.ts';
import { isSameLocalDay } from './working-time.ts';

/** States in which a clock can stand at all. */
const WAITING: ReadonlySet<DossierStatus> = new Set(['SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED', 'WITHDRAWAL_REQUESTED']);

/** A handling step as far as time is concerned. */
export interface TimedStep {
  at: Date;
  status: DossierStatus;
}

/** A dossier as far as time is concerned. */
export type TimedDossier = Pick<
  DossierRow,
  'status' | 'channel' | 'submitted_at' | 'accepted_at' | 'finished_at' | 'supplements' | 'updated_at'
>;

/**
 * When a dossier counts as received; null: it is not yet. What is handed in at a desk and taken in on the same day counts from the
 * minute of handing in: an officer's keying must not cost the citizen a day.
 */
export function receivedAtOf(
  { channel, submitted_at: submitted, accepted_at: accepted }: TimedDossier,
  steps: readonly TimedStep[],
): Date | null {
  const taken = accepted ?? steps.find(({ status }) => status === 'ACCEPTED')?.at ?? null;
  if (taken === null || channel === 'ONLINE') return taken;
  return submitted <= taken && isSameLocalDay(submitted, taken) ? submitted : taken;
}

/** The stays in waiting states by the steps, oldest first. */
function staysOf(steps: readonly TimedStep[]): Pause[] {
  const stays: Pause[] = [];
  let open: Pause | undefined;
  for (const { at, status } of steps) {
    if (open !== undefined && open.state !== status) {
      open.to = at;
      open = undefined;
    }
    if (open === undefined && WAITING.has(status)) {
      open = { state: status, from: at, to: null };
      stays.push(open);
    }
  }
  return stays;
}

/** Where no step tells of supplements, the requests themselves do. */
function requestsOf({ supplements }: TimedDossier): Pause[] {
  return supplements.map(({ requestedAt, receivedAt }) => ({
    state: 'SUPPLEMENT_REQUESTED',
    from: new Date(requestedAt),
    to: receivedAt === null ? null : new Date(receivedAt),
  }));
}

/** The stays one after the other: one that begins within another ends it. */
function inOrder(stays: readonly Pause[]): Pause[] {
  const sorted = [...stays].sort((a, b) => a.from.getTime() - b.from.getTime());
  return sorted.map((stay, index) => {
    const next = sorted[index + 1];
    return next !== undefined && (stay.to === null || stay.to > next.from) ? { ...stay, to: next.from } : stay;
  });
}

/**
 * The course of a dossier by its row and its steps, oldest first; null: it was not received. Its state now is the row's: a stay
 * lasts only where the row says so, and where the row waits and no step told since when, it waits since its last change.
 */
export function courseOf(row: TimedDossier, steps: readonly TimedStep[]): DeadlineCourse | null {
  const receivedAt = receivedAtOf(row, steps);
  if (receivedAt === null) return null;
  const stays = staysOf(steps);
  const told = stays.some(({ state }) => state === 'SUPPLEMENT_REQUESTED');
  const pauses = inOrder(told ? stays : [...stays, ...requestsOf(row)]).map((pause, index, all) => {
    if (pause.to !== null || (index === all.length - 1 && pause.state === row.status)) return pause;
    const over = row.finished_at ?? row.updated_at;
    return { ...pause, to: new Date(Math.max(over.getTime(), pause.from.getTime())) };
  });
  const last = pauses.at(-1);
  if (WAITING.has(row.status) && last?.to !== null) pauses.push({ state: row.status, from: row.updated_at, to: null });
  const ended = FINISHED.has(row.status) ? row.finished_at : null;
  return { receivedAt, pauses, redatings: [], endedAt: row.status === 'WITHDRAWAL_REQUESTED' ? null : ended };
}
