import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StatementError } from '../../../../connectors/contract/statement.error.ts';
import { newUuid } from '../../../platform/ids.ts';
import { FileProblem, type FileRow } from '../../../platform/workbook/file-rows.ts';
import { type OpenSheet, openSheet } from '../../../platform/workbook/workbook.ts';

const ZIP = Buffer.from('PK\u0003\u0004');
const CHUNK = 64 * 1_024;
/** No sheet has more rows. */
const MOST_ROWS = 1_048_576;
/** A spreadsheet keeps 15 digits of a number. */
const LARGEST = 1e15;

/**
 * A statement's bytes as they are, or, where they are an XLSX workbook, its first sheet as a table with a tab between cells, for the same
 * readers: two workbooks whose first sheets say the same are one statement. A workbook lies in `folder` while it comes in, since it can be
 * read from its end alone. Throws StatementError for one that can't be read.
 */
export async function* textOf(source: AsyncIterable<Uint8Array>, folder: string): AsyncGenerator<Uint8Array, void, void> {
  const chunks = source[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  let ended = false;
  async function* whole(): AsyncGenerator<Uint8Array, void, void> {
    if (head.length > 0) yield head;
    while (!ended) {
      const next = await chunks.next();
      if (next.done === true) return;
      yield next.value;
    }
  }
  try {
    while (!ended && head.length < ZIP.length) {
      const next = await chunks.next();
      ended = next.done === true;
      if (next.done !== true) head = Buffer.concat([head, next.value]);
    }
    if (head.subarray(0, ZIP.length).equals(ZIP)) yield* sheetText(whole(), folder);
    else yield* whole();
  } finally {
    await chunks.return?.();
  }
}

async function* sheetText(source: AsyncIterable<Uint8Array>, folder: string): AsyncGenerator<Uint8Array, void, void> {
  try {
    const { rows, close } = await opened(source, folder);
    try {
      yield* written(rows);
    } finally {
      await close();
    }
  } catch (error) {
    if (error instanceof FileProblem) throw new StatementError({ line: 1, field: 'record', reason: error.text });
    throw error;
  }
}

/** The file has a name no longer than it takes to open it. */
async function opened(source: AsyncIterable<Uint8Array>, folder: string): Promise<OpenSheet> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, newUuid());
  try {
    await writeFile(path, source, { mode: 0o600, flag: 'wx' });
    return await openSheet(path, { numeric });
  } finally {
    await rm(path, { force: true });
  }
}

/** Whole numbers in plain digits, and with an exponent where a spreadsheet has lost some of them, so that they are refused. */
function numeric(digits: string): string {
  const value = Number(digits);
  if (!Number.isInteger(value)) return digits;
  return Math.abs(value) < LARGEST ? String(value) : value.toExponential(14);
}

/** Each row on the line of its number, so that a refusal names the row that a person sees. */
async function* written(rows: AsyncIterable<FileRow>): AsyncGenerator<Uint8Array, void, void> {
  let text = '';
  let line = 0;
  for await (const { number, cells } of rows) {
    if (number > MOST_ROWS) throw new StatementError({ line: MOST_ROWS, field: 'record', reason: TOO_LONG });
    text += '\n'.repeat(Math.max(0, number - line - 1));
    text += `${Array.from(cells, quoted).join('\t')}\n`;
    line = Math.max(line + 1, number);
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

const TOO_LONG = { vi: 'trang tính dài hơn một trang tính có thể dài', en: 'the sheet is longer than a sheet can be' };

function quoted(cell: string): string {
  return `"${cell.replace(/[\r\n]+/g, ' ').replaceAll('"', '""')}"`;
}
