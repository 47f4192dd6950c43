import type { Platform } from '../platform.ts';
import type { JobAddress } from './wake-up.ts';

/**
 * A background job, declared in one place. Running it twice is harmless, and losing it loses nothing: what
 * must be done stands in the database, and a scheduled run finds it again.
 */
export interface JobDefinition<Input = unknown> extends JobAddress<Input> {
  /** Inputs that are also run again every `everyMs`: the sweep that re-creates lost wake-ups. */
  schedule?: { everyMs: number; inputs(hub: Platform): Promise<Input[]> };
  /** `signal` is aborted when the process stops: a long run ends at its next safe point. */
  run(hub: Platform, input: Input, signal: AbortSignal): Promise<void>;
}

/** Gives a job's declaration its type. */
export function defineJob<Input>(job: JobDefinition<Input>): JobDefinition<Input> {
  return job;
}
