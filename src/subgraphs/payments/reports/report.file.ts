import type { Platform } from '../../../platform/platform.ts';
import { csvOf, FILE_TYPES, workbookOf } from '../../../platform/table-file.ts';
import type { ReceiptReply } from '../receipts/receipt.file.ts';
import { readReportPath } from './report.link.ts';
import { dayTable, differenceTable } from './report.table.ts';

const say = (status: number, text: string): ReceiptReply => ({ status, contentType: 'text/plain; charset=utf-8', body: `${text}\n` });

/** Answers a report's address with the report as the days stand by now: a workbook of days and differences, or the days as CSV. */
export async function answerReport(hub: Platform, url: string): Promise<ReceiptReply> {
  const [path = ''] = url.split('?', 1);
  const link = readReportPath(hub.cipher, path, hub.clock.now());
  if (link === undefined) return say(404, 'Không có tệp này. / There is no such file.');
  if (link === 'EXPIRED') return say(410, 'Địa chỉ đã hết hạn: hãy lấy lại. / The address has expired: ask for it again.');
  const { from, to, format } = link;
  const days = await dayTable(hub.db, link);
  const body = format === 'CSV' ? Buffer.from(csvOf(days)) : await workbookOf([days, await differenceTable(hub.db, link)]);
  const name = `reconciliation-${from}-${to}.${format.toLowerCase()}`;
  return { status: 200, contentType: FILE_TYPES[format], body, headers: { 'content-disposition': `attachment; filename="${name}"` } };
}
