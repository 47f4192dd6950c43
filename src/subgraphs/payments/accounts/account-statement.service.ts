import { join } from 'node:path';
import type { AccountReading, AccountSummary, ExpectedAccount } from '../../../../connectors/contract/account.entry.ts';
import { USUAL_PROFILE } from '../../../../connectors/contract/account.profile.ts';
import { readAccountStatement } from '../../../../connectors/contract/account.ts';
import { StatementError } from '../../../../connectors/contract/statement.error.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import type { Message } from '../../../platform/language.ts';
import type { Platform } from '../../../platform/platform.ts';
import { INCOMING, type Spool, withSpool } from '../../../platform/spool.ts';
import { identify } from '../credits/credit.match.ts';
import { recordCredits } from '../credits/credit.store.ts';
import { textOf } from '../statements/statement.workbook.ts';
import { creditsOf, SeenEntries } from './account-statement.check.ts';
import { type KeptStatement, keepStatements, versionOf } from './account-statement.keep.ts';
import { accountByNumber, type BankAccountRow, plainNumber } from './bank-account.row.ts';

/** What a bank or the treasury wrote of an account on a day, or on several, on its way in. */
export interface OfferedAccountStatement {
  account: string;
  /** YYYY-MM-DD, the only day of the file; undefined: the file says itself of which days it is. */
  businessDate: string | undefined;
  body: AsyncIterable<Uint8Array>;
  /** Null: it lay in the folder for statements. */
  uploadedBy: string | null;
  /** Whether the sender keeps the books of that account; undefined: it is not registered. */
  mayBring(account: BankAccountRow | undefined): boolean;
}

/** What became of it. NEW (some of it) and KNOWN (all of it the same again) stand; of what is refused nothing is kept. */
export type TakenAccountStatement =
  | { outcome: 'NEW' | 'KNOWN' /** The statement of the newest day. */; newest: KeptStatement }
  | { outcome: 'REFUSED'; reason: Message }
  | { outcome: 'FORBIDDEN' };

type Hub = Pick<Platform, 'db' | 'config' | 'cipher' | 'clock' | 'connectors' | 'log'>;

/**
 * Takes the statements of a registered account that a file holds, all or none, in whichever form its bytes are. Each entry that came in is a credit under the bank's own number:
 * the very one that a notice told of, or one that nobody told of, which then pays what it names where the account collects for a merchant.
 */
export async function takeAccountStatement(hub: Hub, offered: OfferedAccountStatement): Promise<TakenAccountStatement> {
  const account = await accountByNumber(hub.db, plainNumber(offered.account));
  if (!offered.mayBring(account)) return { outcome: 'FORBIDDEN' };
  if (account === undefined) return { outcome: 'REFUSED', reason: notRegistered(offered.account) };
  if (!account.active) return { outcome: 'REFUSED', reason: notActive(account.number) };
  const merchant = await collectorOf(hub.db, account);
  const expected = { account: account.number, day: offered.businessDate, profile: account.profile ?? USUAL_PROFILE, merchant };
  try {
    const folder = join(hub.config.dataDir, INCOMING);
    return await withSpool(folder, (spool) => take(hub, spool, { account, expected, offered }));
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    return { outcome: 'REFUSED', reason: { vi: error.describe('vi'), en: error.describe('en') } };
  }
}

type Wanted = { account: BankAccountRow; expected: ExpectedAccount; offered: OfferedAccountStatement };

async function take(hub: Hub, spool: Spool, { account, expected, offered }: Wanted): Promise<TakenAccountStatement> {
  const body = textOf(offered.body, join(hub.config.dataDir, INCOMING));
  const arriving = await readAccountStatement(spool.filling(body), expected);
  const summaries = await summariesOf(arriving);
  const known = await knownOf(hub.db, account.number, summaries);
  if (known !== undefined) return { outcome: 'KNOWN', newest: newestOf(known) };
  const again = { account, expected: { ...expected, days: summaries.map(({ day }) => day) } };
  const seen = await check(hub, spool, again);
  await takeCredits(hub, spool, again);
  const whole = summaries.map((summary, at) => ({ summary, seen: seen.of(at) }));
  const statements = await keepStatements(hub, { account: account.number, statements: whole, uploadedBy: offered.uploadedBy });
  return { outcome: statements.some(({ isNew }) => isNew) ? 'NEW' : 'KNOWN', newest: newestOf(statements) };
}

function newestOf(statements: readonly KeptStatement[]): KeptStatement {
  return statements.reduce((newest, each) => (each.day > newest.day ? each : newest));
}

/** Reads to the end, before anything is looked at: what must agree, and the days themselves, may come last. */
async function summariesOf({ batches, summaries }: AccountReading): Promise<AccountSummary[]> {
  for await (const _ of batches);
  return summaries();
}

/** What is held, where all of it is held already; undefined: something is new. */
async function knownOf(sql: Queryable, account: string, summaries: readonly AccountSummary[]): Promise<KeptStatement[] | undefined> {
  const known: KeptStatement[] = [];
  for (const summary of summaries) {
    const held = await versionOf(sql, account, summary);
    if (held === undefined) return undefined;
    known.push({ ...held, day: summary.day, isNew: false });
  }
  return known;
}

/** The whole file against what is known, before a row of it is kept. */
async function check(hub: Hub, spool: Spool, { account, expected }: Pick<Wanted, 'account' | 'expected'>): Promise<SeenEntries> {
  const reading = await readAccountStatement(spool.again(), expected);
  const seen = new SeenEntries(account.number, reading.form);
  for await (const batch of reading.batches) await seen.add(hub.db, batch);
  return seen;
}

/** Batch by batch: a credit is kept once by its number, so that a file whose taking was cut off is simply sent again. */
async function takeCredits(hub: Hub, spool: Spool, { account, expected }: Pick<Wanted, 'account' | 'expected'>): Promise<void> {
  const { merchant_id: merchantId, unit, number } = account;
  const again = await readAccountStatement(spool.again(), expected);
  for await (const { entries } of again.batches) {
    const told = { merchantId, unit, credits: creditsOf(number, entries), by: 'STATEMENT' } as const;
    const fresh = await hub.db.transaction((sql) => recordCredits(hub, sql, told));
    for (const id of fresh) await identify(hub, id);
  }
}

async function collectorOf(sql: Queryable, { merchant_id: id }: BankAccountRow): Promise<ExpectedAccount['merchant']> {
  if (id === null) return undefined;
  const [row] = await sql.query<{ provider: string; code: string }>('SELECT provider, code FROM payments.merchant WHERE id = $1', [id]);
  return row;
}

function notRegistered(number: string): Message {
  return {
    vi: `Tài khoản ${number} chưa có trong danh mục: đăng ký bằng setBankAccount, có người khác duyệt, rồi gửi lại.`,
    en: `Account ${number} is not registered: register it with setBankAccount, have somebody approve it, and send the file again.`,
  };
}

function notActive(number: string): Message {
  return {
    vi: `Tài khoản ${number} đã ngừng dùng: mở lại bằng setBankAccount nếu vẫn cần.`,
    en: `Account ${number} is not in use any more: open it again with setBankAccount if it is needed.`,
  };
}
