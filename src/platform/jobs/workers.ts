import { UnrecoverableError } from 'bullmq';
import type { Platform } from '../platform.ts';
import { openBackend, type QueueBackend, type QueuedJob, type QueueLocation, type QueueWorker } from './backend.ts';
import type { JobDefinition } from './job.ts';
import { startSchedules } from './schedules.ts';

/** A dead process's job is taken over after about this long. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 3_000;
/** A job found stalled is run again rather than given up: running it twice is harmless. */
const STALLED_LIMIT = 1_000;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const LONGEST_RECOVERY_WAIT_MS = 5_000;

export interface WorkerSettings extends QueueLocation {
  /** How many jobs run side by side in this process. */
  concurrency?: number;
  /** Told of each run, for metrics. */
  onRun?(run: { job: string; ok: boolean; ms: number }): void;
}

/** The workers of one process. */
export interface Workers {
  /** Resolves once jobs are being taken. */
  ready(): Promise<void>;
  /** Takes no more jobs, asks running ones to end at their next safe point, and waits for them. */
  stop(): Promise<void>;
}

/** Runs jobs from the queue, and wakes scheduled ones. Any number of processes may do so side by side. */
export async function startWorkers(hub: Platform, jobs: readonly JobDefinition[], settings: WorkerSettings): Promise<Workers> {
  const backend = await openBackend(settings, 1);
  const stopping = new AbortController();
  const byName = new Map(jobs.map((job) => [job.name, job]));
  const worker = backend.work((job) => runJob(hub, byName, job, { signal: stopping.signal, onRun: settings.onRun }), {
    concurrency: settings.concurrency ?? 4,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: STALLED_LIMIT,
    runRetryDelay: 1_000,
  });
  watch(hub, worker, { backend, signal: stopping.signal });
  const schedules = startSchedules(hub, jobs);
  return {
    ready: () => worker.waitUntilReady(),
    async stop() {
      stopping.abort();
      await schedules.stop();
      await worker.close();
      await backend.close();
    },
  };
}

interface RunOptions {
  signal: AbortSignal;
  onRun: WorkerSettings['onRun'];
}

async function runJob(
  hub: Platform,
  jobs: ReadonlyMap<string, JobDefinition>,
  queued: QueuedJob,
  { signal, onRun }: RunOptions,
): Promise<void> {
  const job = jobs.get(queued.name);
  if (job === undefined) throw new UnrecoverableError(`no job is called ${queued.name}`);
  const input = job.input.safeParse(queued.data);
  if (!input.success) {
    const fields = input.error.issues.map((issue) => issue.path.join('.')).join(', ');
    hub.log.error({ job: job.name, fields }, 'a job with an unreadable input was dropped');
    throw new UnrecoverableError(`unreadable input: ${fields}`);
  }
  const started = performance.now();
  let ok = false;
  try {
    await job.run(hub, input.data, signal);
    ok = true;
  } catch (error) {
    hub.log.warn(
      { job: job.name, error: (error as Error).name, code: (error as { code?: string }).code },
      'a job failed and will run again',
    );
    throw error;
  } finally {
    onRun?.({ job: job.name, ok, ms: performance.now() - started });
  }
}

/**
 * Keeps a worker alive through the loss of its queue. BullMQ asks again at once after an error of the
 * database, so the worker rests while the queue is made anew or the server comes back.
 */
function watch(hub: Platform, worker: QueueWorker, { backend, signal }: { backend: QueueBackend; signal: AbortSignal }): void {
  let recovering = false;
  worker.on('error', (error) => {
    if (recovering || signal.aborted || !SQLSTATE.test((error as { code?: string }).code ?? '')) return;
    recovering = true;
    hub.log.warn({ code: (error as { code?: string }).code }, 'the queue failed; it is being restored');
    void recover(worker, backend, signal)
      .catch((failure: Error) => hub.log.error({ error: failure.message }, 'the queue could not be restored'))
      .finally(() => {
        recovering = false;
      });
  });
}

async function recover(worker: QueueWorker, backend: QueueBackend, signal: AbortSignal): Promise<void> {
  await worker.pause(true);
  for (let wait = 100; !signal.aborted; wait = Math.min(wait * 2, LONGEST_RECOVERY_WAIT_MS)) {
    const restored = await backend.restore().then(
      () => true,
      () => false,
    );
    if (restored) break;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  if (!signal.aborted) worker.resume();
}
