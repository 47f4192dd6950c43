import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type HubConfig, parseConfig } from '../platform/config/config.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { publishedSimulators, withSimulators } from './simulators.ts';

/** The folder of package.json. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));
/** The folder of the hub's own code. */
export const SOURCES = resolve(ROOT, 'src');

/** The configuration of this process, out of the environment and `.env`. Throws ConfigError. */
export function readConfig(): HubConfig {
  return parseConfig(readEnvironment(ROOT), ROOT);
}

/** The same for a role beside others: where simulators play the outside, those that run for this data directory. */
export function readSharedConfig(): HubConfig {
  const config = readConfig();
  return config.simulators ? withSimulators(config, { environment: publishedSimulators(config) }) : config;
}
