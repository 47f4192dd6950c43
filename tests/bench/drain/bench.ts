import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { newUuid } from '../../../src/platform/ids.ts';
import { copyEvents } from '../../../src/platform/outbox/outbox.copy.ts';
import type { OutboxEvent } from '../../../src/platform/outbox/outbox.ts';
import { startEmbeddedPostgres } from '../../../src/platform/postgres/embedded-postgres.ts';
import { sampleDossier } from '../../contract/portal.ts';
import { createTestHub, type TestHub } from '../../support/hub.ts';
import { PORTAL } from '../../support/integration.ts';
import { makeDataDir } from '../../support/server.ts';
import { type PortalProcess, startPortal, startWorker, type WorkerProcess } from './processes.ts';

/** What the portal takes to answer. */
const LATENCY_MS = 50;
const LOOK_MS = 2_000;
/** Of the second part: what the portal may be sent in a second, and how many of today's come in each second. */
const RATE = 50;
const TODAY_PER_SECOND = 5;
const TODAY_SECONDS = 60;
/** History goes behind what was asked for today. */
const HISTORY = -1;

/** How fast one worker empties a backlog, and what memory it takes over time. */
export interface DrainBench {
  /** Without a limit, from the first delivered to the last. */
  perSecond: number;
  /** The worker's own CPU for one, in milliseconds. */
  cpuEach: number;
  /** Resident megabytes of the worker when a tenth was done, and at the end. */
  memory: { early: number; late: number };
  /** Under a rate limit, with history waiting: the longest that one of today's waited, in seconds. */
  oldestOfToday: number;
}

interface Drain {
  hub: TestHub;
  portal: PortalProcess;
  worker: WorkerProcess;
  report(text: string): void;
}

