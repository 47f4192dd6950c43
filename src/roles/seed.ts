import { loadConnectors } from '../../connectors/registry.ts';
import type { HubConfig } from '../platform/config/config.ts';
import { ConfigError } from '../platform/config/problem.ts';
import { type Ground, openFoundation, openGround } from './foundation.ts';
import { readOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { runCommand, UsageError } from './run.ts';
import { type LoadedSample, loadSample } from './seed/load.ts';
import { isSampleLoaded } from './seed/setting.ts';
import { readConfig } from './settings.ts';
import { rememberWorld, startSimulators, withSimulators } from './simulators.ts';

const USAGE = 'seed [--dossiers N] [--seed S]';
const DEFAULT_SEED = 1;

/** Which sample is wanted. */
export interface WantedSample {
  dossiers: number;
  seed: number;
}

/**
 * Loads the sample quarter where none is loaded, and lets the simulators know what the world outside knew of it. The simulators
 * run meanwhile, because the merchants' codes of the sample's payments are theirs. `signal` ends the load: nothing of it stays.
 */
export async function loadSampleOnce(ground: Ground, wanted: WantedSample, signal?: AbortSignal): Promise<LoadedSample | undefined> {
  const { config } = ground;
  const manifests = await loadConnectors();
  const needed = config.simulators && !(await isSampleLoaded(ground.databaseUrl));
  const simulators = needed ? await startSimulators(manifests, config, { anyPort: true }) : undefined;
  try {
    const foundation = await openFoundation({ ...ground, config: withSimulators(config, simulators) });
    const show = createProgress('Quý mẫu / sample quarter');
    try {
      return await loadSample(foundation.platform, {
        ...wanted,
        progress: (done, total) => {
          signal?.throwIfAborted();
          show(done, total);
        },
        remember: (world) => rememberWorld(manifests, config, () => world),
      });
    } finally {
      await foundation.close();
    }
  } finally {
    await simulators?.stop();
  }
}

/** What `npm start` loads where nothing is loaded: invented people have no place in production. */
export function sampleOf(config: HubConfig): WantedSample {
  return { dossiers: config.mode === 'production' ? 0 : config.seedDossiers, seed: DEFAULT_SEED };
}

/** `hub seed [--dossiers N] [--seed S]`. */
export function seed(args: string[]): Promise<number> {
  return runCommand(async (closers) => {
    const config = readConfig();
    const wanted = readWanted(args, config);
    if (config.mode === 'production' && wanted.dossiers > 0) {
      throw new ConfigError(
        'HUB_MODE: dữ liệu mẫu không được nạp ở chế độ production.\nHUB_MODE: the sample is never loaded in production.',
      );
    }
    const ground = await openGround(config, 'seed', { say: console.log });
    closers.add(() => ground.close());
    const loaded = await loadSampleOnce(ground, wanted);
    if (loaded === undefined) console.log('Đã nạp danh mục. / The reference data is loaded.');
    else if (loaded.dossiers === wanted.dossiers && loaded.seed === wanted.seed)
      console.log(`Đã nạp ${loaded.dossiers} hồ sơ mẫu (seed ${loaded.seed}). / The sample is loaded.`);
    else throw new UsageError(otherSample(loaded));
    return 0;
  });
}

function otherSample({ dossiers, seed: number }: LoadedSample): string {
  return `--dossiers, --seed: cơ sở dữ liệu đã có mẫu ${dossiers} hồ sơ (seed ${number}); hãy dùng cơ sở dữ liệu mới (HUB_DATA_DIR hoặc DATABASE_URL).\n--dossiers, --seed: the database holds the sample of ${dossiers} dossiers (seed ${number}); use a new one (HUB_DATA_DIR or DATABASE_URL).`;
}

function readWanted(args: string[], config: HubConfig): WantedSample {
  const { values } = readOptions(args, { options: ['dossiers', 'seed'], usage: USAGE });
  return {
    dossiers: whole('--dossiers', values.dossiers, { fallback: sampleOf(config).dossiers, most: 1_000_000 }),
    seed: whole('--seed', values.seed, { fallback: DEFAULT_SEED, most: Number.MAX_SAFE_INTEGER }),
  };
}

function whole(option: string, text: string | undefined, { fallback, most }: { fallback: number; most: number }): number {
  if (text === undefined) return fallback;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  throw new UsageError(
    `${option}: cần số nguyên từ 0 đến ${most}.\n${option}: must be a whole number from 0 to ${most}.\nnpm run hub -- ${USAGE}`,
  );
}
