import writeXlsxFile from 'write-excel-file/node';

/** A cell; null is not known, which is never 0. */
export type Value = string | number | null;

/** A table of a file: one sheet of a workbook. */
export interface Table {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly Value[])[];
}

export const FILE_TYPES = {
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  CSV: 'text/csv; charset=utf-8',
} as const;
export type FileFormat = keyof typeof FILE_TYPES;

/** A workbook with a sheet for each table. */
export function workbookOf(tables: readonly Table[]): Promise<Buffer> {
  return writeXlsxFile(
    tables.map(({ title, columns, rows }) => ({
      sheet: title,
      stickyRowsCount: 1,
      columns: columns.map((column) => ({ width: Math.max(12, column.length + 2) })),
      data: [columns.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(cellOf))],
    })),
  ).toBuffer();
}

/** The library keeps texts as names of an object: one that every object has would be lost, and the file be broken. */
function cellOf(value: Value): Value {
  return typeof value === 'string' && value in Object.prototype ? `${value} ` : value;
}

/** RFC 4180 with a byte order mark, without which spreadsheets take Vietnamese for something else. */
export function csvOf({ columns, rows }: Table): string {
  return `\ufeff${[columns, ...rows].map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('')}`;
}

/** A spreadsheet would take such a text for a formula, and carry out what somebody wrote into a name. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that is one to a spreadsheet too. */
export function asText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function fieldOf(value: Value): string {
  const text = typeof value === 'string' ? asText(value) : value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