/** Each part on a database and with a worker of its own; PostgreSQL is as durable as in production. */
export async function benchDrain(options: { dossiers: number; report: (text: string) => void }): Promise<DrainBench> {
  const dataDir = makeDataDir();
  const server = await startEmbeddedPostgres({ dataDir });
  process.env['TEST_DATABASE_URL'] = server.url;
  try {
    const unlimited = await within({ ...options, backlog: options.dossiers, settings: {} }, (drain) => empty(drain, options.dossiers));
    const settings = { NATIONAL_PORTAL_RATE: String(RATE) };
    const backlog = RATE * TODAY_SECONDS * 4;
    const oldestOfToday = await within({ ...options, backlog, priority: HISTORY, settings }, (drain) => fileToday(drain));
    return { ...unlimited, oldestOfToday };
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Part {
  backlog: number;
  priority?: number;
  settings: Record<string, string>;
  report(text: string): void;
}

/** The backlog is there before the worker starts. */
async function within<T>({ backlog, priority = 0, settings, report }: Part, work: (drain: Drain) => Promise<T>): Promise<T> {
  const hub = await createTestHub();
  const portal = await startPortal();
  let worker: WorkerProcess | undefined;
  try {
    const put = await fetch(`${portal.url}/_simulator/modes`, { method: 'PUT', body: JSON.stringify({ latencyMs: LATENCY_MS }) });
    if (!put.ok) throw new Error(`the portal's mode was not set: ${put.status}`);
    await append(hub, { from: 0, count: backlog, priority });
    await hub.platform.db.query('VACUUM ANALYZE');
    worker = startWorker({
      ...portal.environment,
      ...settings,
      ...{ HUB_DATA_DIR: hub.platform.config.dataDir, DATABASE_URL: hub.databaseUrl, HUB_SIMULATORS: 'off', HUB_LOG_LEVEL: 'warn' },
    });
    return await work({ hub, portal, worker, report });
  } finally {
    await worker?.stop();
    await portal.stop();
    await hub.stop();
  }
}

/** Dossiers of a counter, each one snapshot, straight into the outbox as ingesting leaves them. */
async function append({ platform }: TestHub, { from, count, priority }: { from: number; count: number; priority: number }): Promise<void> {
  const at = new Date();
  function* events(): Generator<OutboxEvent> {
    for (let each = from; each < from + count; each += 1) {
      const subject = `H12.${Math.floor(each / 10_000) + 1}-250930-${String(each % 10_000).padStart(4, '0')}`;
      yield {
        at,
        kind: 'portal.dossier',
        subjectId: newUuid(),
        subject,
        delivery: { connector: PORTAL, operation: 'DongBoHoSoMC', sequence: 1 },
        receivingUnit: '32248',
        handlingUnit: '32248',
        scope: ['32248', '96'],
        data: priority === 0 ? {} : { priority },
        personal: { dossier: sampleDossier(subject, { status: 2 }) },
      };
    }
  }
  await platform.db.transaction((sql) => copyEvents(sql, platform.cipher, events()));
}

const deliveredOf = async ({ platform }: TestHub): Promise<number> => {
  const [row] = await platform.db.query<{ count: number }>(
    `SELECT count(*) AS count FROM integration.delivery WHERE state = 'DELIVERED' AND priority = 0`,
  );
  return row?.count ?? 0;
};

async function empty({ hub, worker, report }: Drain, dossiers: number): Promise<Omit<DrainBench, 'oldestOfToday'>> {
  let start: { at: number; done: number; cpu: number } | undefined;
  let early = Number.NaN;
  for (let told = performance.now(); ; ) {
    await sleep(start === undefined ? 100 : 1_000);
    const done = await deliveredOf(hub);
    if (done === 0) continue;
    start ??= { at: performance.now(), done, cpu: worker.cpu() };
    const seconds = (performance.now() - start.at) / 1_000;
    if (Number.isNaN(early) && done >= dossiers / 10) early = worker.memory();
    if (performance.now() - told > LOOK_MS || done >= dossiers) {
      told = performance.now();
      report(
        `${done} delivered after ${seconds.toFixed(1)} s, ${((done - start.done) / seconds).toFixed(0)}/s; ` +
          `worker ${worker.memory().toFixed(0)} MB; load average ${loadavg()[0]?.toFixed(1)}`,
      );
    }
    if (done < dossiers) continue;
    const count = done - start.done;
    return { perSecond: count / seconds, cpuEach: ((worker.cpu() - start.cpu) * 1_000) / count, memory: { early, late: worker.memory() } };
  }
}

/** Today's dossiers come while the history goes out; answers how long the one that waited longest took, in seconds. */
async function fileToday({ hub, report }: Drain): Promise<number> {
  for (;;) {
    const [row] = await hub.platform.db.query<{ count: number }>(
      `SELECT count(*) AS count FROM integration.delivery WHERE state = 'DELIVERED'`,
    );
    if ((row?.count ?? 0) > 0) break;
    await sleep(200);
  }
  for (let second = 0; second < TODAY_SECONDS; second += 1) {
    await append(hub, { from: 500_000 + second * TODAY_PER_SECOND, count: TODAY_PER_SECOND, priority: 0 });
    await sleep(1_000);
  }
  while ((await deliveredOf(hub)) < TODAY_SECONDS * TODAY_PER_SECOND) await sleep(500);
  const [row] = await hub.platform.db.query<{ oldest: number; history: number; waiting: number }>(
    `SELECT extract(epoch FROM max(delivered_at - requested_at) FILTER (WHERE priority = 0))::float AS oldest,
            count(*) FILTER (WHERE priority < 0 AND state = 'DELIVERED') AS history, count(*) FILTER (WHERE state <> 'DELIVERED') AS waiting
     FROM integration.delivery`,
  );
  report(`${TODAY_SECONDS * TODAY_PER_SECOND} of today while ${row?.history} of history went and ${row?.waiting} wait, ${RATE} a second`);
  return row?.oldest ?? Number.NaN;
}
