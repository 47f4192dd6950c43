import { StatementError } from './statement.error.ts';
import type { StatementRow, StatementTotals } from './statement.rows.ts';

type Counted = Pick<StatementRow, 'type' | 'status' | 'gross' | 'fee' | 'feeVat' | 'net'>;

/** Counts and sums rows as the T line does. */
export class Totals {
  count = 0;
  #gross = 0;
  #fee = 0;
  #feeVat = 0;
  #net = 0;
  #refundFee = 0;
  #refundFeeVat = 0;

  /** `line` is named where the sums leave what can be counted exactly. */
  add(row: Counted, line: number): void {
    this.count += 1;
    if (row.status !== 'SUCCESS') return;
    const refund = row.type === 'REFUND';
    const sign = refund ? -1 : 1;
    this.#gross += sign * row.gross;
    this.#fee += sign * row.fee;
    this.#feeVat += sign * row.feeVat;
    this.#net += row.net;
    if (refund) {
      this.#refundFee += row.fee;
      this.#refundFeeVat += row.feeVat;
    }
    if ([this.#gross, this.#fee, this.#feeVat, this.#net].every(Number.isSafeInteger)) return;
    throw new StatementError({
      line,
      field: 'gross',
      reason: { vi: 'tổng vượt quá giới hạn tính được', en: 'the sums are beyond what can be counted' },
    });
  }

  all(): StatementTotals {
    // Adding zero turns a negative zero into a plain one.
    return { count: this.count, sumGross: this.#gross + 0, sumFee: this.#fee + 0, sumFeeVat: this.#feeVat + 0, sumNet: this.#net + 0 };
  }

  /** Whether a total that a file names is what its rows come to; a refund's own fee may be subtracted or added. */
  comesTo(field: keyof StatementTotals, named: number): boolean {
    const own = this.all()[field];
    if (field === 'sumFee') return named === own || named === own + 2 * this.#refundFee;
    if (field === 'sumFeeVat') return named === own || named === own + 2 * this.#refundFeeVat;
    return named === own;
  }

  /** Throws StatementError at the first number of the T line that differs. */
  compare(trailer: StatementTotals, line: number): void {
    const own = this.all();
    // A refund's own fee is money that the merchant pays as well; some add it where others subtract it.
    const added = { sumFee: own.sumFee + 2 * this.#refundFee, sumFeeVat: own.sumFeeVat + 2 * this.#refundFeeVat };
    const feesAdded = trailer.sumFee === added.sumFee && trailer.sumFeeVat === added.sumFeeVat;
    const wanted = feesAdded ? { ...own, ...added } : own;
    for (const field of ['count', 'sumGross', 'sumFee', 'sumFeeVat', 'sumNet'] as const) {
      if (trailer[field] === wanted[field]) continue;
      const reason = {
        vi: `là ${trailer[field]}, các dòng D cho ${wanted[field]}`,
        en: `is ${trailer[field]}, the D lines come to ${wanted[field]}`,
      };
      throw new StatementError({ line, field, reason });
    }
  }
}
