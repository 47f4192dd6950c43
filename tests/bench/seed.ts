import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { from, to } from 'pg-copy-streams';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.ts';
import { LOADED_TABLES, loadSample } from '../../src/roles/seed/load.ts';
import { createTestHub, type TestHub } from '../support/hub.ts';
import { makeDataDir } from '../support/server.ts';

/** What a round took, in seconds. */
interface Round {
  load: number;
  /** Of it, this process's own CPU time. */
  loadCpu: number;
  copy: number;
}

/** How the load of the sample compares with a plain COPY of the very same rows. */
export interface SeedBench {
  rounds: Round[];
  /** Median of the rounds' load / copy. */
  ratio: number;
}

const seconds = (since: number) => (performance.now() - since) / 1_000;

/** Alternating rounds on a PostgreSQL of its own with the hub's settings: the load, then the same rows by COPY alone, each into a fresh database. */
export async function benchSeed(options: { dossiers: number; rounds: number; report?: (text: string) => void }): Promise<SeedBench> {
  const dataDir = makeDataDir();
  const files = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const server = await startEmbeddedPostgres({ dataDir });
  process.env['TEST_DATABASE_URL'] = server.url;
  const rounds: Round[] = [];
  try {
    while (rounds.length < options.rounds) {
      const round = await playRound(options.dossiers, files);
      rounds.push(round);
      const [load, cpu, copy] = [round.load, round.loadCpu, round.copy].map((each) => each.toFixed(1));
      const machine = loadavg()[0]?.toFixed(1);
      options.report?.(
        `load ${load} s (own CPU ${cpu} s), COPY ${copy} s, ratio ${(round.load / round.copy).toFixed(2)}, load average ${machine}`,
      );
    }
  } finally {
    await server.stop();
    for (const folder of [dataDir, files]) rmSync(folder, { recursive: true, force: true });
  }
  const ratios = rounds.map(({ load, copy }) => load / copy).sort((a, b) => a - b);
  return { rounds, ratio: ratios[Math.floor(ratios.length / 2)] ?? Number.NaN };
}

async function playRound(dossiers: number, files: string): Promise<Round> {
  const loaded = await createTestHub();
  const cpu = process.cpuUsage();
  const start = performance.now();
  await loadSample(loaded.platform, { dossiers, seed: 1 });
  const load = seconds(start);
  const { user, system } = process.cpuUsage(cpu);
  await copyOut(loaded, files);
  await loaded.stop();
  const empty = await createTestHub();
  const copy = await copyIn(empty, files);
  await empty.stop();
  return { load, loadCpu: (user + system) / 1e6, copy };
}

async function copyOut({ platform }: TestHub, files: string): Promise<void> {
  await platform.db.transaction(async ({ client }) => {
    for (const table of LOADED_TABLES) {
      await pipeline(client.query(to(`COPY ${table} TO STDOUT`)), createWriteStream(join(files, table)));
    }
  });
}

async function copyIn({ platform }: TestHub, files: string): Promise<number> {
  const start = performance.now();
  await platform.db.transaction(async ({ client }) => {
    for (const table of LOADED_TABLES) {
      await pipeline(createReadStream(join(files, table), { highWaterMark: 64 * 1_024 }), client.query(from(`COPY ${table} FROM STDIN`)));
    }
  });
  return seconds(start);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { dossiers: { type: 'string', default: '88429' }, rounds: { type: 'string', default: '3' } } });
  const { ratio } = await benchSeed({ dossiers: Number(values.dossiers), rounds: Number(values.rounds), report: console.log });
  console.log(`sample / plain COPY: ${ratio.toFixed(2)} (median; at most 3)`);
}
