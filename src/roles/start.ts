import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadConnectors } from '../../connectors/registry.ts';
import type { HubConfig } from '../platform/config/config.ts';
import { makeDataDir } from '../platform/config/data-dir.ts';
import { both, ConfigError, named } from '../platform/config/problem.ts';
import { isConnectionLost } from '../platform/database/problem.ts';
import { startWorkers } from '../platform/jobs/workers.ts';
import { type ProcessLock, tryProcessLock } from '../platform/process-lock.ts';
import { createLog } from '../platform/telemetry/log.ts';
import { localDateOf } from '../platform/time.ts';
import { type Foundation, type Ground, openFoundation, openGround } from './foundation.ts';
import { createGraphService } from './graph-service.ts';
import { createConsoleHandler } from './http/console.ts';
import { createHealthHandler, hubChecks } from './http/health.ts';
import { createMetrics } from './http/metrics.ts';
import { createPaymentHandler } from './http/payments.ts';
import { createFileHandler } from './http/portal-file.ts';
import { createInquiryHandler } from './http/portal-inquiry.ts';
import { type HttpServer, ListenError, listen } from './http/server.ts';
import { createSlipHandler } from './http/slips.ts';
import { ALL_JOBS } from './jobs.ts';
import { createLocalGraph } from './local-graph.ts';
import { readOptions } from './options.ts';
import { type Closers, runService } from './run.ts';
import { isSampleLoaded } from './seed/setting.ts';
import { loadSampleOnce, sampleOf } from './seed.ts';
import { readConfig } from './settings.ts';
import { publishSimulators, type Simulators, startSimulators, withSimulators } from './simulators.ts';

const LOAD_ATTEMPTS = 5;
const LOAD_PAUSE_MS = 2_000;

const say = (message: string) => console.log(message);

/** The whole hub in one process: simulators, workers, graph and console, with no HTTP hop inside. */
export function start(args: string[]): Promise<number> {
  return runService(async (closers, signal) => {
    readOptions(args, { usage: 'start' });
    const began = performance.now();
    signal.addEventListener('abort', () => say('\nĐang dừng … / Stopping …'), { once: true });
    const configured = readConfig();
    // Before anything that takes time: a taken port is said at once.
    const server = await listenAlone(configured, closers);
    const config = { ...configured, port: server.port };
    say('Đang mở cơ sở dữ liệu … / Opening the database …');
    const ground = await openGround(config, 'start', { say: (message) => say(`  ${message}`), signal });
    closers.add(() => ground.close());
    await loadFirst(ground, signal);
    signal.throwIfAborted();
    const simulators = await openSimulators(config, server, closers);
    const foundation = await openFoundation({ ...ground, config: withSimulators(config, simulators) });
    closers.add(() => foundation.close());
    signal.throwIfAborted();
    await serve({ server, databaseUrl: ground.databaseUrl, foundation, closers });
    announce({ config, server, simulators, foundation, seconds: (performance.now() - began) / 1_000 });
  });
}

/**
 * Takes the port, and the data directory where something of this hub lives in it, for this process. Throws ListenError or
 * ConfigError where another has either.
 */
async function listenAlone(config: HubConfig, closers: Closers): Promise<HttpServer> {
  const livesThere = config.databaseUrl === undefined || config.simulators;
  const isTaken = async () => livesThere && (await takeDataDir(config.dataDir, closers)) === undefined;
  const server = await listen({ ...config, variable: 'HUB_PORT', log: createLog('http', 'error') }).catch(async (error: unknown) => {
    if (!(error instanceof ListenError) || !existsSync(config.dataDir) || !(await isTaken())) throw error;
    throw new ListenError(`${error.message}\n${dataDirTaken(config)}`, { cause: error });
  });
  closers.add(() => server.stop());
  if (await isTaken()) throw new ConfigError(dataDirTaken(config));
  return server;
}

/** Undefined: another hub runs with it. */
async function takeDataDir(dataDir: string, closers: Closers): Promise<ProcessLock | undefined> {
  const lock = await tryProcessLock(`start:${makeDataDir(dataDir)}`);
  if (lock !== undefined) closers.add(() => lock.release());
  return lock;
}

