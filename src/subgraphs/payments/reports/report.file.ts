import type { Queryable } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { csvOf, FILE_TYPES, type Table, workbookOf } from '../../../platform/table-file.ts';
import type { ReceiptReply } from '../receipts/receipt.file.ts';
import { endedReceiptsTable, usedReceiptsTable } from './receipt.table.ts';
import { type ReportLink, readReportPath } from './report.link.ts';
import { dayTable, differenceTable } from './report.table.ts';

type MakeTable = (sql: Queryable, link: ReportLink) => Promise<Table>;
/** The tables of each report: a CSV has the main one alone. */
const TABLES: Record<'RECEIPTS' | 'RECONCILIATIONS', { main: MakeTable; more: MakeTable }> = {
  RECONCILIATIONS: { main: dayTable, more: differenceTable },
  RECEIPTS: { main: usedReceiptsTable, more: endedReceiptsTable },
};

const say = (status: number, text: string): ReceiptReply => ({ status, contentType: 'text/plain; charset=utf-8', body: `${text}\n` });

/** Answers a report's address with the report as things stand by now: a workbook of both its tables, or the main one as CSV. */
export async function answerReport(hub: Platform, url: string): Promise<ReceiptReply> {
  const [path = ''] = url.split('?', 1);
  const link = readReportPath(hub.cipher, path, hub.clock.now());
  if (link === undefined) return say(404, 'Không có tệp này. / There is no such file.');
  if (link === 'EXPIRED') return say(410, 'Địa chỉ đã hết hạn: hãy lấy lại. / The address has expired: ask for it again.');
  const { from, to, format, kind } = link;
  const { main, more } = TABLES[kind ?? 'RECONCILIATIONS'];
  const table = await main(hub.db, link);
  const body = format === 'CSV' ? Buffer.from(csvOf(table)) : await workbookOf([table, await more(hub.db, link)]);
  const name = `${kind === 'RECEIPTS' ? 'receipts' : 'reconciliation'}-${from}-${to}.${format.toLowerCase()}`;
  return { status: 200, contentType: FILE_TYPES[format], body, headers: { 'content-disposition': `attachment; filename="${name}"` } };
}
