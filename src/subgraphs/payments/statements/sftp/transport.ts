import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client, type FileEntryWithStats, type SFTPWrapper } from 'ssh2';
import type { SftpSource } from '../../../../platform/config/sftp.ts';
import { SftpProblem } from './problem.ts';

/** What one visit to a server may take. */
export interface SftpLimits {
  /** Until the hub has shown who it is. */
  connectMs: number;
  /** Without a single answer. */
  idleMs: number;
  /** One file, or one list, whatever comes meanwhile. */
  wholeMs: number;
  /** The largest file, and the most names in a folder. */
  mostBytes: number;
  mostNames: number;
}

export const SFTP_LIMITS: SftpLimits = {
  connectMs: 20_000,
  idleMs: 30_000,
  wholeMs: 30 * 60_000,
  mostBytes: 1024 ** 3,
  mostNames: 20_000,
};

/** A file as the server tells it. */
export interface RemoteFile {
  name: string;
  size: number;
  /** Whole seconds: SFTP has no finer time. */
  modifiedMs: number;
}

/** A visit to a server. Whatever fails is an SftpProblem. */
export interface SftpVisit {
  list(): Promise<RemoteFile[]>;
  facts(name: string): Promise<RemoteFile>;
  /** Copies what the file holds to a path here; answers the SHA-256 of it in hex. */
  download(file: RemoteFile, to: string): Promise<string>;
  end(): void;
}

const LEAVE_MS = 2_000;
const S_IFMT = 0o170_000;
const S_IFREG = 0o100_000;

/** Begins a visit: the server's key is checked before anything of the hub's own is sent. */
export async function visit(source: SftpSource, limits: SftpLimits, signal: AbortSignal): Promise<SftpVisit> {
  const client = new Client();
  // Whatever comes after the visit has failed or ended is of no interest, but must not end the process.
  client.on('error', () => undefined);
  try {
    await connect(client, source, { ms: limits.connectMs, signal });
    client.setNoDelay(true);
    const sftp = await within<SFTPWrapper>(client, { ms: limits.connectMs, signal }, (done) => client.sftp(done));
    return { ...operations(client, sftp, { source, limits, signal }), end: () => leave(client) };
  } catch (error) {
    client.destroy();
    throw error;
  }
}

/** Says goodbye; a server that does not answer that is left all the same. */
function leave(client: Client): void {
  client.end();
  setTimeout(() => client.destroy(), LEAVE_MS).unref();
}

interface Patience {
  ms: number;
  signal: AbortSignal;
}

async function connect(client: Client, source: SftpSource, patience: Patience): Promise<void> {
  const { host, port, user: username, secret, hostKeys } = source;
  let isKnown = true;
  const hostVerifier = (key: Buffer) => {
    isKnown = hostKeys.includes(fingerprintOf(key));
    return isKnown;
  };
  try {
    await within<undefined>(client, patience, (done) => {
      client.once('ready', () => done(undefined, undefined));
      client.connect({ host, port, username, ...secret, hostVerifier, readyTimeout: patience.ms });
    });
  } catch (error) {
    throw isKnown ? error : new SftpProblem('HOST_KEY');
  }
}

/** As `ssh-keygen -lf` prints it. */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

type Done<T> = (error: Error | undefined, value: T) => void;

/** One answer, or the reason why there is none: the server's, a connection that is cut, or patience that is over. */
function within<T>(client: Client, { ms, signal }: Patience, run: (done: Done<T>) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const fail = (error: Error) => settle(() => reject(problemOf(error)));
    const onClose = () => fail(new SftpProblem('UNREACHABLE'));
    const onAbort = () => fail(new SftpProblem('STOPPED'));
    const timer = setTimeout(() => fail(new SftpProblem('TIMEOUT')), ms);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      client.off('close', onClose).off('error', fail);
      signal.removeEventListener('abort', onAbort);
      finish();
    };
    client.once('close', onClose).once('error', fail);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) return onAbort();
    run((error, value) => (error == null ? settle(() => resolve(value)) : fail(error)));
  });
}

/** Numbers of the SFTP protocol, draft-ietf-secsh-filexfer-02. */
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

