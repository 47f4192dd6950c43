import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KnownWorld } from '../../connectors/contract/manifest.ts';
import type { DossierIngestInput } from '../../schema/generated/graphql.ts';
import { generateQuarter } from '../../src/roles/seed/generate.ts';
import { ingestInputOf } from '../../src/roles/seed/load.dossier.ts';
import { loadedSample, loadSample } from '../../src/roles/seed/load.ts';
import { INGEST_OUTCOMES } from '../support/documents.ingest.ts';
import { createTestHub, type TestHub } from '../support/hub.ts';
import { PATIENCE, startOwnServer } from '../support/own-server.ts';
import { figuresOf, rowsOf } from '../support/sample.ts';

const SMALL = { dossiers: 600, seed: 7 };
vi.setConfig(PATIENCE);

let server: Awaited<ReturnType<typeof startOwnServer>>;
let hub: TestHub;

beforeAll(async () => {
  server = await startOwnServer();
});
afterAll(() => server.stop());

beforeEach(async () => {
  hub = await createTestHub();
});
afterEach(() => hub.stop());

const nothing = async () => expect(Object.values(await rowsOf(hub)).every((rows) => rows === 0)).toBe(true);

describe('a load', () => {
  it('that is asked for again changes nothing, whatever is asked for', async () => {
    const first = await loadSample(hub.platform, SMALL);
    const before = [await rowsOf(hub), await figuresOf(hub)];
    expect(await loadSample(hub.platform, SMALL)).toEqual(first);
    expect(await loadSample(hub.platform, { dossiers: 50, seed: 2, remember: () => Promise.reject(new Error('not again')) })).toEqual(
      first,
    );
    expect([await rowsOf(hub), await figuresOf(hub)]).toEqual(before);
  });

  it('that fails on the way leaves nothing, and the next one succeeds', async () => {
    const fail = (done: number) => {
      if (done >= 500) throw new Error('the disk is full');
    };
    await expect(loadSample(hub.platform, { ...SMALL, progress: fail })).rejects.toThrow('the disk is full');
    await nothing();
    expect(await loadedSample(hub.platform)).toBeUndefined();
    expect(await loadSample(hub.platform, SMALL)).toMatchObject(SMALL);
    expect((await figuresOf(hub)).dossiersReceived).toBe(SMALL.dossiers);
  });

  it('whose connection is cut leaves nothing, and the next one succeeds', async () => {
    let cut: Promise<unknown> | undefined;
    const progress = (done: number) => {
      if (done < 500 || cut !== undefined) return;
      cut = hub.platform.db.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()`,
      );
    };
    await expect(loadSample(hub.platform, { ...SMALL, progress })).rejects.toThrow();
    await cut;
    await nothing();
    expect(await loadSample(hub.platform, SMALL)).toMatchObject(SMALL);
    expect((await figuresOf(hub)).dossiersReceived).toBe(SMALL.dossiers);
  });

  it('is not seen before the simulators know of it, and not at all where they can’t', async () => {
    const remember = async () => {
      expect(await loadedSample(hub.platform)).toBeUndefined();
      throw new Error('no room for the simulators');
    };
    await expect(loadSample(hub.platform, { ...SMALL, remember })).rejects.toThrow('no room for the simulators');
    await nothing();
  });

  it('by two at once is made by one of them; the other waits and finds it done', async () => {
    const loads: number[] = [];
    const remember = async (world: KnownWorld) => void loads.push([...world.dossiers].length);
    const both = await Promise.all([1, 2].map(() => loadSample(hub.platform, { ...SMALL, remember })));
    expect(both[0]).toEqual(both[1]);
    expect(loads).toHaveLength(1);
    expect((await rowsOf(hub))['dossiers.dossier']).toBe(SMALL.dossiers);
  });

  it('of no dossiers brings the reference data alone, and may be followed by a sample', async () => {
    expect(await loadSample(hub.platform, { dossiers: 0, seed: 1 })).toBeUndefined();
    await nothing();
    const [units] = await hub.platform.db.query<{ count: number }>('SELECT count(*)::int AS count FROM dossiers.unit');
    expect(units?.count).toBeGreaterThan(64);
    expect(await loadSample(hub.platform, { dossiers: 20, seed: 1 })).toMatchObject({ dossiers: 20 });
  });

  it('over something of its own that is there already is refused by name, and leaves what was there', async () => {
    const [first] = generateQuarter(SMALL);
    if (first === undefined) throw new Error('the sample is empty');
    const { data } = await hub.execute(
      'dossiers',
      INGEST_OUTCOMES,
      { input: [JSON.parse(JSON.stringify(ingestInputOf(first))) as DossierIngestInput] },
      await hub.token({ role: 'SYSTEM', source: first.sourceSystem }),
    );
    expect(data?.ingestDossiers).toMatchObject({ created: 1, results: [{ outcome: 'CREATED', userErrors: [] }] });
    const before = await rowsOf(hub);
    await expect(loadSample(hub.platform, SMALL)).rejects.toThrow(/^HUB_SEED_DOSSIERS: .*\nHUB_SEED_DOSSIERS: .*HUB_DATA_DIR/);
    expect(await rowsOf(hub)).toEqual(before);
  });

  it('refuses a size that is none, and production', async () => {
    for (const dossiers of [-1, 1.5, 2_000_000]) {
      await expect(loadSample(hub.platform, { dossiers, seed: 1 })).rejects.toThrow(RangeError);
    }
    const production = { ...hub.platform, config: { ...hub.platform.config, mode: 'production' as const } };
    await expect(loadSample(production, SMALL)).rejects.toThrow('HUB_MODE');
    await nothing();
    expect(await loadedSample(hub.platform)).toBeUndefined();
  });
});
