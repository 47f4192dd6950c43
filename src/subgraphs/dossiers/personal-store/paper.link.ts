import { NOBODY, type Role, type Viewer } from '../../../platform/auth/viewer.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import type { Cipher } from '../../../platform/pii/cipher.ts';

/** What an address of a paper's file says, sealed. */
export interface PaperLink {
  agency: string;
  /** The store's own address of it. */
  path: string;
  name: string;
  /** The dossier's code: for what it is read. */
  dossier: string;
  /** Row key of whom it is about; null: without a record. */
  citizen: string | null;
  reader: Viewer;
  /** The reader's own paper: that is no read of somebody's data. */
  own: boolean;
}

const PURPOSE = 'personal-store.link';
const VALID_MS = 15 * 60_000;
const PATH = '/dossiers/personal-papers/';

/** The link, its reader, and until when it holds, in milliseconds since 1970. */
type Sealed = [Omit<PaperLink, 'reader'>, string, readonly Role[], string | null, number];

/** The path of a file's address, for a quarter of an hour. */
export function paperPath(cipher: Cipher, { reader, ...link }: PaperLink, now: Date): string {
  const body: Sealed = [link, actorOf(reader), reader.roles, reader.unit ?? null, now.getTime() + VALID_MS];
  return `${PATH}${cipher.seal(PURPOSE, JSON.stringify(body)).toString('base64url')}`;
}

/** Undefined: no such address. `EXPIRED`: it was one. */
export function readPaperPath(cipher: Cipher, path: string, now: Date): PaperLink | 'EXPIRED' | undefined {
  let body: Sealed;
  try {
    body = JSON.parse(cipher.open(PURPOSE, Buffer.from(path.slice(PATH.length), 'base64url'))) as Sealed;
  } catch {
    // Made up, altered, or sealed under a key that is not held any more: all look the same from outside.
    return undefined;
  }
  const [link, subject, roles, unit, until] = body;
  if (until < now.getTime()) return 'EXPIRED';
  return { ...link, reader: { ...NOBODY, subject, roles, ...(unit === null ? {} : { unit }) } };
}

export function isPaperPath(path: string): boolean {
  return path.startsWith(PATH);
}
