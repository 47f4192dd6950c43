import { refuse } from './account.entry.ts';

interface Step {
  line: number;
  /** What the movement did, below 0 where it went out. */
  change: number;
  balance: number;
}

/** Follows the balance that stands beside each movement. Banks write the oldest first, or the newest. */
export class RunningBalance {
  #first: Step | undefined;
  #last: Step | undefined;
  /** Where it breaks, read in either direction. */
  #brokenUp: number | undefined;
  #brokenDown: number | undefined;
  #entries = 0;
  #told = 0;

  add(step: { line: number; change: number; balance: number | undefined }): void {
    this.#entries += 1;
    const { line, change, balance } = step;
    if (balance === undefined) return;
    this.#told += 1;
    const before = this.#last;
    if (before !== undefined && before.balance + change !== balance) this.#brokenUp ??= line;
    if (before !== undefined && balance + before.change !== before.balance) this.#brokenDown ??= line;
    this.#last = { line, change, balance };
    this.#first ??= this.#last;
  }

  /** Whether the balances, where they are told, can stand in that order. */
  goes(order: 'OLDEST_FIRST' | 'NEWEST_FIRST'): boolean {
    return (order === 'OLDEST_FIRST' ? this.#brokenUp : this.#brokenDown) === undefined;
  }

  /** The balances before and after all of it; undefined: the file does not tell. */
  ends(): { opening: number; closing: number } | undefined {
    const [first, last] = [this.#first, this.#last];
    if (first === undefined || last === undefined) return undefined;
    if (this.#told < this.#entries) refuse(last.line, 'balance', { vi: 'có dòng thiếu số dư', en: 'a line tells no balance' });
    if (this.#brokenUp === undefined) return { opening: first.balance - first.change, closing: last.balance };
    if (this.#brokenDown === undefined) return { opening: last.balance - last.change, closing: first.balance };
    return refuse(Math.max(this.#brokenUp, this.#brokenDown), 'balance', {
      vi: 'số dư không nối tiếp dòng trước: thiếu hoặc sai một dòng, tải lại tệp đầy đủ',
      en: 'does not follow from the line before: a line is missing or wrong, download the whole file again',
    });
  }
}
