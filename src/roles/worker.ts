import { startWorkers } from '../platform/jobs/workers.ts';
import { openFoundation, openGround } from './foundation.ts';
import { createHealthHandler, hubChecks } from './http/health.ts';
import { createMetrics } from './http/metrics.ts';
import { listen } from './http/server.ts';
import { ALL_JOBS } from './jobs.ts';
import { readOptions } from './options.ts';
import { runService } from './run.ts';
import { readSharedConfig } from './settings.ts';

/** `hub worker`: the background jobs; any number of processes may run them. WORKER_PORT opens probes and metrics. */
export function worker(args: string[]): Promise<number> {
  return runService(async (closers, signal) => {
    readOptions(args, { usage: 'worker' });
    const config = readSharedConfig();
    const ground = await openGround(config, 'worker', { signal });
    closers.add(() => ground.close());
    const foundation = await openFoundation(ground, { subgraphsApart: true });
    closers.add(() => foundation.close());
    const metrics = createMetrics('worker', foundation.platform);
    const workers = await startWorkers(foundation.platform, ALL_JOBS, {
      databaseUrl: ground.databaseUrl,
      queueUrl: config.queueUrl,
      onRun: (run) => metrics.jobRan(run),
    });
    closers.add(() => workers.stop());
    await workers.ready();
    if (config.workerPort !== undefined) {
      const server = await listen({ host: config.host, port: config.workerPort, variable: 'WORKER_PORT', log: ground.log });
      closers.add(() => server.stop());
      server.serve([createHealthHandler(hubChecks(foundation.platform.db, foundation.queues)), metrics.handler]);
    }
    ground.log.info('ready');
  });
}
