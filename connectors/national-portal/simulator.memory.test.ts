import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dossierTask, sampleDossier, sampleStep, stepsTask, testTools } from '../../tests/contract/portal.ts';
import type { KnownDossier, RunningSimulator } from '../contract/manifest.ts';
import type { PortalDossier, PortalPort, PortalTask } from '../contract/portal.ts';
import manifest from './manifest.ts';

const DESK = 'H12.1-250701-0001';
const FILED = 'H12.1-250701-0002';
const REFERENCE = 'G22.99-250701-000002';
const KNOWN: KnownDossier[] = [
  { code: DESK, nationalCode: null, status: 10 },
  { code: FILED, nationalCode: REFERENCE, status: 4 },
];
const filed = (parts: Partial<PortalDossier> = {}) =>
  sampleDossier(FILED, { origin: 'NATIONAL_PORTAL', nationalCode: REFERENCE, status: 9, ...parts });
const statusTask = (dossier: PortalDossier, look = false): PortalTask => ({
  ...{ id: `n-${dossier.code}`, subject: dossier.code, look, known: true },
  ...{ kind: 'status', dossier },
});

describe("the simulated portal's memory", () => {
  let stateDir: string;
  let running: RunningSimulator[];
  let simulator: RunningSimulator;
  let port: PortalPort;
  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'portal-memory-'));
    running = [];
  });
  afterEach(async () => {
    for (const each of running) await each.stop();
    rmSync(stateDir, { recursive: true });
  });

  /** Starts one beside those before it, which are not stopped: what they know must be on the disk already. */
  async function start(): Promise<void> {
    simulator = (await manifest.simulator?.start({ port: 0, stateDir })) as RunningSimulator;
    running.push(simulator);
    port = manifest.create(manifest.config.parse({ ...simulator.environment, NATIONAL_PORTAL_SETTLE_MS: '0' }), testTools());
  }
  const remember = (dossiers: Iterable<KnownDossier>) => manifest.simulator?.remember?.(stateDir, { dossiers });
  const deliver = async (...tasks: PortalTask[]) => (await port.deliver(tasks)).map(({ kind }) => kind);
  async function admin(method: string, path: string): Promise<Record<string, unknown>> {
    return (await (await fetch(`${simulator.url}/_simulator/${path}`, { method })).json()) as Record<string, unknown>;
  }
  const held = (code: string) => admin('GET', `dossiers/${code}`);

  it('knows what it was told of before, by either code, and nothing more of it', async () => {
    await remember(KNOWN);
    await start();
    expect(await admin('GET', 'state')).toMatchObject({ dossiers: 2, counters: { inserts: 0, updates: 0, notices: 0 } });
    expect(await port.lookUp(DESK)).toMatchObject({ status: 10 });
    expect(await held(FILED)).toEqual(await held(REFERENCE));
    expect(await held(FILED)).toMatchObject({ code: REFERENCE, status: '4', steps: [], notices: [], history: [] });
    expect(await port.lookUp('H12.1-250701-0003')).toBeNull();
  });

  it('takes steps, notices and updates of it, and no insert', async () => {
    await remember(KNOWN);
    await start();
    expect(await deliver(stepsTask(DESK, [sampleStep(1)]), stepsTask(FILED, [sampleStep(2)]))).toEqual(['delivered', 'delivered']);
    expect(await deliver(statusTask(filed()), dossierTask(sampleDossier(DESK, { status: 9 })))).toEqual(['delivered', 'delivered']);
    await start();
    expect(await held(DESK)).toMatchObject({ status: '9', inserts: 0, updates: 1, steps: [{ NoiDungXuLy: 'Bước 1' }] });
    expect(await held(FILED)).toMatchObject({ code: REFERENCE, status: '2', steps: [{ NoiDungXuLy: 'Bước 2' }], notices: [{}] });
    expect(await admin('GET', 'state')).toMatchObject({ dossiers: 2, counters: { loops: 0, duplicateInserts: 0 } });
  });

  it('is replaced as a whole, what was carried out since included', async () => {
    await remember(KNOWN);
    await start();
    await deliver(dossierTask(sampleDossier('H12.1-250701-0009')), stepsTask(DESK, [sampleStep(1)]));
    await remember([KNOWN[0] as KnownDossier]);
    await start();
    expect(await admin('GET', 'dossiers')).toEqual([DESK]);
    expect(await held(DESK)).toMatchObject({ steps: [] });
  });

  it('holds as many as a quarter has', async () => {
    await remember(
      Array.from({ length: 60_000 }, (_, at) => ({
        code: `H12.${1 + (at % 64)}-250701-${10_000 + at}`,
        nationalCode: at % 2 === 0 ? null : `G22.99-250701-${100_000 + at}`,
        status: 1 + (at % 10),
      })),
    );
    await start();
    expect(await admin('GET', 'state')).toMatchObject({ dossiers: 60_000 });
    expect(await held(`H12.${1 + (59_999 % 64)}-250701-69999`)).toMatchObject({ code: 'G22.99-250701-159999', status: '10' });
  });

  it('is forgotten by a reset, for the next start too', async () => {
    await remember(KNOWN);
    await start();
    await deliver(dossierTask(sampleDossier('H12.1-250701-0009')));
    await admin('POST', 'reset');
    await deliver(dossierTask(sampleDossier('H12.1-250701-0008')));
    expect(await admin('GET', 'dossiers')).toEqual(['H12.1-250701-0008']);
    await start();
    expect(await admin('GET', 'dossiers')).toEqual(['H12.1-250701-0008']);
  });

  it('ties both codes of a dossier that was filed at it by the first notice, and its steps go by the province’s code', async () => {
    await start();
    expect(await deliver(stepsTask(FILED, [sampleStep(1)]))).toEqual(['refused']);
    expect(await deliver(statusTask(filed()))).toEqual(['delivered']);
    expect(await deliver(stepsTask(FILED, [sampleStep(1)]))).toEqual(['delivered']);
    await start();
    expect(await deliver(stepsTask(FILED, [sampleStep(2)]))).toEqual(['delivered']);
    // In doubt after a restart: both are looked up, found, and not sent again.
    expect(await deliver(stepsTask(FILED, [sampleStep(2)], { look: true }))).toEqual(['delivered']);
    expect(await deliver(statusTask(filed(), true))).toEqual(['delivered']);
    const shown = await held(REFERENCE);
    expect(shown).toMatchObject({ code: REFERENCE, duplicateSteps: 0, steps: [{ NoiDungXuLy: 'Bước 1' }, { NoiDungXuLy: 'Bước 2' }] });
    expect(shown['notices']).toHaveLength(1);
    expect(await port.lookUp(FILED)).toMatchObject({ raw: { MaHoSo: REFERENCE } });
  });

  it('has one dossier where the portal’s reference reaches the province late, or is left out later', async () => {
    await start();
    const { nationalCode: _, ...unreferenced } = filed();
    await deliver(statusTask(unreferenced));
    await deliver(stepsTask(FILED, [sampleStep(1)]));
    await deliver(statusTask(filed()));
    await deliver(stepsTask(FILED, [sampleStep(2)]));
    await deliver(statusTask({ ...unreferenced, status: 10 }));
    await start();
    expect(await admin('GET', 'dossiers')).toEqual([REFERENCE]);
    expect(await held(FILED)).toMatchObject({ steps: [{}, {}], notices: [{}, {}, {}] });
  });

  it('counts a dossier that was filed at it and comes back as if the province had filed it', async () => {
    await remember(KNOWN);
    await start();
    await deliver(dossierTask(filed()));
    expect(await admin('GET', 'state')).toMatchObject({ counters: { loops: 1 } });
    await start();
    expect(await held(FILED)).toMatchObject({ code: REFERENCE, updates: 1, body: { MaHoSo: REFERENCE } });
  });

  it('lives', async () => {
    await start();
    expect((await fetch(`${simulator.url}/health/live`)).status).toBe(200);
  });
});
