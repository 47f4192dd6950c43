import type { Language } from '../../../platform/language.ts';
import type { Cipher } from '../../../platform/pii/cipher.ts';
import type { FileFormat } from '../../../platform/table-file.ts';

/** What the address of a report says, sealed: nobody can ask for more by it than they were given. */
export interface ReportLink {
  /** Which report; left out: of reconciliations. */
  kind?: 'RECEIPTS';
  from: string;
  to: string;
  /** The merchants of that unit and those below it alone; null: all. */
  unit: string | null;
  /** The unit that bounds whoever asked; null: nothing does. */
  bound: string | null;
  format: FileFormat;
  language: Language;
}

const PURPOSE = 'payments.report';
const VALID_MS = 15 * 60_000;
export const REPORT_PATH = '/payments/reports/';
const ADDRESS = /^\/payments\/reports\/([A-Za-z0-9_-]+)\.(?:xlsx|csv)$/;

/** The path of a report's address, for a quarter of an hour. */
export function reportPath(cipher: Cipher, link: ReportLink, now: Date): string {
  const body = JSON.stringify({ ...link, until: now.getTime() + VALID_MS });
  return `${REPORT_PATH}${cipher.seal(PURPOSE, body).toString('base64url')}.${link.format.toLowerCase()}`;
}

/** Undefined: no address of a report. `EXPIRED`: it was one. */
export function readReportPath(cipher: Cipher, path: string, now: Date): ReportLink | 'EXPIRED' | undefined {
  const [, sealed] = ADDRESS.exec(path) ?? [];
  if (sealed === undefined) return undefined;
  try {
    const { until, ...link } = JSON.parse(cipher.open(PURPOSE, Buffer.from(sealed, 'base64url'))) as ReportLink & { until: number };
    return until < now.getTime() ? 'EXPIRED' : link;
  } catch {
    // Made up, altered, or sealed under a key that is not held any more: all look the same from outside.
    return undefined;
  }
}
