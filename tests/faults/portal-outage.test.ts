import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RunningSimulator } from '../../connectors/contract/manifest.ts';
import nationalPortal from '../../connectors/national-portal/manifest.ts';
import { newUuid } from '../../src/platform/ids.ts';
import { DELIVER_WAKE_UP } from '../../src/platform/jobs/deliver-wakeup.ts';
import { openQueues, type Queues } from '../../src/platform/jobs/queues.ts';
import { startWorkers, type Workers } from '../../src/platform/jobs/workers.ts';
import { integration } from '../../src/subgraphs/integration/index.ts';
import { sampleDossier, testTools } from '../contract/portal.ts';
import { createIntegrationHub, delivery, type IntegrationHub, openHub, PORTAL } from '../support/integration.ts';

const DOSSIERS = 150;

let test: IntegrationHub;
let simulator: RunningSimulator;
let queues: Queues;
let workers: Workers;
let stopHub: () => Promise<void>;

beforeEach(async () => {
  test = await createIntegrationHub();
  simulator = (await nationalPortal.simulator?.start({})) ?? expect.unreachable('the portal has a simulator');
  // Short waits in place of the portal's long ones; everything else as it is.
  const environment = {
    ...simulator.environment,
    NATIONAL_PORTAL_TIMEOUT_MS: '700',
    NATIONAL_PORTAL_SETTLE_MS: '300',
    NATIONAL_PORTAL_BATCH_SIZE: '20',
  };
  const location = { databaseUrl: test.databaseUrl, queueUrl: undefined };
  queues = await openQueues({ ...location, log: pino({ level: 'silent' }) });
  const portal = nationalPortal.create(nationalPortal.config.parse(environment), testTools());
  const opened = openHub(test.databaseUrl, { portal, wakeUps: queues, keys: test.keys });
  stopHub = opened.stop;
  workers = await startWorkers(opened.hub, integration.jobs, location);
});

afterEach(async () => {
  await workers.stop();
  await queues.close();
  await stopHub();
  await simulator.stop();
  await test.stop();
});

const administer = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(`${simulator.url}/_simulator/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return response.json();
};

/** A snapshot, its first step, a second one, and the snapshot at the end, as a dossier's life leaves them in the outbox. */
function lifeOf(code: string) {
  const dossier = { subject: code, subjectId: newUuid() };
  const snapshot = (sequence: number, status: number) => ({
    ...delivery({ ...dossier, sequence }),
    personal: { dossier: sampleDossier(code, { status }) },
  });
  return [
    snapshot(1, 2),
    delivery({ ...dossier, sequence: 2, step: 'step 2' }),
    delivery({ ...dossier, sequence: 3, step: 'step 3' }),
    snapshot(4, 9),
  ];
}

it('brings everything to the portal once and in order through an outage, lost answers and late ones', async () => {
  for (const kind of ['drop-after', 'delay-after', 'drop-before', 'page', 'apply-late'])
    await administer('POST', 'faults', { kind, count: 1, ms: 1_500 });
  const codes = Array.from({ length: DOSSIERS }, (_, at) => `H12.1-250930-${String(at + 1).padStart(4, '0')}`);
  await test.append(codes.slice(0, 50).flatMap(lifeOf));
  await queues.wake(DELIVER_WAKE_UP, { connector: PORTAL });
  await administer('POST', 'closed', { ms: 2_500 });
  await test.append(codes.slice(50).flatMap(lifeOf));
  await queues.wake(DELIVER_WAKE_UP, { connector: PORTAL });
  await vi.waitFor(
    async () => {
      const states = await test.hub.db.query(
        `SELECT state, error_code, count(*) FROM integration.synchronization GROUP BY 1, 2 ORDER BY 3`,
      );
      expect(states).toEqual([{ state: 'DELIVERED', error_code: null, count: DOSSIERS * 4 }]);
    },
    { timeout: 120_000, interval: 250 },
  );
  expect(((await administer('GET', 'dossiers')) as string[]).toSorted()).toEqual(codes);
  for (const code of codes) {
    const { steps, status } = (await administer('GET', `dossiers/${encodeURIComponent(code)}`)) as {
      steps: { NoiDungXuLy: string }[];
      status: string;
    };
    expect({ code, steps: steps.map((step) => step.NoiDungXuLy), status }).toEqual({ code, steps: ['step 2', 'step 3'], status: '9' });
  }
}, 180_000);
