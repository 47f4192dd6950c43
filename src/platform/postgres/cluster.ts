import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Binaries } from './binaries.ts';
import { spawnGuarded } from './guard.ts';
import { makePassword, type Place, readPassword } from './place.ts';
import { EmbeddedPostgresError } from './problem.ts';

const MAJOR = '18';
/** Between a cluster's name and what makes the name of an attempt unique. */
const UNFINISHED = '.new-';

/**
 * Makes sure that a whole cluster stands at its place and answers its password. The caller holds the
 * lock and no server runs there. A cluster is written beside its place and renamed when it is whole,
 * so one that lacks its control files was never in use: it is set aside, not deleted.
 */
export async function ensureCluster(place: Place, binaries: Binaries, log: (message: string) => void): Promise<string> {
  const kept = readPassword(place.dataDir);
  if (existsSync(place.cluster)) {
    if (isWhole(place.cluster)) {
      checkVersion(place.cluster);
      if (kept !== undefined) return kept;
      if (place.home === place.dataDir) throw passwordLost(place);
      // outside the data directory only what a deleted data directory left can lack its password
      rmSync(place.cluster, { recursive: true, force: true });
    } else {
      setAside(place.cluster, log);
    }
  }
  const password = kept ?? makePassword(place.dataDir);
  log('đang tạo cơ sở dữ liệu / creating the database cluster');
  await initialize(place, binaries, password);
  return password;
}

function isWhole(cluster: string): boolean {
  return existsSync(join(cluster, 'PG_VERSION')) && existsSync(join(cluster, 'global/pg_control'));
}

function setAside(cluster: string, log: (message: string) => void): void {
  const aside = `${cluster}.unfinished-${Date.now()}`;
  renameSync(cluster, aside);
  log(`cơ sở dữ liệu dở dang được chuyển sang ${aside} / an unfinished cluster was moved to ${aside}`);
}

async function initialize(place: Place, binaries: Binaries, password: string): Promise<void> {
  removeUnfinished(place);
  // a name of its own: the initdb of a hub that was killed may still write for a moment
  const fresh = `${place.cluster}${UNFINISHED}${process.pid}-${Date.now()}`;
  const passwordFile = `${fresh}-password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
  try {
    const run = (locale: string) => runInitdb({ place, binaries, fresh, passwordFile, locale });
    // some machines lack C.UTF-8; plain C only loses the case of letters outside ASCII in extensions
    const problem = (await run('C.UTF-8')) === undefined ? undefined : await run('C');
    if (problem !== undefined) {
      throw new EmbeddedPostgresError(
        `Không tạo được cơ sở dữ liệu ${place.cluster}. Hãy kiểm tra dung lượng đĩa và quyền ghi. initdb: ${problem}`,
        `The database cluster ${place.cluster} can't be created. Check free disk space and write access. initdb: ${problem}`,
      );
    }
    renameSync(fresh, place.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** What a start that was killed left of its own attempt. */
function removeUnfinished(place: Place): void {
  const begin = basename(place.cluster) + UNFINISHED;
  const folder = dirname(place.cluster);
  const found = readdirSync(folder).filter((name) => name.startsWith(begin));
  for (const name of found) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

interface InitdbRun {
  place: Place;
  binaries: Binaries;
  fresh: string;
  passwordFile: string;
  locale: string;
}

/** Answers what initdb complained of; undefined: it succeeded. */
async function runInitdb({ place, binaries, fresh, passwordFile, locale }: InitdbRun): Promise<string | undefined> {
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  if (place.account) chownSync(fresh, place.account.uid, place.account.gid);
  const auth = ['--username=hub', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const locales = ['--encoding=UTF8', `--locale=${locale}`, '--locale-provider=builtin', `--builtin-locale=C.UTF-8`];
  const child = spawnGuarded(binaries.initdb, ['-D', fresh, ...auth, ...locales], { account: place.account, output: 'pipe' });
  child.stdout?.resume();
  const [said, [code]] = await Promise.all([child.stderr === null ? '' : text(child.stderr), once(child, 'exit')]);
  return code === 0 ? undefined : said.trim().split('\n').slice(-3).join(' ');
}

function checkVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR) return;
  throw new EmbeddedPostgresError(
    `Cơ sở dữ liệu ${cluster} do PostgreSQL ${version} tạo, ở đây là PostgreSQL ${MAJOR}. Hãy chuyển thư mục đó đi nơi khác, hoặc đặt HUB_DATA_DIR sang thư mục khác.`,
    `The database ${cluster} was written by PostgreSQL ${version}, this is PostgreSQL ${MAJOR}. Move that folder away, or set HUB_DATA_DIR to another folder.`,
  );
}

function passwordLost(place: Place): EmbeddedPostgresError {
  const file = join(place.dataDir, 'postgres.password');
  return new EmbeddedPostgresError(
    `Thiếu ${file}, không mở được cơ sở dữ liệu. Hãy khôi phục tệp đó, hoặc xóa thư mục ${place.cluster} để bắt đầu lại.`,
    `${file} is missing, so the database can't be opened. Restore that file, or delete the folder ${place.cluster} to begin anew.`,
  );
}
