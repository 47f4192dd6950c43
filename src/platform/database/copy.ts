import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from } from 'pg-copy-streams';
import type { Transaction } from './database.ts';

/** A value as COPY writes it. A plain object becomes JSON; an array becomes a PostgreSQL array of texts. */
export type CopyValue = string | number | boolean | Date | Buffer | null | readonly string[] | { readonly [key: string]: unknown };

const CHUNK_CHARACTERS = 64 * 1_024;

/**
 * Loads rows by COPY, inside the caller's transaction and as fast as PostgreSQL takes them. `table` and
 * `columns` are written into the statement as they are: literals of the code, never input.
 */
export async function copyRows(
  sql: Transaction,
  target: { table: string; columns: readonly string[] },
  rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>,
): Promise<number> {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    let chunk = '';
    for await (const row of rows) {
      count += 1;
      chunk += `${row.map(encode).join('\t')}\n`;
      if (chunk.length < CHUNK_CHARACTERS) continue;
      yield chunk;
      chunk = '';
    }
    if (chunk !== '') yield chunk;
  }
  await pipeline(Readable.from(lines()), sql.client.query(from(`COPY ${target.table} (${target.columns.join(', ')}) FROM STDIN`)));
  return count;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escapeText(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
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
