import { type CamtAmount, type CamtDetails, type CamtEntry, momentOf, movementsOf, newEntry } from './account.camt.entry.ts';
import { camtDocument } from './account.camt.xml.ts';
import {
  type AccountEntry,
  type AccountReading,
  type AccountSummary,
  AccountTotals,
  type Counted,
  type ExpectedAccount,
  plainAccount,
  wholeDong,
} from './account.entry.ts';
import { StatementError } from './statement.error.ts';

/**
 * Reads a bank's or the treasury's statement in ISO 20022's camt.053 (001.02, 001.08): one statement of one account and day. Entries that are
 * booked count, each transaction of a batch for itself where the bank tells its amount; `AcctSvcrRef`, or else `NtryRef`, is the bank's number.
 */
export function readCamt053(source: AsyncIterable<Uint8Array>, expected: ExpectedAccount): AccountReading {
  let summary: AccountSummary | undefined;

  async function* batches(): AsyncGenerator<AccountEntry[], void, void> {
    const statement = new Statement(expected);
    const document = camtDocument(source, statement);
    try {
      let next = await document.next();
      for (; next.done !== true; next = await document.next()) {
        const entries = statement.take();
        if (entries.length > 0) yield entries;
      }
      summary = { ...statement.finish(), sha256: next.value };
    } finally {
      // Whoever stops in between leaves the source to nobody.
      await document.return('');
    }
  }

  return {
    batches: batches(),
    summary() {
      if (summary === undefined) throw new Error('the statement is not read to its end');
      return summary;
    },
  };
}

interface Balance {
  kind: string;
  amount: CamtAmount | undefined;
  direction: string;
  date: string;
}

/** So many transactions in one entry: more is damage. */
const MOST_DETAILS = 100_000;
const NEW_DETAILS = (): CamtDetails => ({ amount: undefined, direction: undefined, references: [], endToEnd: undefined, texts: [] });

/** One statement, element by element. */
class Statement {
  readonly #expected: ExpectedAccount;
  readonly #totals = new AccountTotals();
  /** Of every entry, also those that are not booked: what the bank's own summary counts. */
  readonly #all = new AccountTotals();
  #entries: AccountEntry[] = [];
  #seen = 0;
  #statements = 0;
  #entry: CamtEntry | undefined;
  #balance: Balance = { kind: '', amount: undefined, direction: '', date: '' };
  #account: string | undefined;
  #opening: number | undefined;
  #closing: { amount: number; day: string } | undefined;
  #told = new Map<string, string>();
  #day: string | undefined;

  constructor(expected: ExpectedAccount) {
    this.#expected = expected;
    this.#day = expected.day;
  }

  entries(): number {
    return this.#seen;
  }

  take(): AccountEntry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  opened(path: string): void {
    if (path === '' && ++this.#statements > 1)
      this.#fail('Stmt', {
        vi: 'tệp có nhiều sao kê: mỗi tài khoản, mỗi ngày một tệp',
        en: 'the file has several statements: send one for each account and day',
      });
    if (path === 'Bal') this.#balance = { kind: '', amount: undefined, direction: '', date: '' };
    if (path === 'Ntry') {
      if (this.#account === undefined) this.#fail('Acct', { vi: 'thiếu số tài khoản', en: 'the account is missing' });
      this.#seen += 1;
      this.#entry = newEntry(this.#seen);
    }
    if (path !== 'Ntry/NtryDtls/TxDtls') return;
    if ((this.#entry?.details.push(NEW_DETAILS()) ?? 0) > MOST_DETAILS)
      this.#fail('TxDtls', { vi: 'quá nhiều giao dịch trong một bút toán', en: 'an entry has too many transactions' });
  }

  closed(path: string, { text, attributes }: { text: string; attributes: Readonly<Record<string, string>> }): void {
    const amount = () => ({ text, currency: attributes['Ccy'] ?? '' });
    if (path.startsWith('Ntry')) this.#entryPart(path.slice('Ntry/'.length), { text, amount });
    if (path.startsWith('Bal')) this.#balancePart(path, { text, amount });
    if (path === 'Acct/Id/Othr/Id' || path === 'Acct/Id/IBAN') this.#agreeAccount(text);
    if (path === 'Acct/Ccy') this.#agreeCurrency('Acct/Ccy', text);
    if (path.startsWith('TxsSummry/')) this.#told.set(path.slice('TxsSummry/'.length), text);
    if (/(?:Msg|Stmt)Pgntn\/LastPgInd$/.test(path) && text !== 'true' && text !== '1')
      this.#fail('LastPgInd', {
        vi: 'tệp là một phần của sao kê: cần một tệp có đủ các trang',
        en: 'the file is a part of a statement: one with all pages is needed',
      });
  }

