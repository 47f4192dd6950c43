import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { PaymentProvider } from '../platform/graphql/enums.ts';
import { isLocalDate } from '../platform/time.ts';
import { type ReconcileRequest, type ReconciliationRow, reconcile } from '../subgraphs/payments/reconciling.ts';
import { openBooks } from './books.ts';
import { readOptions } from './options.ts';
import { runCommand, UsageError } from './run.ts';
import { readSharedConfig } from './settings.ts';

const USAGE = 'reconcile --provider NAME --date YYYY-MM-DD [--merchant CODE] [--file PATH]';
/** How much of a file is read at once. */
const CHUNK = 256 * 1_024;
const PROVIDERS = Object.keys(PaymentProvider);

/** `hub reconcile`: one day, the result as a table; exit 1 where anything is not balanced. */
export function reconcileDay(args: string[]): Promise<number> {
  return runCommand(async (closers) => {
    const request = await readRequest(args);
    const config = readSharedConfig();
    const books = await openBooks(config, 'reconcile');
    closers.add(() => books.close());
    const rows = await reconcile(books.hub, request);
    if (rows.length === 0) {
      console.error(nothingFound(request));
      return 1;
    }
    console.log(tableOf(rows));
    for (const row of rows) if (row.rejection !== null) console.log(`${row.merchant_code}: ${row.rejection.vi} / ${row.rejection.en}`);
    return rows.every(({ status }) => status === 'BALANCED') ? 0 : 1;
  });
}

/** Why there was nothing to reconcile, and what to do. */
export function nothingFound({
  provider,
  businessDate,
  merchant,
}: Pick<ReconcileRequest, 'provider' | 'businessDate' | 'merchant'>): string {
  if (merchant !== undefined) {
    return `--merchant: ${provider} không có mã ${merchant}; xem merchants trong GraphQL. / ${provider} has no merchant ${merchant}; see merchants in the graph.`;
  }
  if (provider === 'CASH') return `Ngày ${businessDate} không có ngăn tiền mặt nào. / There is no drawer of cash of ${businessDate}.`;
  const vi = `Chưa có sao kê ${provider} nào của ngày ${businessDate} và không tải được từ đâu: đưa tệp bằng --file.`;
  return `${vi} / No statement of ${provider} has come for ${businessDate} and none can be fetched: give the file with --file.`;
}

async function readRequest(args: string[]): Promise<ReconcileRequest> {
  const { values } = readOptions(args, { options: ['provider', 'date', 'merchant', 'file'], usage: USAGE });
  const provider = PROVIDERS.find((each) => each === values.provider?.toUpperCase());
  if (provider === undefined) throw wrong('--provider', `một trong ${PROVIDERS.join(', ')}`, `one of ${PROVIDERS.join(', ')}`);
  const { date, merchant, file } = values;
  if (date === undefined || !isLocalDate(date)) throw wrong('--date', 'một ngày có thật, YYYY-MM-DD', 'a day that exists, YYYY-MM-DD');
  if (file !== undefined) {
    const readable = await access(file, constants.R_OK).then(
      async () => (await stat(file)).isFile(),
      () => false,
    );
    if (!readable) throw wrong('--file', `một tệp đọc được: ${file}`, `a file that can be read: ${file}`);
  }
  return {
    provider: provider as PaymentProvider,
    businessDate: date,
    startedBy: 'hub reconcile',
    ...(merchant === undefined ? {} : { merchant }),
    ...(file === undefined ? {} : { file: createReadStream(file, { highWaterMark: CHUNK }), atHand: true }),
  };
}

function wrong(option: string, vi: string, en: string): UsageError {
  return new UsageError(`${option}: cần ${vi}.\n${option}: must be ${en}.\nnpm run hub -- ${USAGE}`);
}

const money = new Intl.NumberFormat('vi-VN');
/** Where nothing was matched yet, nothing is nought. */
const NOT_YET: string[] = Array.from({ length: 7 }, () => '–');

/** Version, rows, matched, differences, both totals and what lies between them. */
function figuresOf(row: ReconciliationRow): string[] {
  if (row.statement_version === null) return NOT_YET;
  const figures = [row.statement_rows, row.matched, row.discrepancy_count, row.statement_total, row.hub_total];
  return [String(row.statement_version), ...figures.map((value) => money.format(value)), money.format(row.statement_total - row.hub_total)];
}

function tableOf(rows: readonly ReconciliationRow[]): string {
  const head = [
    'provider',
    'merchant',
    'date',
    'status',
    'version',
    'rows',
    'matched',
    'differences',
    'statement',
    'hub',
    'statement − hub',
  ];
  const body = rows.map((row) => [row.provider, row.merchant_code, row.business_date, row.status, ...figuresOf(row)]);
  const widths = head.map((title, at) => Math.max(title.length, ...body.map((cells) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at < 4 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...body.map(line)].join('\n');
}
