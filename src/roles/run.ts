import { ConnectorRegistryError } from '../../connectors/registry.ts';
import { ConfigError } from '../platform/config/problem.ts';
import { DatabaseTooOld } from '../platform/database/migrate.ts';
import { EmbeddedPostgresError } from '../platform/postgres/problem.ts';
import { ListenError } from './http/server.ts';

/** A command that can't be carried out as it was given; the message names the argument and the fix. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was opened, to be closed in the opposite order. */
export class Closers {
  readonly #steps: (() => Promise<unknown> | unknown)[] = [];
  #closing: Promise<void> | undefined;

  add(step: () => Promise<unknown> | unknown): void {
    this.#steps.push(step);
  }

  /** Closes everything, also where one step fails; the first failure is thrown in the end. */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.#steps.reverse()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

/** Errors that explain themselves: people read them without a stack. */
const SPEAKING = [ConfigError, ConnectorRegistryError, DatabaseTooOld, EmbeddedPostgresError, ListenError, UsageError];

/** Tells a person what went wrong. */
export function report(error: unknown): void {
  const speaking = SPEAKING.some((kind) => error instanceof kind);
  if (error instanceof Error) console.error(speaking ? error.message : (error.stack ?? error.message));
  else console.error(String(error));
}

/**
 * Runs a service until it is told to stop (Ctrl-C, SIGTERM), then closes what it opened. A stop during the start ends
 * the start at its next step. Answers the exit code.
 */
export async function runService(start: (closers: Closers, signal: AbortSignal) => Promise<void>): Promise<number> {
  const closers = new Closers();
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        stopping.abort();
        resolve();
      });
    }
  });
  let code = 0;
  try {
    await start(closers, stopping.signal);
    await stopped;
  } catch (error) {
    if (!stopping.signal.aborted) {
      report(error);
      code = 1;
    }
  }
  try {
    await closers.close();
  } catch (error) {
    report(error);
    code = 1;
  }
  return code;
}

/** Runs a command to its end and closes what it opened. Answers the exit code. */
export async function runCommand(work: (closers: Closers) => Promise<number>): Promise<number> {
  const closers = new Closers();
  let code: number;
  try {
    code = await work(closers);
  } catch (error) {
    report(error);
    code = 1;
  }
  try {
    await closers.close();
  } catch (error) {
    report(error);
    code = 1;
  }
  return code;
}
