import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.ts';
import { spawnGuarded } from './guard.ts';
import type { Place } from './place.ts';
import { EmbeddedPostgresError, errorCode } from './problem.ts';

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  // two cores are busy with requests; and shared memory for parallel queries is scarce in containers
  max_parallel_workers_per_gather: '0',
  fsync: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // statements and the details of errors may hold personal data
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
};

const LOG_LIMIT_BYTES = 5_000_000;
const START_TIMEOUT_MS = 120_000;

export interface ServerStart {
  place: Place;
  binaries: Binaries;
  password: string;
  port: number;
  /** Replaces or adds to the server's settings. */
  settings: Readonly<Record<string, string>>;
}

/** Starts the server and answers when it takes connections. Throws with the end of its log when it does not. */
export async function launchServer(start: ServerStart): Promise<ChildProcess> {
  const logFile = join(start.place.dataDir, 'postgres.log');
  const logFrom = sizeOf(logFile) > LOG_LIMIT_BYTES ? 0 : sizeOf(logFile);
  if (logFrom === 0) writeFileSync(logFile, '', { mode: 0o600 });
  const log = openSync(logFile, 'a', 0o600);
  const settings = { ...SETTINGS, ...start.settings, port: String(start.port) };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', start.place.cluster, ...options];
  const child = spawnGuarded(start.binaries.postgres, args, { account: start.place.account, output: log });
  closeSync(log);
  child.unref();
  if (child.stdin && 'unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code) => resolve(`exit ${code}`));
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (await answers(serverUrl(start.port, start.password, 'postgres'))) return child;
    const end = await Promise.race([ended, sleep(50)]);
    if (end !== undefined) throw startFailure(start.place, readFileSync(logFile).subarray(logFrom).toString('utf8'));
  }
  await stopServer(child, start.place);
  throw startFailure(start.place, 'timeout');
}

/** Stops a launched server in order and answers when it has ended. */
export async function stopServer(child: ChildProcess, place: Place): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin?.end();
  const hurry = setTimeout(() => signalServer(place, 'SIGQUIT'), 60_000);
  await ended;
  clearTimeout(hurry);
}

/**
 * Stops a server that a killed hub left behind and answers when it is gone. A process that only took
 * over the number of a dead server is left alone; then the number in the lock file is made
 * impossible, so that PostgreSQL still checks for survivors by its shared memory.
 */
export async function stopOrphan(place: Place, log: (message: string) => void): Promise<void> {
  const pid = recordedPid(place.cluster);
  if (pid === undefined || !isAlive(pid)) return;
  if (!isServerOf(pid, place.cluster)) {
    const file = join(place.cluster, 'postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(2 ** 30)));
    return;
  }
  log('đang dừng PostgreSQL còn sót lại / stopping a PostgreSQL that was left running');
  signalServer(place, 'SIGINT');
  const quit = Date.now() + 60_000;
  for (let hurried = false; isAlive(pid) && isServerOf(pid, place.cluster); ) {
    if (!hurried && Date.now() > quit) {
      signalServer(place, 'SIGQUIT');
      hurried = true;
    }
    await sleep(50);
  }
}

function signalServer(place: Place, signal: 'SIGINT' | 'SIGQUIT'): void {
  const pid = recordedPid(place.cluster);
  if (pid === undefined || !isServerOf(pid, place.cluster)) return;
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/** The process number that the server wrote into its lock file; undefined where there is none. */
export function recordedPid(cluster: string): number | undefined {
  const first = readIfThere(join(cluster, 'postmaster.pid'))?.split('\n')[0] ?? '';
  return /^\d+$/.test(first) ? Number(first) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function isServerOf(pid: number, cluster: string): boolean {
  return readIfThere(`/proc/${pid}/cmdline`)?.split('\0').includes(cluster) ?? false;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // ESRCH: the process ended while its file was being read
    if (['ENOENT', 'ESRCH'].includes(errorCode(error) ?? '')) return undefined;
    throw error;
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** A server that ran before and does not start: its log says why, the end of this message what helps whatever the reason is. */
function startFailure(place: Place, log: string): EmbeddedPostgresError {
  // Our own knocking while it starts is refused in the log too, and says nothing of why it ended.
  const reason = log.split('\n').filter((line) => /FATAL|PANIC|ERROR|timeout/.test(line) && !/the database system is/.test(line));
  const said = (reason.at(-1) ?? log.trim().split('\n').at(-1) ?? '').trim();
  const file = join(place.dataDir, 'postgres.log');
  return new EmbeddedPostgresError(
    `PostgreSQL kèm theo không khởi động được: ${said}\nXem ${file}. Nếu các tệp của nó bị hỏng, hãy chuyển thư mục ${place.cluster} đi nơi khác rồi chạy lại: một cơ sở dữ liệu mới sẽ được tạo.`,
    `The embedded PostgreSQL did not start, see ${file}. Where its files are damaged, move the folder ${place.cluster} away and run again: a new database is made.`,
  );
}

export function serverUrl(port: number, password: string, database: string): string {
  return `postgres://hub:${password}@127.0.0.1:${port}/${database}`;
}

/** Whether a server takes connections there with this password. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // a server that stops while we ask reports it here too; the answer is the same
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** The wanted port where it is free on 127.0.0.1, any free one otherwise. */
export async function choosePort(wanted: number | undefined): Promise<number> {
  return (await tryPort(wanted ?? 0)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => resolve(found));
    });
  });
}
