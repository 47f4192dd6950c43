import { loadConnectors } from '../../connectors/registry.ts';
import type { HubConfig } from '../platform/config/config.ts';
import { openDatabase } from '../platform/database/database.ts';
import { formOf, hasForm } from '../platform/database/form.ts';
import type { Platform } from '../platform/platform.ts';
import { createClock } from '../platform/time.ts';
import { ensureMerchants } from '../subgraphs/payments/reconciling.ts';
import { openConnectors } from './connectors.ts';
import { checkKeys } from './key-check.ts';
import { openCipher } from './keys.ts';
import { Closers } from './run.ts';
import { businessDay, openServer } from './server.ts';
import { SOURCES } from './settings.ts';

/** What keeping the books stands on: no graph, no queue, no other subgraph. */
export interface Books {
  hub: Pick<Platform, 'config' | 'db' | 'cipher' | 'clock' | 'connectors' | 'log'>;
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
    const clock = createClock(config.today ?? (await businessDay(server)));
    const hub = { config, db, cipher, clock, connectors, log };
    await checkKeys(hub);
    await ensureMerchants(hub);
    return { hub, close: () => closers.close() };
  } catch (error) {
    await closers.close();
    throw error;
  }
}
