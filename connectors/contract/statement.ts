import { createHash } from 'node:crypto';
import { StatementError } from './statement.error.ts';
import { type RecordGroup, records } from './statement.records.ts';
import {
  readHeader,
  readPlainRow,
  readRow,
  readTrailer,
  type StatementHeader,
  type StatementRow,
  type StatementTotals,
  type StatementTrailer,
} from './statement.rows.ts';
import { Totals } from './statement.totals.ts';

/** What the file must be: refused where its H line says otherwise. */
export interface ExpectedStatement {
  /** In either case. */
  provider?: string;
  businessDate?: string;
  merchantCode?: string;
}

/** What a whole, undamaged file came to. */
export interface StatementSummary extends StatementTotals {
  header: StatementHeader;
  /** SHA-256, hex, of every byte of the file: the same file again has the same one. */
  sha256: string;
  bytes: number;
}

/** A statement being read. */
export interface StatementReading {
  header: StatementHeader;
  /**
   * The rows in batches, in the file's order. Nothing of them may be kept unless the iteration ends
   * without an error: the trailer is the last thing to be read. Throws StatementError.
   */
  batches: AsyncGenerator<StatementRow[], void, void>;
  /** Available once `batches` has ended; throws before. */
  summary(): StatementSummary;
}

const BATCH = 1_000;

/**
 * Reads a statement in the canonical form, a chunk at a time, with a memory that does not grow with
 * the file. Resolves when the H line is read. Refuses the file with a StatementError for anything
 * that is not exactly right: a line that can't be read, numbers out of sequence, a row of another
 * business day, a trailer whose count, sums or checksum differ, bytes after it or none of it.
 * A row whose net does not follow from gross and fees is no damage but a finding (`StatementRow.netAgrees`).
 */
export async function readStatement(source: AsyncIterable<Uint8Array>, expected: ExpectedStatement = {}): Promise<StatementReading> {
  const hash = createHash('sha256');
  const groups = records(source, hash);
  const { header, rest } = await opening(groups, expected);
  let summary: StatementSummary | undefined;

  async function* batches(): AsyncGenerator<StatementRow[], void, void> {
    const totals = new Totals();
    let batch: StatementRow[] = [];
    let line = 1;
    let closed = false;
    try {
      for (let group: IteratorResult<RecordGroup, number> = { value: rest }; ; group = await groups.next()) {
        if (group.done === true) {
          if (!closed) throw new StatementError({ line, field: 'trailer', reason: NO_TRAILER });
          if (batch.length > 0) yield batch;
          summary = { header, ...totals.all(), sha256: hash.digest('hex'), bytes: group.value };
          return;
        }
        for (const record of group.value) {
          line = record.line;
          if (closed) throw new StatementError({ line, field: 'trailer', reason: MORE });
          const place = { businessDate: header.businessDate, rowNo: totals.count + 1 };
          let row = readPlainRow(record.text, place);
          if (row === undefined) {
            const { fields } = record;
            if (fields[0] === 'T') {
              const trailer = readTrailer({ line, fields });
              totals.compare(trailer, line);
              compareChecksum(trailer, record.digestBefore(), line);
              closed = true;
              continue;
            }
            row = readRow({ line, fields }, place);
          }
          totals.add(row, line);
          batch.push(row);
          if (batch.length >= BATCH) {
            yield batch;
            batch = [];
          }
        }
      }
    } finally {
      await groups.return(0);
    }
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

type Groups = ReturnType<typeof records>;

/** The header, and what is at hand after it. */
async function opening(groups: Groups, expected: ExpectedStatement): Promise<{ header: StatementHeader; rest: RecordGroup }> {
  try {
    for (;;) {
      const group = await groups.next();
      if (group.done === true) throw new StatementError({ line: 1, field: 'record', reason: EMPTY });
      const first = group.value.next();
      // A record that goes on beyond what is at hand.
      if (first.done === true) continue;
      const header = readHeader(first.value);
      agree(header, expected);
      return { header, rest: group.value };
    }
  } catch (error) {
    // Nobody will read on: the source must learn it.
    await groups.return(0);
    throw error;
  }
}

const EMPTY = { vi: 'tệp rỗng', en: 'the file is empty' };
const NO_TRAILER = { vi: 'tệp bị cắt: thiếu dòng T ở cuối', en: 'the file is cut short: its T line is missing' };
/** Whatever follows the trailer makes two files of one. */
const MORE = { vi: 'còn dữ liệu sau dòng T', en: 'there is more after the T line' };

function agree(header: StatementHeader, expected: ExpectedStatement): void {
  const differs = (field: keyof ExpectedStatement, wanted: string | undefined) => {
    if (wanted === undefined || header[field] === wanted) return;
    throw new StatementError({
      line: 1,
      field,
      reason: { vi: `là ${header[field]}, cần ${wanted}`, en: `is ${header[field]}, expected ${wanted}` },
    });
  };
  differs('provider', expected.provider?.toUpperCase());
  differs('businessDate', expected.businessDate);
  differs('merchantCode', expected.merchantCode);
}

function compareChecksum(trailer: StatementTrailer, digest: string, line: number): void {
  if (trailer.checksum === digest) return;
  const reason = { vi: 'không khớp với nội dung phía trên', en: 'does not agree with the bytes before the line' };
  throw new StatementError({ line, field: 'checksum', reason });
}
