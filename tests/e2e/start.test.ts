import { existsSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient } from '../support/client.ts';
import { DOSSIER_COUNT } from '../support/documents.ts';
import { makeDataDir } from '../support/server.ts';
import { busyWith, endAll, launch, quiet, runHub, sampleIn } from '../support/start.ts';

/** Each test starts whole hubs, on a machine that may do much else. */
vi.setConfig({ testTimeout: 300_000 });

let folder: string;

beforeEach(() => {
  folder = makeDataDir();
});

afterEach(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const settings = (dataDir: string, more: Record<string, string> = {}) => ({
  HUB_DATA_DIR: dataDir,
  HUB_PORT: '0',
  HUB_SEED_DOSSIERS: '300',
  ...more,
});

/** Stacks, warnings of libraries, log lines: nothing of it is for a newcomer. */
const NOISE = /^\s+at .*:\d+|\bWarning\b|^\{"|\(node:\d+\)|deprecat/im;

/** The dossiers that the graph shows to a token that is made beside the running hub. */
async function countSeen(url: string, dataDir: string): Promise<number> {
  const { out, err } = await runHub(['token', '--role', 'AUDITOR'], settings(dataDir));
  expect(err).toBe('');
  return (await createClient(`${url}/graphql`).ask(DOSSIER_COUNT, {}, out.trim())).dossiers.totalCount;
}

async function occupy(): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

test('the first start loads the sample, the second finds it; Ctrl-C ends both with nothing left; a path may have spaces and accents', async () => {
  const dataDir = join(folder, 'Dữ liệu của tỉnh Cà Mau');
  for (const first of [true, false]) {
    const hub = launch(settings(dataDir));
    const url = await hub.ready();
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${url}/`)).status).toBe(200);
    expect(await sampleIn(dataDir)).toEqual({ dossiers: 300, loaded: 1 });
    if (first) expect(await countSeen(url, dataDir)).toBe(300);
    hub.interrupt();
    expect(await hub.ended).toBe(0);
    expect(busyWith(dataDir)).toEqual([]);
    expect(/300 hồ sơ mẫu/.test(hub.output())).toBe(first);
    expect(hub.output()).not.toMatch(NOISE);
    expect(hub.output().split('\n').length).toBeLessThan(30);
  }
});

test('SIGTERM ends it the same way, however early it comes', async () => {
  const early = launch(settings(folder));
  process.kill(early.pid, 'SIGTERM');
  expect(['SIGTERM', 0]).toContain(await early.ended);
  const hub = launch(settings(folder));
  await hub.ready();
  process.kill(hub.pid, 'SIGTERM');
  expect(await hub.ended).toBe(0);
  expect(busyWith(folder)).toEqual([]);
});

test('a taken port is named with the fix, and nothing is begun', async () => {
  const { server, port } = await occupy();
  const dataDir = join(folder, 'new');
  const hub = launch(settings(dataDir, { HUB_PORT: String(port) }));
  expect(await hub.ended).toBe(1);
  server.close();
  expect(hub.output()).toMatch(new RegExp(`^HUB_PORT: .*${port}[\\s\\S]*HUB_PORT: port ${port} .*HUB_PORT=\\d+ npm start`));
  expect(hub.output()).not.toMatch(NOISE);
  expect(existsSync(dataDir)).toBe(false);
});

test('two starts at one moment with one data directory: one runs, the other says what runs and how to have two', async () => {
  const both = [launch(settings(folder)), launch(settings(folder))];
  const [loser = both[0]] = await Promise.race(both.map(async (hub) => [hub, await hub.ended] as const));
  const winner = both.find((hub) => hub !== loser);
  expect(await loser?.ended).toBe(1);
  expect(loser?.output()).toMatch(/HUB_DATA_DIR: another hub runs/);
  await winner?.ready();
  expect(await sampleIn(folder)).toEqual({ dossiers: 300, loaded: 1 });
  winner?.interrupt();
  expect(await winner?.ended).toBe(0);
});

test('two hubs side by side have data, ports and simulators of their own', async () => {
  const dirs = ['one', 'two'].map((name) => join(folder, name));
  const hubs = dirs.map((dataDir) => launch(settings(dataDir)));
  const urls = await Promise.all(hubs.map((hub) => hub.ready()));
  const addresses = hubs.flatMap((hub) => [...hub.output().matchAll(/simulator: .*(http:\S+)/g)].map(([, url]) => url ?? ''));
  expect(new Set([...urls, ...addresses]).size).toBe(2 + addresses.length);
  expect(addresses.length).toBeGreaterThan(2);
  for (const dataDir of dirs) expect(await sampleIn(dataDir)).toEqual({ dossiers: 300, loaded: 1 });
  for (const hub of hubs) hub.interrupt();
  expect(await Promise.all(hubs.map((hub) => hub.ended))).toEqual([0, 0]);
  await quiet(folder);
});
