import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningSimulator } from '../../connectors/contract/manifest.ts';
import nationalPortal from '../../connectors/national-portal/manifest.ts';
import { hostConnectors } from '../../src/platform/connectors.ts';
import { nationalCodeOf } from '../../src/platform/graphql/enums.ts';
import { loadSample, sampleWorld } from '../../src/roles/seed/load.ts';
import { SYNCED_THROUGH } from '../../src/roles/seed/profile.ts';
import type { SampleDossier } from '../../src/roles/seed/sample.ts';
import { SUBGRAPHS } from '../../src/roles/subgraphs.ts';
import { procedures } from '../../src/subgraphs/dossiers/reference/procedures.ts';
import { testTools } from '../contract/portal.ts';
import { createTestHub, type TestHub } from '../support/hub.ts';
import { PATIENCE, startOwnServer } from '../support/own-server.ts';
import { figuresOf, rowsOf, SAMPLE, sampleDossiers } from '../support/sample.ts';

const dossiers = sampleDossiers();
const reporter = new Map(procedures.map((procedure) => [procedure.code, procedure.reportedBy]));
const isReported = ({ origin, procedure }: SampleDossier) => origin !== 'MINISTRY_SYSTEM' && reporter.get(procedure) === 'PROVINCE';
const isLastDay = ({ at }: { at: number }) => at >= SYNCED_THROUGH;

let stateDir: string;
let simulator: RunningSimulator;
vi.setConfig(PATIENCE);

let server: Awaited<ReturnType<typeof startOwnServer>>;
let hub: TestHub;

beforeAll(async () => {
  server = await startOwnServer();
  stateDir = mkdtempSync(join(tmpdir(), 'portal-sample-'));
  await nationalPortal.simulator?.remember?.(stateDir, sampleWorld(SAMPLE));
  simulator = (await nationalPortal.simulator?.start({ port: 0, stateDir })) ?? expect.unreachable('the portal has a simulator');
  const port = nationalPortal.create(nationalPortal.config.parse(simulator.environment), testTools());
  hub = await createTestHub({ connectors: hostConnectors([nationalPortal as never], () => ({ port })) });
  // Whatever the hour of the test: what is told and looked up at night is shown elsewhere.
  hub.platform.clock.business = () => new Date('2025-09-30T10:00:00+07:00');
  await loadSample(hub.platform, SAMPLE);
});
afterAll(async () => {
  await simulator.stop();
  await hub.stop();
  await server.stop();
  rmSync(stateDir, { recursive: true });
});

interface Synchronization {
  subject: string;
  sequence: number;
  operation: string;
  state: string;
  requested_at: Date;
  delivered_at: Date | null;
}

const read = () =>
  hub.platform.db.query<Synchronization>(
    'SELECT subject, sequence, operation, state, requested_at, delivered_at FROM integration.synchronization ORDER BY subject, sequence',
  );

