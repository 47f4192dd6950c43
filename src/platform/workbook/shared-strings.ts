import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lru } from '../lru.ts';

const WRITE_BYTES = 262_144;
const KEPT = 5_000;

/**
 * The texts of a workbook, by number. Millions of them fit into no memory: they lie in a file that has no name any more, so that it
 * is gone with the process, and eight bytes for each tell where.
 */
export class SharedStrings {
  readonly #file: number;
  readonly #kept = new Lru<number, string>(KEPT);
  #ends = new Float64Array(1_024);
  #count = 0;
  #end = 0;
  #pending: Buffer[] = [];
  #pendingBytes = 0;

  constructor() {
    const dir = mkdtempSync(join(tmpdir(), 'hub-workbook-'));
    this.#file = openSync(join(dir, 'texts'), 'wx+', 0o600);
    rmSync(dir, { recursive: true });
  }

  add(text: string): void {
    const bytes = Buffer.from(text);
    if (this.#count === this.#ends.length) {
      const larger = new Float64Array(this.#ends.length * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#end += bytes.length;
    this.#ends[this.#count] = this.#end;
    this.#count += 1;
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    if (this.#pendingBytes >= WRITE_BYTES) this.#flush();
  }

  /** The text of that number; undefined: there is none. */
  get(number: number): string | undefined {
    if (!(number >= 0 && number < this.#count)) return undefined;
    const kept = this.#kept.get(number);
    if (kept !== undefined) return kept;
    this.#flush();
    const start = number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
    const bytes = Buffer.alloc((this.#ends[number] ?? 0) - start);
    readSync(this.#file, bytes, 0, bytes.length, start);
    const text = bytes.toString();
    this.#kept.set(number, text);
    return text;
  }

  close(): void {
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#pendingBytes === 0) return;
    writeSync(this.#file, Buffer.concat(this.#pending), 0, this.#pendingBytes, this.#end - this.#pendingBytes);
    this.#pending = [];
    this.#pendingBytes = 0;
  }
}
