import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { parseConfig } from '../../src/platform/config/config.ts';
import { hostConnectors } from '../../src/platform/connectors.ts';
import { formOf } from '../../src/platform/database/form.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { openPlatform } from '../../src/roles/compose.ts';
import { SOURCES } from '../../src/roles/settings.ts';
import { STORAGES } from '../../src/roles/subgraphs.ts';
import { loadReferenceData } from '../../src/subgraphs/dossiers/index.ts';

/** Brings an empty database to where a hub's first start brings it, without its keys. */
export async function fillHub(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl, STORAGES, await formOf(SOURCES));
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-test-'));
  const config = parseConfig({ HUB_DATA_DIR: dataDir, DATABASE_URL: databaseUrl }, dataDir);
  const connectors = hostConnectors([], () => ({ problem: 'none' }));
  const wakeUps = { wake: async () => undefined };
  const { platform, close } = await openPlatform({ config, databaseUrl, log: pino({ level: 'silent' }), connectors, wakeUps });
  await loadReferenceData(platform);
  await close();
  rmSync(dataDir, { recursive: true, force: true });
}
