import {
  type AccountBatch,
  type AccountEntry,
  type AccountReading,
  AccountTotals,
  contentOf,
  type ExpectedAccount,
  plainAccount,
  refuse,
  startOfDay,
} from './account.entry.ts';
import type { AccountColumn } from './account.profile.ts';
import { StatementsOfFile } from './account.statements.ts';
import { RunningBalance } from './account.table.balance.ts';
import { TableDays } from './account.table.days.ts';
import { agreeSaidAccount, amountSaid, type Places, placesOf, refuseAccountHeadings, type Said, saidBy } from './account.table.layout.ts';
import { readAmount, readDay, readId, readTime } from './statement.cells.ts';
import type { TableLine } from './statement.layout.ts';
import { MOST_LINES_ABOVE, sampleOf, sniff, tableLines } from './statement.lines.ts';

const BATCH = 500;

/**
 * Reads a bank's own table by its profile: lines above the headings that may say account and balances, a movement a line, and what stands below.
 * Where neither lines nor a column tell the balances it is refused, unless the profile says otherwise. Movements of several days are as many
 * statements, whose balances follow from those of the whole.
 */
export function readAccountTable(file: { head: Buffer; all: AsyncIterable<Uint8Array> }, expected: ExpectedAccount): AccountReading {
  const statements = new StatementsOfFile(expected);

  async function* batches(): AccountReading['batches'] {
    const { lines, finish } = tableLines(file, sniff(sampleOf(file.head)));
    const table = new Table(expected, statements);
    let batch: AccountBatch = { statement: 0, entries: [] };
    for await (const line of lines) {
      const movement = table.take(line);
      if (movement === undefined) continue;
      const { statement, entry } = movement;
      if (statement !== batch.statement || batch.entries.length >= BATCH) {
        yield batch;
        batch = { statement, entries: [] };
      }
      batch.entries.push(entry);
    }
    table.finish();
    if (batch.entries.length > 0) yield batch;
    statements.close(finish().sha256);
  }

  return { batches: batches(), summaries: () => statements.summaries() };
}

/** A movement, and which of the file's statements it is of, from 0. */
interface Movement {
  statement: number;
  entry: AccountEntry;
}

/** A table, line by line. */
class Table {
  readonly #expected: ExpectedAccount;
  readonly #days: TableDays;
  readonly #totals = new AccountTotals();
  readonly #balance = new RunningBalance();
  #above: TableLine[] = [];
  #places: Places | undefined;
  #opening: number | undefined;
  #closing: { amount: number; line: number } | undefined;
  #count: { told: number; line: number } | undefined;
  #line = 1;

  constructor(expected: ExpectedAccount, statements: StatementsOfFile) {
    this.#expected = expected;
    this.#days = new TableDays(expected, statements);
  }

