import { join } from 'node:path';
import type { ExpectedAccount } from '../../../../connectors/contract/account.entry.ts';
import { USUAL_PROFILE } from '../../../../connectors/contract/account.profile.ts';
import { readAccountStatement } from '../../../../connectors/contract/account.ts';
import { StatementError } from '../../../../connectors/contract/statement.error.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import type { Message } from '../../../platform/language.ts';
import type { Platform } from '../../../platform/platform.ts';
import { identify } from '../credits/credit.match.ts';
import { recordCredits } from '../credits/credit.store.ts';
import { INCOMING } from '../statement.service.ts';
import { type Spool, withSpool } from '../statement.spool.ts';
import { textOf } from '../statements/statement.workbook.ts';
import { creditsOf, SeenEntries } from './account-statement.check.ts';
import { keepStatement, versionOf } from './account-statement.keep.ts';
import { accountByNumber, type BankAccountRow, plainNumber } from './bank-account.row.ts';

/** What a bank or the treasury wrote of an account on a day, on its way in. */
export interface OfferedAccountStatement {
  account: string;
  /** YYYY-MM-DD; undefined: the file says so itself, where its form does. */
  businessDate: string | undefined;
  body: AsyncIterable<Uint8Array>;
  /** Null: it lay in the folder for statements. */
  uploadedBy: string | null;
  /** Whether the sender keeps the books of that account; undefined: it is not registered. */
  mayBring(account: BankAccountRow | undefined): boolean;
}

/** What became of it. NEW and KNOWN (the same bytes again) stand; of what is refused nothing is kept. */
export type TakenAccountStatement =
  | { outcome: 'NEW' | 'KNOWN'; rows: number; version: number; businessDate: string }
  | { outcome: 'REFUSED'; reason: Message }
  | { outcome: 'FORBIDDEN' };

type Hub = Pick<Platform, 'db' | 'config' | 'cipher' | 'clock' | 'connectors' | 'log'>;

/**
 * Takes a statement of a registered account, in whichever form its bytes are. Each entry that came in is a credit under the bank's own number:
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
  const seen = new SeenEntries(account.number, arriving.form);
  // To its end before anything is kept: what must agree comes last.
  for await (const entries of arriving.batches) await seen.add(hub.db, entries);
  const summary = arriving.summary();
  const { day: businessDate } = summary;
  const known = await versionOf(hub.db, account.number, summary);
  if (known !== undefined) return { outcome: 'KNOWN', ...known, businessDate };
  await takeCredits(hub, spool, { account, expected: { ...expected, day: businessDate } });
  const { isNew, rows, version } = await keepStatement(hub, { account: account.number, summary, seen, uploadedBy: offered.uploadedBy });
  return { outcome: isNew ? 'NEW' : 'KNOWN', rows, version, businessDate };
}

/** Batch by batch: a credit is kept once by its number, so that a file whose taking was cut off is simply sent again. */
async function takeCredits(hub: Hub, spool: Spool, { account, expected }: Pick<Wanted, 'account' | 'expected'>): Promise<void> {
  const { merchant_id: merchantId, unit, number } = account;
  const again = await readAccountStatement(spool.again(), expected);
  for await (const entries of again.batches) {
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
