import { ConnectorRegistryError } from '../../connectors/registry.ts';
import { ConfigError } from '../platform/config/problem.ts';
import { isConnectionLost } from '../platform/database/problem.ts';
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
const SPEAKING = [ConfigError, ConnectorRegistryError, EmbeddedPostgresError, ListenError, UsageError];

/** Tells a person what went wrong. */
export function report(error: unknown): void {
  const speaking = SPEAKING.some((kind) => error instanceof kind);
  if (!(error instanceof Error)) console.error(String(error));
  else if (speaking) console.error(error.message);
  else if (isConnectionLost(error)) console.error(connectionLost(error));
  else console.error(error.stack ?? error.message);
}

function connectionLost(error: Error): string {
  const why = (error as { code?: string }).code ?? error.message;
  return `Mất kết nối với cơ sở dữ liệu (${why}). Không có gì dang dở; hãy chạy lại.\nThe connection to the database was lost (${why}). Nothing is half done; run it again.`;
}

/** 2: the command was given wrongly; 1: it could not be carried out. */
export function exitCodeOf(error: unknown): number {
  return error instanceof UsageError ? 2 : 1;
}

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a service until it is told to stop (Ctrl-C, SIGTERM, the end of its terminal), then closes what it opened. A stop
 * during the start ends the start at its next step. Answers the exit code.
 */
export async function runService(start: (closers: Closers, signal: AbortSignal) => Promise<void>): Promise<number> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  // Once: who asks a second time does not want to wait any longer.
  for (const name of STOPS) process.once(name, stop);
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  try {
    return await closeAfter(async (closers) => {
      try {
        await start(closers, stopping.signal);
        await stopped;
      } catch (error) {
        if (!stopping.signal.aborted) throw error;
      }
      return 0;
    });
  } finally {
    for (const name of STOPS) process.off(name, stop);
  }
}

/** Runs a command to its end and closes what it opened. Answers the exit code. */
export function runCommand(work: (closers: Closers) => Promise<number>): Promise<number> {
  return closeAfter(work);
}

async function closeAfter(work: (closers: Closers) => Promise<number>): Promise<number> {
  const closers = new Closers();
  let code: number;
  try {
    code = await work(closers);
  } catch (error) {
    report(error);
    code = exitCodeOf(error);
  }
  try {
    await closers.close();
  } catch (error) {
    report(error);
    code ||= 1;
  }
  return code;
}
