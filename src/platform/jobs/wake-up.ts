import type { ZodType } from 'zod';

/** How a job is reached: all of its declaration that a wake-up needs. */
export interface JobAddress<Input = unknown> {
  /** A literal, never derived from a class or file: renaming it would lose queued jobs. */
  name: string;
  input: ZodType<Input>;
  /** Two jobs of one name and key wait once, and never run at the same time. */
  key(input: Input): string;
  /** How often a run that throws is made before it is given up; the schedule makes it again. */
  attempts: number;
  /** The wait after the first failed run; it doubles. */
  backoffMs: number;
}

/** Wakes a job up. Never throws: a wake-up that is lost is made again by the schedule. */
export interface WakeUps {
  wake<Input>(job: JobAddress<Input>, input: Input): Promise<void>;
}
