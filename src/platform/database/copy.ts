import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from } from 'pg-copy-streams';
import type { Transaction } from './database.ts';

/** A value as COPY writes it. A plain object becomes JSON; an array becomes a PostgreSQL array of texts. */
export type CopyValue = string | number | boolean | Date | Buffer | null | readonly string[] | { readonly [key: string]: unknown };

const CHUNK_CHARACTERS = 64 * 1_024;

/** Rows to load, where they are at hand or as they come. */
export type CopyRows<Row = readonly CopyValue[]> = Iterable<Row> | AsyncIterable<Row>;

/**
 * Loads rows by COPY, inside the caller's transaction and as fast as PostgreSQL takes them. `table` and
 * `columns` are written into the statement as they are: literals of the code, never input.
 */
export async function copyRows(sql: Transaction, target: { table: string; columns: readonly string[] }, rows: CopyRows): Promise<number> {
  const lines = new Lines();
  await copyText(sql, target, Symbol.iterator in rows ? lines.of(rows) : lines.ofComing(rows));
  return lines.count;
}

/** Loads lines in COPY's own form, or as CSV in which `\\N` is NULL, as `copyRows` does. */
export async function copyText(
  sql: Transaction,
  { table, columns, csv = false }: { table: string; columns: readonly string[]; csv?: boolean },
  text: Iterable<string> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const how = csv ? ` (FORMAT csv, NULL '\\N')` : '';
  await pipeline(Readable.from(text), sql.client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN${how}`)));
}

/** One value of a line that is loaded as CSV. */
export function csvText(text: string): string {
  return UNUSUAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const UNUSUAL = /[",\\\r\n]/;

/** Puts rows into chunks of lines. Rows at hand are not awaited one by one, which would cost more than PostgreSQL's part. */
class Lines {
  count = 0;
  #chunk = '';

  *of(rows: Iterable<readonly CopyValue[]>): Generator<string> {
    for (const row of rows) if (this.#add(row)) yield this.#take();
    if (this.#chunk !== '') yield this.#take();
  }

  async *ofComing(rows: AsyncIterable<readonly CopyValue[]>): AsyncGenerator<string> {
    for await (const row of rows) if (this.#add(row)) yield this.#take();
    if (this.#chunk !== '') yield this.#take();
  }

  #add(row: readonly CopyValue[]): boolean {
    this.count += 1;
    this.#chunk += `${row.map(encode).join('\t')}\n`;
    return this.#chunk.length >= CHUNK_CHARACTERS;
  }

  #take(): string {
    const chunk = this.#chunk;
    this.#chunk = '';
    return chunk;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const SPECIAL = /[\\\t\n\r]/;
const ALL_SPECIAL = /[\\\t\n\r]/g;

function escapeText(text: string): string {
  // Most texts need nothing: a test is far cheaper than a replacement.
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (character) => ESCAPES[character] ?? character) : text;
}

function encode(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (Array.isArray(value))
    return escapeText(`{${(value as readonly string[]).map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return escapeText(JSON.stringify(value));
}
