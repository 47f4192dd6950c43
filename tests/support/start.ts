import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readPassword, readState } from '../../src/platform/postgres/place.ts';
import { recordedPid, serverUrl } from '../../src/platform/postgres/server.ts';
import { ROOT } from '../../src/roles/settings.ts';

/** A start on a machine that does much else; nothing here is a promise of speed. */
const PATIENCE_MS = 120_000;

/** One start of the hub, as somebody at a terminal sees it. */
export interface Started {
  pid: number;
  /** Everything that it printed, standard output and error in the order in which they came. */
  output(): string;
  /** Waits for a text; throws with the output where it ends without. */
  says(text: RegExp): Promise<RegExpExecArray>;
  /** Waits until it is ready; its address without a path. */
  ready(): Promise<string>;
  /** Its exit code, once it has ended; a signal's name where one ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
  /** Ctrl-C, as a terminal sends it: to the whole process group. */
  interrupt(): void;
}

/** The environment of a start: this machine's programs and nothing of the hub's but what is given. */
export function cleanEnvironment(given: Record<string, string>): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...given };
}

const running = new Set<ChildProcess>();

/** Starts `npm start`'s own command, or another, in a process group of its own. */
export function launch(
  given: Record<string, string>,
  command: readonly string[] = [process.execPath, 'src/bootstrap.mjs', 'start'],
): Started {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd: ROOT, env: cleanEnvironment(given), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => {
    running.delete(child);
    return (code ?? signal) as number | NodeJS.Signals | null;
  });
  const says = async (wanted: RegExp): Promise<RegExpExecArray> => {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = wanted.exec(said);
      if (found !== null) return found;
      if (Date.now() > deadline || child.exitCode !== null || child.signalCode !== null)
        throw new Error(`${wanted} was not said:\n${said}`);
      await sleep(20);
    }
  };
  const pid = child.pid ?? 0;
  return {
    pid,
    output: () => said,
    says,
    ready: async () => (await says(/GraphQL\s+(http:\/\/\S+)\/graphql[\s\S]*Ctrl-C/))[1] ?? '',
    ended,
    interrupt: () => void process.kill(-pid, 'SIGINT'),
  };
}

/** Ends what a failed test left running, with all its children. */
export async function endAll(): Promise<void> {
  for (const child of running) if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
  await Promise.all([...running].map((child) => once(child, 'close')));
}

/** What a program that has ended said, and its exit code. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs one command of the hub to its end. */
export function runHub(args: readonly string[], given: Record<string, string>): Promise<Ended> {
  return runProgram([process.execPath, '--import', 'tsx', 'src/hub.ts', ...args], given);
}

/** Runs a program in the hub's folder to its end. */
export async function runProgram([program = '', ...args]: readonly string[], given: Record<string, string>): Promise<Ended> {
  const child = spawn(program, args, { cwd: ROOT, env: cleanEnvironment(given), stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { out, err, code: code as number | null };
}

/** A process as /proc shows it. */
interface Seen {
  pid: number;
  parent: number;
  command: string;
  environment: string;
}

function look(pid: number): Seen | undefined {
  const read = (name: string) => readFileSync(`/proc/${pid}/${name}`, 'utf8');
  try {
    const [, state, parent] = /^\d+ \(.*\) (\S) (\d+)/s.exec(read('stat')) ?? [];
    // a zombie does nothing any more; it waits for its parent to take notice
    if (state === 'Z') return undefined;
    return { pid, parent: Number(parent), command: read('cmdline').replaceAll('\0', ' '), environment: read('environ') };
  } catch (error) {
    // it ended meanwhile, or is another account's
    if (['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

function processes(): Seen[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) => look(Number(name)) ?? []);
}

/** The processes that work with a data directory, whoever started them. */
export function busyWith(dataDir: string): string[] {
  const cluster = readState(dataDir)?.cluster ?? 'postgres';
  const named = [dataDir, ...(cluster.startsWith('/') ? [cluster] : [])];
  return processes()
    .filter(
      ({ pid, command, environment }) => pid !== process.pid && named.some((name) => command.includes(name) || environment.includes(name)),
    )
    .map(({ pid, command }) => `${pid} ${command}`);
}

/** Waits until no process works with a data directory. */
export async function quiet(dataDir: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let left = busyWith(dataDir); left.length > 0; left = busyWith(dataDir)) {
    if (Date.now() > deadline) throw new Error(`left behind:\n${left.join('\n')}`);
    await sleep(50);
  }
}

/** The process that is the hub, below the one that was started. */
export function hubOf(started: Started): number {
  const all = processes();
  const below = (pid: number): Seen[] => all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
  const found = below(started.pid).find(({ command }) => command.includes('src/hub.ts'));
  if (found === undefined) throw new Error(`no hub below ${started.pid}:\n${started.output()}`);
  return found.pid;
}

/** The bootstrap that holds the hub. */
export function bootstrapOf(started: Started): number {
  return look(hubOf(started))?.parent ?? 0;
}

/** The embedded PostgreSQL of a data directory. */
export function postgresOf(dataDir: string): number {
  const cluster = readState(dataDir)?.cluster ?? 'postgres';
  const pid = recordedPid(cluster.startsWith('/') ? cluster : join(dataDir, cluster));
  if (pid === undefined) throw new Error(`no PostgreSQL runs in ${dataDir}`);
  return pid;
}

/** Rows of the embedded database of a data directory, while it runs. */
export async function askDatabase<Row extends pg.QueryResultRow>(dataDir: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: serverUrl(readState(dataDir)?.port ?? 0, readPassword(dataDir) ?? '', 'hub') });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What the sample left in the database: dossiers, and the setting that says which sample it is. */
export async function sampleIn(dataDir: string): Promise<{ dossiers: number; loaded: number }> {
  const [row] = await askDatabase<{ dossiers: number; loaded: number }>(
    dataDir,
    `SELECT (SELECT count(*)::int FROM dossiers.dossier) AS dossiers,
            (SELECT count(*)::int FROM outbox.setting WHERE key = 'sample') AS loaded`,
  );
  if (row === undefined) throw new Error('no answer');
  return row;
}
