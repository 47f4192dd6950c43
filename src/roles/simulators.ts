import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConnectorManifest, KnownWorld, RunningSimulator } from '../../connectors/contract/manifest.ts';
import type { HubConfig } from '../platform/config/config.ts';

type Manifest = ConnectorManifest<unknown, unknown>;

/** The simulators of this process. */
export interface Simulators {
  running: { id: string; title: string; url: string }[];
  /** The settings that make the connectors talk to them. */
  environment: Record<string, string>;
  stop(): Promise<void>;
}

const FILE = 'environment.json';

/** Where a simulator keeps what must outlive its process. */
export function simulatorState(config: HubConfig, id: string): string {
  return join(config.dataDir, 'simulators', id);
}

/** Starts the simulator of every connector that has one, at its usual port or, where that is taken, at a free one. */
export async function startSimulators(
  manifests: readonly Manifest[],
  config: HubConfig,
  options: { hubUrl?: string; anyPort?: boolean } = {},
): Promise<Simulators> {
  const running: { id: string; title: string; simulator: RunningSimulator }[] = [];
  const stop = async () => {
    await Promise.all(running.map(({ simulator }) => simulator.stop()));
  };
  try {
    for (const manifest of manifests) {
      if (manifest.simulator === undefined) continue;
      const simulator = await startOne(manifest, config, options);
      running.push({ id: manifest.id, title: manifest.title.vi, simulator });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const environment = Object.assign({}, ...running.map(({ simulator }) => simulator.environment)) as Record<string, string>;
  return { running: running.map(({ id, title, simulator }) => ({ id, title, url: simulator.url })), environment, stop };
}

async function startOne(manifest: Manifest, config: HubConfig, options: { hubUrl?: string; anyPort?: boolean }): Promise<RunningSimulator> {
  const { simulator } = manifest;
  if (simulator === undefined) throw new Error(`${manifest.id} has no simulator`);
  const stateDir = simulatorState(config, manifest.id);
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const start = (port: number) =>
    simulator.start({ port, host: '127.0.0.1', stateDir, ...(options.hubUrl === undefined ? {} : { hubUrl: options.hubUrl }) });
  if (options.anyPort === true) return start(0);
  try {
    return await start(simulator.defaultPort);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return start(0);
  }
}

/** Tells all simulators what the world outside already holds; they know it from their next start on. */
export async function rememberWorld(manifests: readonly Manifest[], config: HubConfig, world: () => KnownWorld): Promise<void> {
  for (const manifest of manifests) {
    if (manifest.simulator?.remember === undefined) continue;
    const stateDir = simulatorState(config, manifest.id);
    mkdirSync(stateDir, { recursive: true, mode: 0o700 });
    await manifest.simulator.remember(stateDir, world());
  }
}

/** The settings of the simulators in place of the connectors' own: a simulator's address with a real account would be neither. */
export function withSimulators(config: HubConfig, simulators: Pick<Simulators, 'environment'> | undefined): HubConfig {
  return simulators === undefined ? config : { ...config, env: { ...config.env, ...simulators.environment } };
}

/** Lets other processes of this data directory find the simulators: their settings, by connector. */
export function publishSimulators(config: HubConfig, environment: Record<string, string>): void {
  const folder = join(config.dataDir, 'simulators');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE);
  writeFileSync(`${file}.new`, `${JSON.stringify({ ...publishedSimulators(config), ...environment }, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The settings of the simulators that run, or last ran, for this data directory; none where there were none. */
export function publishedSimulators(config: HubConfig): Record<string, string> {
  try {
    return JSON.parse(readFileSync(join(config.dataDir, 'simulators', FILE), 'utf8')) as Record<string, string>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return {};
    throw error;
  }
}
