import { type CamtAmount, type CamtDetails, type CamtEntry, momentOf, movementsOf, newEntry } from './account.camt.entry.ts';
import type { CamtPlace } from './account.camt.place.ts';
import {
  type AccountEntry,
  type AccountSummary,
  AccountTotals,
  agreeCurrency,
  agreeDay,
  type Counted,
  plainAccount,
  wholeDong,
} from './account.entry.ts';

interface Balance {
  kind: string;
  amount: CamtAmount | undefined;
  direction: string;
  date: string;
}

/** What the bank counts and sums itself on a page, and what the page has of it. */
interface PageCount {
  told: Map<string, string>;
  /** Of every entry, also those that are not booked. */
  all: AccountTotals;
}

/** So many transactions in one entry: more is damage. */
const MOST_DETAILS = 100_000;
const NEW_DETAILS = (): CamtDetails => ({ amount: undefined, direction: undefined, references: [], endToEnd: undefined, texts: [] });
const NO_ACCOUNT = { vi: 'thiếu số tài khoản', en: 'the account is missing' };

/**
 * One statement, element by element, in one page or in several. That the pages tell its opening and closing balance once, or the same again,
 * and that what a page counts is itself or the whole, is inferred: the message's definition leaves both open.
 */
export class CamtStatement {
  readonly #expected: { account: string };
  readonly #place: CamtPlace;
  readonly #totals = new AccountTotals();
  readonly #pages: PageCount[] = [];
  #entries: AccountEntry[] = [];
  #entry: CamtEntry | undefined;
  #balance: Balance = { kind: '', amount: undefined, direction: '', date: '' };
  #account: string | undefined;
  #opening: number | undefined;
  /** The closing balance of the day before, for a bank that tells that alone. */
  #before: number | undefined;
  #closing: { amount: number; day: string } | undefined;
  #day: string | undefined;

  /** `day`: what it must be of; undefined: it says so itself. */
  constructor(expected: { account: string; day: string | undefined }, place: CamtPlace) {
    this.#expected = expected;
    this.#place = place;
    this.#day = expected.day;
  }

  take(): AccountEntry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  beginPage(): void {
    this.#account = undefined;
    this.#pages.push({ told: new Map(), all: new AccountTotals() });
  }

