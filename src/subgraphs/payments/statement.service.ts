import { join } from 'node:path';
import type { PaymentPort } from '../../../connectors/contract/payment.ts';
import { StatementError } from '../../../connectors/contract/statement.error.ts';
import type { PlainFields, StatementRow } from '../../../connectors/contract/statement.rows.ts';
import { readStatement, type StatementReading, type StatementSummary } from '../../../connectors/contract/statement.ts';
import { copyText, csvText } from '../../platform/database/copy.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { PaymentProvider } from '../../platform/graphql/enums.ts';
import { newUuid } from '../../platform/ids.ts';
import type { Message } from '../../platform/language.ts';
import type { Cipher } from '../../platform/pii/cipher.ts';
import type { Platform } from '../../platform/platform.ts';
import { INCOMING, withSpool } from '../../platform/spool.ts';
import { type MerchantRow, merchantByCode } from './merchant.service.ts';
import { isOwnReference } from './payment.reference.ts';
import { textOf } from './statements/statement.workbook.ts';

/** A statement file on its way in. */
export interface OfferedStatement {
  provider: PaymentProvider;
  /** YYYY-MM-DD. */
  businessDate: string;
  /** Its H line must name this merchant; left out: any that the provider has. */
  merchantCode?: string;
  body: AsyncIterable<Uint8Array>;
  /** Whether it lies on this machine: the database then takes it while it is read. */
  atHand?: boolean;
  /** Who sends it; null: fetched from the provider. */
  uploadedBy: string | null;
  /** Whether the sender may bring a statement of that merchant; undefined: of one that the hub does not know. */
  mayBring?(merchant: MerchantRow | undefined): boolean;
}

/** What became of it. NEW and KNOWN (the same bytes again) stand; of what is refused nothing is kept. */
export type TakenStatement =
  | { outcome: 'NEW' | 'KNOWN'; rows: number; version: number; merchantId: string }
  | { outcome: 'REFUSED'; reason: Message; merchantId: string | undefined }
  | { outcome: 'FORBIDDEN' };

const ROWS = {
  csv: true,
  table: 'payments.statement_row',
  columns: [
    ...[
      'statement_id',
      'row_no',
      'type',
      'merchant_ref',
      'provider_txn_id',
      'original_txn_id',
      'bank_code',
      'bank_txn_id',
      'channel',
      'at',
    ],
    ...['gross', 'fee', 'fee_vat', 'net', 'status', 'batch_id', 'order_sealed'],
  ],
};

const ORDER_PURPOSE = 'payments.order';

const CHUNK_CHARACTERS = 64 * 1_024;

/** Rows from which on statistics and summaries matter at once; those of fewer are made by PostgreSQL in its own time. */
const LARGE = 1_000;

type Hub = Pick<Platform, 'db' | 'config' | 'cipher' | 'connectors'>;

/**
 * Takes a statement as it streams in, whole or not at all, with a memory that does not grow with it. The database learns of it
 * once it is known to be whole: a sender's pace keeps no transaction open, which would hold back every reader of the outbox. Its
 * rows wait on the disk as the database will take them, so that they are read once. What is at hand has no sender's pace, and need not wait;
 * its rows are the caller's to summarize, while it goes on.
 */
export async function takeStatement(hub: Hub, offered: OfferedStatement): Promise<TakenStatement> {
  let merchantId: string | undefined;
  try {
    return await withSpool(join(hub.config.dataDir, INCOMING), async (spool) => {
      const { provider, businessDate, merchantCode, mayBring } = offered;
      const body = textOf(offered.body, join(hub.config.dataDir, INCOMING));
      const arriving = await readerOf(hub, provider)(body, {
        provider,
        businessDate,
        ...(merchantCode === undefined ? {} : { merchantCode }),
      });
      const merchant = await merchantByCode(hub.db, provider, arriving.header.merchantCode);
      if (mayBring?.(merchant) === false) return { outcome: 'FORBIDDEN' };
      if (merchant === undefined) throw unknownMerchant();
      merchantId = merchant.id;
      const id = newUuid();
      const lines = linesOf(hub.cipher, id, arriving);
      const whole = () => ({ id, offered, merchant, summary: arriving.summary() });
      if (offered.atHand === true) return analyzed(hub, await takeAtOnce(hub, lines, whole));
      await spool.keep(lines);
      const taken = await hub.db.transaction((sql) => keep(sql, whole(), () => copyText(sql, ROWS, spool.again())));
      await summarizeRows(hub, taken);
      return analyzed(hub, taken);
    });
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    return { outcome: 'REFUSED', reason: { vi: error.describe('vi'), en: error.describe('en') }, merchantId };
  }
}

/** A provider's own form is its connector's to read; without one the file must be in the canonical form. */
function readerOf({ connectors }: Hub, provider: PaymentProvider): NonNullable<PaymentPort['readStatement']> {
  const port = connectors.payment(provider);
  return port?.readStatement?.bind(port) ?? readStatement;
}

