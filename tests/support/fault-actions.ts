import type { Random } from '../../src/roles/seed/random.ts';

/** One thing that goes wrong: at the portal, between the hub and its database, in its queue, or with a process. */
export type FaultAction =
  | { at: 'portal'; method: 'POST' | 'PUT'; path: string; body?: Record<string, unknown> }
  /** The database ends connections: all, or those of processes with an odd or an even number. */
  | { at: 'connections'; remainders: number[] }
  /** The queue is gone with all jobs in it. */
  | { at: 'queue' }
  /** Kill -9 for the worker at that place. */
  | { at: 'process'; worker: number };

const DOSSIERS = 'DongBoHoSoMC';
const WRITES = [DOSSIERS, 'DongBoTrangThaiHoSo', 'CapNhatTienDoHoSoMC'];
const CALLS = [...WRITES, 'TraCuuHoSo'];

/** Longer than the time-out of a fault run's worker. */
const UNANSWERED_MS = 6_000;
/** Shorter than its settle time. */
const LATE_MS = 400;

const fault = (body: Record<string, unknown>): FaultAction => ({ at: 'portal', method: 'POST', path: 'faults', body });
const modes = (body: Record<string, unknown>): FaultAction => ({ at: 'portal', method: 'PUT', path: 'modes', body });

/** All faults that there are, each with what chance makes of it. */
function playAll(random: Random, workers: number): FaultAction[] {
  const count = () => random.between(1, 4);
  const write = () => random.pick(WRITES);
  return [
    ...WRITES.flatMap((service) => [
      fault({ kind: 'drop-after', service, count: count() }),
      fault({ kind: 'drop-before', service, count: count() }),
      fault({ kind: 'apply-late', service, count: count(), ms: LATE_MS }),
      fault({ kind: 'expired', service, count: count() }),
    ]),
    fault({ kind: 'delay-after', service: write(), count: count(), ms: UNANSWERED_MS }),
    fault({ kind: 'silent', service: random.pick(CALLS), count: count(), ms: UNANSWERED_MS }),
    fault({ kind: 'slow', service: random.pick(CALLS), count: count(), ms: LATE_MS }),
    ...[502, 503, 200].map((status) =>
      fault({ kind: 'page', service: random.pick(CALLS), count: count(), status, applied: status !== 503 && random.chance(0.5) }),
    ),
    fault({ kind: 'page', service: 'login', count: 1, status: 502 }),
    fault({ kind: 'reject', service: write(), count: count(), code: '-1', message: 'Hệ thống bận, vui lòng thử lại sau' }),
    { at: 'portal', method: 'POST', path: 'sessions/expire' },
    { at: 'portal', method: 'POST', path: 'closed', body: { ms: random.between(500, 1_500) } },
    modes({ gateway: random.chance(0.5), textForm: random.pick(['NFC', 'NFD']), progressText: random.chance(0.5) }),
    modes({
      errorCode: random.pick(['text', 'number', 'padded']),
      duplicateCode: random.pick(['-3', '3']),
      singleSession: random.chance(0.5),
    }),
    { at: 'connections', remainders: random.pick([[0], [1]]) },
    { at: 'connections', remainders: [0, 1] },
    { at: 'queue' },
    { at: 'process', worker: random.between(0, workers - 1) },
  ];
}

/** Faults in the order in which they are to come, every kind so many times; the same for the same chance. */
export function drawFaults(random: Random, { times, workers }: { times: number; workers: number }): FaultAction[] {
  const all = Array.from({ length: times }, () => playAll(random, workers)).flat();
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = random.between(0, last);
    [all[last], all[other]] = [all[other] as FaultAction, all[last] as FaultAction];
  }
  return all;
}
