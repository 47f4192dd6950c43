import {
  type AccountEntry,
  type AccountReading,
  AccountTotals,
  agreeAccount,
  agreeCurrency,
  agreeDay,
  contentOf,
  type ExpectedAccount,
  refuse,
  startOfDay,
  wholeDong,
} from './account.entry.ts';
import { type SwiftField, swiftParts } from './account.mt940.lines.ts';
import { StatementsOfFile } from './account.statements.ts';

const BATCH = 500;

/**
 * Reads customer statement messages of SWIFT (MT940): statements of one account, each of a day, in one message or in several that go on from
 * each other (60M, 62M). C and RD came in, D and RC went out; RC takes a credit back. The bank's number stands behind `//` in field 61.
 */
export function readMt940(source: AsyncIterable<Uint8Array>, expected: ExpectedAccount): AccountReading {
  const statements = new StatementsOfFile(expected);

  async function* batches(): AccountReading['batches'] {
    const begin = ({ line, tag: field }: Pick<SwiftField, 'line' | 'tag'>) => {
      const { statement: at, day } = statements.begin({ line, field });
      return { at, statement: new Statement({ account: expected.account, day }) };
    };
    let { at, statement } = begin({ line: 1, tag: '20' });
    let entries: AccountEntry[] = [];
    let sha256 = '';
    const parts = swiftParts(source, (digest) => {
      sha256 = digest;
    });
    for await (const part of parts) {
      if (statement.isWhole()) {
        if (entries.length > 0) yield { statement: at, entries };
        entries = [];
        statement.finish(statements);
        ({ at, statement } = begin(part));
      }
      entries.push(...statement.take(part));
      if (entries.length < BATCH) continue;
      yield { statement: at, entries };
      entries = [];
    }
    statement.finish(statements);
    if (entries.length > 0) yield { statement: at, entries };
    statements.close(sha256);
  }

  return { batches: batches(), summaries: () => statements.summaries() };
}

interface Balance {
  line: number;
  day: string;
  amount: number;
}

/** One statement, message by message. */
class Statement {
  readonly #expected: Pick<ExpectedAccount, 'account' | 'day'>;
  readonly #totals = new AccountTotals();
  #opening: Balance | undefined;
  #closing: Balance | undefined;
  /** Of the message before: where its 62M stands. */
  #carried: Balance | undefined;
  /** Of the message that goes on: what it has had. */
  #seen = new Set<string>();
  #entry: AccountEntry | undefined;
  #number: { statement: string; sequence: number | undefined } | undefined;
  #booked: { line: number; day: string } | undefined;
  #line = 1;

  constructor(expected: Pick<ExpectedAccount, 'account' | 'day'>) {
    this.#expected = expected;
  }

  /** Whether its last message has ended. */
  isWhole(): boolean {
    return this.#closing !== undefined && this.#seen.size === 0;
  }

  /** The movements that are whole with this part. */
  take({ line, tag, text }: SwiftField): AccountEntry[] {
    this.#line = line;
    if (tag === '86' && this.#entry !== undefined) {
      this.#entry.content = contentOf([this.#entry.content, narrativeOf(text)]);
      return this.#whole();
    }
    const whole = this.#whole();
    if (tag === 'END') this.#endOfMessage(line);
    else if (tag === '61') this.#entry = this.#movement(line, text);
    else this.#field({ line, tag, text });
    return whole;
  }