function dataDirTaken({ dataDir }: HubConfig): string {
  const text = both(
    `một hub khác đang chạy với thư mục ${dataDir}. Hãy dừng nó (Ctrl-C), hoặc đặt HUB_DATA_DIR và HUB_PORT khác để chạy thêm một hub.`,
    `another hub runs with the folder ${dataDir}. Stop it (Ctrl-C), or set another HUB_DATA_DIR and HUB_PORT to run one more.`,
  );
  return named('HUB_DATA_DIR', text);
}

/** The reference data and the sample quarter, the first time only; again from its beginning where the database went away meanwhile. */
async function loadFirst(ground: Ground, signal: AbortSignal): Promise<void> {
  const wanted = sampleOf(ground.config);
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (wanted.dossiers === 0 || (await isSampleLoaded(ground.databaseUrl))) return;
      say(
        `Đang nạp ${wanted.dossiers.toLocaleString('vi-VN')} hồ sơ mẫu, chỉ lần đầu … / Loading the sample quarter, the first time only …`,
      );
      await loadSampleOnce(ground, wanted, signal);
      return;
    } catch (error) {
      if (!isConnectionLost(error) || attempt === LOAD_ATTEMPTS) throw error;
      say('  mất kết nối với cơ sở dữ liệu, sẽ nạp lại từ đầu / the database went away, loading again from the beginning');
      await sleep(LOAD_PAUSE_MS, undefined, { signal });
    }
  }
}

async function openSimulators(config: HubConfig, server: HttpServer, closers: Closers): Promise<Simulators | undefined> {
  if (!config.simulators) return undefined;
  const simulators = await startSimulators(await loadConnectors(), config, { hubUrl: server.url });
  closers.add(() => simulators.stop());
  publishSimulators(config, simulators.environment);
  return simulators;
}

async function serve(of: { server: HttpServer; databaseUrl: string; foundation: Foundation; closers: Closers }): Promise<void> {
  const { server, closers } = of;
  const { platform, queues, sandboxIssuer } = of.foundation;
  const metrics = createMetrics('start', platform);
  const workers = await startWorkers(platform, ALL_JOBS, {
    databaseUrl: of.databaseUrl,
    queueUrl: platform.config.queueUrl,
    onRun: (run) => metrics.jobRan(run),
  });
  closers.add(() => workers.stop());
  await workers.ready();
  const local = createLocalGraph(platform);
  const graph = createGraphService({
    config: platform.config,
    authenticator: platform.authenticator,
    log: platform.log,
    executorFor: local.executorFor,
  });
  // Before what they stand on: requests on their way still get their answers.
  closers.add(() => Promise.all([server.stop(), graph.stop()]));
  server.serve(
    [
      metrics.measured('graphql', graph.handler),
      metrics.measured('payments', createPaymentHandler(platform)),
      metrics.measured('inquiries', createInquiryHandler(platform)),
      metrics.measured('portal_files', createFileHandler(platform)),
      metrics.measured('slips', createSlipHandler(platform)),
      metrics.measured('console', createConsoleHandler({ config: platform.config, graph, clock: platform.clock, sandboxIssuer })),
      createHealthHandler(hubChecks(platform.db, queues)),
      metrics.handler,
    ],
    graph.upgrade,
  );
}

function announce(of: {
  config: HubConfig;
  server: HttpServer;
  simulators: Simulators | undefined;
  foundation: Foundation;
  seconds: number;
}): void {
  const { config, server, simulators, foundation, seconds } = of;
  const lines = [
    ['Bảng điều hành / console', `${server.url}/`],
    ['GraphQL', `${server.url}/graphql`],
    ...(simulators?.running ?? []).map(({ title, url }) => [`Mô phỏng / simulator: ${title}`, url]),
  ];
  say('');
  for (const [name = '', url = ''] of lines) say(`  ${name.padEnd(52)} ${url}`);
  say('');
  say(
    `Sẵn sàng sau ${seconds.toFixed(1)} giây, ngày làm việc ${localDateOf(foundation.platform.clock.business())}. / Ready after ${seconds.toFixed(1)} s.`,
  );
  if (config.mode !== 'production') say('Lấy token / get a token: npm run -s hub -- token --role OFFICER --unit 32248');
  say('Dừng bằng Ctrl-C. / Ctrl-C stops it.');
}
