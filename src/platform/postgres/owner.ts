import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { ProcessLock } from '../process-lock.ts';
import { type Binaries, prepareBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { findPlace, type Place, readState, writeState } from './place.ts';
import { choosePort, launchServer, serverUrl, stopOrphan, stopServer } from './server.ts';

/** How a server is run and whom it tells what happens. */
export interface OwnerOptions {
  /** Takes one plain line, without personal data or secrets. */
  log: (message: string) => void;
  settings: Readonly<Record<string, string>>;
  /** Ends a start between two of its steps. */
  signal?: AbortSignal | undefined;
}

/** A server that this process started. */
export interface OwnedServer {
  url: string;
  /** Stops the server, answers when it has ended, and lets others own it. */
  stop(): Promise<void>;
}

interface Running extends OwnerOptions {
  place: Place;
  binaries: Binaries;
  password: string;
  port: number;
}

/** A server that lived this long did not fail at its start. */
const LIVED_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;

/** Starts the server of a data directory for the holder of its lock. The lock is released where that fails. */
export async function own(dataDir: string, lock: ProcessLock, options: OwnerOptions): Promise<OwnedServer> {
  try {
    const place = findPlace(dataDir);
    await stopOrphan(place, options.log);
    const binaries = prepareBinaries(place.home, place.account);
    const password = await ensureCluster(place, binaries, options.log);
    options.signal?.throwIfAborted();
    const port = await choosePort(readState(dataDir)?.port);
    const running = { place, binaries, password, port, ...options };
    const child = await launchPatiently(running);
    await createHubDatabase(serverUrl(port, password, 'postgres'));
    writeState(place, port);
    const stop = keepAlive(running, child);
    let stopped: Promise<void> | undefined;
    return {
      url: serverUrl(port, password, 'hub'),
      stop() {
        stopped ??= stop().finally(() => lock.release());
        return stopped;
      },
    };
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

/** Starts the server again whenever it ends unasked; answers the function that ends it for good. */
function keepAlive(running: Running, first: ChildProcess): () => Promise<void> {
  const stopping = new AbortController();
  let child = first;
  let restarting: Promise<void> = Promise.resolve();
  let pauseMs = 0;
  let startedAt = Date.now();
  const restart = async (): Promise<void> => {
    pauseMs = Date.now() - startedAt > LIVED_MS ? 0 : Math.min(LONGEST_PAUSE_MS, pauseMs * 2 + 250);
    while (!stopping.signal.aborted) {
      try {
        await stopOrphan(running.place, running.log);
        child = await launchPatiently(running);
        startedAt = Date.now();
        watch();
        return;
      } catch (error) {
        running.log(error instanceof Error ? error.message : String(error));
        await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2 + 250);
      }
    }
  };
  const watch = (): void => {
    child.once('exit', () => {
      if (stopping.signal.aborted) return;
      running.log('PostgreSQL dừng bất ngờ, đang khởi động lại / PostgreSQL ended unexpectedly and is started again');
      restarting = restart();
    });
  };
  watch();
  return async () => {
    stopping.abort();
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
