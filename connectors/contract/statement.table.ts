import { StatementError } from './statement.error.ts';
import { MARKED, markedLayout, refuseHeadings, type StatementLayout, type TableLine, titledLayout } from './statement.layout.ts';
import { MOST_LINES_ABOVE, peek, sampleOf, sniff, tableLines } from './statement.lines.ts';
import type { StatementProfile } from './statement.profile.ts';
import { readRow, type StatementHeader, type StatementRow } from './statement.rows.ts';
import { canonicalFields, type TableRow } from './statement.table.row.ts';
import { Totals } from './statement.totals.ts';
import { type ExpectedStatement, readStatement, type StatementReading, type StatementSummary } from './statement.ts';

const BATCH = 1_000;

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
  const sample = sampleOf(head);
  if (sample === '' || sample.startsWith('H,')) return readStatement(all, expected);
  const { lines, finish } = tableLines({ head, all }, sample.startsWith(MARKED) ? '|' : sniff(sample));
  try {
    return await reading(lines, { expected, profile, finish });
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

function fail(line: number, field: string, reason: { vi: string; en: string }): never {
  throw new StatementError({ line, field, reason });
}
