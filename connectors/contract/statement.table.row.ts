import { type ReadCell, readAmount, readDay, readId, readTime } from './statement.cells.ts';
import { StatementError } from './statement.error.ts';
import { comparable, type StatementColumn, type StatementProfile } from './statement.profile.ts';
import { netOf, type StatementHeader, type StatementRowType } from './statement.rows.ts';

/** A row of a provider's table: a cell is '' where the table has no such column. */
export interface TableRow {
  line: number;
  cell(column: StatementColumn): string;
  has(column: StatementColumn): boolean;
}

/** The row as a D line's fields, for the canonical reader to check. Throws StatementError for a cell that can't be read. */
export function canonicalFields(
  row: TableRow,
  { header, profile, rowNo }: { header: StatementHeader; profile: StatementProfile; rowNo: number },
): string[] {
  const read = (column: StatementColumn, by: (cell: string) => ReadCell) => {
    const cell = by(row.cell(column));
    if ('fault' in cell) throw new StatementError({ line: row.line, field: column, reason: cell.fault });
    return cell.text;
  };
  const amount = (column: StatementColumn) => (row.cell(column) === '' && column !== 'gross' ? '0' : read(column, readAmount));
  const id = (column: StatementColumn) => read(column, readId);
  if (row.has('merchantCode') && row.cell('merchantCode') !== header.merchantCode) {
    const reason = { vi: 'tệp có nhiều mã; hãy tách mỗi mã một tệp', en: 'the file has several merchants; send a file for each' };
    throw new StatementError({ line: row.line, field: 'merchantCode', reason });
  }
  const type = row.has('type') ? word(row, 'type', profile.types) : 'PAY';
  const [gross, fee, feeVat] = [amount('gross'), amount('fee'), amount('feeVat')];
  const time = read('time', readTime);
  const rule = netOf({ type: type as StatementRowType, gross: Number(gross), fee: Number(fee), feeVat: Number(feeVat) });
  const net = row.cell('net') === '' && rule !== undefined ? String(rule) : read('net', readAmount);
  return [
    ...['D', String(rowNo), dayOf(row, { header, time }), type, reference(id('merchantRef'), profile), id('providerTransactionId')],
    ...[id('originalProviderTransactionId'), row.cell('bankCode'), id('bankTransactionId'), row.cell('channel'), time],
    ...[gross, fee, feeVat, net, 'VND', word(row, 'status', profile.statuses), id('batchId'), row.cell('orderInfo')],
  ];
}

/** The hub's reference in a provider's order id; an id of another form stands as it is, for somebody to find. */
function reference(id: string, profile: StatementProfile): string {
  return profile.reference === undefined ? id : (new RegExp(profile.reference).exec(id)?.[1] ?? id);
}

function word(row: TableRow, column: 'type' | 'status', words: Record<string, string>): string {
  const wanted = comparable(row.cell(column));
  const found = Object.keys(words).find((each) => comparable(each) === wanted);
  if (found !== undefined) return words[found] ?? '';
  const reason = { vi: 'có giá trị chưa khai báo trong hồ sơ cột', en: 'has a value that the profile does not name' };
  throw new StatementError({ line: row.line, field: column, reason });
}

const DAY_MS = 86_400_000;

/** Without a column for it a row belongs to the file's day, unless its time shows that the file is another day's: only midnight may be crossed. */
function dayOf(row: TableRow, { header, time }: { header: StatementHeader; time: string }): string {
  if (row.has('businessDate')) {
    const day = readDay(row.cell('businessDate'));
    if ('fault' in day) throw new StatementError({ line: row.line, field: 'businessDate', reason: day.fault });
    return day.text;
  }
  const apart = Math.abs(Date.parse(time.slice(0, 10)) - Date.parse(header.businessDate));
  // A date that does not exist is the canonical reader's to refuse.
  if (!(apart > DAY_MS)) return header.businessDate;
  const reason = { vi: `không thuộc ngày ${header.businessDate}`, en: `is not of ${header.businessDate}` };
  throw new StatementError({ line: row.line, field: 'time', reason });
}
