import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HubConfig } from '../../../platform/config/config.ts';
import { PaymentProvider } from '../../../platform/graphql/enums.ts';
import type { Message } from '../../../platform/language.ts';
import { isLocalDate, toLocalIso } from '../../../platform/time.ts';

const REJECTED = 'rejected';
/** Below it each account has a folder. */
const ACCOUNTS = 'accounts';
const DONE = '.done';
/** Names under which a transfer keeps what is not whole, and what stands beside a file. */
const NO_STATEMENT = /^\.|\.(?:done|part|partial|filepart|tmp|reason\.txt)$/i;

/** Whether a file of that name may be a statement. */
export function mayBeStatement(name: string): boolean {
  return !NO_STATEMENT.test(name);
}

/** The folder for statements, which is made where it is the hub's own; undefined: none is watched. */
export async function openFolder({ statementsDir, ownStatementsDir }: HubConfig): Promise<string | undefined> {
  if (statementsDir !== undefined && ownStatementsDir) await mkdir(statementsDir, { recursive: true });
  return statementsDir;
}

/** A file that may be a statement. */
export interface FoundFile {
  /** In whose folder; null: in an account's. */
  provider: PaymentProvider | null;
  /** The folder below the provider's, where there is one: a merchant's code. */
  merchantCode: string | undefined;
  /** The account whose folder it is. */
  account: string | undefined;
  /** Below the folder for statements. */
  path: string;
  name: string;
  size: number;
  modifiedMs: number;
  /** Whoever laid it there says that it is whole. */
  isDone: boolean;
}

/** The files in a folder for statements: of each provider and of each of its merchants, and of each account below `accounts`. Any may have none; the folder itself must be there. */
export async function findFiles(root: string): Promise<FoundFile[]> {
  if ((await factsOf(root)) === undefined) throw new Error(`STATEMENTS_DIR names a folder that is not there: ${root}`);
  const found: FoundFile[] = [];
  for (const provider of Object.keys(PaymentProvider) as PaymentProvider[]) {
    const folder = provider.toLowerCase();
    for (const entry of await entriesOf(join(root, folder))) {
      if (entry.isFile()) found.push(...(await fileOf(root, { provider, folder, name: entry.name })));
      if (!entry.isDirectory() || entry.name === REJECTED) continue;
      const below = join(folder, entry.name);
      for (const { name } of (await entriesOf(join(root, below))).filter((each) => each.isFile())) {
        found.push(...(await fileOf(root, { provider, folder: below, name, merchantCode: entry.name })));
      }
    }
  }
  return [...found, ...(await accountFiles(root))];
}

async function accountFiles(root: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const { name: account } of (await entriesOf(join(root, ACCOUNTS))).filter((each) => each.isDirectory())) {
    const folder = join(ACCOUNTS, account);
    for (const { name } of (await entriesOf(join(root, folder))).filter((each) => each.isFile())) {
      found.push(...(await fileOf(root, { provider: null, folder, name, account })));
    }
  }
  return found;
}

async function entriesOf(folder: string) {
  try {
    return (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

interface Named {
  provider: PaymentProvider | null;
  folder: string;
  name: string;
  merchantCode?: string;
  account?: string;
}

/** One, or none where it is no statement or was taken away meanwhile. */
async function fileOf(root: string, { provider, folder, name, merchantCode, account }: Named): Promise<FoundFile[]> {
  if (!mayBeStatement(name)) return [];
  const path = join(folder, name);
  const facts = await factsOf(join(root, path));
  if (facts === undefined) return [];
  const isDone = (await factsOf(join(root, path + DONE))) !== undefined;
  return [{ provider, merchantCode, account, path, name, size: facts.size, modifiedMs: Math.floor(facts.mtimeMs), isDone }];
}

async function factsOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Whether a file or folder is not there (any more). */
export function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** The day in a file's name, `2026-03-14` or `20260314`; undefined: it names none. */
export function dayOf(name: string): string | undefined {
  for (const [, year, month, day] of name.matchAll(/(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)/g)) {
    const text = `${year}-${month}-${day}`;
    if (isLocalDate(text)) return text;
  }
  return undefined;
}

/** Moves a file away, under the time of that, with the reason beside it. */
export async function putAside(
  root: string,
  { provider, account, path, name }: FoundFile,
  { reason, at }: { reason: Message; at: Date },
): Promise<void> {
  const folder = join(root, provider?.toLowerCase() ?? join(ACCOUNTS, account ?? ''), REJECTED);
  await mkdir(folder, { recursive: true });
  const target = join(folder, `${toLocalIso(at).slice(0, 19).replace(/[-:]/g, '')}-${name}`);
  await writeFile(`${target}.reason.txt`, `${reason.vi}\n${reason.en}\n`);
  await rename(join(root, path), target);
  await rm(join(root, path + DONE), { force: true });
}
