import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import ssh2, { type AuthContext, type Connection, type Server, type SFTPWrapper } from 'ssh2';
import { fingerprintOf } from '../../src/subgraphs/payments/statements/sftp/transport.ts';

const { Server: SshServer, utils } = ssh2;
const { OPEN_MODE, STATUS_CODE } = utils.sftp;
const REGULAR = 0o100_644;
const NAMES_AT_ONCE = 2;

/** A file that lies on the server. */
export interface LaidFile {
  content: Buffer;
  /** Seconds since 1970, as SFTP tells time. */
  mtime: number;
}

/** A provider's server with statements, and what is wrong with it. */
export interface SftpServer {
  port: number;
  fingerprint: string;
  files: Map<string, LaidFile>;
  /** Each try to show who one is, by its user: empty where nobody got that far. */
  tries: string[];
  /** Names of files that were opened, in order. */
  opened: string[];
  /** What a client asked for beyond reading. */
  forbidden: string[];
  faults: {
    /** The connection is cut when so much of a file has been read. */
    cutAfter?: number;
    /** Nothing is answered from the n-th reading of a file on. */
    silentFrom?: number;
    /** Called before each reading. */
    onRead?: (name: string) => void;
    /** Told by the list whatever the files are called. */
    lie?: string[];
  };
  lay(name: string, content: Buffer | string, mtime?: number): void;
  stop(): Promise<void>;
}

export const SFTP_USER = 'hub';
export const SFTP_PASSWORD = 'let-me-read';

/** A pair of keys as `ssh-keygen -t ed25519` makes them. One in some two hundred that the library makes it can't read itself: another is made. */
export function keyPair(): { private: string; public: string } {
  for (let tries = 0; tries < 10; tries += 1) {
    const pair = utils.generateKeyPairSync('ed25519');
    if (![pair.private, pair.public].some((key) => utils.parseKey(key) instanceof Error)) return pair;
  }
  throw new Error('no pair of keys that can be read came of ten');
}

/** Starts a server that knows one user, by a password or by a key. */
export async function startSftpServer({ userKey, port = 0 }: { userKey?: string; port?: number } = {}): Promise<SftpServer> {
  const host = keyPair();
  const open = new Set<Connection>();
  const parsed = utils.parseKey(host.private);
  if (parsed instanceof Error) throw parsed;
  const at: SftpServer = {
    port: 0,
    fingerprint: fingerprintOf(parsed.getPublicSSH()),
    ...{ files: new Map(), tries: [], opened: [], forbidden: [], faults: {} },
    lay: (name, content, mtime = 1_700_000_000) => void at.files.set(name, { content: Buffer.from(content), mtime }),
    async stop() {
      for (const client of open) client.end();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
  const server: Server = new SshServer({ hostKeys: [host.private] }, (client) => {
    open.add(client);
    client.on('close', () => open.delete(client)).on('error', () => undefined);
    client.on('authentication', (context) => authenticate(at, context, userKey));
    client.on('session', (accept) => accept().on('sftp', (acceptSftp) => serve(at, acceptSftp(), () => client.end())));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  at.port = (server.address() as AddressInfo).port;
  return at;
}

function authenticate(at: SftpServer, context: AuthContext, userKey: string | undefined): void {
  if (context.method !== 'none') at.tries.push(context.username);
  if (context.method !== 'none' && context.username === SFTP_USER && isProven(context, userKey)) context.accept();
  else context.reject(['password', 'publickey']);
}

function isProven(context: AuthContext, userKey: string | undefined): boolean {
  if (context.method === 'password') return context.password === SFTP_PASSWORD;
  if (context.method !== 'publickey' || userKey === undefined) return false;
  const key = utils.parseKey(userKey);
  if (key instanceof Error) throw key;
  if (!key.getPublicSSH().equals(context.key.data)) return false;
  const { signature, blob, hashAlgo } = context;
  // Without a signature a client asks whether that key would do.
  return signature === undefined || key.verify(blob as Buffer, signature, hashAlgo) === true;
}

interface OpenHandle {
  name: string;
  /** Of a folder: names that are still to be told. */
  names?: string[];
}

function serve(at: SftpServer, sftp: SFTPWrapper, cut: () => void): void {
  const handles = new Map<string, OpenHandle>();
  let served = 0;
  let readings = 0;
  const handleOf = (handle: OpenHandle): Buffer => {
    const id = String(handles.size);
    handles.set(id, handle);
    return Buffer.from(id);
  };
  const attrs = ({ content, mtime }: LaidFile) => ({ mode: REGULAR, uid: 0, gid: 0, size: content.length, atime: mtime, mtime });
  const tellFacts = (request: number, name: string) => {
    const file = at.files.get(name);
    return file === undefined ? sftp.status(request, STATUS_CODE.NO_SUCH_FILE) : sftp.attrs(request, attrs(file));
  };
  sftp.on('OPENDIR', (request, path) =>
    path === '/out'
      ? sftp.handle(request, handleOf({ name: path, names: [...(at.faults.lie ?? []), ...at.files.keys()] }))
      : sftp.status(request, STATUS_CODE.NO_SUCH_FILE),
  );
  sftp.on('READDIR', (request, handle) => {
    const names = handles.get(String(handle))?.names?.splice(0, NAMES_AT_ONCE) ?? [];
    if (names.length === 0) return sftp.status(request, STATUS_CODE.EOF);
    const anything = { content: Buffer.alloc(1), mtime: 1 };
    return sftp.name(
      request,
      names.map((filename) => ({ filename, longname: filename, attrs: attrs(at.files.get(filename) ?? anything) })),
    );
  });
  sftp.on('STAT', (request, path) => tellFacts(request, nameOf(path)));
  sftp.on('FSTAT', (request, handle) => tellFacts(request, handles.get(String(handle))?.name ?? ''));
  sftp.on('OPEN', (request, path, flags) => {
    const name = nameOf(path);
    if (flags !== OPEN_MODE.READ) {
      at.forbidden.push(path);
      return sftp.status(request, STATUS_CODE.PERMISSION_DENIED);
    }
    if (!at.files.has(name)) return sftp.status(request, STATUS_CODE.NO_SUCH_FILE);
    at.opened.push(name);
    return sftp.handle(request, handleOf({ name }));
  });
  sftp.on('READ', (request, handle, offset, length) => {
    const { name } = handles.get(String(handle)) as OpenHandle;
    readings += 1;
    if (readings >= (at.faults.silentFrom ?? Number.POSITIVE_INFINITY)) return;
    if (served >= (at.faults.cutAfter ?? Number.POSITIVE_INFINITY)) return cut();
    at.faults.onRead?.(name);
    const part = at.files.get(name)?.content.subarray(offset, offset + length) ?? Buffer.alloc(0);
    served += part.length;
    if (part.length === 0) sftp.status(request, STATUS_CODE.EOF);
    else sftp.data(request, part);
  });
  sftp.on('CLOSE', (request) => sftp.status(request, STATUS_CODE.OK));
  for (const change of ['REMOVE', 'RENAME', 'MKDIR', 'RMDIR', 'SETSTAT', 'WRITE'] as const) {
    sftp.on(change as 'REMOVE', (request: number, path: string) => {
      at.forbidden.push(String(path));
      sftp.status(request, STATUS_CODE.PERMISSION_DENIED);
    });
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
