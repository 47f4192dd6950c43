/** Why a statement is refused, for a person. Never a row's content: an order's text may name somebody. */
export interface StatementFault {
  /** Counted from 1; of a record that spans lines, its first. */
  line: number;
  /** The column's name, `record` for the line as a whole, `trailer` for a missing or trailing end. */
  field: string;
  reason: { vi: string; en: string };
}

/** A statement file is damaged: nothing of it may be used. */
export class StatementError extends Error implements StatementFault {
  readonly line: number;
  readonly field: string;
  readonly reason: { vi: string; en: string };

  constructor({ line, field, reason }: StatementFault) {
    super(`line ${line}, ${field}: ${reason.en}`);
    this.name = 'StatementError';
    this.line = line;
    this.field = field;
    this.reason = reason;
  }

  /** One sentence for the person who sent the file. */
  describe(language: 'vi' | 'en'): string {
    return language === 'vi'
      ? `Sao kê bị từ chối: dòng ${this.line}, cột ${this.field}: ${this.reason.vi}`
      : `Statement refused: line ${this.line}, ${this.field}: ${this.reason.en}`;
  }
}
