import type { AccountEntry, ExpectedAccount } from '../../connectors/contract/account.entry.ts';
import { USUAL_PROFILE } from '../../connectors/contract/account.profile.ts';
import { readAccountStatement } from '../../connectors/contract/account.ts';

/** Whose statements are read, and of which day. */
export const ACCOUNT = '37130105432100001';
export const DAY = '2025-11-26';
const EXPECTED: ExpectedAccount = { account: ACCOUNT, day: DAY, profile: USUAL_PROFILE, merchant: undefined };

async function* pieces(text: string | Buffer, size: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
/** The whole of a statement, in pieces of that size. */
export async function read(text: string | Buffer, { size = 4_096, ...over }: Partial<ExpectedAccount> & { size?: number } = {}) {
  const reading = await readAccountStatement(pieces(text, size), { ...EXPECTED, ...over });
  const entries: AccountEntry[] = [];
  for await (const batch of reading.batches) entries.push(...batch);
  return { entries, summary: reading.summary() };
}
/** Why it is refused; or `taken`. */
export const refusal = async (text: string | Buffer, over: Partial<ExpectedAccount> = {}) => {
  try {
    await read(text, over);
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};
/** A time of the day. */
export const at = (time: string) => new Date(`${DAY}T${time}+07:00`);