  opened(path: string): void {
    if (path === 'Bal') this.#balance = { kind: '', amount: undefined, direction: '', date: '' };
    if (path === 'Ntry') {
      if (this.#account === undefined) this.#place.fail('Acct', NO_ACCOUNT);
      this.#place.entries += 1;
      this.#entry = newEntry(this.#place.entries);
    }
    if (path !== 'Ntry/NtryDtls/TxDtls') return;
    if ((this.#entry?.details.push(NEW_DETAILS()) ?? 0) > MOST_DETAILS)
      this.#place.fail('TxDtls', { vi: 'quá nhiều giao dịch trong một bút toán', en: 'an entry has too many transactions' });
  }

  closed(path: string, { text, attributes }: { text: string; attributes: Readonly<Record<string, string>> }): void {
    const amount = () => ({ text, currency: attributes['Ccy'] ?? '' });
    if (path.startsWith('Ntry')) this.#entryPart(path.slice('Ntry/'.length), { text, amount });
    if (path.startsWith('Bal')) this.#balancePart(path, { text, amount });
    if (path === 'Acct/Id/Othr/Id' || path === 'Acct/Id/IBAN') this.#agreeAccount(text);
    if (path === 'Acct/Ccy') this.#agreeCurrency('Acct/Ccy', text);
    if (path.startsWith('TxsSummry/')) this.#pages.at(-1)?.told.set(path.slice('TxsSummry/'.length), text);
  }

  /** The last page is over. */
  finish(): Omit<AccountSummary, 'sha256'> {
    if (this.#account === undefined) this.#place.fail('Acct', NO_ACCOUNT);
    const [opening, closing] = [this.#opening ?? this.#before, this.#closing];
    if (opening === undefined) return this.#place.fail('Bal/OPBD', { vi: 'thiếu số dư đầu kỳ', en: 'the opening balance is missing' });
    if (closing === undefined) return this.#place.fail('Bal/CLBD', { vi: 'thiếu số dư cuối kỳ', en: 'the closing balance is missing' });
    this.#agreeDay('Bal/CLBD', closing.day);
    this.#agreeTold();
    this.#place.counted(() => this.#totals.balance({ opening, closing: closing.amount, line: this.#place.entries }));
    const { credits, debits } = this.#totals;
    return { form: 'CAMT053', day: closing.day, opening, closing: closing.amount, credits, debits };
  }

  #balancePart(path: string, { text, amount }: { text: string; amount(): CamtAmount }): void {
    if (path === 'Bal/Tp/CdOrPrtry/Cd') this.#balance.kind = text;
    else if (path === 'Bal/Amt') this.#balance.amount = amount();
    else if (path === 'Bal/CdtDbtInd') this.#balance.direction = text;
    else if (path === 'Bal/Dt/Dt' || path === 'Bal/Dt/DtTm') this.#balance.date = text;
    else if (path === 'Bal') this.#balanced(this.#balance);
  }

  #balanced({ kind, amount, direction, date }: Balance): void {
    if (kind !== 'OPBD' && kind !== 'PRCD' && kind !== 'CLBD') return;
    const field = `Bal/${kind}`;
    if (direction !== 'CRDT' && direction !== 'DBIT')
      this.#place.fail(field, { vi: 'CdtDbtInd phải là CRDT hoặc DBIT', en: 'CdtDbtInd must be CRDT or DBIT' });
    const value = this.#dong(amount, field);
    const signed = direction === 'DBIT' && value !== 0 ? -value : value;
    if (kind === 'PRCD') this.#before ??= signed;
    else if (kind === 'OPBD') this.#opening = this.#same(field, { told: signed, before: this.#opening });
    else {
      const day = momentOf(date)?.day;
      if (day === undefined) this.#place.fail(field, { vi: 'thiếu hoặc không phải ngày', en: 'has no date' });
      this.#agreeDay(field, day);
      this.#closing = { amount: this.#same(field, { told: signed, before: this.#closing?.amount }), day };
    }
  }

  #same(field: string, { told, before = told }: { told: number; before: number | undefined }): number {
    if (told === before) return told;
    return this.#place.fail(field, { vi: `là ${told}, trước đó là ${before}`, en: `is ${told}, and was ${before} before` });
  }

  #entryPart(path: string, { text, amount }: { text: string; amount(): CamtAmount }): void {
    const entry = this.#entry;
    if (entry === undefined) return;
    const set = ENTRY_PARTS[path];
    if (set !== undefined) set(entry, { text, amount });
    else if (path.startsWith('NtryDtls/TxDtls/'))
      DETAIL_PARTS[path.slice('NtryDtls/TxDtls/'.length)]?.(entry.details.at(-1) as CamtDetails, { text, amount });
    else if (path === '') this.#whole(entry);
  }

  #whole(entry: CamtEntry): void {
    this.#entry = undefined;
    const { entries: line } = this.#place;
    const kind = entry.direction === 'CRDT' ? 'CREDIT' : 'DEBIT';
    this.#place.counted(() => this.#pages.at(-1)?.all.add({ kind, amount: this.#dong(entry.amount, 'Amt') }, line));
    if (entry.status !== 'BOOK') return;
    const movements = movementsOf(entry, {
      amounts: (amount, field) => this.#dong(amount, field),
      fail: (field, reason) => this.#place.fail(field, reason),
    });
    this.#agreeDay('BookgDt', momentOf(entry.booked ?? '')?.day ?? '');
    for (const movement of movements) this.#place.counted(() => this.#totals.add(movement, line));
    this.#entries.push(...movements);
  }

  /** What the bank counts and sums itself, where it does. Its numbers are of entries, and of all of them. */
  #agreeTold(): void {
    const whole = sidesOf(this.#pages);
    for (const page of this.#pages) {
      const own = sidesOf([page]);
      for (const side of ['TtlNtries', 'TtlCdtNtries', 'TtlDbtNtries'] as const) {
        this.#agreeNumber(page, `${side}/NbOfNtries`, [own[side].count, whole[side].count]);
        this.#agreeNumber(page, `${side}/Sum`, [own[side].sum, whole[side].sum]);
      }
    }
  }

