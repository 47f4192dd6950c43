/** Why a statement is refused, for a person. Never a row's content: an order's text may name somebody. */
export interface StatementFault {
  /** Counted from 1; of a record that spans lines, its first. */
  line: number;
  /** What `line` counts; left out: lines. A form without lines of its own counts its entries, 0 being what stands before the first. */
  counts?: 'LINES' | 'ENTRIES';
  /** The column's name, `record` for the line as a whole, `trailer` for a missing or trailing end. */
  field: string;
  reason: { vi: string; en: string };
}

/** A statement file is damaged: nothing of it may be used. */
export class StatementError extends Error implements StatementFault {
  readonly line: number;
  readonly counts: 'LINES' | 'ENTRIES';
  readonly field: string;
  readonly reason: { vi: string; en: string };

  constructor({ line, counts = 'LINES', field, reason }: StatementFault) {
    super(`${counts === 'LINES' ? 'line' : 'entry'} ${line}, ${field}: ${reason.en}`);
    this.name = 'StatementError';
    this.line = line;
    this.counts = counts;
    this.field = field;
    this.reason = reason;
  }

  /** One sentence for the person who sent the file. */
  describe(language: 'vi' | 'en'): string {
    const vi = this.counts === 'LINES' ? `dòng ${this.line}, cột` : `bút toán ${this.line}, trường`;
    const en = this.counts === 'LINES' ? 'line' : 'entry';
    return language === 'vi'
      ? `Sao kê bị từ chối: ${vi} ${this.field}: ${this.reason.vi}`
      : `Statement refused: ${en} ${this.line}, ${this.field}: ${this.reason.en}`;
  }
}
