import { join } from 'node:path';
import type { CreditNotice } from '../../../../connectors/contract/payment.ts';
import { StatementError } from '../../../../connectors/contract/statement.error.ts';
import type { StatementRow } from '../../../../connectors/contract/statement.rows.ts';
import { readStatement, type StatementSummary } from '../../../../connectors/contract/statement.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import { PaymentProvider } from '../../../platform/graphql/enums.ts';
import { newUuid } from '../../../platform/ids.ts';
import type { Message } from '../../../platform/language.ts';
import type { Platform } from '../../../platform/platform.ts';
import { identify } from '../credits/credit.match.ts';
import { recordCredits } from '../credits/credit.store.ts';
import { type MerchantRow, merchantByCode } from '../merchant.service.ts';
import { INCOMING } from '../statement.service.ts';
import { withSpool } from '../statement.spool.ts';

/** A bank's statement of an account on its way in, in the canonical form. */
export interface OfferedAccountStatement {
  account: string;
  /** YYYY-MM-DD. */
  businessDate: string;
  body: AsyncIterable<Uint8Array>;
  uploadedBy: string;
  /** Whether the sender keeps the books of that account; undefined: the hub does not know it. */
  mayBring(merchant: MerchantRow | undefined): boolean;
}

/** What became of it. NEW and KNOWN (the same bytes again) stand; of what is refused nothing is kept. */
export type TakenAccountStatement =
  | { outcome: 'NEW' | 'KNOWN'; rows: number; version: number }
  | { outcome: 'REFUSED'; reason: Message }
  | { outcome: 'FORBIDDEN' };

type Hub = Pick<Platform, 'db' | 'config' | 'cipher' | 'clock' | 'connectors' | 'log'>;

/**
 * Takes what a bank wrote of an account on a day. Each successful PAY row is a credit under the bank's own number (`providerTransactionId`),
 * with the transfer's text as `orderInfo`: the very one that a notice told of, or one whose notice was lost, which then pays what it names.
 */
export async function takeAccountStatement(hub: Hub, offered: OfferedAccountStatement): Promise<TakenAccountStatement> {
  try {
    return await withSpool(join(hub.config.dataDir, INCOMING), async (spool): Promise<TakenAccountStatement> => {
      const expected = { businessDate: offered.businessDate };
      const arriving = await readStatement(spool.filling(offered.body), expected);
      const { provider, merchantCode } = arriving.header;
      const merchant = isProvider(provider) ? await merchantByCode(hub.db, provider, merchantCode) : undefined;
      if (!offered.mayBring(merchant)) return { outcome: 'FORBIDDEN' };
      if (merchant === undefined || !isCollecting(hub, merchant) || !holds(merchant, offered.account)) throw notItsAccount(offered.account);
      // To its end before anything is kept: its trailer comes last.
      const told = new Set<string>();
      for await (const batch of arriving.batches) {
        const credits = batch.flatMap((row) => toldCredit(row, { account: offered.account, told }) ?? []);
        await refuseOtherAmounts(hub.db, offered.account, credits);
      }
      const summary = arriving.summary();
      const known = await versionOf(hub, merchant, { offered, summary });
      if (known !== undefined) return { outcome: 'KNOWN', ...known };
      const again = await readStatement(spool.again(), expected);
      await takeCredits(hub, { merchant, account: offered.account, batches: again.batches });
      return keep(hub, { merchant, offered, summary, told });
    });
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    return { outcome: 'REFUSED', reason: { vi: error.describe('vi'), en: error.describe('en') } };
  }
}

function isProvider(name: string): name is PaymentProvider {
  return Object.hasOwn(PaymentProvider, name);
}

/** A gateway's settlement file names payments that it holds itself: as credits of a bank account they would be booked a second time. */
function isCollecting({ connectors }: Hub, { provider }: MerchantRow): boolean {
  return connectors.payment(provider)?.credits !== undefined;
}

/** A merchant whose bank tells of credits has a code that ends with its account, after the bank's BIN. */
function holds({ code }: MerchantRow, account: string): boolean {
  return code === account || code.endsWith(`-${account}`);
}

function notItsAccount(account: string): StatementError {
  const reason = { vi: `không phải của tài khoản ${account}`, en: `is not that of account ${account}` };
  return new StatementError({ line: 1, field: 'merchantCode', reason });
}

/** The credit of a row; undefined: money that went out, or came to nothing. */
function creditOf(row: StatementRow, account: string): CreditNotice | undefined {
  if (row.type !== 'PAY' || row.status !== 'SUCCESS' || row.gross === 0) return undefined;
  if (row.providerTransactionId === '') {
    const reason = { vi: 'thiếu số giao dịch của ngân hàng', en: "the bank's own number is missing" };
    throw new StatementError({ line: row.rowNo + 1, field: 'providerTxnId', reason });
  }
  return { account, bankReference: row.providerTransactionId, amount: row.gross, at: new Date(row.time), content: row.orderInfo };
}

interface ToldCredit {
  line: number;
  credit: CreditNotice;
}