  finish(): Omit<AccountSummary, 'sha256'> {
    if (this.#account === undefined) this.#fail('Acct', { vi: 'thiếu số tài khoản', en: 'the account is missing' });
    const [opening, closing] = [this.#opening, this.#closing];
    if (opening === undefined) return this.#fail('Bal/OPBD', { vi: 'thiếu số dư đầu kỳ', en: 'the opening balance is missing' });
    if (closing === undefined) return this.#fail('Bal/CLBD', { vi: 'thiếu số dư cuối kỳ', en: 'the closing balance is missing' });
    this.#agreeDay('Bal/CLBD', closing.day);
    this.#agreeTold();
    this.#counted(() => this.#totals.balance({ opening, closing: closing.amount, line: this.#seen }));
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
      this.#fail(field, { vi: 'CdtDbtInd phải là CRDT hoặc DBIT', en: 'CdtDbtInd must be CRDT or DBIT' });
    const value = this.#dong(amount, field);
    const signed = direction === 'DBIT' && value !== 0 ? -value : value;
    if (kind === 'CLBD') {
      const day = momentOf(date)?.day;
      if (day === undefined) this.#fail(field, { vi: 'thiếu hoặc không phải ngày', en: 'has no date' });
      this.#closing = { amount: signed, day };
    } else if (kind === 'OPBD' || this.#opening === undefined) this.#opening = signed;
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
    const fail = this.#fail.bind(this);
    const kind = entry.direction === 'CRDT' ? 'CREDIT' : 'DEBIT';
    this.#counted(() => this.#all.add({ kind, amount: this.#dong(entry.amount, 'Amt') }, this.#seen));
    if (entry.status !== 'BOOK') return;
    const movements = movementsOf(entry, { amounts: (amount, field) => this.#dong(amount, field), fail });
    this.#agreeDay('BookgDt', momentOf(entry.booked ?? '')?.day ?? '');
    for (const movement of movements) this.#counted(() => this.#totals.add(movement, this.#seen));
    this.#entries.push(...movements);
  }

  /** What the bank counts and sums itself, where it does. Its numbers are of entries, and of all of them. */
  #agreeTold(): void {
    const { credits, debits } = this.#all;
    const both = { count: credits.count + debits.count, sum: credits.sum + debits.sum };
    const sides: [string, Counted][] = [
      ['TtlNtries', both],
      ['TtlCdtNtries', credits],
      ['TtlDbtNtries', debits],
    ];
    for (const [side, own] of sides) {
      this.#agreeNumber(`${side}/NbOfNtries`, own.count);
      this.#agreeNumber(`${side}/Sum`, own.sum);
    }
  }

  #agreeNumber(path: string, own: number): void {
    const text = this.#told.get(path);
    if (text === undefined) return;
    const told = this.#counted(() => wholeDong(this.#seen, `TxsSummry/${path}`, text));
    if (told !== own)
      this.#fail(`TxsSummry/${path}`, {
        vi: `là ${told}, các bút toán cho ${own}: tải lại tệp đầy đủ`,
        en: `is ${told}, the entries come to ${own}: download the whole file again`,
      });
  }

  #agreeAccount(told: string): void {
    const { account } = this.#expected;
    if (plainAccount(told) !== plainAccount(account))
      this.#fail('Acct/Id', { vi: `không phải của tài khoản ${account}`, en: `is not that of account ${account}` });
    this.#account = told;
  }

  #agreeDay(field: string, told: string): void {
    this.#day ??= told;
    if (told !== this.#day)
      this.#fail(field, {
        vi: `là ${told}, cần ${this.#day}: mỗi ngày một tệp`,
        en: `is ${told}, expected ${this.#day}: send a file for each day`,
      });
  }

  #agreeCurrency(field: string, currency: string): void {
    if (currency !== 'VND') this.#fail(field, { vi: 'phải là VND', en: 'must be VND' });
  }

  #dong(amount: CamtAmount | undefined, field: string): number {
    if (amount === undefined) return this.#fail(field, { vi: 'thiếu số tiền', en: 'the amount is missing' });
    this.#agreeCurrency(field, amount.currency);
    return this.#counted(() => wholeDong(this.#seen, field, amount.text));
  }

  /** What is refused names the entry, since the document's lines say nothing. */
  #counted<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof StatementError) this.#fail(error.field, error.reason);
      throw error;
    }
  }

  #fail(field: string, reason: { vi: string; en: string }): never {
    throw new StatementError({ line: this.#seen, counts: 'ENTRIES', field, reason });
  }
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
