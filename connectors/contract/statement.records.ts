import { isAscii, isUtf8 } from 'node:buffer';
import type { Hash } from 'node:crypto';
import { StatementError } from './statement.error.ts';

/** One record of the file. */
export interface StatementRecord {
  line: number;
  /** As it stands in the file, without its end. */
  text: string;
  /** Split when first asked for. Throws StatementError where a quotation mark is misplaced. */
  readonly fields: string[];
  /** SHA-256, hex, of every byte before this record. Valid until the next one is asked for. */
  digestBefore(): string;
}

/** No honest record comes near this; without a bound one missing quote would read the whole file into memory. */
const RECORD_LIMIT = 64 * 1_024;
const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = 0xfeff;

/** Records at hand, to be read to their end: asking for them one by one by a promise each would cost more than reading them. */
export type RecordGroup = Generator<StatementRecord, void, void>;

interface Reading {
  line: number;
  bytes: number;
  /** How many bytes of its region the last group took. */
  taken: number;
}

/**
 * Splits a CSV file (RFC 4180, comma) into its records, a chunk's together. `hash` has seen every byte when it ends; its
 * value is the number of bytes. A BOM and CRLF are tolerated, hashed as they came.
 */
export async function* records(source: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<RecordGroup, number, void> {
  const state: Reading = { line: 1, bytes: 0, taken: 0 };
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    const region = carried.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : Buffer.concat([carried, chunk]);
    const end = region.lastIndexOf(NEWLINE) + 1;
    state.taken = 0;
    if (end > 0) yield whole(region.subarray(0, end), hash, state);
    // A copy: the source may reuse its chunk.
    carried = Buffer.from(region.subarray(state.taken));
    if (carried.length > RECORD_LIMIT && carried.indexOf(NEWLINE) < 0) throw tooLong(state.line);
  }
  if (carried.length > 0) {
    state.taken = 0;
    yield whole(Buffer.concat([carried, Buffer.from('\n')]), hash, state, 1);
    if (state.taken === 0) throw new StatementError({ line: state.line, field: 'record', reason: UNCLOSED });
  }
  return state.bytes;
}

const UNCLOSED = { vi: 'thiếu dấu ngoặc kép đóng', en: 'a quote is not closed' };

/** Most records are read as they stand: their fields are split where somebody asks. */
class LazyRecord implements StatementRecord {
  readonly line: number;
  readonly text: string;
  readonly #place: { begin: number; digestBefore(begin: number): string };

  constructor(line: number, text: string, place: { begin: number; digestBefore(begin: number): string }) {
    this.line = line;
    this.text = text;
    this.#place = place;
  }

  get fields(): string[] {
    return split(this.text, this.line);
  }

  digestBefore(): string {
    return this.#place.digestBefore(this.#place.begin);
  }
}

/** The complete records of `region`, which ends with a newline (`invented` bytes of it are ours). */
function* whole(region: Buffer, hash: Hash, state: Reading, invented = 0): RecordGroup {
  const text = decode(region, state.line);
  let hashedTo = 0;
  let at = 0;
  // In plain ASCII a character is a byte; measuring is needed otherwise.
  const offset =
    text.length === region.length ? (index: number) => index : (index: number) => region.length - Buffer.byteLength(text.slice(index));
  const hashTo = (to: number) => {
    const end = Math.min(to, region.length - invented);
    if (end <= hashedTo) return;
    hash.update(region.subarray(hashedTo, end));
    state.bytes += end - hashedTo;
    hashedTo = end;
  };
  const digestBefore = (begin: number) => {
    hashTo(offset(begin));
    return hash.copy().digest('hex');
  };
  // Looked for once for all records before it: to look from each would read the whole text again for every record.
  let quote = text.indexOf('"');
  while (at < text.length) {
    const begin = at;
    if (quote >= 0 && quote < begin) quote = text.indexOf('"', begin);
    const end = endOfRecord(text, begin, quote);
    if (end < 0) {
      if (text.length - begin > RECORD_LIMIT) throw tooLong(state.line);
      break;
    }
    const raw = text.slice(state.bytes === 0 && begin === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : begin, end);
    const line = state.line;
    at = end + 1;
    yield new LazyRecord(line, raw.endsWith('\r') ? raw.slice(0, -1) : raw, { begin, digestBefore });
    state.line += quote >= 0 && quote < end ? raw.split('\n').length : 1;
  }
  hashTo(at >= text.length ? region.length : offset(at));
  state.taken = hashedTo + (at >= text.length ? invented : 0);
}

/** A newline inside quotes is part of the record; `firstQuote` is the first one from there on. Negative: the record goes on beyond the text. */
function endOfRecord(text: string, from: number, firstQuote: number): number {
  let end = text.indexOf('\n', from);
  let quote = firstQuote;
  if (quote < 0 || quote > end) return end;
  let open = false;
  while (end >= 0) {
    for (; quote >= 0 && quote < end; quote = text.indexOf('"', quote + 1)) open = !open;
    if (!open) return end;
    end = text.indexOf('\n', end + 1);
  }
  return -1;
}

function decode(bytes: Buffer, line: number): string {
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const bad = line + bytes.subarray(0, nul).filter((byte) => byte === NEWLINE).length;
    throw new StatementError({ line: bad, field: 'record', reason: { vi: 'có ký tự NUL', en: 'has a NUL character' } });
  }
  const text = utf8(bytes);
  if (text !== undefined) return text;
  let at = 0;
  let bad = line;
  for (let end = bytes.indexOf(NEWLINE); end >= 0 && utf8(bytes.subarray(at, end)) !== undefined; end = bytes.indexOf(NEWLINE, at)) {
    at = end + 1;
    bad += 1;
  }
  throw new StatementError({ line: bad, field: 'record', reason: { vi: 'có ký tự không phải UTF-8', en: 'is not UTF-8' } });
}

function utf8(bytes: Buffer): string | undefined {
  // Far faster than a fatal TextDecoder, and statements are ASCII but for their order texts.
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

/** The fields of one record. */
function split(raw: string, line: number): string[] {
  if (!raw.includes('"')) return raw.split(',');
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (;;) {
    const match = field.exec(raw);
    if (match === null)
      throw new StatementError({ line, field: 'record', reason: { vi: 'dấu ngoặc kép đặt sai', en: 'a quote is misplaced' } });
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') return fields;
  }
}

function tooLong(line: number): StatementError {
  return new StatementError({
    line,
    field: 'record',
    reason: { vi: 'bản ghi quá dài hoặc thiếu dấu ngoặc kép đóng', en: 'the record is too long, or a quote is not closed' },
  });
}
