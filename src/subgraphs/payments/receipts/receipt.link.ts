import { NOBODY, type Role, type Viewer } from '../../../platform/auth/viewer.ts';
import type { Language } from '../../../platform/language.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import type { Cipher } from '../../../platform/pii/cipher.ts';

/** What an address of a receipt says, sealed: nobody can make one up. */
export interface ReceiptLink {
  id: string;
  language: Language;
  /** For whom it was made: the read is recorded in their name. */
  reader: Viewer;
}

const PURPOSE = 'receipt.link';
const VALID_MS = 15 * 60_000;
export const RECEIPT_PATH = '/payments/receipts/';

type Sealed = [id: string, language: Language, subject: string, roles: Role[], unit: string | null, until: number];

/** The path of a receipt's address, for a quarter of an hour. */
export function receiptPath(cipher: Cipher, { id, language, reader }: ReceiptLink, now: Date): string {
  const body: Sealed = [id, language, actorOf(reader), [...reader.roles], reader.unit ?? null, now.getTime() + VALID_MS];
  return `${RECEIPT_PATH}${cipher.seal(PURPOSE, JSON.stringify(body)).toString('base64url')}.pdf`;
}

/** Undefined: no address of a receipt. `EXPIRED`: it was one. */
export function readReceiptPath(cipher: Cipher, path: string, now: Date): ReceiptLink | 'EXPIRED' | undefined {
  let body: Sealed;
  try {
    body = JSON.parse(cipher.open(PURPOSE, Buffer.from(path.slice(RECEIPT_PATH.length, -'.pdf'.length), 'base64url'))) as Sealed;
  } catch {
    // Made up, altered, or sealed under a key that is not held any more: all look the same from outside.
    return undefined;
  }
  const [id, language, subject, roles, unit, until] = body;
  if (until < now.getTime()) return 'EXPIRED';
  return { id, language, reader: { ...NOBODY, subject, roles, ...(unit === null ? {} : { unit }) } };
}
