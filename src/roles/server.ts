import { loadConnectors } from '../../connectors/registry.ts';
import type { HubConfig } from '../platform/config/config.ts';
import { makeDataDir } from '../platform/config/data-dir.ts';
import { startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts';
import { createLog, type Logger } from '../platform/telemetry/log.ts';
import { refuseSandboxConnectors } from './connectors.ts';
import { QUARTER } from './seed/profile.ts';
import { isSampleLoaded } from './seed/setting.ts';

/** The database server of this installation, in whatever form its database is. */
export interface Server {
  config: HubConfig;
  databaseUrl: string;
  log: Logger;
  close(): Promise<void>;
}

/** Who hears of what happens, and may end it between two steps. */
export interface ServerOptions {
  say?: (message: string) => void;
  signal?: AbortSignal;
}

/** Starts or joins the database server. Safe in several processes at once. Throws ConfigError where a setting is in the way. */
export async function openServer(config: HubConfig, role: string, { say, signal }: ServerOptions = {}): Promise<Server> {
  refuseSandboxConnectors(await loadConnectors(), config);
  // Also where the database is elsewhere: keys, simulators and statements on their way are kept there.
  makeDataDir(config.dataDir);
  const log = createLog(role, config.env['HUB_LOG_LEVEL'] ?? (role === 'start' ? 'warn' : 'info'));
  const tell = say ?? ((message) => log.info(message));
  const embedded =
    config.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: tell, signal }) : undefined;
  return { config, databaseUrl: config.databaseUrl ?? embedded?.url ?? '', log, close: async () => embedded?.stop() };
}

/** The day that the sandbox pretends while the sample quarter is loaded and nothing else is configured. */
export async function businessDay({ config, databaseUrl }: Pick<Server, 'config' | 'databaseUrl'>): Promise<string | undefined> {
  if (config.today !== undefined || config.mode === 'production') return undefined;
  return (await isSampleLoaded(databaseUrl)) ? QUARTER.to : undefined;
}
