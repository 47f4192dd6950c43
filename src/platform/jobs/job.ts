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
  /** Two jobs of one name and key wait once, and never run at the same time. */
  key(input: Input): string;
  /** How often a run that throws is made before it is given up; the schedule makes it again. */
  attempts: number;
  /** The wait after the first failed run; it doubles. */
  backoffMs: number;
  /** Inputs that are also run again every `everyMs`: the sweep that re-creates lost wake-ups. */
  schedule?: { everyMs: number; inputs(hub: Platform): Promise<Input[]> };
  /** `signal` is aborted when the process stops: a long run ends at its next safe point. */
  run(hub: Platform, input: Input, signal: AbortSignal): Promise<void>;
}

/** Gives a job's declaration its type. */
export function defineJob<Input>(job: JobDefinition<Input>): JobDefinition<Input> {
  return job;
}

/** What a wake-up needs to know of a job: its declaration, or the name that its owner shares. */
export type JobAddress<Input> = Pick<JobDefinition<Input>, 'name' | 'input' | 'key' | 'attempts' | 'backoffMs'>;

/** Wakes a job up. Never throws: a wake-up that is lost is made again by the schedule. */
export interface WakeUps {
  wake<Input>(job: JobAddress<Input>, input: Input): Promise<void>;
}
