import { loadConnectors } from '../../connectors/registry.ts';
import type { HubConfig } from '../platform/config/config.ts';
import { openDatabase } from '../platform/database/database.ts';
import { formOf, hasForm } from '../platform/database/form.ts';
import type { Peers } from '../platform/graphql/peers.type.ts';
import type { WakeUps } from '../platform/jobs/wake-up.ts';
import type { Platform } from '../platform/platform.ts';
import { createClock } from '../platform/time.ts';
import { ensureMerchants } from '../subgraphs/payments/reconciling.ts';
import type { OpenPlatform, PlatformParts } from './compose.ts';
import { openConnectors } from './connectors.ts';
import { checkKeys } from './key-check.ts';
import { openCipher } from './keys.ts';
import { Closers } from './run.ts';
import { businessDay, openServer } from './server.ts';
import { SOURCES } from './settings.ts';

/** What keeping the books stands on: no queue, and the other subgraphs only once one is asked. */
export interface Books {
  hub: Pick<Platform, 'config' | 'db' | 'cipher' | 'clock' | 'connectors' | 'log' | 'peers'>;
  close(): Promise<void>;
}

const POOL_SIZE = 3;

/** Opens the books for one command. The database is migrated where that is still to be done. Throws ConfigError as `openGround` does. */
export async function openBooks(config: HubConfig, role: string): Promise<Books> {
  const closers = new Closers();
  try {
    const server = await openServer(config, role);
    closers.add(() => server.close());
    const { databaseUrl, log } = server;
    if (!(await hasForm(databaseUrl, await formOf(SOURCES)))) await (await import('./foundation.ts')).migrateServer(server);
    const db = openDatabase(databaseUrl, { max: POOL_SIZE });
    closers.add(() => db.close());
    const cipher = openCipher(config);
    const connectors = openConnectors(await loadConnectors(), config, { db, cipher, log });
    const today = config.today ?? (await businessDay(server));
    const peers = peersOf({ config, databaseUrl, log, connectors, today, wakeUps: NO_JOBS, poolSize: POOL_SIZE }, closers);
    const hub = { config, db, cipher, clock: createClock(today), connectors, log, peers };
    await checkKeys(hub);
    await ensureMerchants(hub);
    return { hub, close: () => closers.close() };
  } catch (error) {
    await closers.close();
    throw error;
  }
}

/** Whoever is asked here wakes nobody: what is to be done stands in the database, and a worker's schedule finds it. */
const NO_JOBS: WakeUps = { wake: async () => undefined };

/** The other subgraphs, loaded when the first of them is asked: a day in which no batch ends needs none. */
function peersOf(parts: PlatformParts, closers: Closers): Peers {
  let opened: Promise<OpenPlatform> | undefined;
  const open = async () => {
    const platform = await (await import('./compose.ts')).openPlatform(parts);
    closers.add(() => platform.close());
    return platform;
  };
  return {
    async ask(subgraph, query, variables) {
      opened ??= open();
      return (await opened).platform.peers.ask(subgraph, query, variables);
    },
  };
}
