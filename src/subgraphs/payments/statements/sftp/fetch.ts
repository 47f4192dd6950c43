import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SftpSource } from '../../../../platform/config/sftp.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { isAbsent, mayBeStatement, openFolder } from '../file.folder.ts';
import { SftpProblem, type SftpProblemCode } from './problem.ts';
import { type KnownFile, knownFiles, noteFile } from './state.ts';
import { type RemoteFile, type SftpLimits, type SftpVisit, visit } from './transport.ts';

const PARTS = '.sftp';
/** What a process that died left behind. */
const PART_LIVES_MS = 24 * 3_600_000;

interface Fetching {
  hub: Platform;
  source: SftpSource;
  limits: SftpLimits;
  /** The folder for what is not whole, and that which whole files are moved to. */
  parts: string;
  target: string;
  signal: AbortSignal;
}

/**
 * Visits a server once: lists its folder and fetches what is new or changed and was the same at the look before. Whole files alone come into the
 * folder for statements; nothing is changed at the server. Answers what is wrong with single files, which hold up no other; throws SftpProblem
 * where the visit itself failed.
 */
export async function fetchFrom(
  hub: Platform,
  source: SftpSource,
  { limits, signal }: { limits: SftpLimits; signal: AbortSignal },
): Promise<SftpProblemCode | null> {
  const folders = await ownDisk(() => foldersOf(hub, source));
  const known = await knownFiles(hub, source);
  const server = await visit(source, limits, signal);
  try {
    return await fetchAll(server, known, { hub, source, limits, signal, ...folders });
  } finally {
    server.end();
  }
}

async function ownDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new SftpProblem('OWN_DISK', error as Error);
  }
}

async function foldersOf(
  { config, clock }: Platform,
  { provider, merchant = '' }: SftpSource,
): Promise<Pick<Fetching, 'parts' | 'target'>> {
  const root = await openFolder(config);
  if (root === undefined) throw new Error('no folder for statements');
  const [parts, target] = [join(root, PARTS), join(root, provider.toLowerCase(), merchant)];
  await mkdir(parts, { recursive: true });
  await mkdir(target, { recursive: true });
  for (const name of await readdir(parts)) {
    const path = join(parts, name);
    const age = clock.now().getTime() - (await stat(path).catch(unlessAbsent)).mtimeMs;
    if (age > PART_LIVES_MS) await rm(path, { force: true });
  }
  return { parts, target };
}

/** Another process has moved it meanwhile: it is as if it were new. */
function unlessAbsent(error: unknown): { mtimeMs: number } {
  if (isAbsent(error)) return { mtimeMs: Number.POSITIVE_INFINITY };
  throw error;
}

async function fetchAll(server: SftpVisit, known: Map<string, KnownFile>, means: Fetching): Promise<SftpProblemCode | null> {
  const { hub, source, limits } = means;
  const matches = patternOf(source.pattern);
  let wrong: SftpProblemCode | null = null;
  for (const file of (await server.list()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!isPlainName(file.name) || !mayBeStatement(file.name) || !matches(file.name)) continue;
    const before = known.get(file.name);
    const isSame = before?.size === file.size && before.modifiedMs === file.modifiedMs;
    if (isSame && before.state === 'FETCHED') continue;
    if (!isSame) {
      await noteFile(hub, source, file);
      continue;
    }
    const problem = file.size > limits.mostBytes ? 'TOO_LARGE' : await fetchOne(server, file, { ...means, before });
    if (problem !== null) hub.log.warn({ source: source.name, file: file.name, problem }, 'a statement could not be fetched');
    wrong ??= problem;
  }
  return wrong;
}

/** Answers what is wrong with this file alone. One that changes, or goes, while it is fetched is looked at again at the next visit. */
async function fetchOne(server: SftpVisit, file: RemoteFile, means: Fetching & { before: KnownFile }): Promise<SftpProblemCode | null> {
  const { hub, source, before, parts, target } = means;
  const part = join(parts, `${randomUUID()}.part`);
  try {
    const sha256 = await server.download(file, part);
    const after = await server.facts(file.name);
    if (after.size !== file.size || after.modifiedMs !== file.modifiedMs) return null;
    // The same bytes with another time are nothing new.
    if (sha256 !== before.sha256) await ownDisk(() => rename(part, join(target, file.name)));
    await noteFile(hub, source, { ...file, sha256 });
    return null;
  } catch (error) {
    if (!(error instanceof SftpProblem)) throw error;
    if (error.code === 'CHANGED' || error.code === 'ABSENT') return null;
    if (error.code === 'FORBIDDEN') return 'FORBIDDEN';
    throw error;
  } finally {
    await rm(part, { force: true });
  }
}

/** A name that stays in its folder, whatever a server says. */
function isPlainName(name: string): boolean {
  return name.length <= 200 && !name.startsWith('.') && !/[/\\\p{Cc}]/u.test(name);
}

/** Whether a name is of the form: * stands for any characters, ? for one; the case of letters does not count. */
export function patternOf(pattern: string): (name: string) => boolean {
  const literal = (text: string) => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const form = new RegExp(`^${literal(pattern).replace(/\*+/g, '.*').replace(/\?/g, '.')}$`, 'isu');
  return (name) => form.test(name);
}
