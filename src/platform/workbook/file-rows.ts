import type { Message } from '../language.ts';

/** One row of a spreadsheet. */
export interface FileRow {
  /** As a spreadsheet numbers it, from 1. */
  number: number;
  cells: readonly string[];
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
