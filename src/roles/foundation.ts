import { mkdirSync } from 'node:fs';
import { loadConnectors } from '../../connectors/registry.ts';
import type { SandboxIssuer } from '../platform/auth/sandbox-issuer.ts';
import type { HubConfig } from '../platform/config/config.ts';
import { ConfigError } from '../platform/config/problem.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openQueues, type Queues } from '../platform/jobs/queues.ts';
import type { Platform } from '../platform/platform.ts';
import { startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts';
import { createLog, type Logger } from '../platform/telemetry/log.ts';
import { loadReferenceData } from '../subgraphs/dossiers/index.ts';
import { ensureMerchants } from '../subgraphs/payments/index.ts';
import { openPlatform } from './compose.ts';
import { openConnectors } from './connectors.ts';
import { QUARTER } from './seed/profile.ts';
import { isSampleLoaded } from './seed/setting.ts';
import { STORAGES } from './subgraphs.ts';

/** The database of this installation, brought to its present form, with the reference data in it. */
export interface Ground {
  config: HubConfig;
  databaseUrl: string;
  log: Logger;
  /** What had to be migrated. */
  migrated: string[];
  close(): Promise<void>;
}

/** Starts or joins the database and migrates it. Safe in several processes at once. */
export async function openGround(config: HubConfig, role: string, say: (message: string) => void = () => undefined): Promise<Ground> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const log = createLog(role, config.env['HUB_LOG_LEVEL'] ?? (role === 'start' ? 'warn' : 'info'));
  const embedded = config.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: say }) : undefined;
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  const close = async () => embedded?.stop();
  try {
    return { config, databaseUrl, log, migrated: await migrate(databaseUrl, STORAGES), close };
  } catch (error) {
    await close();
    throw config.databaseUrl === undefined ? error : unusableDatabase(error);
  }
}

function unusableDatabase(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  const refused = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN'].includes(code) || /^(28|3D|08|57P)/.test(code);
  return refused ? new ConfigError(`DATABASE_URL: the database can't be used (${code}); check host, port, name, user and password`) : error;
}

/** A platform with its connectors, on a ground. */
export interface Foundation {
  platform: Platform;
  queues: Queues;
  sandboxIssuer: SandboxIssuer | undefined;
  close(): Promise<void>;
}

/** Opens everything that a role stands on. The clock is the sample's while the sample is loaded. */
export async function openFoundation(ground: Ground, options: { poolSize?: number } = {}): Promise<Foundation> {
  const { config } = ground;
  const manifests = await loadConnectors();
  const queues = await openQueues({ databaseUrl: ground.databaseUrl, queueUrl: config.queueUrl, log: ground.log });
  const parts = {
    config,
    databaseUrl: ground.databaseUrl,
    log: ground.log,
    wakeUps: queues,
    connectors: (on: Parameters<typeof openConnectors>[2]) => openConnectors(manifests, config, on),
    ...(options.poolSize === undefined ? {} : { poolSize: options.poolSize }),
  };
  const open = await openPlatform({ ...parts, today: await businessDay(ground) });
  await loadReferenceData(open.platform);
  await ensureMerchants(open.platform);
  return {
    platform: open.platform,
    queues,
    sandboxIssuer: open.sandboxIssuer,
    async close() {
      await queues.close();
      await open.close();
    },
  };
}

/** The day that the sandbox pretends while the sample quarter is loaded and nothing else is configured. */
async function businessDay({ config, databaseUrl }: Ground): Promise<string | undefined> {
  if (config.today !== undefined || config.mode === 'production') return undefined;
  return (await isSampleLoaded(databaseUrl)) ? QUARTER.to : undefined;
}