function problemOf(error: Error & { level?: string; code?: unknown }): SftpProblem {
  if (error instanceof SftpProblem) return error;
  if (error.level === 'client-authentication') return new SftpProblem('REFUSED', error);
  if (error.level === 'client-timeout') return new SftpProblem('TIMEOUT', error);
  if (error.code === NO_SUCH_FILE) return new SftpProblem('ABSENT', error);
  if (error.code === PERMISSION_DENIED) return new SftpProblem('FORBIDDEN', error);
  return new SftpProblem('UNREACHABLE', error);
}

interface Means {
  source: SftpSource;
  limits: SftpLimits;
  signal: AbortSignal;
}

function operations(client: Client, sftp: SFTPWrapper, { source: { folder }, limits, signal }: Means): Omit<SftpVisit, 'end'> {
  const ask = <T>(run: (done: Done<T>) => void) => within<T>(client, { ms: limits.idleMs, signal }, run);
  const pathOf = (name: string) => (folder.endsWith('/') ? folder + name : `${folder}/${name}`);
  return {
    async list() {
      const handle = await ask<Buffer>((done) => sftp.opendir(folder, done));
      const until = Date.now() + limits.wholeMs;
      const found: RemoteFile[] = [];
      let names = 0;
      for (let page = await pageOf(sftp, handle, ask); page.length > 0; page = await pageOf(sftp, handle, ask)) {
        names += page.length;
        if (names > limits.mostNames) throw new SftpProblem('TOO_MANY');
        if (Date.now() > until) throw new SftpProblem('TIMEOUT');
        for (const { filename, attrs } of page)
          if ((attrs.mode & S_IFMT) === S_IFREG) found.push({ name: filename, size: attrs.size, modifiedMs: attrs.mtime * 1000 });
      }
      await ask<undefined>((done) => sftp.close(handle, (error) => done(error ?? undefined, undefined)));
      return found;
    },
    async facts(name) {
      const { size, mtime } = await ask<{ size: number; mtime: number }>((done) => sftp.stat(pathOf(name), done));
      return { name, size, modifiedMs: mtime * 1000 };
    },
    download: (file, to) => copy(client, () => sftp.createReadStream(pathOf(file.name)), { to, most: file.size, limits, signal }),
  };
}

async function pageOf(
  sftp: SFTPWrapper,
  handle: Buffer,
  ask: <T>(run: (done: Done<T>) => void) => Promise<T>,
): Promise<FileEntryWithStats[]> {
  return ask<FileEntryWithStats[]>((done) =>
    // The end of a list is told as an error, or as no list at all.
    sftp.readdir(handle, (error, page) => (isEnd(error) ? done(undefined, []) : done(error ?? undefined, page ?? []))),
  );
}

const END_OF_FILE = 1;
function isEnd(error: (Error & { code?: unknown }) | undefined): boolean {
  return error != null && error.code === END_OF_FILE;
}

interface Copying {
  to: string;
  /** So many bytes were told: more is another file. */
  most: number;
  limits: SftpLimits;
  signal: AbortSignal;
}

async function copy(client: Client, open: () => NodeJS.ReadableStream, { to, most, limits, signal }: Copying): Promise<string> {
  const stop = new AbortController();
  const give = (problem: SftpProblem) => () => stop.abort(problem);
  const idle = setTimeout(give(new SftpProblem('TIMEOUT')), limits.idleMs);
  const whole = setTimeout(give(new SftpProblem('TIMEOUT')), limits.wholeMs);
  const onClose = give(new SftpProblem('UNREACHABLE'));
  client.once('close', onClose);
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      idle.refresh();
      bytes += chunk.length;
      hash.update(chunk);
      done(bytes > most ? new SftpProblem('CHANGED') : null, chunk);
    },
  });
  try {
    await pipeline(open(), counted, createWriteStream(to, { mode: 0o640 }), { signal: AbortSignal.any([stop.signal, signal]) });
  } catch (error) {
    throw signal.aborted ? new SftpProblem('STOPPED') : stop.signal.aborted ? stop.signal.reason : copyProblem(error as Error);
  } finally {
    clearTimeout(idle);
    clearTimeout(whole);
    client.off('close', onClose);
  }
  if (bytes !== most) throw new SftpProblem('CHANGED');
  return hash.digest('hex');
}

/** What the own disk says has a code in words; a server's has a number. */
function copyProblem(error: Error & { code?: unknown; syscall?: unknown }): SftpProblem {
  return error.syscall !== undefined ? new SftpProblem('OWN_DISK', error) : problemOf(error);
}
