import { createHash, type Hash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { StatementError } from './statement.error.ts';
import { MARKED, markedLayout, refuseHeadings, type StatementLayout, type TableLine, titledLayout } from './statement.layout.ts';
import type { StatementProfile } from './statement.profile.ts';
import { readRow, type StatementHeader, type StatementRow } from './statement.rows.ts';
import { canonicalFields, type TableRow } from './statement.table.row.ts';
import { Totals } from './statement.totals.ts';
import { type ExpectedStatement, readStatement, type StatementReading, type StatementSummary } from './statement.ts';

const BATCH = 1_000;
const LONGEST_ROW = 64 * 1_024;
/** Titles and addresses that stand above the headings. */
const MOST_LINES_ABOVE = 30;
const DELIMITERS = [';', '\t', ',', '|'] as const;

/**
 * Reads a provider's own table (comma, semicolon, tab or pipe; UTF-8 with or without its mark, UTF-16 with it) by its profile, as if
 * it were in the canonical form, a chunk at a time. A file that begins with an H line is in that form and read as such; one of H|, D| and T| lines is read by the profile's places. Each row
 * meets the canonical reader's checks, and the total line, where there is one, must agree. Throws StatementError. A table does not
 * say when it was made: that is taken for the end of its day.
 */
export async function readTable(
  source: AsyncIterable<Uint8Array>,
  expected: ExpectedStatement,
  profile: StatementProfile,
): Promise<StatementReading> {
  const { head, all } = await peek(source);
  const decoder = new TextDecoder(encodingOf(head));
  const sample = decoder.decode(head);
  if (sample === '' || sample.startsWith('H,')) return readStatement(all, expected);
  const hash = createHash('sha256');
  const seen = { bytes: 0 };
  const isMarked = sample.startsWith(MARKED);
  const parser = parse({
    bom: true,
    delimiter: isMarked ? '|' : sniff(sample),
    relaxColumnCount: true,
    skipEmptyLines: true,
    info: true,
    maxRecordSize: LONGEST_ROW,
  });
  // Whatever goes wrong on the way comes out where the rows are read.
  pipeline(Readable.from(decoded(all, { encoding: decoder.encoding, hash, seen })), parser, () => undefined);
  const lines = linesOf(parser);
  try {
    return await reading(lines, { expected, profile, finish: () => ({ sha256: hash.digest('hex'), bytes: seen.bytes }) });
  } catch (error) {
    // Nobody will read on: the source must learn it.
    await lines.return();
    throw error;
  }
}

interface Task {
  expected: ExpectedStatement;
  profile: StatementProfile;
  finish(): { sha256: string; bytes: number };
}

async function reading(lines: AsyncGenerator<TableLine, void, void>, { expected, profile, finish }: Task): Promise<StatementReading> {
  const { provider, businessDate = '' } = expected;
  if (provider === undefined || businessDate === '') throw new Error('a table does not say whose it is and of which day');
  const layout = await layoutOf(lines, { expected, profile });
  const { places } = layout;
  const first = await lines.next();
  if (first.done === true) fail(1, 'record', { vi: 'tệp không có giao dịch nào', en: 'the file has no transaction' });
  const codeAt = places.get('merchantCode');
  const merchantCode = layout.merchantCode ?? (codeAt === undefined ? expected.merchantCode : first.value.cells[codeAt]) ?? '';
  if (merchantCode === '') fail(first.value.line, 'merchantCode', { vi: 'bị bỏ trống', en: 'is empty' });
  if (expected.merchantCode !== undefined && expected.merchantCode !== merchantCode) {
    const reason = { vi: `là ${merchantCode}, cần ${expected.merchantCode}`, en: `is ${merchantCode}, expected ${expected.merchantCode}` };
    fail(first.value.line, 'merchantCode', reason);
  }
  const header: StatementHeader = {
    ...{ provider: provider.toUpperCase(), merchantCode, businessDate },
    ...{ generatedAt: `${businessDate}T23:59:59+07:00`, sequence: 1 },
  };
  let summary: StatementSummary | undefined;

  async function* batches(): AsyncGenerator<StatementRow[], void, void> {
    const totals = new Totals();
    let batch: StatementRow[] = [];
    let closed = false;
    let last = first.value?.line ?? 1;
    for await (const { line, cells } of following(first.value as TableLine, lines)) {
      last = line;
      if (closed) fail(line, 'trailer', { vi: 'còn dữ liệu sau dòng tổng cộng', en: 'there is more after the total line' });
      if (layout.isEnd({ line, cells })) {
        closed = true;
        layout.compare({ line, cells }, totals);
        continue;
      }
      const row: TableRow = { line, cell: (column) => cells[places.get(column) ?? -1] ?? '', has: (column) => places.has(column) };
      const fields = canonicalFields(row, { header, profile, rowNo: totals.count + 1 });
      const read = readRow({ line, fields }, { businessDate, rowNo: totals.count + 1 });
      totals.add(read, line);
      batch.push(read);
      if (batch.length >= BATCH) {
        yield batch;
        batch = [];
      }
    }
    if (!closed && layout.endRequired) fail(last, 'trailer', NO_TOTAL);
    if (batch.length > 0) yield batch;
    summary = { header, ...totals.all(), ...finish() };
  }

  return {
    header,
    batches: batches(),
    summary() {
      if (summary === undefined) throw new Error('the statement is not read to its end');
      return summary;
    },
  };
}

const NO_TOTAL = { vi: 'tệp bị cắt: thiếu dòng tổng cộng ở cuối', en: 'the file is cut short: its total line is missing' };

async function layoutOf(
  lines: AsyncGenerator<TableLine, void, void>,
  { expected, profile }: Pick<Task, 'expected' | 'profile'>,
): Promise<StatementLayout> {
  const above: TableLine[] = [];
  while (above.length < MOST_LINES_ABOVE) {
    const next = await lines.next();
    if (next.done === true) break;
    const marked = above.length === 0 ? markedLayout(next.value, { expected, profile }) : undefined;
    const layout = marked ?? titledLayout(next.value, profile);
    if (layout !== undefined) return layout;
    above.push(next.value);
  }
  return refuseHeadings(above, profile);
}

async function* following(first: TableLine, rest: AsyncIterable<TableLine>): AsyncGenerator<TableLine, void, void> {
  yield first;
  yield* rest;
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

/** The beginning, and the whole again. */
async function peek(source: AsyncIterable<Uint8Array>): Promise<{ head: Buffer; all: AsyncGenerator<Uint8Array, void, void> }> {
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
function sniff(head: string): string {
  const lines = head.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, MOST_LINES_ABOVE);
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
