import { mkdirSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ConnectorManifest, KnownWorld, RunningSimulator } from '../../connectors/contract/manifest.ts';
import type { HubConfig } from '../platform/config/config.ts';
import { type KeptFile, makeDataDir, readKept, unreadable } from '../platform/config/data-dir.ts';
import { both, ConfigError, named } from '../platform/config/problem.ts';
import { tryProcessLock } from '../platform/process-lock.ts';

type Manifest = ConnectorManifest<unknown, unknown>;

/** The simulators of this process. */
export interface Simulators {
  running: { id: string; title: string; url: string }[];
  /** The settings that make the connectors talk to them. */
  environment: Record<string, string>;
  stop(): Promise<void>;
}

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
  const hub = options.hubUrl === undefined ? {} : { hubUrl: options.hubUrl };
  if (options.anyPort === true) return startSimulator(manifest, config, { port: 0, ...hub });
  try {
    return await startSimulator(manifest, config, hub);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return startSimulator(manifest, config, { port: 0, ...hub });
  }
}

/**
 * Starts a connector's simulator, at its usual port by default, with what it remembers in the data directory. Two processes
 * would spoil what it remembers: throws ConfigError where another one runs it there.
 */
export async function startSimulator(
  { id, title, simulator }: Manifest,
  config: HubConfig,
  at: { port?: number; hubUrl?: string },
): Promise<RunningSimulator> {
  if (simulator === undefined) throw new Error(`${id} has no simulator`);
  makeDataDir(config.dataDir);
  const stateDir = simulatorState(config, id);
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const lock = await tryProcessLock(`simulator:${realpathSync(stateDir)}`);
  if (lock === undefined) throw alreadyRuns(config, title);
  try {
    const running = await simulator.start({ port: simulator.defaultPort, host: '127.0.0.1', stateDir, ...at });
    return { url: running.url, environment: running.environment, stop: () => running.stop().finally(() => lock.release()) };
  } catch (error) {
    await lock.release();
    throw isAnothers(error) ? unreadable(error.path ?? stateDir, error) : error;
  }
}

/** A file that an earlier start made under another account. */
function isAnothers(error: unknown): error is NodeJS.ErrnoException {
  return ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '') && (error as NodeJS.ErrnoException).syscall !== 'listen';
}

function alreadyRuns(config: HubConfig, title: Manifest['title']): ConfigError {
  const text = both(
    `một tiến trình khác đang chạy mô phỏng ${title.vi} với thư mục ${config.dataDir}. Hãy dừng tiến trình đó, hoặc chọn thư mục khác.`,
    `another process runs the simulator of ${title.en} with ${config.dataDir}. Stop that process, or choose another folder.`,
  );
  return new ConfigError(named('HUB_DATA_DIR', text));
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
  const { dataDir, name } = published(config);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, name);
  // The folder shuts others out; its owner still reads what root has written on a day when root started the hub.
  writeFileSync(`${file}.new`, `${JSON.stringify({ ...publishedSimulators(config), ...environment }, null, 2)}\n`, { mode: 0o644 });
  renameSync(`${file}.new`, file);
}

/** The settings of the simulators that run, or last ran, for this data directory; none where there were none. */
export function publishedSimulators(config: HubConfig): Record<string, string> {
  return readKept(published(config)) ?? {};
}

function published(config: HubConfig): KeptFile<Record<string, string>> {
  return { dataDir: join(config.dataDir, 'simulators'), name: 'environment.json', shape: z.record(z.string(), z.string()) };
}
