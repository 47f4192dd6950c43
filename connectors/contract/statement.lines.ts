import { createHash, type Hash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { StatementError } from './statement.error.ts';
import type { TableLine } from './statement.layout.ts';

const LONGEST_ROW = 64 * 1_024;
/** Titles and addresses that stand above the headings. */
export const MOST_LINES_ABOVE = 30;
const DELIMITERS = [';', '\t', ',', '|'] as const;

/** The lines of a table that hold anything; what the whole file was, once they have ended. */
export interface TableLines {
  lines: AsyncGenerator<TableLine, void, void>;
  finish(): { sha256: string; bytes: number };
}

/** Cuts a table into its lines and cells, a chunk at a time. Throws StatementError where it can't be read. */
export function tableLines({ head, all }: { head: Buffer; all: AsyncIterable<Uint8Array> }, delimiter: string): TableLines {
  const hash = createHash('sha256');
  const seen = { bytes: 0 };
  const parser = parse({ bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: true, info: true, maxRecordSize: LONGEST_ROW });
  // Whatever goes wrong on the way comes out where the rows are read.
  pipeline(Readable.from(decoded(all, { encoding: encodingOf(head), hash, seen })), parser, () => undefined);
  return { lines: linesOf(parser), finish: () => ({ sha256: hash.digest('hex'), bytes: seen.bytes }) };
}

/** The beginning of a file as text, without its mark. */
export function sampleOf(head: Buffer): string {
  return new TextDecoder(encodingOf(head)).decode(head);
}

async function* linesOf(parser: AsyncIterable<unknown>): AsyncGenerator<TableLine, void, void> {
  try {
    for await (const each of parser) {
      const { record, info } = each as { record: string[]; info: { lines: number } };
      const cells = record.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) yield { line: info.lines, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    fail(line, 'record', { vi: 'dấu ngoặc kép đặt sai, hoặc dòng quá dài', en: 'a quote is misplaced, or the line is too long' });
  }
}

/** The beginning of a file, and the whole again. */
export async function peek(source: AsyncIterable<Uint8Array>): Promise<{ head: Buffer; all: AsyncGenerator<Uint8Array, void, void> }> {
  const chunks = source[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (head.length < LONGEST_ROW) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  async function* all(): AsyncGenerator<Uint8Array, void, void> {
    try {
      yield head;
      for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
    } finally {
      await chunks.return?.();
    }
  }
  return { head, all: all() };
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** What stands most often in any one line, outside of quotation marks: titles above the headings have few. */
export function sniff(head: string): string {
  // Thousands in an amount divide no cells.
  const plain = head.replace(/"(?:[^"]|"")*"/g, '').replace(/\d{1,3}(?:,\d{3})+/g, '');
  const lines = plain.split(/\r?\n/, MOST_LINES_ABOVE);
  const counted = DELIMITERS.map((sign) => ({ sign, count: Math.max(...lines.map((line) => line.split(sign).length)) }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).sign;
}

async function* decoded(
  source: AsyncIterable<Uint8Array>,
  { encoding, hash, seen }: { encoding: string; hash: Hash; seen: { bytes: number } },
): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return fail(1, 'record', { vi: 'có ký tự không phải UTF-8; hãy lưu dạng "CSV UTF-8"', en: 'is not UTF-8; save it as "CSV UTF-8"' });
    }
  };
  for await (const chunk of source) {
    hash.update(chunk);
    seen.bytes += chunk.byteLength;
    yield decode(chunk);
  }
  yield decode();
}

function fail(line: number, field: string, reason: { vi: string; en: string }): never {
  throw new StatementError({ line, field, reason });
}
