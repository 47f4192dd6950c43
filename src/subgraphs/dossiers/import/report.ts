import { closeSync, existsSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { Message } from '../../../platform/language.ts';
import { asText } from '../../../platform/table-file.ts';

/** Why one row did not go in. The reason never quotes a cell. */
export interface Rejection {
  row: number;
  /** Code of the dossier that it is about; empty where it has none. */
  subject: string;
  field: string;
  text: Message;
}

/** How many rows did not go in for one reason. */
export interface Cause {
  field: string;
  text: Message;
  rows: number;
}

const HEAD = '\ufeffDòng,Mã hồ sơ,Trường,Lý do,Reason\r\n';

/** The rows that did not go in, as a CSV that a spreadsheet opens. It can be gone on with where a run was broken off. */
export class Report {
  readonly path: string;
  readonly #file: number;
  #bytes: number;

  /** `bytes`: how much of an earlier run's file holds; what stands after it was written and never counted. */
  constructor(path: string, bytes: number) {
    this.path = path;
    const goesOn = bytes > 0 && existsSync(path);
    this.#file = openSync(path, goesOn ? 'r+' : 'w', 0o600);
    this.#bytes = goesOn ? bytes : 0;
    ftruncateSync(this.#file, this.#bytes);
    if (!goesOn) this.#write(HEAD);
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(rejections: readonly Rejection[]): void {
    const lines = rejections.map(({ row, subject, field, text }) => [String(row), subject, field, text.vi, text.en].map(quoted).join(','));
    if (lines.length > 0) this.#write(`${lines.join('\r\n')}\r\n`);
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(text: string): void {
    this.#bytes += writeSync(this.#file, text, this.#bytes);
  }
}

function quoted(text: string): string {
  return `"${asText(text).replaceAll('"', '""')}"`;
}

/** Adds rejections to what is counted by cause, the most frequent first. */
export function countCauses(causes: readonly Cause[], rejections: readonly Rejection[]): Cause[] {
  const byKey = new Map(causes.map((cause) => [`${cause.field} ${cause.text.vi}`, { ...cause }]));
  for (const { field, text } of rejections) {
    const key = `${field} ${text.vi}`;
    const cause = byKey.get(key) ?? { field, text, rows: 0 };
    cause.rows += 1;
    byKey.set(key, cause);
  }
  return [...byKey.values()].sort((a, b) => b.rows - a.rows);
}
