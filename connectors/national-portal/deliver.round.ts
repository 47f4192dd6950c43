import { UpstreamError } from '../contract/errors.ts';
import type { ConnectorTools } from '../contract/manifest.ts';
import type { PortalOutcome } from '../contract/portal.ts';
import type { PortalConfig } from './config.ts';
import type { Doubts } from './deliver.doubt.ts';
import type { WireTask } from './deliver.task.ts';
import { maskReason } from './mask.ts';
import { isAmbiguous } from './transport.http.ts';
import type { PortalService, Verdict } from './transport.service.ts';

/** A probe needs no patience: it only asks whether anybody is there. */
const PROBE_MS = 5_000;
/** So many look-ups without a clear answer, none answered between them, and the portal counts as away. */
const FAILED_LOOK_UPS = 2;

/** What one `deliver` works with, and what it has learned of the portal so far. */
export class Round {
  readonly config: PortalConfig;
  readonly service: PortalService;
  readonly doubts: Doubts;
  readonly #tools: ConnectorTools;
  #failedLookUps = 0;
  #away: UpstreamError | undefined;

  constructor(parts: { config: PortalConfig; service: PortalService; doubts: Doubts; tools: ConnectorTools }) {
    this.config = parts.config;
    this.service = parts.service;
    this.doubts = parts.doubts;
    this.#tools = parts.tools;
  }

  /** Set once the portal was found away: nothing more is sent in this round. */
  get away(): UpstreamError | undefined {
    return this.#away;
  }

  /** Whether the portal can be asked for a dossier at all. */
  get canLookUp(): boolean {
    return this.service.has('TraCuuHoSo');
  }

  answered(): void {
    this.#failedLookUps = 0;
  }

  /** What a failed write means for its tasks. Where it does not tell a portal that is away from one that chokes on this call, the portal is asked. */
  async writeFailed(tasks: readonly WireTask[], error: unknown): Promise<PortalOutcome[]> {
    const failed = upstream(error);
    if (failed.outcomeUnknown) await this.doubts.note(tasks);
    const unreachable = isAmbiguous(failed) ? !(await this.#probe(tasks)) : failed.unreachable;
    if (unreachable) this.#leave(failed);
    return tasks.map((task) => retry(task, failed, { look: task.look || failed.outcomeUnknown, unreachable }));
  }

  /** A look-up that failed leaves the task in the doubt that it was in. */
  lookUpFailed(task: WireTask, error: unknown): PortalOutcome {
    const failed = upstream(error);
    if (isAmbiguous(failed)) this.#failedLookUps += 1;
    const unreachable = isAmbiguous(failed) ? this.#failedLookUps >= FAILED_LOOK_UPS : failed.unreachable;
    if (unreachable) this.#leave(failed);
    return retry(task, failed, { look: task.look, unreachable });
  }

  /** Tasks that were not sent because the portal is away: as they were. */
  unsent(tasks: readonly WireTask[]): PortalOutcome[] {
    const reason = this.#away;
    if (reason === undefined) throw new Error('nothing keeps these tasks from being sent');
    return tasks.map((task) => retry(task, reason, { look: task.look, unreachable: true }));
  }

  #leave(failed: UpstreamError): void {
    this.#away ??= failed;
    this.#tools.log('warn', 'the national portal is away', { code: failed.code });
  }

  async #probe(tasks: readonly WireTask[]): Promise<boolean> {
    // A code that nobody has asks as well as one that somebody has.
    const [task] = tasks;
    if (task === undefined || !this.canLookUp) return false;
    try {
      await this.service.lookUp(task.code, { timeoutMs: Math.min(PROBE_MS, this.config.timeoutMs) });
      this.answered();
      return true;
    } catch (error) {
      return !upstream(error).unreachable;
    }
  }
}

/** The outcome of a task that the portal will refuse again. */
export function refusal(task: WireTask, answer: Verdict): PortalOutcome {
  return { id: task.id, kind: 'refused', code: codeOf(answer), reason: maskReason(answer.message, task.ownerName) };
}

export function delivered(task: WireTask): PortalOutcome {
  return { id: task.id, kind: 'delivered', ...(task.notes === undefined ? {} : { notes: task.notes }) };
}

/** Runs `work` for each item, at most `lanes` at a time; results in the items' order. */
export async function inLanes<T, R>(items: readonly T[], lanes: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  return results;
}

function codeOf(answer: Verdict): string {
  return /^[A-Z]/.test(answer.code) ? answer.code : `PORTAL_${answer.code.slice(0, 20)}`;
}

function retry(task: WireTask, error: UpstreamError, about: { look: boolean; unreachable: boolean }): PortalOutcome {
  return { id: task.id, kind: 'retry', code: error.code, reason: error.message, ...about };
}

/** A fault of our own is not an upstream's: it goes on up. */
function upstream(error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  throw error;
}