/** A row's credit, whose number stands in the file once. */
function toldCredit(row: StatementRow, { account, told }: { account: string; told: Set<string> }): ToldCredit | undefined {
  const credit = creditOf(row, account);
  if (credit === undefined) return undefined;
  const line = row.rowNo + 1;
  if (told.has(credit.bankReference)) {
    const reason = { vi: 'số giao dịch đã có ở dòng trước', en: "the bank's number stands in an earlier line" };
    throw new StatementError({ line, field: 'providerTxnId', reason });
  }
  told.add(credit.bankReference);
  return { line, credit };
}

/** A number that the bank has given to another sum before: one of the two is wrong, and only the bank can say which. */
async function refuseOtherAmounts(sql: Queryable, account: string, credits: readonly ToldCredit[]): Promise<void> {
  const held = await sql.query<{ bank_reference: string; amount: number }>(
    'SELECT bank_reference, amount FROM payments.account_credit WHERE account = $1 AND bank_reference = ANY($2::text[])',
    [account, credits.map(({ credit }) => credit.bankReference)],
  );
  const amounts = new Map(held.map((row) => [row.bank_reference, row.amount]));
  for (const { line, credit } of credits) {
    const known = amounts.get(credit.bankReference) ?? credit.amount;
    if (known === credit.amount) continue;
    const reason = {
      vi: `ngân hàng đã báo ${known} đồng cho số giao dịch này, tệp nêu ${credit.amount}: hỏi ngân hàng rồi gửi tệp đúng`,
      en: `the bank told of ${known} đồng under this number before, the file says ${credit.amount}: ask the bank, and send the right file`,
    };
    throw new StatementError({ line, field: 'gross', reason });
  }
}

/** Batch by batch: a credit is kept once by its number, so that a file whose taking was cut off is simply sent again. */
async function takeCredits(
  hub: Hub,
  { merchant, account, batches }: { merchant: MerchantRow; account: string; batches: AsyncIterable<StatementRow[]> },
): Promise<void> {
  for await (const batch of batches) {
    const credits = batch.flatMap((row) => creditOf(row, account) ?? []);
    const fresh = await hub.db.transaction((sql) =>
      recordCredits(hub, sql, { merchantId: merchant.id, unit: merchant.unit, credits, by: 'STATEMENT' }),
    );
    for (const id of fresh) await identify(hub, id);
  }
}

type Whole = { offered: OfferedAccountStatement; summary: StatementSummary };
/** With the bank's numbers of all its credits. */
type Told = Whole & { merchant: MerchantRow; told: ReadonlySet<string> };

async function versionOf(
  hub: Hub,
  merchant: MerchantRow,
  { offered, summary }: Whole,
): Promise<{ rows: number; version: number } | undefined> {
  const [held] = await hub.db.query<{ rows: number; version: number }>(
    'SELECT rows, version FROM payments.account_statement WHERE merchant_id = $1 AND business_date = $2 AND sha256 = $3',
    [merchant.id, offered.businessDate, Buffer.from(summary.sha256, 'hex')],
  );
  return held;
}

function keep(hub: Hub, { merchant, offered, summary, told }: Told): Promise<TakenAccountStatement> {
  return hub.db.transaction(async (sql): Promise<TakenAccountStatement> => {
    // Two files of one account take their turns here.
    await sql.query('SELECT 1 FROM payments.merchant WHERE id = $1 FOR NO KEY UPDATE', [merchant.id]);
    const [kept] = await sql.query<{ version: number }>(
      `INSERT INTO payments.account_statement (id, merchant_id, business_date, version, sha256, rows, uploaded_by, taken_at)
       SELECT $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6, $7 FROM payments.account_statement WHERE merchant_id = $2 AND business_date = $3
       ON CONFLICT (merchant_id, business_date, sha256) DO NOTHING RETURNING version`,
      [
        ...[newUuid(), merchant.id, offered.businessDate, Buffer.from(summary.sha256, 'hex'), summary.count],
        ...[offered.uploadedBy, hub.clock.now()],
      ],
    );
    if (kept !== undefined) {
      await markTold(sql, { account: offered.account, day: offered.businessDate, told });
      return { outcome: 'NEW', rows: summary.count, version: kept.version };
    }
    const [held] = await sql.query<{ rows: number; version: number }>(
      'SELECT rows, version FROM payments.account_statement WHERE merchant_id = $1 AND business_date = $2 AND sha256 = $3',
      [merchant.id, offered.businessDate, Buffer.from(summary.sha256, 'hex')],
    );
    return { outcome: 'KNOWN', rows: held?.rows ?? summary.count, version: held?.version ?? 1 };
  });
}

/** Of each credit of an account's day: whether the newest statement has it. */
async function markTold(
  sql: Queryable,
  { account, day, told }: { account: string; day: string; told: ReadonlySet<string> },
): Promise<void> {
  await sql.query(
    `UPDATE payments.account_credit SET on_statement = bank_reference = ANY($3::text[])
     WHERE account = $1 AND booked_on = $2 AND on_statement IS DISTINCT FROM (bank_reference = ANY($3::text[]))`,
    [account, day, [...told]],
  );
}
