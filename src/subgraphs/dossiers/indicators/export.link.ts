import type { Language } from '../../../platform/language.ts';
import type { Cipher } from '../../../platform/pii/cipher.ts';
import type { FileFormat } from '../../../platform/table-file.ts';
import type { Asked } from './asked.ts';

/** What the address of a file of figures says, sealed: nobody can ask for more by it than the graph gave. */
export interface ExportLink {
  asked: Asked;
  format: FileFormat;
  language: Language;
}

const PURPOSE = 'indicators.export';
const VALID_MS = 15 * 60_000;
const PATH = '/dossiers/indicators/';
const ADDRESS = /^\/dossiers\/indicators\/([A-Za-z0-9_-]+)\.(?:xlsx|csv)$/;

type Sealed = [string, string, string, string | null, FileFormat, Language, number];

/** The path of a file's address, for a quarter of an hour. */
export function exportPath(cipher: Cipher, { asked, format, language }: ExportLink, now: Date): string {
  const body: Sealed = [asked.unit, asked.from, asked.to, asked.procedure ?? null, format, language, now.getTime() + VALID_MS];
  return `${PATH}${cipher.seal(PURPOSE, JSON.stringify(body)).toString('base64url')}.${format.toLowerCase()}`;
}

/** Undefined: no address of a file. `EXPIRED`: it was one. */
export function readExportPath(cipher: Cipher, path: string, now: Date): ExportLink | 'EXPIRED' | undefined {
  const [, sealed] = ADDRESS.exec(path) ?? [];
  if (sealed === undefined) return undefined;
  let body: Sealed;
  try {
    body = JSON.parse(cipher.open(PURPOSE, Buffer.from(sealed, 'base64url'))) as Sealed;
  } catch {
    // Made up, altered, or sealed under a key that is not held any more: all look the same from outside.
    return undefined;
  }
  const [unit, from, to, procedure, format, language, until] = body;
  if (until < now.getTime()) return 'EXPIRED';
  return { asked: { unit, from, to, procedure: procedure ?? undefined }, format, language };
}

/** Whether an address is one of files of figures at all. */
export function isExportPath(path: string): boolean {
  return path.startsWith(PATH);
}
