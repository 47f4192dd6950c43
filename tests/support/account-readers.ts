import type { AccountEntry, ExpectedAccount } from '../../connectors/contract/account.entry.ts';
import { USUAL_PROFILE } from '../../connectors/contract/account.profile.ts';
import { readAccountStatement } from '../../connectors/contract/account.ts';
import { type WrittenForm, type WrittenStatement, writeAccount } from '../../connectors/vietqr/simulator.account.ts';

/** Whose statements are read, and of which day. */
export const ACCOUNT = '37130105432100001';
export const DAY = '2025-11-26';
const EXPECTED: ExpectedAccount = { account: ACCOUNT, day: DAY, profile: USUAL_PROFILE, merchant: undefined };

async function* pieces(text: string | Buffer, size: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
type Read = Partial<ExpectedAccount> & { size?: number };
/** Each statement of a file, in pieces of that size. */
export async function readAll(text: string | Buffer, { size = 4_096, ...over }: Read = {}) {
  const reading = await readAccountStatement(pieces(text, size), { ...EXPECTED, ...over });
  const entries = new Map<number, AccountEntry[]>();
  for await (const batch of reading.batches) entries.set(batch.statement, [...(entries.get(batch.statement) ?? []), ...batch.entries]);
  return reading.summaries().map((summary, statement) => ({ summary, entries: entries.get(statement) ?? [] }));
}
/** The whole of a statement that is alone in its file. */
export async function read(text: string | Buffer, over: Read = {}) {
  const [one, ...others] = await readAll(text, over);
  if (one === undefined || others.length > 0) throw new Error(`the file has ${others.length + 1} statements`);
  return one;
}
/** Why it is refused; or `taken`. */
export const refusal = async (text: string | Buffer, over: Partial<ExpectedAccount> = {}) => {
  try {
    await readAll(text, over);
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};
/** A time of the day. */
export const at = (time: string) => new Date(`${DAY}T${time}+07:00`);
/** Statements of several days in one file, as banks send them: one after the other, or as one table of all days. */
export function severalIn(form: WrittenForm, statements: readonly WrittenStatement[]): string {
  const texts = statements.map((each) => writeAccount(form, each));
  const [first = ''] = texts;
  if (form === 'mt940') return texts.join('');
  if (form === 'camt053')
    return first.replace(/<Stmt>.*<\/Stmt>/s, () => texts.map((text) => /<Stmt>.*<\/Stmt>/s.exec(text)?.[0]).join('\n'));
  const { account = '', day = '', opening = 0 } = statements[0] ?? {};
  return writeAccount(form, { account, day, opening, movements: statements.flatMap(({ movements }) => movements) });
}
