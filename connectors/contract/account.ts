import { readCamt053 } from './account.camt.ts';
import { readCanonicalAccount } from './account.canonical.ts';
import type { AccountForm, AccountReading, ExpectedAccount } from './account.entry.ts';
import { readMt940 } from './account.mt940.ts';
import { knownByContent } from './account.statements.ts';
import { readAccountTable } from './account.table.ts';
import { peek, sampleOf } from './statement.lines.ts';

type Reader = (source: AsyncIterable<Uint8Array>, expected: ExpectedAccount) => Promise<AccountReading> | AccountReading;

const READERS: Readonly<Record<Exclude<AccountForm, 'TABLE'>, Reader>> = {
  CANONICAL: readCanonicalAccount,
  CAMT053: readCamt053,
  MT940: readMt940,
};

/** In which form a file is, by how it begins. What is none of the others is a table. */
export function formOf(beginning: string): AccountForm {
  const text = beginning.trimStart();
  if (text.startsWith('<')) return 'CAMT053';
  if (/^(?:\{[1-4]:|:20:)/.test(text)) return 'MT940';
  return text.startsWith('H,') ? 'CANONICAL' : 'TABLE';
}

/**
 * Reads what a bank or the treasury wrote of an account on a day, or on several in one file, in whichever form, a chunk at a time. Throws
 * StatementError for anything that is not exactly right: another account or day, a day that stands twice, an amount that is not whole đồng,
 * balances that the movements do not come to, a file that ends too early. An XLSX workbook comes as the table that its first sheet is.
 */
export async function readAccountStatement(
  source: AsyncIterable<Uint8Array>,
  expected: ExpectedAccount,
): Promise<AccountReading & { form: AccountForm }> {
  const { head, all } = await peek(source);
  const form = formOf(sampleOf(head));
  const reading = form === 'TABLE' ? readAccountTable({ head, all }, expected) : await READERS[form](all, expected);
  return { ...knownByContent(reading), form };
}
