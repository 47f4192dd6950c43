import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ZodError, type ZodType } from 'zod';
import { both, ConfigError, named } from './problem.ts';

/** Others may pass through but not look around: the embedded PostgreSQL of root runs under another account. Files have rights of their own. */
const FOLDER_MODE = 0o711;

/** Makes the hub's data directory where it is missing and answers its real path. Throws ConfigError where it can't be written. */
export function makeDataDir(dataDir: string): string {
  try {
    makeFolders(dataDir);
    const real = realpathSync(dataDir);
    const probe = join(real, `.probe-${randomUUID()}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return real;
  } catch (error) {
    const text = both(
      `không ghi được vào thư mục ${dataDir} (${codeOf(error)}). Hãy chạy bằng tài khoản sở hữu thư mục đó, hoặc chọn thư mục khác.`,
      `the folder ${dataDir} can't be written (${codeOf(error)}). Run as the account that owns it, or choose another folder.`,
    );
    throw new ConfigError(named('HUB_DATA_DIR', text), { cause: error });
  }
}

/** Level by level: mkdir's own recursion never ends where a parent refuses with ENOENT, as below /proc. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  try {
    mkdirSync(folder, { mode: FOLDER_MODE });
  } catch (error) {
    // another process of the hub makes the same folder
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** A file of the data directory that holds one JSON value. */
export interface KeptFile<T> {
  dataDir: string;
  name: string;
  shape: ZodType<T>;
}

/** What the file keeps; undefined: there is none. Throws ConfigError where it is damaged or another's. */
export function readKept<T>({ dataDir, name, shape }: KeptFile<T>): T | undefined {
  const file = join(dataDir, name);
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unreadable(file, error);
  }
}

/**
 * Writes the file for this account alone, whole or not at all, and answers what it keeps: where there was one already, made
 * by an earlier start or by a process that starts at the same moment, that one stands.
 */
export function keepOnce<T>(file: KeptFile<T>, value: T): T {
  const folder = makeDataDir(file.dataDir);
  const fresh = join(folder, `.${file.name}-${randomUUID()}`);
  try {
    writeFileSync(fresh, JSON.stringify(value), { mode: 0o600, flush: true });
    // unlike a rename, a link is made only where the name is free
    linkSync(fresh, join(folder, file.name));
    return value;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return readKept(file) ?? keepOnce(file, value);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** What a person is told of a file that is damaged or another account's. */
export function unreadable(file: string, error: unknown): ConfigError {
  const damaged = error instanceof SyntaxError || error instanceof ZodError;
  const text = damaged
    ? both(
        `tệp ${file} bị hỏng. Hãy khôi phục nó; xóa nó thì một tệp mới được tạo, và những gì tệp cũ mở được sẽ không mở được nữa.`,
        `the file ${file} is damaged. Restore it; where it is deleted a new one is made, which opens nothing that the old one did.`,
      )
    : both(
        `không đọc được tệp ${file} (${codeOf(error)}). Hãy chạy bằng tài khoản đã tạo ra nó.`,
        `the file ${file} can't be read (${codeOf(error)}). Run as the account that made it.`,
      );
  return new ConfigError(named('HUB_DATA_DIR', text), { cause: error });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).name;
}
