import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDataDir } from '../../../tests/support/server.ts';
import { findPackage, repairLinks } from './binaries.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { recordedPid } from './server.ts';

let dataDir: string;
let cluster: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dataDir = makeDataDir();
  cluster = join(dataDir, 'postgres');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await until(() => !existsSync(join(cluster, 'postmaster.pid')));
  rmSync(dataDir, { recursive: true, force: true });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(25);
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed under it says so to a client at rest too; whatever is asked next is refused.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** A process of its own that starts or joins the server and stays. */
function spawnElsewhere(): ChildProcess & { stdout: Readable } {
  const module = JSON.stringify(new URL('./embedded-postgres.ts', import.meta.url).href);
  const program = `const { startEmbeddedPostgres } = await import(${module});
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(JSON.stringify({ joined: server.joined, url: server.url }));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

/** The same, and the first line that it prints. */
async function startElsewhere(): Promise<{ child: ChildProcess; joined: boolean; url: string }> {
  const child = spawnElsewhere();
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ...(JSON.parse(line.toString('utf8')) as { joined: boolean; url: string }) };
}

/** Whether any process still works in the data directory. */
function isBusy(): boolean {
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name) || children.some(({ pid }) => String(pid) === name)) return false;
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(dataDir);
    } catch (error) {
      if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw error;
    }
  });
}

test('a second start finds the data, the port and the settings of the first', async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  await query(first.url, 'create table kept (id int); insert into kept values (7)');
  await first.stop();
  const second = await startEmbeddedPostgres({ dataDir });
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'select id from kept')).toEqual([{ id: 7 }]);
  expect(await query(second.url, "select current_setting('timezone') zone, current_setting('fsync') fsync, lower('ĐẶNG') name")).toEqual([
    { zone: 'UTC', fsync: 'on', name: 'đặng' },
  ]);
  expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
  await second.stop();
  expect(recordedPid(cluster)).toBeUndefined();
});

test('another process joins the running server and leaves it running', async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  const other = await startElsewhere();
  expect(other).toMatchObject({ joined: true, url: first.url });
  const here = await startEmbeddedPostgres({ dataDir });
  expect(here.joined).toBe(true);
  await here.stop();
  expect(await query(first.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  await first.stop();
});

test('a process that had joined runs the server on when its owner is killed', async () => {
  const { child, url } = await startElsewhere();
  const said: string[] = [];
  const here = await startEmbeddedPostgres({ dataDir, log: (line) => said.push(line) });
  await query(url, 'create table kept (id int); insert into kept values (5)');
  child.kill('SIGKILL');
  let rows: unknown[] = [];
  await untilTrue(async () => {
    rows = await query(url, 'select id from kept').catch(() => []);
    return rows.length > 0 && said.length > 0;
  });
  expect(here.joined).toBe(true);
  expect(rows).toEqual([{ id: 5 }]);
  await here.stop();
  expect(recordedPid(cluster)).toBeUndefined();
});

test('kill -9 in the middle of making the cluster leaves no process, and the next start makes a whole one', async () => {
  const child = spawnElsewhere();
  await until(() => readdirSync(dataDir).some((name) => name.startsWith('postgres.new-')));
  await until(isBusy);
  child.kill('SIGKILL');
  await until(() => !isBusy());
  const next = await startEmbeddedPostgres({ dataDir });
  expect(await query(next.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  expect(readdirSync(dataDir).filter((name) => name.includes('.new'))).toEqual([]);
  await next.stop();
});

test('kill -9 of the owner ends its server, and the next start has every commit', async () => {
  const { child, url } = await startElsewhere();
  await query(url, 'create table kept (id int); insert into kept values (9)');
  child.kill('SIGKILL');
  const next = await startEmbeddedPostgres({ dataDir });
  expect(next.joined).toBe(false);
  expect(await query(next.url, 'select id from kept')).toEqual([{ id: 9 }]);
  await next.stop();
});

test('kill -9 of the server: it is started again on the same port', async () => {
  const server = await startEmbeddedPostgres({ dataDir });
  await query(server.url, 'create table kept (id int); insert into kept values (3)');
  const pid = recordedPid(cluster) ?? 0;
  process.kill(pid, 'SIGKILL');
  await until(() => ![undefined, pid].includes(recordedPid(cluster)));
  let rows: unknown[] = [];
  await untilTrue(async () => {
    rows = await query(server.url, 'select id from kept').catch(() => []);
    return rows.length > 0;
  });
  expect(rows).toEqual([{ id: 3 }]);
  await server.stop();
});

async function untilTrue(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(25);
}

test('kill -9 of the owner and the guard leaves a server, which the next start replaces', async () => {
  const { child, url } = await startElsewhere();
  const pid = recordedPid(cluster) ?? 0;
  const guard = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  for (const id of [guard, child.pid ?? 0]) process.kill(id, 'SIGKILL');
  const next = await startEmbeddedPostgres({ dataDir });
  expect(next.joined).toBe(false);
  expect(next.url).toBe(url);
  expect(recordedPid(cluster)).not.toBe(pid);
  await next.stop();
});

test('a stale lock file that names a living stranger heals', async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  const lockFile = join(cluster, 'postmaster.pid');
  const lock = readFileSync(lockFile, 'utf8');
  await first.stop();
  writeFileSync(lockFile, lock.replace(/^\d+/, String(process.pid)));
  const second = await startEmbeddedPostgres({ dataDir });
  expect(await query(second.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  await second.stop();
});

test('half a cluster is set aside and a whole one made', async () => {
  mkdirSync(join(cluster, 'global'), { recursive: true });
  mkdirSync(`${cluster}.new-77-1`);
  writeFileSync(join(cluster, 'PG_VERSION'), '18\n');
  const server = await startEmbeddedPostgres({ dataDir });
  expect(await query(server.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  await server.stop();
  expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.unfinished-'))).toHaveLength(1);
});

test('a cluster that lost files of its own is refused with what to do', async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  await first.stop();
  rmSync(join(cluster, 'pg_wal'), { recursive: true });
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/pg_wal[\s\S]*postgres\.log[\s\S]*move the folder/);
});

test('a start that is told to end ends between two steps and can be made again', async () => {
  const leaving = new AbortController();
  const start = startEmbeddedPostgres({ dataDir, signal: leaving.signal, log: () => leaving.abort() });
  await expect(start).rejects.toThrow(/abort/);
  expect(isBusy()).toBe(false);
  const next = await startEmbeddedPostgres({ dataDir });
  expect(next.joined).toBe(false);
  await next.stop();
});

test('a cluster of another version is refused with what to do', async () => {
  mkdirSync(join(cluster, 'global'), { recursive: true });
  writeFileSync(join(cluster, 'PG_VERSION'), '15\n');
  writeFileSync(join(cluster, 'global/pg_control'), '');
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/PostgreSQL 15[\s\S]*HUB_DATA_DIR/);
});

test('a data directory that can not be written is refused by name', async () => {
  const file = join(dataDir, 'file');
  writeFileSync(file, '');
  await expect(startEmbeddedPostgres({ dataDir: join(file, '.hub') })).rejects.toThrow(/HUB_DATA_DIR/);
});

test('library links that an install without scripts leaves out are made', () => {
  const copy = join(dataDir, 'package');
  const from = findPackage() ?? '';
  cpSync(join(from, 'native/pg-symlinks.json'), join(copy, 'native/pg-symlinks.json'), { recursive: true });
  const links = JSON.parse(readFileSync(join(copy, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const link of links) mkdirSync(join(copy, link.target, '..'), { recursive: true });
  expect(repairLinks(copy)).toBe(true);
  expect(repairLinks(copy)).toBe(true);
  expect(links.filter((link) => !lstatSync(join(copy, link.target)).isSymbolicLink())).toEqual([]);
});