function unknownMerchant(): StatementError {
  const reason = { vi: 'trung tâm không có đơn vị chấp nhận thanh toán này', en: 'the hub has no such merchant' };
  return new StatementError({ line: 1, field: 'merchantCode', reason });
}

/** A file that is known to be whole. */
interface WholeStatement {
  id: string;
  offered: OfferedStatement;
  merchant: MerchantRow;
  summary: StatementSummary;
}

/** Undoes what the database took of a file that it knew already. */
class KnownAlready extends Error {
  readonly taken: TakenStatement;

  constructor(taken: TakenStatement) {
    super('the statement is known already');
    this.taken = taken;
  }
}

/** The database takes the rows while they are read, and drops them where the file turns out damaged or known. */
async function takeAtOnce(hub: Hub, lines: AsyncIterable<string>, whole: () => WholeStatement): Promise<TakenStatement> {
  try {
    return await hub.db.transaction(async (sql) => {
      await copyText(sql, ROWS, lines);
      const taken = await keep(sql, whole());
      if (taken.outcome === 'KNOWN') throw new KnownAlready(taken);
      return taken;
    });
  } catch (error) {
    if (error instanceof KnownAlready) return error.taken;
    throw error;
  }
}

/** `copy` brings the rows, where they are not there yet. */
async function keep(
  sql: Transaction,
  { id, offered, merchant, summary }: WholeStatement,
  copy?: () => Promise<void>,
): Promise<TakenStatement> {
  const sha256 = Buffer.from(summary.sha256, 'hex');
  // Two files of one merchant take their turns here; payments to it, which only point at its row, do not wait.
  await sql.query('SELECT 1 FROM payments.merchant WHERE id = $1 FOR NO KEY UPDATE', [merchant.id]);
  const held = await sql.query<{ version: number; rows: number; sha256: Buffer }>(
    'SELECT version, rows, sha256 FROM payments.statement WHERE merchant_id = $1 AND business_date = $2 ORDER BY version DESC',
    [merchant.id, offered.businessDate],
  );
  const same = held.find((statement) => statement.sha256.equals(sha256));
  if (same !== undefined) return { outcome: 'KNOWN', rows: same.rows, version: same.version, merchantId: merchant.id };
  const version = (held[0]?.version ?? 0) + 1;
  await sql.query(
    `INSERT INTO payments.statement (id, provider, merchant_id, business_date, version, sha256, rows, sum_gross, sum_fee, sum_fee_vat, sum_net, generated_at, uploaded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[id, merchant.provider, merchant.id, offered.businessDate, version, sha256, summary.count],
      ...[summary.sumGross, summary.sumFee, summary.sumFeeVat, summary.sumNet, summary.header.generatedAt, offered.uploadedBy],
    ],
  );
  await copy?.();
  return { outcome: 'NEW', rows: summary.count, version, merchantId: merchant.id };
}

/** Matching follows at once: without fresh statistics PostgreSQL would take the file for a handful of rows and compare each with each. */
async function analyzed(hub: Hub, taken: TakenStatement): Promise<TakenStatement> {
  if (isLarge(taken)) await hub.db.query('ANALYZE payments.statement_row');
  return taken;
}

/** Summarizes the rows of a large statement: without that every other statement would be looked for among them. It holds up no reader. */
export async function summarizeRows({ db }: Pick<Hub, 'db'>, taken: TakenStatement): Promise<void> {
  if (isLarge(taken)) await db.query(`SELECT brin_summarize_new_values('payments.statement_row_by_statement')`);
}

const isLarge = (taken: TakenStatement) => taken.outcome === 'NEW' && taken.rows >= LARGE;

/** Its rows as COPY takes them, so many together that the database is never waited for with a few. */
async function* linesOf(cipher: Cipher, statementId: string, { batches }: StatementReading): AsyncGenerator<string, void, void> {
  let text = '';
  for await (const batch of batches) {
    for (const row of batch) {
      const { head, tail } = row.plain ?? fieldsOf(row);
      text += `${statementId},${row.rowNo},${head},${tail},${orderText(cipher, row)}\n`;
    }
    if (text.length < CHUNK_CHARACTERS) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

function fieldsOf(row: StatementRow): PlainFields {
  const texts = [row.type, row.merchantRef, row.providerTransactionId, row.originalProviderTransactionId, row.bankCode];
  const more = [row.bankTransactionId, row.channel, row.time];
  const head = [...[...texts, ...more].map(csvText), row.gross, row.fee, row.feeVat, row.net].join(',');
  return { head, tail: `${row.status},${csvText(row.batchId)}` };
}

/**
 * An order's text is whatever somebody wrote: it may name a person, with their number. Of the hub's own references it is the hub's
 * own text, which its payment knows better.
 */
function orderText(cipher: Cipher, { merchantRef, orderInfo }: StatementRow): string {
  return orderInfo === '' || isOwnReference(merchantRef) ? '\\N' : `\\x${cipher.seal(ORDER_PURPOSE, orderInfo).toString('hex')}`;
}
