import { open } from 'node:fs/promises';
import type { Message } from '../../../platform/language.ts';

/** One row below the heading. */
export interface FileRow {
  /** As a spreadsheet numbers it: the heading is row 1. */
  number: number;
  cells: readonly string[];
}

/** A file of exports, read from its beginning, no more of it in memory than is worked on. */
export interface OpenRows {
  columns: readonly string[];
  rows: AsyncIterable<FileRow>;
  close(): Promise<void>;
}

/** A file that can't be read any further, and what to do about it. Never quotes its content. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly text: Message;

  constructor(text: Message, cause?: unknown) {
    super(`${text.vi}\n${text.en}`, { cause });
    this.text = text;
  }
}

/** The first bytes of a file, as many as it has. */
export async function readHead(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