  #agreeNumber({ told }: PageCount, path: string, [own, whole]: readonly [number, number]): void {
    const text = told.get(path);
    if (text === undefined) return;
    const number = this.#place.counted(() => wholeDong(this.#place.entries, `TxsSummry/${path}`, text));
    if (number !== own && number !== whole)
      this.#place.fail(`TxsSummry/${path}`, {
        vi: `là ${number}, các bút toán cho ${own}: tải lại tệp đầy đủ`,
        en: `is ${number}, the entries come to ${own}: download the whole file again`,
      });
  }

  #agreeAccount(told: string): void {
    const { account } = this.#expected;
    if (plainAccount(told) !== plainAccount(account))
      this.#place.fail('Acct/Id', { vi: `không phải của tài khoản ${account}`, en: `is not that of account ${account}` });
    this.#account = told;
  }

  #agreeDay(field: string, told: string): void {
    this.#day ??= told;
    const expected = this.#day;
    this.#place.counted(() => agreeDay(this.#place.entries, field, { told, expected }));
  }

  #agreeCurrency(field: string, currency: string): void {
    this.#place.counted(() => agreeCurrency(this.#place.entries, field, currency));
  }

  #dong(amount: CamtAmount | undefined, field: string): number {
    if (amount === undefined) return this.#place.fail(field, { vi: 'thiếu số tiền', en: 'the amount is missing' });
    this.#agreeCurrency(field, amount.currency);
    return this.#place.counted(() => wholeDong(this.#place.entries, field, amount.text));
  }
}

type Side = 'TtlNtries' | 'TtlCdtNtries' | 'TtlDbtNtries';

function sidesOf(pages: readonly PageCount[]): Record<Side, Counted> {
  const added = (a: Counted, b: Counted) => ({ count: a.count + b.count, sum: a.sum + b.sum });
  const none = { count: 0, sum: 0 };
  const credits = pages.reduce((sum, { all }) => added(sum, all.credits), none);
  const debits = pages.reduce((sum, { all }) => added(sum, all.debits), none);
  return { TtlNtries: added(credits, debits), TtlCdtNtries: credits, TtlDbtNtries: debits };
}

type Told = { text: string; amount(): CamtAmount };

const ENTRY_PARTS: Readonly<Record<string, (entry: CamtEntry, told: Told) => void>> = {
  NtryRef: (entry, { text }) => {
    entry.reference = text;
  },
  AcctSvcrRef: (entry, { text }) => {
    entry.bankReference = text;
  },
  Amt: (entry, { amount }) => {
    entry.amount = amount();
  },
  CdtDbtInd: (entry, { text }) => {
    entry.direction = text;
  },
  RvslInd: (entry, { text }) => {
    entry.isReversal = text === 'true' || text === '1';
  },
  // Its code stands in the element itself in 001.02, and below it since.
  Sts: (entry, { text }) => {
    entry.status ??= text;
  },
  'Sts/Cd': (entry, { text }) => {
    entry.status = text;
  },
  'BookgDt/Dt': (entry, { text }) => {
    entry.booked = text;
  },
  'BookgDt/DtTm': (entry, { text }) => {
    entry.booked = text;
  },
  AddtlNtryInf: (entry, { text }) => void entry.texts.push(text),
};

const DETAIL_PARTS: Readonly<Record<string, (details: CamtDetails, told: Told) => void>> = {
  'Refs/AcctSvcrRef': (details, { text }) => void details.references.push(text),
  'Refs/EndToEndId': (details, { text }) => {
    details.endToEnd = text;
  },
  Amt: (details, { amount }) => {
    details.amount = amount();
  },
  CdtDbtInd: (details, { text }) => {
    details.direction = text;
  },
  'AmtDtls/TxAmt/Amt': (details, { amount }) => {
    details.amount ??= amount();
  },
  'RmtInf/Ustrd': (details, { text }) => void details.texts.push(text),
  AddtlTxInf: (details, { text }) => void details.texts.push(text),
};
