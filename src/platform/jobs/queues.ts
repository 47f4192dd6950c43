import type { Logger } from '../telemetry/log.ts';
import { openBackend, type QueueBackend, type QueueLocation } from './backend.ts';
import type { JobAddress, WakeUps } from './wake-up.ts';

const WAKE_TIMEOUT_MS = 5_000;
const FAILED_KEPT = { age: 86_400, count: 200 };

/** Wake-ups of one process. */
export interface Queues extends WakeUps {
  /** Throws where the queue can't be reached: the readiness probe. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** PostgreSQL's codes for a schema, table, function or type that is not there. */
const GONE = new Set(['3F000', '42P01', '42883', '42704']);

/** Whether the queue itself is gone, so that it must be made anew. */
export function isQueueGone(error: unknown): boolean {
  return GONE.has((error as { code?: string }).code ?? '');
}

/** Opens the queue for producers, making or migrating its tables first. Safe with several processes at once. */
export async function openQueues(options: QueueLocation & { log: Logger }): Promise<Queues> {
  const backend = await openBackend(options, 0);
  const adder = coalesce((job, input) => add(backend, job, input));
  return {
    async wake(job, input) {
      try {
        await within(WAKE_TIMEOUT_MS, adder(job as JobAddress<unknown>, input));
      } catch (error) {
        // Nothing is lost: the work stands in the database and the schedule wakes the job again.
        options.log.warn({ job: job.name, error: (error as Error).message }, 'a wake-up did not reach the queue');
      }
    },
    ping: () => backend.ping(),
    close: () => backend.close(),
  };
}

async function add(backend: QueueBackend, job: JobAddress<unknown>, input: unknown): Promise<void> {
  const put = () =>
    backend.add(job.name, input as object, {
      // Waits once for each key; one that comes while the job runs runs after it, so that nothing is overlooked.
      deduplication: { id: `${job.name}/${job.key(input)}`, keepLastIfActive: true },
      attempts: job.attempts,
      backoff: { type: 'exponential', delay: job.backoffMs, jitter: 0.3 },
      removeOnComplete: true,
      removeOnFail: FAILED_KEPT,
    });
  try {
    await put();
  } catch (error) {
    if (!isQueueGone(error)) throw error;
    await backend.restore();
    await put();
  }
}

type Adder = (job: JobAddress<unknown>, input: unknown) => Promise<void>;

/**
 * Thousands of callers that wake one job at the same time share one addition: each waits for one that
 * began after it asked, because an addition already under way may have run before its commit.
 */
function coalesce(put: Adder): Adder {
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, Promise<void>>();
  const begin = (id: string, job: JobAddress<unknown>, input: unknown): Promise<void> => {
    const addition = put(job, input).finally(() => running.delete(id));
    running.set(id, addition);
    return addition;
  };
  return (job, input) => {
    const id = `${job.name}/${job.key(input)}`;
    const current = running.get(id);
    if (current === undefined) return begin(id, job, input);
    const queued = waiting.get(id);
    if (queued !== undefined) return queued;
    const next = current
      .catch(() => undefined)
      .then(() => {
        waiting.delete(id);
        return begin(id, job, input);
      });
    waiting.set(id, next);
    return next;
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  // The loser of the race must not become an unhandled rejection.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