describe('at first', () => {
  it('every dossier’s deliveries stand in order, without a gap, and its row knows the last', async () => {
    const bySubject = Map.groupBy(await read(), ({ subject }) => subject);
    expect(new Set(bySubject.keys())).toEqual(new Set(dossiers.filter(isReported).map(({ code }) => code)));
    for (const [subject, rows] of bySubject) {
      expect(
        rows.map(({ sequence }) => sequence),
        subject,
      ).toEqual(rows.map((_, at) => at + 1));
      const times = rows.map(({ requested_at }) => requested_at.getTime());
      expect(times, subject).toEqual([...times].sort((a, b) => a - b));
      const waiting = rows.findIndex(({ state }) => state === 'PENDING');
      if (waiting >= 0)
        expect(
          rows.slice(waiting).every(({ state }) => state === 'PENDING'),
          subject,
        ).toBe(true);
    }
    const kept = await hub.platform.db.query<{ code: string; portal_sequence: number }>(
      'SELECT code, portal_sequence FROM dossiers.dossier',
    );
    expect(kept.filter(({ code, portal_sequence: last }) => last !== (bySubject.get(code)?.length ?? 0))).toEqual([]);
  });

  it('what happened before the last working day is delivered, soon after it was asked for; that day’s waits', async () => {
    const rows = await read();
    for (const { state, requested_at, delivered_at } of rows) {
      expect(state).toBe(requested_at.getTime() < SYNCED_THROUGH ? 'DELIVERED' : 'PENDING');
      if (delivered_at !== null) expect(delivered_at.getTime() - requested_at.getTime()).toBeLessThanOrEqual(60_000);
    }
    const waiting = new Set(rows.filter(({ state }) => state === 'PENDING').map(({ subject }) => subject));
    expect(waiting).toEqual(new Set(dossiers.filter((each) => isReported(each) && each.steps.some(isLastDay)).map(({ code }) => code)));
    expect(waiting.size).toBeGreaterThan(20);
  });

  it('what was filed at the portal is never inserted there again', async () => {
    const origins = new Map(dossiers.map(({ code, origin }) => [code, origin]));
    const snapshots = (await read()).filter(({ operation }) => operation !== 'CapNhatTienDoHoSoMC');
    const wrong = snapshots.filter(({ subject, operation }) => {
      return operation !== (origins.get(subject) === 'NATIONAL_PORTAL' ? 'DongBoTrangThaiHoSo' : 'DongBoHoSoMC');
    });
    expect(wrong).toEqual([]);
  });
});

describe('when the workers run', () => {
  it('the last working day arrives, each dossier and step once and in order, and no figure moves', async () => {
    const [figures, rows] = [await figuresOf(hub), await rowsOf(hub)];
    await vi.waitFor(
      async () => {
        for (const job of SUBGRAPHS.flatMap((subgraph) => subgraph.jobs ?? [])) {
          for (const input of (await job.schedule?.inputs(hub.platform)) ?? []) {
            await job.run(hub.platform, input as never, new AbortController().signal);
          }
        }
        const open = (await read()).filter(({ state }) => state !== 'DELIVERED');
        expect(open).toEqual([]);
      },
      { timeout: 200_000, interval: 100 },
    );
    expect(await figuresOf(hub)).toEqual(figures);
    const waited = (rows['outbox.event'] ?? 0) - dossiers.length;
    expect(waited).toBeGreaterThan(0);
    // The morning's lists of the units are the only thing that the workers tell of by themselves.
    const [lists] = await hub.platform.db.query<{ events: number }>(
      `SELECT count(*)::int AS events FROM outbox.event WHERE kind IN ('day.began', 'day.counted')`,
    );
    expect(await rowsOf(hub)).toEqual({
      ...rows,
      'outbox.event': (rows['outbox.event'] ?? 0) + (lists?.events ?? 0),
      'integration.delivery': (rows['integration.delivery'] ?? 0) + waited,
    });
    const { counters } = (await administer('state')) as { counters: Record<string, number> };
    expect(counters).toMatchObject({ duplicateInserts: 0, duplicateSteps: 0, outOfOrderSteps: 0, loops: 0, refusals: 0 });
  });

  it('the portal then knows every dossier in the state that it has', async () => {
    const reported = dossiers.filter(isReported);
    const changed = reported.filter((dossier) => dossier.steps.some(isLastDay));
    const told = reported.filter((_, at) => at % 40 === 0);
    for (const { code, status, steps, origin } of [...changed, ...told]) {
      const shown = (await administer(`dossiers/${encodeURIComponent(code)}`)) as { status: string; steps: { TrangThai: string }[] };
      expect(shown.steps.length, code).toBe(steps.filter(isLastDay).length);
      const last = shown.steps.at(-1)?.TrangThai;
      expect(last ?? shown.status, code).toBe(String(nationalCodeOf(status)));
      // A notice about what was filed at the portal knows fewer states than a dossier has.
      if (origin !== 'NATIONAL_PORTAL') expect(shown.status, code).toBe(String(nationalCodeOf(status)));
    }
  });
});

const administer = async (path: string): Promise<unknown> => (await fetch(`${simulator.url}/_simulator/${path}`)).json();
