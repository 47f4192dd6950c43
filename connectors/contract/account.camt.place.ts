import { StatementError } from './statement.error.ts';

/** Where in a document the reading is: what is refused names the entry, since a document's lines say nothing, and the statement after the first. */
export class CamtPlace {
  /** How many entries there have been in the document. */
  entries = 0;
  /** How many `Stmt` have begun. */
  statements = 0;

  fail(field: string, reason: { vi: string; en: string }): never {
    const path = this.statements > 1 ? `Stmt[${this.statements}]/${field}` : field;
    throw new StatementError({ line: this.entries, counts: 'ENTRIES', field: path, reason });
  }

  /** What refuses by a line does it by this place. */
  counted<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof StatementError && error.counts === 'LINES') this.fail(error.field, error.reason);
      throw error;
    }
  }
}
