import { setImmediate } from 'node:timers/promises';
import type { KnownDossier, KnownPayment, KnownWorld } from '../../../connectors/contract/manifest.ts';
import { both, ConfigError, named } from '../../platform/config/problem.ts';
import type { Queryable, Transaction } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { loadReferenceData } from '../../subgraphs/dossiers/index.ts';
import { generateQuarter, type SampleOptions } from './generate.ts';
import { openSampleWriter, type PreparedDossier, type SampleWriter } from './load.batch.ts';
import { knownDossier, knownPayments } from './load.world.ts';
import type { SampleDossier } from './sample.ts';
import { SAMPLE_SETTING } from './setting.ts';

export { sampleWorld } from './load.world.ts';

/** The sample that a database holds: the same two numbers give the same one again. */
export interface LoadedSample {
  dossiers: number;
  seed: number;
  /** RFC 3339. */
  loadedAt: string;
}

export interface LoadOptions extends Required<SampleOptions> {
  /** Called before the first dossier and after each batch. */
  progress?: (done: number, total: number) => void;
  /**
   * Tells the simulators what the world outside already knew. Called once, before the sample can be seen: when it fails or the
   * process ends in it, nothing is loaded, and the next call does both again.
   */
  remember?: (world: KnownWorld) => Promise<void>;
}

/** One key for all processes: whoever holds it loads, the others wait and then find it done. */
const LOAD_LOCK = 7_202_507_03;
/** Dossiers in one round of COPYs: many enough for few round trips, few enough for a small heap. */
const BATCH = 500;
const SLICE = 10;

/**
 * Brings the reference data and the sample quarter into the database, whole or not at all. Where a sample is there already,
 * nothing changes, whatever was asked for, and the answer tells which one it is; undefined: none, for `dossiers` was 0.
 * @throws RangeError for a number of dossiers or a seed that is not a whole number in range; ConfigError in production, and where
 * something of the sample is there already.
 */
export async function loadSample(hub: Platform, options: LoadOptions): Promise<LoadedSample | undefined> {
  const held = await loadedSample(hub);
  if (held !== undefined) return held;
  if (options.dossiers > 0 && hub.config.mode === 'production') throw new ConfigError(named('HUB_MODE', NOT_IN_PRODUCTION));
  await loadReferenceData(hub);
  if (options.dossiers === 0) return undefined;
  try {
    return await hub.db.transaction(async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock($1)', [LOAD_LOCK]);
      return (await readMarker(sql)) ?? load(sql, hub, options);
    });
  } catch (error) {
    throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new ConfigError(named('HUB_SEED_DOSSIERS', TAKEN)) : error;
  }
}

const UNIQUE_VIOLATION = '23505';
const NOT_IN_PRODUCTION = both(
  'dữ liệu mẫu không bao giờ được nạp ở chế độ production.',
  'invented dossiers are never loaded in production.',
);
const TAKEN = both(
  'cơ sở dữ liệu đã có hồ sơ, người hoặc khoản thu trùng với mẫu; hãy đặt 0, hoặc dùng cơ sở dữ liệu trống (HUB_DATA_DIR hoặc DATABASE_URL).',
  'the database holds a dossier, person or payment of the sample already; set 0, or use an empty database (HUB_DATA_DIR or DATABASE_URL).',
);

async function load(sql: Transaction, hub: Platform, { dossiers, seed, progress, remember }: LoadOptions): Promise<LoadedSample> {
  const writer = await openSampleWriter(sql, hub);
  const source = generateQuarter({ dossiers, seed });
  const known: { dossiers: KnownDossier[]; payments: KnownPayment[] } = { dossiers: [], payments: [] };
  let done = 0;
  progress?.(done, dossiers);
  let batch = await prepareBatch(source, writer);
  while (batch.length > 0) {
    const [following] = await Promise.all([prepareBatch(source, writer), writer.write(batch)]);
    known.dossiers.push(...batch.flatMap(({ sample }) => knownDossier(sample) ?? []));
    known.payments.push(...batch.flatMap(({ sample }) => knownPayments(sample)));
    done += batch.length;
    progress?.(done, dossiers);
    batch = following;
  }
  await writer.finish();
  // Without fresh statistics the first queries would take the tables for empty.
  for (const table of LOADED_TABLES) await sql.query(`ANALYZE ${table}`);
  await remember?.(known);
  const sample = { dossiers, seed, loadedAt: hub.clock.now().toISOString() };
  await sql.query('INSERT INTO outbox.setting (key, value) VALUES ($1, $2)', [SAMPLE_SETTING, JSON.stringify(sample)]);
  return sample;
}

/** The next dossiers of the source; in slices, so that PostgreSQL is fed with the batch before in between. */
async function prepareBatch(source: Iterator<SampleDossier>, writer: SampleWriter): Promise<PreparedDossier[]> {
  const batch: PreparedDossier[] = [];
  while (batch.length < BATCH) {
    const next = source.next();
    if (next.done === true) break;
    batch.push(writer.prepare(next.value));
    if (batch.length % SLICE === 0) await setImmediate();
  }
  return batch;
}

/** The tables that the load fills, each after those that it refers to. */
export const LOADED_TABLES: readonly string[] = [
  'identity.citizen',
  'identity.organization',
  'dossiers.dossier',
  'dossiers.event',
  'outbox.event',
].concat(['payments.merchant', 'payments.payment', 'payments.refund', 'payments.ledger_entry', 'integration.delivery']);

/** Which sample the database holds; undefined: none. */
export function loadedSample(hub: Pick<Platform, 'db'>): Promise<LoadedSample | undefined> {
  return readMarker(hub.db);
}

async function readMarker(sql: Queryable): Promise<LoadedSample | undefined> {
  const [row] = await sql.query<{ value: LoadedSample }>('SELECT value FROM outbox.setting WHERE key = $1', [SAMPLE_SETTING]);
  return row?.value;
}
