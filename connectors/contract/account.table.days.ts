import { AccountTotals, agreeDay, type ExpectedAccount, refuse } from './account.entry.ts';
import type { StatementsOfFile } from './account.statements.ts';
import type { RunningBalance } from './account.table.balance.ts';

interface Day {
  day: string;
  /** Its first in the table. */
  line: number;
  totals: AccountTotals;
}

/** The balances before and after all of a table; null: it does not tell. */
interface Ends {
  opening: number | null;
  closing: number | null;
}

/** The days that a table's movements are of: one after the other, in either direction. */
export class TableDays {
  readonly #expected: ExpectedAccount;
  readonly #statements: StatementsOfFile;
  readonly #days: Day[] = [];

  constructor(expected: ExpectedAccount, statements: StatementsOfFile) {
    this.#expected = expected;
    this.#statements = statements;
  }

  /** The day of a movement. Returns which of the file's statements it is of, from 0, and what that comes to. */
  of(line: number, day: string): { statement: number; totals: AccountTotals } {
    const { day: only } = this.#expected;
    if (only !== undefined) agreeDay(line, 'time', { told: day, expected: only });
    const [before, last] = [this.#days.at(-2), this.#days.at(-1)];
    if (last?.day === day) return { statement: this.#days.length - 1, totals: last.totals };
    if (before !== undefined && last !== undefined && before.day < last.day !== last.day < day) refuse(line, 'time', OUT_OF_ORDER);
    return this.#begin(line, day);
  }

  /**
   * The table is over, and comes to these balances. Where it tells them, nothing has moved on the days between two of it: each of those is a
   * statement too, without a movement.
   */
  finish(line: number, { opening, closing }: Ends, running: RunningBalance): void {
    const { day: only } = this.#expected;
    if (this.#days.length === 0) this.#begin(line, only ?? refuse(line, 'day', NO_DAY));
    const isOldestFirst = (this.#days[0]?.day ?? '') <= (this.#days.at(-1)?.day ?? '');
    if (this.#days.length > 1 && !running.goes(isOldestFirst ? 'OLDEST_FIRST' : 'NEWEST_FIRST')) refuse(line, 'balance', OUT_OF_ORDER);
    const isTold = opening !== null && closing !== null;
    if (isTold) for (const { line: at, day } of this.#quietDays()) this.#begin(at, day);
    const ends = isTold ? this.#balances(opening) : undefined;
    for (const { day, line: first, totals } of this.#days) {
      const { credits, debits } = totals;
      this.#statements.end(
        { form: 'TABLE', day, ...(ends?.get(day) ?? { opening, closing }), credits, debits },
        { line: first, field: 'time' },
      );
    }
  }

  #begin(line: number, day: string): { statement: number; totals: AccountTotals } {
    const { statement } = this.#statements.begin({ line, field: 'time' });
    const totals = new AccountTotals();
    this.#days.push({ day, line, totals });
    return { statement, totals };
  }

  /** The days between those of the table, each with the line at which it is over. */
  #quietDays(): { line: number; day: string }[] {
    const inOrder = this.#inOrder();
    return inOrder.slice(1).flatMap(({ line, day: next }, at) => {
      const quiet: { line: number; day: string }[] = [];
      for (let day = dayAfter(inOrder[at]?.day ?? next); day < next; day = dayAfter(day)) quiet.push({ line, day });
      return quiet;
    });
  }

  /** Of each day, from what the days before it did to the table's opening balance. */
  #balances(opening: number): ReadonlyMap<string, Ends> {
    const ends = new Map<string, Ends>();
    let before = opening;
    for (const { day, totals } of this.#inOrder()) {
      const after = before + totals.credits.sum - totals.debits.sum;
      ends.set(day, { opening: before, closing: after });
      before = after;
    }
    return ends;
  }

  #inOrder(): Day[] {
    return this.#days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

const NO_DAY = {
  vi: 'bảng không có giao dịch nào và không nói ngày: đặt ngày vào tên tệp, ví dụ 2026-03-14.xlsx',
  en: 'a table without movements does not tell its day: put it into the name, e.g. 2026-03-14.xlsx',
};
const OUT_OF_ORDER = {
  vi: 'các ngày không theo thứ tự: tải lại tệp chưa sắp xếp, hoặc mỗi ngày một tệp',
  en: 'the days are out of order: download the file again without sorting it, or one for each day',
};
