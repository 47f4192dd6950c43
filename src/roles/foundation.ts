import { loadConnectors } from '../../connectors/registry.ts';
import type { SandboxIssuer } from '../platform/auth/sandbox-issuer.ts';
import type { HubConfig } from '../platform/config/config.ts';
import { formOf, hasForm } from '../platform/database/form.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openQueues, type Queues } from '../platform/jobs/queues.ts';
import type { Platform } from '../platform/platform.ts';
import { loadReferenceData } from '../subgraphs/dossiers/index.ts';
import { ensureMerchants } from '../subgraphs/payments/index.ts';
import { openPlatform } from './compose.ts';
import { openConnectors } from './connectors.ts';
import { checkKeys } from './key-check.ts';
import { Closers } from './run.ts';
import { businessDay, openServer, type Server, type ServerOptions } from './server.ts';
import { SOURCES } from './settings.ts';
import { STORAGES } from './subgraphs.ts';

/** The database of this installation, brought to its present form, with the reference data in it. */
export interface Ground extends Server {
  /** What had to be migrated. */
  migrated: string[];
}

/** Starts or joins the database and migrates it. Safe in several processes at once. Throws ConfigError where a setting is in the way. */
export async function openGround(config: HubConfig, role: string, options: ServerOptions = {}): Promise<Ground> {
  const server = await openServer(config, role, options);
  try {
    options.signal?.throwIfAborted();
    return { ...server, migrated: await migrateServer(server) };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Brings the database to its present form, where it has not got it. */
export async function migrateServer({ databaseUrl }: Server): Promise<string[]> {
  const form = await formOf(SOURCES);
  return (await hasForm(databaseUrl, form)) ? [] : migrate(databaseUrl, STORAGES, form);
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
