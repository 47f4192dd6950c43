import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, prepareBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { findPlace, openDataDir, type Place, readPassword, readState, writeState } from './place.ts';
import { EmbeddedPostgresError } from './problem.ts';
import { type ProcessLock, tryProcessLock } from './process-lock.ts';
import { answers, choosePort, launchServer, serverUrl, stopOrphan, stopServer } from './server.ts';

export interface EmbeddedPostgres {
  /** Connection string of the database `hub`, password included: never log it. */
  url: string;
  /** Stops the server and answers when it has ended; a joined server is left running. */
  stop(): Promise<void>;
  /** Another process of the hub owns the server and stops it when that process ends. */
  joined: boolean;
}

export interface EmbeddedPostgresOptions {
  /** The hub's data directory: holds the cluster or names its place, the password, the port and the log. */
  dataDir: string;
  /** Takes one plain line, without personal data or secrets. */
  log?: (message: string) => void;
  /** Server settings beside or instead of our own, e.g. `{ fsync: 'off' }` for a throw-away cluster. */
  settings?: Readonly<Record<string, string>>;
}

const JOIN_TIMEOUT_MS = 120_000;
const MAX_RESTARTS = 5;

/**
 * Starts the PostgreSQL of a data directory, or joins the one that another process runs there. What
 * a `kill -9` left (a server, a lock file, half a cluster) heals. The server ends with this process,
 * however this ends; should the server itself be killed, it is started again on the same port.
 * Throws EmbeddedPostgresError, which says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const dataDir = openDataDir(options.dataDir);
  const deadline = Date.now() + JOIN_TIMEOUT_MS;
  let seen = false;
  for (let waited = 0; Date.now() < deadline; waited += 1) {
    const lock = await tryProcessLock(`postgres:${dataDir}`);
    if (lock) return await own(dataDir, lock, { log, settings: options.settings ?? {} });
    const url = runningUrl(dataDir);
    const answering = url !== undefined && (await answers(url));
    // asked twice: a killed owner holds its lock for a last moment, and its server is about to end
    if (answering && seen) return { url, joined: true, stop: async () => undefined };
    seen = answering;
    if (waited === 20) log('đang chờ tiến trình khác khởi động PostgreSQL / waiting for another process that starts PostgreSQL');
    await sleep(seen ? 250 : 100);
  }
  throw new EmbeddedPostgresError(
    `Một tiến trình khác đang giữ ${dataDir} nhưng PostgreSQL của nó không trả lời, xem ${join(dataDir, 'postgres.log')}. Hãy dừng tiến trình đó rồi chạy lại.`,
    `Another process holds ${dataDir} but its PostgreSQL does not answer, see ${join(dataDir, 'postgres.log')}. Stop that process and run again.`,
  );
}

function runningUrl(dataDir: string): string | undefined {
  const port = readState(dataDir)?.port;
  const password = readPassword(dataDir);
  return port === undefined || password === undefined ? undefined : serverUrl(port, password, 'hub');
}

interface Running {
  place: Place;
  binaries: Binaries;
  password: string;
  port: number;
  log: (message: string) => void;
  settings: Readonly<Record<string, string>>;
}

async function own(dataDir: string, lock: ProcessLock, options: Pick<Running, 'log' | 'settings'>): Promise<EmbeddedPostgres> {
  try {
    const place = findPlace(dataDir);
    await stopOrphan(place, options.log);
    const binaries = prepareBinaries(place.home, place.account);
    const password = ensureCluster(place, binaries, options.log);
    const port = await choosePort(readState(dataDir)?.port);
    const running = { place, binaries, password, port, ...options };
    const child = await launchPatiently(running);
    await createHubDatabase(serverUrl(port, password, 'postgres'));
    writeState(place, port);
    const stop = keepAlive(running, child);
    let stopped: Promise<void> | undefined;
    const url = serverUrl(port, password, 'hub');
    const stopOnce = (): Promise<void> => {
      stopped ??= stop().finally(() => lock.release());
      return stopped;
    };
    return { url, joined: false, stop: stopOnce };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** The children of a killed server take a moment to notice; until then PostgreSQL refuses to start beside them. */
async function launchPatiently(running: Running): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launchServer(running);
    } catch (error) {
      const passing = error instanceof Error && error.message.includes('shared memory block');
      if (!passing || attempt === 20) throw error;
      await sleep(500);
    }
  }
}

/** Starts the server again when it ends unasked; answers the function that ends it for good. */
function keepAlive(running: Running, first: ChildProcess): () => Promise<void> {
  let child = first;
  let stopping = false;
  let restarts = 0;
  let restarting: Promise<void> = Promise.resolve();
  const watch = (): void => {
    child.once('exit', () => {
      if (stopping) return;
      restarting = restart().catch((error: unknown) => running.log(error instanceof Error ? error.message : String(error)));
    });
  };
  const restart = async (): Promise<void> => {
    restarts += 1;
    if (restarts > MAX_RESTARTS) {
      running.log('PostgreSQL dừng nhiều lần, không khởi động lại nữa / PostgreSQL ended again and again and is not restarted');
      return;
    }
    running.log('PostgreSQL dừng bất ngờ, đang khởi động lại / PostgreSQL ended unexpectedly and is started again');
    await stopOrphan(running.place, running.log);
    child = await launchPatiently(running);
    watch();
  };
  watch();
  return async () => {
    stopping = true;
    await restarting;
    await stopServer(child, running.place);
  };
}

async function createHubDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = 'hub'");
    if (found.rowCount === 0) await client.query('create database hub');
  } finally {
    await client.end();
  }
}
