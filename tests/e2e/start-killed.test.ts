import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeDataDir } from '../support/server.ts';
import { bootstrapOf, endAll, hubOf, launch, postgresOf, quiet, type Started, sampleIn } from '../support/start.ts';

/** Each test starts whole hubs, on a machine that may do much else. */
vi.setConfig({ testTimeout: 600_000 });

let dataDir: string;

beforeEach(() => {
  dataDir = makeDataDir();
});

afterEach(async () => {
  await endAll();
  await quiet(dataDir);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const FEW = 300;
/** Enough for a load of several batches, so that something can happen in its middle. */
const MANY = 4_000;

const start = (dossiers: number, command?: readonly string[]) =>
  launch({ HUB_DATA_DIR: dataDir, HUB_PORT: '0', HUB_SEED_DOSSIERS: String(dossiers) }, command);

async function startLoading(): Promise<Started> {
  const hub = start(MANY);
  await hub.says(/sample quarter +[1-4]\d %/);
  return hub;
}

async function end(hub: Started): Promise<void> {
  hub.interrupt();
  expect(await hub.ended).toBe(0);
  await quiet(dataDir);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

test('killed while it idles, whichever process it is, it leaves nothing behind and the next start heals', async () => {
  const victims: readonly { command?: readonly string[]; pid(hub: Started): number }[] = [
    { pid: hubOf },
    { pid: bootstrapOf },
    { command: ['npm', 'start'], pid: (hub) => hub.pid },
  ];
  for (const { command, pid } of victims) {
    const hub = start(FEW, command);
    await hub.ready();
    process.kill(pid(hub), 'SIGKILL');
    await hub.ended;
    await quiet(dataDir);
  }
  const hub = start(FEW);
  await hub.ready();
  expect(await sampleIn(dataDir)).toEqual({ dossiers: FEW, loaded: 1 });
  await end(hub);
});

test('its PostgreSQL killed while it idles is started again, and the hub goes on', async () => {
  const hub = start(FEW);
  const url = await hub.ready();
  const killed = postgresOf(dataDir);
  process.kill(killed, 'SIGKILL');
  await hub.says(/PostgreSQL ended unexpectedly and is started again/);
  while (!(await isReady(url))) await sleep(50);
  expect(await sampleIn(dataDir)).toEqual({ dossiers: FEW, loaded: 1 });
  expect(postgresOf(dataDir)).not.toBe(killed);
  await end(hub);
});

test('stopped or killed in the middle of the load, it has loaded nothing, and the next start loads the whole', async () => {
  const interrupted = await startLoading();
  await end(interrupted);
  expect(interrupted.output()).not.toMatch(/^\s+at |100 %/m);
  for (const victim of [hubOf, bootstrapOf]) {
    const hub = await startLoading();
    process.kill(victim(hub), 'SIGKILL');
    await hub.ended;
    await quiet(dataDir);
  }
  const hub = start(MANY);
  await hub.ready();
  expect(await sampleIn(dataDir)).toEqual({ dossiers: MANY, loaded: 1 });
  await end(hub);
});

test('its PostgreSQL killed in the middle of the load: the load begins again and is whole', async () => {
  const hub = await startLoading();
  process.kill(postgresOf(dataDir), 'SIGKILL');
  await hub.ready();
  expect(hub.output()).toMatch(/loading again from the beginning/);
  expect(await sampleIn(dataDir)).toEqual({ dossiers: MANY, loaded: 1 });
  await end(hub);
});

test('stopped while it makes its cluster, it ends at once and the next start makes a whole one', async () => {
  const interrupted = start(FEW);
  await interrupted.says(/creating the database cluster/);
  await end(interrupted);
  expect(interrupted.output()).not.toMatch(/^\s+at |sample quarter/m);
  const hub = start(FEW);
  await hub.ready();
  expect(await sampleIn(dataDir)).toEqual({ dossiers: FEW, loaded: 1 });
  await end(hub);
});
