import { setTimeout as wait } from 'node:timers/promises';

/** A rate of few an hour is looked at again so often, so that a new one counts soon. */
const LONGEST_REST_MS = 10_000;

/** Waits for the rate, or for the process to stop. */
export async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await wait(Math.min(ms, LONGEST_REST_MS), undefined, { signal }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
}
