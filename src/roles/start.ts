import { loadConnectors } from '../../connectors/registry.ts';
import type { HubConfig } from '../platform/config/config.ts';
import { startWorkers } from '../platform/jobs/workers.ts';
import { createLog } from '../platform/telemetry/log.ts';
import { localDateOf } from '../platform/time.ts';
import { type Foundation, type Ground, openFoundation, openGround } from './foundation.ts';
import { createGraphService } from './graph-service.ts';
import { createConsoleHandler } from './http/console.ts';
import { createHealthHandler, hubChecks } from './http/health.ts';
import { createMetrics } from './http/metrics.ts';
import { createPaymentHandler } from './http/payments.ts';
import { type HttpServer, listen } from './http/server.ts';
import { ALL_JOBS } from './jobs.ts';
import { createLocalGraph } from './local-graph.ts';
import { type Closers, runService } from './run.ts';
import { isSampleLoaded } from './seed/setting.ts';
import { loadSampleOnce, sampleOf } from './seed.ts';
import { readConfig } from './settings.ts';
import { publishSimulators, type Simulators, startSimulators, withSimulators } from './simulators.ts';

const say = (message: string) => console.log(message);

/** The whole hub in one process: simulators, workers, graph and console, with no HTTP hop inside. */
export function start(): Promise<number> {
  return runService(async (closers, signal) => {
    const began = performance.now();
    const configured = readConfig();
    // Before anything that takes time: a taken port is said at once.
    const server = await listen({ ...configured, variable: 'HUB_PORT', log: createLog('http', 'error') });
    closers.add(() => server.stop());
    const config = { ...configured, port: server.port };
    say('Đang mở cơ sở dữ liệu … / Opening the database …');
    const ground = await openGround(config, 'start', (message) => say(`  ${message}`));
    closers.add(() => ground.close());
    await loadFirst(ground);
    signal.throwIfAborted();
    const simulators = await openSimulators(config, server, closers);
    const foundation = await openFoundation({ ...ground, config: withSimulators(config, simulators) });
    closers.add(() => foundation.close());
    await serve({ server, databaseUrl: ground.databaseUrl, foundation, closers });
    announce({ config, server, simulators, foundation, seconds: (performance.now() - began) / 1_000 });
  });
}

/** The reference data and the sample quarter, the first time only. */
async function loadFirst(ground: Ground): Promise<void> {
  const wanted = sampleOf(ground.config);
  if (wanted.dossiers === 0 || (await isSampleLoaded(ground.databaseUrl))) return;
  say(`Đang nạp ${wanted.dossiers.toLocaleString('vi-VN')} hồ sơ mẫu, chỉ lần đầu … / Loading the sample quarter, the first time only …`);
  await loadSampleOnce(ground, wanted);
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
  closers.add(() => graph.stop());
  server.serve(
    [
      metrics.measured('graphql', graph.handler),
      metrics.measured('payments', createPaymentHandler(platform)),
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
