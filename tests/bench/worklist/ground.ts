import { rmSync } from 'node:fs';
import { parseConfig } from '../../../src/platform/config/config.ts';
import { hostConnectors } from '../../../src/platform/connectors.ts';
import { migrate } from '../../../src/platform/database/migrate.ts';
import { startEmbeddedPostgres } from '../../../src/platform/postgres/embedded-postgres.ts';
import { createLog } from '../../../src/platform/telemetry/log.ts';
import { openPlatform } from '../../../src/roles/compose.ts';
import { loadSample } from '../../../src/roles/seed/load.ts';
import { STORAGES, SUBGRAPHS } from '../../../src/roles/subgraphs.ts';
import { ensureMerchants } from '../../../src/subgraphs/payments/index.ts';
import { makeDataDir } from '../../support/server.ts';
import { chooseRequests, type WorklistRequest } from './requests.ts';

/** A PostgreSQL of the benchmark's own, as durable as in production, with a sample in it. */
export interface BenchGround {
  /** What every contender's process is started with. */
  env: Record<string, string>;
  requests: WorklistRequest[];
  stop(): Promise<void>;
}

/**
 * Loads a sample of `dossiers` into a fresh cluster and chooses what will be asked. With `kept`, a data directory, the cluster
 * stays there and is used again the next time, as it is.
 */
export async function prepareGround(
  dossiers: number,
  options: { kept?: string | undefined; report: (text: string) => void },
): Promise<BenchGround> {
  const dataDir = options.kept ?? makeDataDir();
  const server = await startEmbeddedPostgres({ dataDir });
  const stop = async (): Promise<void> => {
    await server.stop();
    if (options.kept === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const env = environment(dataDir, server.url);
    const config = parseConfig(env, dataDir);
    await migrate(server.url, STORAGES);
    const open = await openPlatform({
      config,
      databaseUrl: server.url,
      log: createLog('bench', 'warn'),
      connectors: hostConnectors([], () => ({ problem: 'none' })),
      wakeUps: { wake: async () => undefined },
    });
    try {
      const began = performance.now();
      await loadSample(open.platform, { dossiers, seed: 1 });
      await ensureMerchants(open.platform);
      await takeDeliveriesIn(open.platform);
      // So that no vacuum begins in the middle of a round.
      await open.platform.db.query('VACUUM ANALYZE');
      await open.platform.db.query('CHECKPOINT');
      options.report(`${dossiers} dossiers loaded in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
      if (open.sandboxIssuer === undefined) throw new Error('no sandbox issuer');
      return { env, requests: await chooseRequests(open.platform.db, open.sandboxIssuer), stop };
    } finally {
      await open.close();
    }
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a worker does within seconds of the first start: without it every synchronization would be read from the tail of the outbox. */
async function takeDeliveriesIn(platform: Parameters<(typeof SUBGRAPHS)[number]['jobs'][number]['run']>[0]): Promise<void> {
  const jobs = SUBGRAPHS.find(({ name }) => name === 'integration')?.jobs ?? [];
  for (const job of jobs) await job.run(platform, { connector: 'national-portal' }, new AbortController().signal);
}

function environment(dataDir: string, databaseUrl: string): Record<string, string> {
  return {
    ...{ HUB_MODE: 'sandbox', HUB_TODAY: '2025-09-30', HUB_SIMULATORS: 'off', HUB_LOG_LEVEL: 'warn' },
    ...{ HUB_HOST: '127.0.0.1', HUB_DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
    // A developer's own settings must not reach the benchmark.
    ...{ QUEUE_URL: '', OIDC_ISSUER: '', OIDC_AUDIENCE: '', PII_KEY: '', PII_INDEX_KEY: '' },
  };
}
