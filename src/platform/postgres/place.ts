import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { type Account, canEnter, isRoot, NOBODY } from './account.ts';
import { EmbeddedPostgresError, errorCode } from './problem.ts';

/** Where a data directory's PostgreSQL lives. */
export interface Place {
  /** The hub's data directory, links resolved. */
  dataDir: string;
  /** The folder that holds the cluster: the data directory, or one outside that the server's account may enter. */
  home: string;
  cluster: string;
  /** Undefined: the hub's own account. */
  account: Account | undefined;
}

const stateSchema = z.object({ cluster: z.string(), port: z.number().int().min(1).max(65_535) });

/** Finds the cluster of a data directory, or the place for a new one. */
export function findPlace(dataDir: string): Place {
  const named = readState(dataDir)?.cluster;
  const inside = join(dataDir, 'postgres');
  const candidates = [
    ...(named === undefined ? [] : [resolve(dataDir, named)]),
    inside,
    ...elsewhere(dataDir).map((home) => join(home, 'postgres')),
  ];
  const cluster = candidates.find((candidate) => existsSync(candidate));
  if (cluster !== undefined) return { dataDir, home: resolve(cluster, '..'), cluster, account: ownerOf(cluster) };
  const account = isRoot() ? NOBODY : undefined;
  if (account === undefined || canEnter(dataDir, account)) return { dataDir, home: dataDir, cluster: inside, account };
  const home = makeElsewhere(dataDir);
  return { dataDir, home, cluster: join(home, 'postgres'), account };
}

/** The account of an existing cluster: root runs it as its owner, anybody else must be its owner. */
function ownerOf(cluster: string): Account | undefined {
  const { uid, gid } = statSync(cluster);
  if (isRoot()) return uid === 0 ? NOBODY : { uid, gid };
  if (uid === process.getuid?.()) return undefined;
  throw new EmbeddedPostgresError(
    `Cơ sở dữ liệu ${cluster} thuộc tài khoản khác (uid ${uid}). Hãy chạy bằng tài khoản đó hoặc root, hoặc đặt HUB_DATA_DIR sang thư mục khác.`,
    `The database ${cluster} belongs to another account (uid ${uid}). Run as that account or as root, or set HUB_DATA_DIR to another folder.`,
  );
}

/** Folders outside the data directory, best first: a reboot empties only the last one. */
function elsewhere(dataDir: string): string[] {
  const name = join('provincial-hub', createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  return isRoot() ? ['/var/lib', '/var/tmp', tmpdir()].map((base) => join(base, name)) : [];
}

function makeElsewhere(dataDir: string): string {
  for (const home of elsewhere(dataDir)) {
    try {
      mkdirSync(home, { recursive: true });
      // a strict umask would shut the server's account out; both folders are our own
      chmodSync(resolve(home, '..'), 0o755);
      chmodSync(home, 0o755);
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(errorCode(error) ?? '')) throw error;
      continue;
    }
    if (canEnter(home, NOBODY)) return home;
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL không chạy bằng root được và không vào được ${dataDir}. Hãy đặt HUB_DATA_DIR sang thư mục mà mọi tài khoản vào được.`,
    `PostgreSQL can't run as root, and its account can't enter ${dataDir}. Set HUB_DATA_DIR to a folder that every account may enter.`,
  );
}

export function readState(dataDir: string): { cluster: string; port: number } | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')));
  } catch (error) {
    // what a power cut damaged is found again: the cluster by its place, the port by choosing one
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

export function writeState(place: Place, port: number): void {
  const path = relative(place.dataDir, place.cluster);
  const cluster = path.startsWith('..') || isAbsolute(path) ? place.cluster : path;
  writeWhole(join(place.dataDir, 'postgres.json'), `${JSON.stringify({ cluster, port }, null, 2)}\n`, 0o644);
}

/** The superuser's password; undefined where the data directory holds none. */
export function readPassword(dataDir: string): string | undefined {
  try {
    const text = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim();
    return text === '' ? undefined : text;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export function makePassword(dataDir: string): string {
  const password = randomBytes(24).toString('base64url');
  writeWhole(join(dataDir, 'postgres.password'), `${password}\n`, 0o600);
  return password;
}

function writeWhole(path: string, text: string, mode: number): void {
  const fresh = `${path}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, text, { mode, flush: true });
  renameSync(fresh, path);
}
