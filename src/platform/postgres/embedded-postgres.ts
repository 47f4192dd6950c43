import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeDataDir } from '../config/data-dir.ts';
import { tryProcessLock } from '../process-lock.ts';
import { type OwnedServer, type OwnerOptions, own } from './owner.ts';
import { readPassword, readState } from './place.ts';
import { EmbeddedPostgresError } from './problem.ts';
import { answers, serverUrl } from './server.ts';

export interface EmbeddedPostgres {
  /** Connection string of the database `hub`, password included: never log it. */
  url: string;
  /** Stops the server and answers when it has ended; a joined server is left running. */
  stop(): Promise<void>;
  /** Another process of the hub owned the server when this one came. */
  joined: boolean;
}

export interface EmbeddedPostgresOptions {
  /** The hub's data directory: holds the cluster or names its place, the password, the port and the log. */
  dataDir: string;
  /** Takes one plain line, without personal data or secrets. */
  log?: (message: string) => void;
  /** Server settings beside or instead of our own, e.g. `{ fsync: 'off' }` for a throw-away cluster. */
  settings?: Readonly<Record<string, string>>;
  /** Ends a start at its next step. */
  signal?: AbortSignal | undefined;
}

const JOIN_TIMEOUT_MS = 120_000;
const TAKE_OVER_EVERY_MS = 1_000;

/**
 * Starts the PostgreSQL of a data directory, or joins the one that another process runs there. What
 * a `kill -9` left (a server, a lock file, half a cluster) heals. The server ends with the process that
 * started it, however that ends, and one of those that had joined starts it again; should the server itself be
 * killed, it is started again: on the same port in both cases.
 * Throws EmbeddedPostgresError or ConfigError, which say what to do.
 */
export async function startEmbeddedPostgres(given: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const options: OwnerOptions = { log: given.log ?? (() => undefined), settings: given.settings ?? {}, signal: given.signal };
  const dataDir = makeDataDir(given.dataDir);
  const deadline = Date.now() + JOIN_TIMEOUT_MS;
  let seen = false;
  for (let waited = 0; Date.now() < deadline; waited += 1) {
    options.signal?.throwIfAborted();
    const lock = await tryProcessLock(lockOf(dataDir));
    if (lock) return { ...(await own(dataDir, lock, options)), joined: false };
    const url = runningUrl(dataDir);
    const answering = url !== undefined && (await answers(url));
    // asked twice: a killed owner holds its lock for a last moment, and its server is about to end
    if (answering && seen) return { url, joined: true, stop: takeOverLater(dataDir, url, options) };
    seen = answering;
    if (waited === 20) options.log('đang chờ tiến trình khác khởi động PostgreSQL / waiting for another process that starts PostgreSQL');
    await sleep(seen ? 250 : 100);
  }
  throw new EmbeddedPostgresError(
    `Một tiến trình khác đang giữ ${dataDir} nhưng PostgreSQL của nó không trả lời, xem ${join(dataDir, 'postgres.log')}. Hãy dừng tiến trình đó rồi chạy lại.`,
    `Another process holds ${dataDir} but its PostgreSQL does not answer, see ${join(dataDir, 'postgres.log')}. Stop that process and run again.`,
  );
}

function lockOf(dataDir: string): string {
  return `postgres:${dataDir}`;
}

function runningUrl(dataDir: string): string | undefined {
  const port = readState(dataDir)?.port;
  const password = readPassword(dataDir);
  return port === undefined || password === undefined ? undefined : serverUrl(port, password, 'hub');
}

/**
 * Waits for the end of a joined server's owner and then owns the server, so that a hub of several processes outlives the
 * one that happened to start first. Answers the function that ends the wait, and the server where it became our own.
 */
function takeOverLater(dataDir: string, url: string, options: OwnerOptions): () => Promise<void> {
  const leaving = new AbortController();
  const watching = watchOwner(dataDir, url, { ...options, signal: leaving.signal });
  return async () => {
    leaving.abort();
    await (await watching)?.stop();
  };
}

async function watchOwner(dataDir: string, url: string, options: OwnerOptions & { signal: AbortSignal }): Promise<OwnedServer | undefined> {
  const { signal, log } = options;
  for (;;) {
    await sleep(TAKE_OVER_EVERY_MS, undefined, { ref: false, signal }).catch(() => undefined);
    if (signal.aborted) return undefined;
    const lock = await tryProcessLock(lockOf(dataDir));
    if (lock === undefined) continue;
    log('tiến trình giữ PostgreSQL đã dừng, tiếp quản / the process that ran PostgreSQL has ended, taking over');
    try {
      const server = await own(dataDir, lock, options);
      if (server.url !== url)
        log('PostgreSQL đổi cổng, hãy khởi động lại tiến trình này / PostgreSQL has another port, restart this process');
      return server;
    } catch (error) {
      if (!signal.aborted) log(error instanceof Error ? error.message : String(error));
    }
  }
}
