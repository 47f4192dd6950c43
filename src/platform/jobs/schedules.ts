import type { Platform } from '../platform.ts';
import type { JobDefinition } from './job.ts';

/**
 * Wakes every scheduled job at once and then regularly. The timers live in the process and not in the
 * queue, so that a queue which is lost as a whole fills again. Several processes wake each job once,
 * because equal wake-ups wait once.
 */
export function startSchedules(hub: Platform, jobs: readonly JobDefinition[]): { stop(): Promise<void> } {
  const stops = jobs.map((job) => startSchedule(hub, job));
  return {
    async stop() {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

function startSchedule(hub: Platform, job: JobDefinition): () => Promise<void> {
  const { schedule } = job;
  if (schedule === undefined) return async () => undefined;
  let running: Promise<void> | undefined;
  const tick = () => {
    // A tick that takes longer than the period is not overtaken by the next.
    running ??= wakeAll(hub, job, schedule).finally(() => {
      running = undefined;
    });
  };
  const timer = setInterval(tick, schedule.everyMs);
  tick();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function wakeAll(hub: Platform, job: JobDefinition, schedule: NonNullable<JobDefinition['schedule']>): Promise<void> {
  try {
    for (const input of await schedule.inputs(hub)) await hub.wakeUps.wake(job, input);
  } catch (error) {
    hub.log.warn({ job: job.name, error: (error as Error).message }, 'a scheduled job could not be woken');
  }
}
