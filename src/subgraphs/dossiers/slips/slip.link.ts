import { NOBODY, type Role, type Viewer } from '../../../platform/auth/viewer.ts';
import type { Language } from '../../../platform/language.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import type { Cipher } from '../../../platform/pii/cipher.ts';
import type { SlipKind } from './slip.type.ts';

/** What an address of a paper says, sealed: nobody can make one up, and none tells anything by itself. */
export interface SlipLink {
  dossierId: string;
  kind: SlipKind;
  number: number;
  language: Language;
  /** For whom it was made: the read is recorded in their name. */
  reader: Viewer;
  /** The dossier is the reader's own: that is no read of somebody's data. */
  own: boolean;
}

const PURPOSE = 'slip.link';
const VALID_MS = 15 * 60_000;
const PATH = '/dossiers/slips/';

type Sealed = [string, SlipKind, number, Language, string, Role[], string | null, boolean, number];

/** The path of a paper's address, for a quarter of an hour. */
export function slipPath(cipher: Cipher, link: SlipLink, now: Date): string {
  const { dossierId, kind, number, language, reader, own } = link;
  const body: Sealed = [
    dossierId,
    kind,
    number,
    language,
    actorOf(reader),
    [...reader.roles],
    reader.unit ?? null,
    own,
    now.getTime() + VALID_MS,
  ];
  return `${PATH}${cipher.seal(PURPOSE, JSON.stringify(body)).toString('base64url')}.pdf`;
}

/** Undefined: no address of a paper. `EXPIRED`: it was one. */
export function readSlipPath(cipher: Cipher, path: string, now: Date): SlipLink | 'EXPIRED' | undefined {
  if (!path.startsWith(PATH) || !path.endsWith('.pdf')) return undefined;
  let body: Sealed;
  try {
    body = JSON.parse(cipher.open(PURPOSE, Buffer.from(path.slice(PATH.length, -'.pdf'.length), 'base64url'))) as Sealed;
  } catch {
    // Made up, altered, or sealed under a key that is not held any more: all look the same from outside.
    return undefined;
  }
  const [dossierId, kind, number, language, subject, roles, unit, own, until] = body;
  if (until < now.getTime()) return 'EXPIRED';
  return { dossierId, kind, number, language, own, reader: { ...NOBODY, subject, roles, ...(unit === null ? {} : { unit }) } };
}

/** Whether an address is one of papers at all. */
export function isSlipPath(path: string): boolean {
  return path.startsWith(PATH);
}
