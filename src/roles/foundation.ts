import { loadConnectors } from '../../connectors/registry.ts';
import type { SandboxIssuer } from '../platform/auth/sandbox-issuer.ts';
import type { HubConfig } from '../platform/config/config.ts';
import { makeDataDir } from '../platform/config/data-dir.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openQueues, type Queues } from '../platform/jobs/queues.ts';
import type { Platform } from '../platform/platform.ts';
import { startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts';
import { createLog, type Logger } from '../platform/telemetry/log.ts';
import { loadReferenceData } from '../subgraphs/dossiers/index.ts';
import { ensureMerchants } from '../subgraphs/payments/index.ts';
import { openPlatform } from './compose.ts';
import { openConnectors, refuseSandboxConnectors } from './connectors.ts';
import { checkKeys } from './key-check.ts';
import { Closers } from './run.ts';
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

/** Who hears of what happens, and may end it between two steps. */
export interface GroundOptions {
  say?: (message: string) => void;
  signal?: AbortSignal;
}

/** Starts or joins the database and migrates it. Safe in several processes at once. Throws ConfigError where a setting is in the way. */
export async function openGround(config: HubConfig, role: string, { say, signal }: GroundOptions = {}): Promise<Ground> {
  refuseSandboxConnectors(await loadConnectors(), config);
  // Also where the database is elsewhere: keys, simulators and statements on their way are kept there.
  makeDataDir(config.dataDir);
  const log = createLog(role, config.env['HUB_LOG_LEVEL'] ?? (role === 'start' ? 'warn' : 'info'));
  const tell = say ?? ((message) => log.info(message));
  const embedded =
    config.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: tell, signal }) : undefined;
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  const close = async () => embedded?.stop();
  try {
    signal?.throwIfAborted();
    return { config, databaseUrl, log, migrated: await migrate(databaseUrl, STORAGES), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A platform with its connectors, on a ground. */
export interface Foundation {
  platform: Platform;
  queues: Queues;
  sandboxIssuer: SandboxIssuer | undefined;
  close(): Promise<void>;
}

/** What a role wants of its foundation. */
export interface FoundationOptions {
  poolSize?: number;
  /** The index key may be a new one: this process is about to index everything under it. */
  reindexing?: boolean;
  /** As `PlatformParts` has it. */
  subgraphsApart?: boolean;
}

/** Opens everything that a role stands on. The clock is the sample's while the sample is loaded. Throws ConfigError as `openGround` does. */
export async function openFoundation(ground: Ground, options: FoundationOptions = {}): Promise<Foundation> {
  const { config } = ground;
  const manifests = await loadConnectors();
  const closers = new Closers();
  try {
    const queues = await openQueues({ databaseUrl: ground.databaseUrl, queueUrl: config.queueUrl, log: ground.log });
    closers.add(() => queues.close());
    const { platform, sandboxIssuer, close } = await openPlatform({
      config,
      databaseUrl: ground.databaseUrl,
      log: ground.log,
      wakeUps: queues,
      connectors: (on) => openConnectors(manifests, config, on),
      today: await businessDay(ground),
      ...(options.poolSize === undefined ? {} : { poolSize: options.poolSize }),
      subgraphsApart: options.subgraphsApart === true,
    });
    closers.add(close);
    await checkKeys(platform, { reindexing: options.reindexing === true });
    await loadReferenceData(platform);
    await ensureMerchants(platform);
    // Wake-ups are made until the last moment, so the queue is put away last.
    return { platform, queues, sandboxIssuer, close: () => closers.close() };
  } catch (error) {
    await closers.close();
    throw error;
  }
}

/** The day that the sandbox pretends while the sample quarter is loaded and nothing else is configured. */
async function businessDay({ config, databaseUrl }: Ground): Promise<string | undefined> {
  if (config.today !== undefined || config.mode === 'production') return undefined;
  return (await isSampleLoaded(databaseUrl)) ? QUARTER.to : undefined;
}
