import { createReadStream, createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

/** What one way of filling the database took, in seconds; CPU times show what a busy machine hides. */
interface Taken {
  wall: number;
  /** This process. */
  own: number;
  /** PostgreSQL, all its processes; not a number where /proc does not tell. */
  server: number;
}

interface Round {
  load: Taken;
  copy: Taken;
}

/** How the load of the sample compares with a plain COPY of the very same rows. */
export interface SeedBench {
  rounds: Round[];
  /** Median of the rounds' load / copy. */
  ratio: number;
}

/** Of Linux's clock in /proc. */
const TICKS_PER_SECOND = 100;

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
      const ratio = (round.load.wall / round.copy.wall).toFixed(2);
      options.report?.(`load ${show(round.load)}, COPY ${show(round.copy)}, ratio ${ratio}, load average ${loadavg()[0]?.toFixed(1)}`);
    }
  } finally {
    await server.stop();
    for (const folder of [dataDir, files]) rmSync(folder, { recursive: true, force: true });
  }
  const ratios = rounds.map(({ load, copy }) => load.wall / copy.wall).sort((a, b) => a - b);
  return { rounds, ratio: ratios[Math.floor(ratios.length / 2)] ?? Number.NaN };
}

const show = ({ wall, own, server }: Taken) => `${wall.toFixed(1)} s (CPU ${own.toFixed(1)} + ${server.toFixed(1)})`;

async function playRound(dossiers: number, files: string): Promise<Round> {
  const loaded = await createTestHub();
  const load = await measure(loaded, () => loadSample(loaded.platform, { dossiers, seed: 1 }));
  await copyOut(loaded, files);
  await loaded.stop();
  const empty = await createTestHub();
  const copy = await measure(empty, () => copyIn(empty, files));
  await empty.stop();
  return { load, copy };
}

async function measure({ platform }: TestHub, work: () => Promise<unknown>): Promise<Taken> {
  const [row] = await platform.db.query<{ pid: string }>(`SELECT split_part(pg_read_file('postmaster.pid'), E'\n', 1) AS pid`);
  const postmaster = Number(row?.pid);
  const [own, server, start] = [process.cpuUsage(), serverCpu(postmaster), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(own);
  return { wall: (performance.now() - start) / 1_000, own: (user + system) / 1e6, server: serverCpu(postmaster) - server };
}

/** CPU seconds of a PostgreSQL so far: of its living processes, and of those that it has seen end. */
function serverCpu(postmaster: number): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const fields = statOf(pid);
    if (Number(pid) === postmaster) ticks += Number(fields[13]) + Number(fields[14]);
    if (Number(pid) === postmaster || Number(fields[1]) === postmaster) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks / TICKS_PER_SECOND;
}

/** The fields of a process's stat after its name, from the third on; none where it has just ended. */
function statOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

async function copyOut({ platform }: TestHub, files: string): Promise<void> {
  await platform.db.transaction(async ({ client }) => {
    for (const table of LOADED_TABLES) {
      await pipeline(client.query(to(`COPY ${table} TO STDOUT`)), createWriteStream(join(files, table)));
    }
  });
}

async function copyIn({ platform }: TestHub, files: string): Promise<void> {
  await platform.db.transaction(async ({ client }) => {
    // A plain COPY counts no figures.
    await client.query(`SELECT set_config('hub.count_dossiers', 'later', true)`);
    for (const table of LOADED_TABLES) {
      await pipeline(createReadStream(join(files, table), { highWaterMark: 64 * 1_024 }), client.query(from(`COPY ${table} FROM STDIN`)));
    }
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { dossiers: { type: 'string', default: '88429' }, rounds: { type: 'string', default: '3' } } });
  const { ratio } = await benchSeed({ dossiers: Number(values.dossiers), rounds: Number(values.rounds), report: console.log });
  console.log(`sample / plain COPY: ${ratio.toFixed(2)} (median; at most 3)`);
}