  /** No part of it is left. */
  finish(statements: StatementsOfFile): void {
    const [opening, closing] = [this.#opening, this.#closing];
    if (opening === undefined || closing === undefined) refuse(this.#line, '62F', CUT);
    agreeDay(closing.line, '62F', { told: closing.day, expected: this.#expected.day ?? closing.day });
    if (this.#booked !== undefined) agreeDay(this.#booked.line, '61', { told: this.#booked.day, expected: closing.day });
    this.#totals.balance({ opening: opening.amount, closing: closing.amount, line: closing.line });
    const { credits, debits } = this.#totals;
    const summary = { form: 'MT940', day: closing.day, opening: opening.amount, closing: closing.amount, credits, debits } as const;
    statements.end(summary, { line: closing.line, field: '62F' });
  }

  #whole(): AccountEntry[] {
    const entry = this.#entry;
    this.#entry = undefined;
    return entry === undefined ? [] : [entry];
  }

  #field({ line, tag, text }: SwiftField): void {
    this.#seen.add(tag);
    if (tag === '25' || tag === '25P') {
      // `BANK/account`, perhaps with the currency behind it.
      const [number = ''] = text.split('\n');
      agreeAccount(line, tag, { told: number.slice(number.lastIndexOf('/') + 1).replace(/\s?VND$/, ''), expected: this.#expected.account });
    } else if (tag === '28C' || tag === '28') this.#numbered(line, tag, text);
    else if (tag === '60F') this.#open(this.#balance({ line, tag, text }));
    else if (tag === '60M') this.#goOn(this.#balance({ line, tag, text }));
    else if (tag === '62F') this.#closing = this.#closed(this.#balance({ line, tag, text }));
    else if (tag === '62M') this.#carried = this.#closed(this.#balance({ line, tag, text }));
  }

  #numbered(line: number, tag: string, text: string): void {
    const [, statement = '', sequence] = /^(\d{1,5})(?:\/(\d{1,5}))?$/.exec(text.trim()) ?? [];
    if (statement === '') refuse(line, tag, { vi: 'phải có dạng 123/1', en: 'must be like 123/1' });
    const before = this.#number;
    this.#number = { statement, sequence: sequence === undefined ? undefined : Number(sequence) };
    if (before === undefined) return;
    const follows = before.sequence === undefined || this.#number.sequence === before.sequence + 1;
    if (before.statement !== statement || !follows)
      refuse(line, tag, { vi: 'thiếu hoặc sai thứ tự một phần của sao kê', en: 'a part of the statement is missing or out of order' });
  }

  #open(balance: Balance): void {
    if (this.#opening !== undefined) refuse(balance.line, '60F', NOT_CLOSED);
    this.#opening = balance;
  }

  #goOn({ line, amount }: Balance): void {
    if (this.#carried === undefined)
      refuse(line, '60M', { vi: 'thiếu phần trước của sao kê', en: 'the part of the statement before it is missing' });
    if (this.#carried.amount !== amount)
      refuse(line, '60M', {
        vi: `là ${amount}, phần trước kết thúc ở ${this.#carried.amount}`,
        en: `is ${amount}, the part before ends at ${this.#carried.amount}`,
      });
    this.#carried = undefined;
  }

  /** A part's own closing balance must be what its movements come to. */
  #closed(balance: Balance): Balance {
    const opening = this.#opening;
    if (opening === undefined || !(this.#seen.has('60F') || this.#seen.has('60M'))) return refuse(balance.line, '60F', NO_OPENING);
    this.#totals.balance({ opening: opening.amount, closing: balance.amount, line: balance.line });
    return balance;
  }

  #endOfMessage(line: number): void {
    for (const [needed, other] of [['20'], ['25', '25P'], ['60F', '60M'], ['62F', '62M']] as const) {
      if (!this.#seen.has(needed) && !(other !== undefined && this.#seen.has(other)))
        refuse(line, needed, { vi: `thiếu trường :${needed}:`, en: `the field :${needed}: is missing` });
    }
    this.#seen = new Set();
  }

  #balance({ line, tag, text }: SwiftField): Balance {
    const [, sign, date = '', currency = '', amount = ''] = /^([CD])(\d{6})([A-Z]{3})(\d[\d,]*)$/.exec(text.trim()) ?? [];
    if (sign === undefined) refuse(line, tag, { vi: 'phải có dạng C251126VND1000,', en: 'must be like C251126VND1000,' });
    agreeCurrency(line, tag, currency);
    const value = wholeDong(line, tag, amount);
    return { line, day: dayOf(line, tag, date), amount: sign === 'D' && value !== 0 ? -value : value };
  }

  #movement(line: number, text: string): AccountEntry {
    if (!(this.#seen.has('60F') || this.#seen.has('60M'))) refuse(line, '60F', NO_OPENING);
    const [first = '', ...more] = text.split('\n');
    const match = MOVEMENT.exec(first);
    if (match === null) refuse(line, '61', NO_MOVEMENT);
    const [, value = '', booked, mark = '', amount = '', own = '', bank = ''] = match;
    const valueDay = dayOf(line, '61', value);
    const day = booked === undefined ? undefined : bookedDay(line, { valueDay, booked });
    if (day !== undefined) this.#agreeBooked(line, day);
    const kind = mark === 'C' || mark === 'RD' ? 'CREDIT' : 'DEBIT';
    const named = [bank, own].map((each) => each.trim()).map((each) => (each === 'NONREF' ? '' : each)) as [string, string];
    const bookedOn = day ?? this.#expected.day ?? valueDay;
    // What the payer calls it is not the account's only one of that name: with its day it is.
    const reference = named[0] !== '' || named[1] === '' ? named[0] : `${bookedOn}/${named[1]}`;
    if (reference === '' && kind === 'CREDIT')
      refuse(line, '61', { vi: 'thiếu số giao dịch của ngân hàng sau //', en: "the bank's own number behind // is missing" });
    const entry: AccountEntry = {
      ...{ line, kind, isReversal: mark.startsWith('R'), reference },
      reverses: mark.startsWith('R') ? named.filter((each) => each !== '') : [],
      amount: wholeDong(line, '61', amount),
      at: startOfDay(bookedOn) as Date,
      content: contentOf(more),
    };
    this.#totals.add(entry, line);
    return entry;
  }

  #agreeBooked(line: number, day: string): void {
    agreeDay(line, '61', { told: day, expected: this.#expected.day ?? this.#booked?.day ?? day });
    this.#booked ??= { line, day };
  }
}

/** Value date, entry date, mark, funds code, amount, type, the customer's reference, the bank's. */
const MOVEMENT = /^(\d{6})(\d{4})?(RC|RD|C|D)[A-Z]?(\d[\d,]*)[NSF][A-Z0-9]{3}(.*?)(?:\/\/(.*))?$/;

const NOT_CLOSED = {
  vi: 'sao kê trước chưa kết thúc bằng :62F:',
  en: 'the statement before it has no closing balance :62F:',
};
const CUT = { vi: 'tệp bị cắt: thiếu số dư cuối :62F:', en: 'the file is cut short: the closing balance :62F: is missing' };
const NO_OPENING = { vi: 'thiếu số dư đầu :60F:', en: 'the opening balance :60F: is missing' };
const NO_MOVEMENT = {
  vi: 'không đọc được; ví dụ 2511261126C1000,NTRFNONREF//FT123',
  en: "can't be read; it is like 2511261126C1000,NTRFNONREF//FT123",
};

function dayOf(line: number, tag: string, digits: string): string {
  const day = `20${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`;
  if (startOfDay(day) === undefined) refuse(line, tag, { vi: `ngày ${digits} không tồn tại`, en: `there is no day ${digits}` });
  return day;
}

const HALF_A_YEAR_MS = 183 * 86_400_000;

/** An entry date has no year: it is the one nearest to the value date. */
function bookedDay(line: number, { valueDay, booked }: { valueDay: string; booked: string }): string {
  const near = Date.parse(valueDay);
  const year = Number(valueDay.slice(0, 4));
  for (const each of [year, year - 1, year + 1]) {
    const day = `${each}-${booked.slice(0, 2)}-${booked.slice(2)}`;
    if (startOfDay(day) !== undefined && Math.abs(Date.parse(day) - near) <= HALF_A_YEAR_MS) return day;
  }
  return refuse(line, '61', { vi: `ngày ${booked} không tồn tại`, en: `there is no day ${booked}` });
}

/** The text of field 86; its subfields `?20…?29`, where a bank writes such, are one text. */
function narrativeOf(text: string): string {
  const isStructured = /^\d{3}\?\d\d/.test(text);
  const flat = text.replace(/\n/g, isStructured ? '' : ' ');
  return isStructured ? flat.replace(/^\d{3}/, '').replace(/\?\d\d/g, ' ') : flat;
}