  /** What a line tells of; undefined: of no movement. */
  take(line: TableLine): Movement | undefined {
    this.#line = line.line;
    const places = this.#places;
    if (places === undefined) {
      this.#places = this.#headings(line);
      return undefined;
    }
    const cell = (column: AccountColumn) => line.cells[places.get(column) ?? -1] ?? '';
    const isMoney = (['credit', 'debit', 'amount'] as const).some((column) => cell(column) !== '');
    // What a line below says may stand in any column: beside its words, the number's, or under the balances.
    const isTimed = /^\d/.test(cell('time'));
    const mayTell = cell('reference') === '' ? !(isTimed && isMoney) : !isTimed && !isMoney;
    const said = mayTell ? saidBy(line, this.#expected.profile) : undefined;
    if (said !== undefined) this.#told(line, said);
    return said === undefined && (isMoney || cell('reference') !== '') ? this.#movement(line.line, cell) : undefined;
  }

  finish(): void {
    if (this.#places === undefined) refuseAccountHeadings(this.#above, this.#expected.profile);
    const { credits, debits } = this.#totals;
    const count = credits.count + debits.count;
    if (this.#count !== undefined && this.#count.told !== count)
      refuse(this.#count.line, 'count', {
        vi: `là ${this.#count.told}, các dòng cho ${count}`,
        en: `is ${this.#count.told}, the lines come to ${count}`,
      });
    this.#days.finish(this.#line, this.#ends(), this.#balance);
  }

  /** The balances by their own lines, or else by the column; what both tell must agree. */
  #ends(): { opening: number | null; closing: number | null } {
    const running = this.#balance.ends();
    // One line without the other: the file has lost its end.
    const byLines = this.#opening !== undefined || this.#closing !== undefined;
    const opening = byLines ? this.#opening : running?.opening;
    const closing = byLines ? this.#closing?.amount : running?.closing;
    const line = this.#closing?.line ?? this.#line;
    if (opening !== undefined && closing !== undefined) {
      this.#totals.balance({ opening, closing, line });
      if (running !== undefined && running.closing !== closing)
        refuse(line, 'closingBalance', {
          vi: `là ${closing}, cột số dư kết thúc ở ${running.closing}`,
          en: `is ${closing}, the column of balances ends at ${running.closing}`,
        });
      return { opening, closing };
    }
    if (!byLines && this.#expected.profile.balances === 'IF_TOLD') return { opening: null, closing: null };
    return refuse(line, opening === undefined && byLines ? 'openingBalance' : 'closingBalance', NO_BALANCES);
  }

  #headings(line: TableLine): Places | undefined {
    const places = placesOf(line, this.#expected.profile);
    if (places !== undefined) return places;
    if (this.#above.push(line) > MOST_LINES_ABOVE) refuseAccountHeadings(this.#above, this.#expected.profile);
    const said = saidBy(line, this.#expected.profile);
    if (said !== undefined) this.#told(line, said);
    return undefined;
  }

  #told({ line, cells }: TableLine, said: Said): void {
    if (said.label === 'account') agreeSaidAccount({ line, said, expected: this.#expected });
    else if (said.label === 'opening') this.#opening = amountSaid({ line, said, field: 'openingBalance' });
    else if (said.label === 'closing') this.#closing = { amount: amountSaid({ line, said, field: 'closingBalance' }), line };
    else if (said.label === 'count') this.#count = { told: amountSaid({ line, said, field: 'count' }), line };
    else this.#agreeTotals(line, cells);
  }

  /** A line of totals has them under the columns that it adds up; what is empty says nothing. */
  #agreeTotals(line: number, cells: readonly string[]): void {
    if (this.#places === undefined) return;
    for (const [column, own] of [
      ['credit', this.#totals.credits.sum],
      ['debit', this.#totals.debits.sum],
    ] as const) {
      const text = cells[this.#places.get(column) ?? -1] ?? '';
      const told = text === '' ? own : amountOf(line, column, text);
      if (told !== own) refuse(line, column, { vi: `là ${told}, các dòng cho ${own}`, en: `is ${told}, the lines come to ${own}` });
    }
  }

  #movement(line: number, cell: (column: AccountColumn) => string): Movement {
    const change = changeOf(line, cell);
    const reference = readId(cell('reference'));
    if ('fault' in reference) refuse(line, 'reference', reference.fault);
    if (reference.text === '' && change > 0)
      refuse(line, 'reference', { vi: 'thiếu số giao dịch của ngân hàng', en: "the bank's own number is missing" });
    this.#agreeAccount(line, cell('account'));
    // A credit below 0 is how banks write in a table that one is taken back.
    const isBack = cell('credit').startsWith('-') && change < 0;
    const balance = cell('balance') === '' ? undefined : amountOf(line, 'balance', cell('balance'));
    this.#balance.add({ line, change, balance });
    const { day, at } = momentOf(line, cell);
    const { statement, totals } = this.#days.of(line, day);
    const entry: AccountEntry = {
      ...{ line, kind: change >= 0 ? 'CREDIT' : 'DEBIT', reference: reference.text },
      ...{ isReversal: isBack, reverses: isBack ? [reference.text] : [] },
      ...{ amount: Math.abs(change), at, content: contentOf([cell('content')]) },
    };
    this.#totals.add(entry, line);
    totals.add(entry, line);
    return { statement, entry };
  }

  #agreeAccount(line: number, text: string): void {
    if (text === '') return;
    const number = readId(text);
    if ('fault' in number) refuse(line, 'account', number.fault);
    const { account } = this.#expected;
    if (plainAccount(number.text) !== plainAccount(account))
      refuse(line, 'account', { vi: `không phải của tài khoản ${account}`, en: `is not that of account ${account}` });
  }
}

/** When a movement was booked, midnight where the table tells no time of day, and its day there. */
function momentOf(line: number, cell: (column: AccountColumn) => string): { day: string; at: Date } {
  const text = [cell('time'), cell('hour')].join(' ').trim().replace(/\s+/g, ' ');
  const [time, day] = [readTime(text), readDay(text)];
  if ('fault' in day) return refuse(line, 'time', day.fault);
  const at = 'text' in time ? new Date(time.text) : startOfDay(day.text);
  if (at !== undefined && !Number.isNaN(at.getTime())) return { day: day.text, at };
  return refuse(line, 'time', { vi: 'ngày hoặc giờ không tồn tại', en: 'there is no such day or time' });
}

const NO_BALANCES = {
  vi: 'thiếu số dư đầu kỳ hoặc cuối kỳ, và không có cột số dư thay thế: tải lại tệp đầy đủ, có số dư',
  en: 'the opening or the closing balance is missing, and no column of balances takes its place: download the whole file with its balances',
};

/** What a movement did to the balance: one amount with its sign, or what came in less what went out, of which one alone is told. */
function changeOf(line: number, cell: (column: AccountColumn) => string): number {
  if (cell('amount') !== '')
    return amountOf(
      line,
      'amount',
      cell('amount')
        .replace(/^\+\s*/, '')
        .replace(/^-\s+/, '-'),
    );
  const [credit, debit] = (['credit', 'debit'] as const).map((column) => sided(line, column, cell(column))) as [number, number];
  if (credit !== 0 && debit !== 0) refuse(line, 'credit', { vi: 'vừa ghi có vừa ghi nợ', en: 'is told together with a debit' });
  if (cell('credit') === '' && cell('debit') === '') refuse(line, 'credit', { vi: 'thiếu số tiền', en: 'the amount is missing' });
  return credit - debit;
}

/** Some banks write a minus before what went out. */
function sided(line: number, column: 'credit' | 'debit', text: string): number {
  const amount = text === '' || text === '-' ? 0 : amountOf(line, column, text.replace(/^[+]\s*/, ''));
  return column === 'debit' ? Math.abs(amount) : amount;
}

function amountOf(line: number, field: string, text: string): number {
  const read = readAmount(text);
  if ('fault' in read) return refuse(line, field, read.fault);
  const value = Number(read.text);
  return Number.isSafeInteger(value) ? value : refuse(line, field, { vi: 'quá lớn', en: 'is too large' });
}
