import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { loadSample } from '../../src/roles/seed/load.ts';
import { createTestHub, type TestHub } from '../support/hub.ts';
import { PATIENCE, startOwnServer } from '../support/own-server.ts';
import { figuresOf } from '../support/sample.ts';

// A whole quarter takes its time.
vi.setConfig({ testTimeout: 2 * PATIENCE.testTimeout, hookTimeout: PATIENCE.hookTimeout });

let server: Awaited<ReturnType<typeof startOwnServer>>;
let hub: TestHub;

beforeAll(async () => {
  server = await startOwnServer();
  hub = await createTestHub();
});
afterAll(async () => {
  await hub.stop();
  await server.stop();
});

const percent = (rate: number | null) => (rate === null ? null : Math.round(rate * 10_000) / 100);

it('the quarter gives through the graph what the province published', async () => {
  await loadSample(hub.platform, { dossiers: 88_429, seed: 1 });
  const figures = await figuresOf(hub);
  expect(figures.dossiersReceived).toBe(88_429);
  expect(figures.dossiersReceivedAtCommunes).toBe(80_848);
  expect(percent(figures.onlineFilingRate)).toBe(76.05);
  expect(percent(figures.onlinePaymentRate)).toBe(85.94);
  expect(figures.satisfactionRate).toBeGreaterThan(0.95);
  expect(figures.satisfactionRate).toBeLessThan(1);
});
