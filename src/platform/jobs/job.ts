import type { ZodType } from 'zod';
import type { Platform } from '../platform.ts';

/**
 * A background job, declared in one place. Running it twice is harmless, and losing it loses nothing: what
 * must be done stands in the database, and a scheduled run finds it again.
 */
export interface JobDefinition<Input = unknown> {
  /** A literal, never derived from a class or file: renaming it would lose queued jobs. */
  name: string;
  input: ZodType<Input>;
  /** Two jobs of one name and key wait once. */
  key(input: Input): string;
  attempts: number;
  backoffMs: number;
  /** Inputs that are also run again every `everyMs`: the sweep that re-creates lost wake-ups. */
  schedule?: { everyMs: number; inputs(hub: Platform): Promise<Input[]> };
  run(hub: Platform, input: Input): Promise<void>;
}

/** Gives a job's declaration its type. */
export function defineJob<Input>(job: JobDefinition<Input>): JobDefinition<Input> {
  return job;
}

/** Wakes a job up. Never throws: a wake-up that is lost is made again by the schedule. */
export interface WakeUps {
  wake<Input>(job: JobDefinition<Input>, input: Input): Promise<void>;
}
