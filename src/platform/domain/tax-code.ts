import type { Finding } from './finding.ts';

/** ENTERPRISE: 10 digits; BRANCH: 10 digits and a suffix 001 … 999; PERSON: a 12-digit personal number (Circular 86/2024/TT-BTC). */
export type TaxCodeKind = 'ENTERPRISE' | 'BRANCH' | 'PERSON';

/** A tax code (mã số thuế) that may be taken, in its one written form. */
export interface TaxCode {
  kind: TaxCodeKind;
  /** `0000000000`, `0000000000-000` or the 12 digits. */
  text: string;
}

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * The check digit of a tax code's first nine digits: 10 − (Σ weight × digit mod 11). `impossible` where that
 * would be 10: such a code is never given out, and 0 in its place is wrong.
 */
export function taxCheckDigit(nine: string): number | 'impossible' {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(nine[at]), 0);
  const digit = 10 - (sum % 11);
  return digit === 10 ? 'impossible' : digit;
}

/** A tax code without spaces and dots, a branch's suffix behind a dash. Says nothing of its truth. */
export function normalizeTaxCode(text: string): string {
  const bare = text.replace(/[\s.]/g, '');
  return /^\d{13}$/.test(bare) ? `${bare.slice(0, 10)}-${bare.slice(10)}` : bare;
}

/** Whether a tax code is a person's own 12-digit number, and so personal data. */
export function isPersonalTaxCode(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** The tax code, or what is wrong with it. A person's number is judged by `checkNationalId` besides. */
export function readTaxCode(given: string): TaxCode | Finding {
  const text = normalizeTaxCode(given);
  if (isPersonalTaxCode(text)) return { kind: 'PERSON', text };
  const [, nine, last, suffix] = /^(\d{9})(\d)(?:-(\d{3}))?$/.exec(text) ?? [];
  if (nine === undefined || suffix === '000') {
    return {
      code: 'FORMAT',
      severity: 'error',
      text: {
        vi: 'Mã số thuế có 10 chữ số, 10-3 chữ số (đơn vị phụ thuộc) hoặc 12 chữ số (cá nhân).',
        en: 'A tax code has 10 digits, 10-3 digits (a branch) or 12 digits (a person).',
      },
    };
  }
  if (taxCheckDigit(nine) !== Number(last)) {
    return {
      code: 'CHECK_DIGIT',
      severity: 'error',
      text: { vi: 'Mã số thuế sai chữ số kiểm tra.', en: 'The check digit of the tax code is wrong.' },
    };
  }
  return { kind: suffix === undefined ? 'ENTERPRISE' : 'BRANCH', text };
}
