import type { AccountProfile } from './account.profile.ts';
import { isDong } from './money.ts';
import { StatementError } from './statement.error.ts';

/** In which form a bank wrote a statement of an account; recognised by its bytes. */
export type AccountForm = 'CANONICAL' | 'TABLE' | 'CAMT053' | 'MT940';

/** A movement on an account. */
export interface AccountEntry {
  /** Counted from 1; of camt.053, which has no lines of its own, the number of the entry. */
  line: number;
  /** What it did to the balance: CREDIT is money that came in. */
  kind: 'CREDIT' | 'DEBIT';
  /** It takes an earlier movement back: a DEBIT then reverses a credit. */
  isReversal: boolean;
  /** The bank's own number of it: unique among the credits of the account. '' where a debit has none. */
  reference: string;
  /** Of a reversal: numbers under which the bank may have told what it reverses. */
  reverses: string[];
  /** Whole đồng, from 0. */
  amount: number;
  /** When it was booked; midnight in Việt Nam where the bank tells no time of day. */
  at: Date;
  /** The transfer's text as it arrived: perhaps cut, perhaps personal. */
  content: string;
}

/** How many there are, and what they come to in whole đồng. */
export interface Counted {
  count: number;
  sum: number;
}

/** What a whole, undamaged statement came to. */
export interface AccountSummary {
  form: AccountForm;
  /** YYYY-MM-DD. */
  day: string;
  /** Whole đồng, below 0 where the account was overdrawn; null: the form does not tell. */
  opening: number | null;
  closing: number | null;
  credits: Counted;
  debits: Counted;
  /** SHA-256, hex: of the file's every byte, or of what the statement says where the file holds others too. */
  sha256: string;
}

/** Some entries of one statement. */
export interface AccountBatch {
  /** Which of the file's statements it is, from 0. */
  statement: number;
  entries: AccountEntry[];
}

/** A file being read that holds an account's statement, or those of several days. */
export interface AccountReading {
  /** Nothing of them may be kept unless the iteration ends without an error: what must agree comes last. Throws StatementError. */
  batches: AsyncGenerator<AccountBatch, void, void>;
  /** Of each statement, in the file's order. Available once `batches` has ended; throws before. */
  summaries(): AccountSummary[];
}

/** What the file must be. */
export interface ExpectedAccount {
  /** The number, without spaces, dots and dashes. */
  account: string;
  /** YYYY-MM-DD, of which alone the file must be; undefined: it says itself of which days it is. */
  day: string | undefined;
  /** Of a file that has been read before: the days of its statements, in its order. An entry that tells no day is then of its statement's. */
  days?: readonly string[];
  /** How a table is read. */
  profile: AccountProfile;
  /** Who collects on the account; a file in the canonical form must then be that merchant's. */
  merchant: { provider: string; code: string } | undefined;
}

/** A longer text of a transfer is cut, as that of a notice is. */
const LONGEST_CONTENT = 500;

/** A transfer's text put together from its parts, on one line. */
export function contentOf(parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, LONGEST_CONTENT);
}

/** An account's number as it is compared: banks write spaces, dots and dashes into it. */
export function plainAccount(number: string): string {
  return number.replace(/[\s.-]/g, '').toUpperCase();
}

/** Midnight of a day in Việt Nam; undefined: there is no such day. */
export function startOfDay(day: string): Date | undefined {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) return undefined;
  return new Date(`${day}T00:00:00+07:00`);
}

/** Counts and sums movements, and holds them against what the file says of itself. */
export class AccountTotals {
  readonly credits: Counted = { count: 0, sum: 0 };
  readonly debits: Counted = { count: 0, sum: 0 };

  add({ kind, amount }: Pick<AccountEntry, 'kind' | 'amount'>, line: number): void {
    const side = kind === 'CREDIT' ? this.credits : this.debits;
    side.count += 1;
    side.sum += amount;
    if (!isDong(side.sum))
      refuse(line, 'amount', { vi: 'tổng vượt quá giới hạn tính được', en: 'the sums are beyond what can be counted' });
  }

  /** Opening balance, what came in and what went out must come to the closing balance, to the đồng. */
  balance({ opening, closing, line }: { opening: number; closing: number; line: number }): void {
    const due = opening + this.credits.sum - this.debits.sum;
    if (due === closing) return;
    refuse(line, 'closingBalance', {
      vi: `là ${closing}, số dư đầu ${opening} cộng ghi có ${this.credits.sum} trừ ghi nợ ${this.debits.sum} cho ${due}: tải lại tệp đầy đủ`,
      en: `is ${closing}, while opening ${opening} and credits ${this.credits.sum} less debits ${this.debits.sum} come to ${due}: download the whole file again`,
    });
  }
}

/** Refuses the file. `field` is the form's own name of what is wrong. */
export function refuse(line: number, field: string, reason: { vi: string; en: string }): never {
  throw new StatementError({ line, field, reason });
}

/** Refuses a file of another account than it is brought for. */
export function agreeAccount(line: number, field: string, { told, expected }: { told: string; expected: string }): void {
  if (plainAccount(told) === plainAccount(expected)) return;
  refuse(line, field, { vi: `không phải của tài khoản ${expected}`, en: `is not that of account ${expected}` });
}

/** Refuses what is not of the statement's day. */
export function agreeDay(line: number, field: string, { told, expected }: { told: string; expected: string }): void {
  if (told === expected) return;
  refuse(line, field, {
    vi: `là ${told}, cần ${expected}: mỗi sao kê là của một ngày`,
    en: `is ${told}, expected ${expected}: a statement is that of one day`,
  });
}

/** Refuses what is not in đồng. */
export function agreeCurrency(line: number, field: string, currency: string): void {
  if (currency !== 'VND') refuse(line, field, { vi: 'phải là VND', en: 'must be VND' });
}

const WHOLE = /^(\d{1,16})(?:[.,]0*)?$/;

/** An amount as ISO 20022 and SWIFT write it, with a decimal sign or without: whole đồng, since a đồng has no fraction. */
export function wholeDong(line: number, field: string, text: string): number {
  const [, digits = ''] = WHOLE.exec(text.trim()) ?? [];
  const value = Number(digits);
  if (digits !== '' && isDong(value)) return value;
  return refuse(line, field, { vi: 'không phải số tiền nguyên đồng, ví dụ 1234567', en: 'is no amount in whole đồng, e.g. 1234567' });
}
