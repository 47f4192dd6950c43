import { CamtPlace } from './account.camt.place.ts';
import { CamtStatement } from './account.camt.statement.ts';
import { type CamtHandlers, camtDocument } from './account.camt.xml.ts';
import type { AccountBatch, AccountReading, ExpectedAccount } from './account.entry.ts';
import { StatementsOfFile } from './account.statements.ts';

/**
 * Reads a bank's or the treasury's statements in ISO 20022's camt.053 (001.02, 001.08): one account, each `Stmt` of a day, or a page of one.
 * Entries that are booked count, each transaction of a batch for itself where the bank tells its amount; `AcctSvcrRef`, or else `NtryRef`, is
 * the bank's number.
 */
export function readCamt053(source: AsyncIterable<Uint8Array>, expected: ExpectedAccount): AccountReading {
  const statements = new StatementsOfFile(expected);

  async function* batches(): AccountReading['batches'] {
    const file = new CamtFile(expected, statements);
    const document = camtDocument(source, file);
    try {
      let next = await document.next();
      for (; next.done !== true; next = await document.next()) yield* file.take();
      file.finish();
      statements.close(next.value);
    } finally {
      // Whoever stops in between leaves the source to nobody.
      await document.return('');
    }
  }

  return { batches: batches(), summaries: () => statements.summaries() };
}

/** What a `Stmt` says of itself before its account. */
interface Page {
  id: string;
  /** Undefined: it is no page of several. */
  number: number | undefined;
  isLast: boolean;
}

/** With any of these a statement's contents begin: what tells its page stands before. */
const CONTENTS: ReadonlySet<string> = new Set(['Acct', 'Bal', 'TxsSummry', 'Ntry']);

/** The statements of a document, element by element. */
class CamtFile implements CamtHandlers {
  readonly #expected: ExpectedAccount;
  readonly #statements: StatementsOfFile;
  readonly #place = new CamtPlace();
  #batches: AccountBatch[] = [];
  #statement: CamtStatement | undefined;
  #at = 0;
  #page: Page = newPage();
  /** Whether the contents of the page have begun. */
  #isOn = false;
  /** The page after which another of the same statement must come. */
  #goesOn: Page | undefined;

  constructor(expected: ExpectedAccount, statements: StatementsOfFile) {
    this.#expected = expected;
    this.#statements = statements;
  }

  entries(): number {
    return this.#place.entries;
  }

  take(): AccountBatch[] {
    this.#flush();
    const batches = this.#batches;
    this.#batches = [];
    return batches;
  }

  opened(path: string): void {
    if (path === '') {
      this.#place.statements += 1;
      this.#page = newPage();
    }
    if (CONTENTS.has(path)) this.#begin();
    if (this.#isOn) this.#statement?.opened(path);
  }

  closed(path: string, leaf: { text: string; attributes: Readonly<Record<string, string>> }): void {
    const { text } = leaf;
    if (path === '') this.#end();
    else if (path === 'Id') this.#page.id = text;
    else if (path === 'StmtPgntn/PgNb') this.#page.number = this.#pageNumber(text);
    else if (path === 'StmtPgntn/LastPgInd') this.#page.isLast = isTrue(text);
    else if (path === 'GrpHdr/MsgPgntn/PgNb' && this.#pageNumber(text) !== 1) this.#place.fail('PgNb', PART_OF_MESSAGE);
    else if (path === 'GrpHdr/MsgPgntn/LastPgInd' && !isTrue(text)) this.#place.fail('LastPgInd', PART_OF_MESSAGE);
    else if (this.#isOn) this.#statement?.closed(path, leaf);
  }

  finish(): void {
    if (this.#goesOn !== undefined) this.#lacksPage(this.#goesOn);
    if (this.#place.statements === 0) this.#place.fail('Stmt', { vi: 'tệp không có sao kê', en: 'the file has no statement' });
  }

  /** Pages of a statement follow each other in one file, from 1, under one `Id`. */
  #begin(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    const { id, number } = this.#page;
    const before = this.#goesOn;
    if (before !== undefined) {
      if (id !== before.id || number !== (before.number ?? 1) + 1) this.#lacksPage(before);
    } else {
      if (number !== undefined && number !== 1) this.#lacksPage({ ...this.#page, number: number - 2 });
      const { statement, day } = this.#place.counted(() => this.#statements.begin({ line: this.#place.entries, field: 'Id' }));
      this.#at = statement;
      this.#statement = new CamtStatement({ account: this.#expected.account, day }, this.#place);
    }
    this.#statement?.beginPage();
  }

  #end(): void {
    this.#begin();
    this.#flush();
    this.#isOn = false;
    this.#goesOn = this.#page.isLast ? undefined : this.#page;
    const statement = this.#statement;
    if (statement === undefined || this.#goesOn !== undefined) return;
    const { entries: line } = this.#place;
    this.#place.counted(() => this.#statements.end(statement.finish(), { line, field: 'Bal/CLBD' }));
    this.#statement = undefined;
  }

  #flush(): void {
    const entries = this.#statement?.take() ?? [];
    if (entries.length > 0) this.#batches.push({ statement: this.#at, entries });
  }

  #pageNumber(text: string): number {
    if (/^\d{1,5}$/.test(text)) return Number(text);
    return this.#place.fail('PgNb', { vi: 'phải là số trang', en: 'must be the number of a page' });
  }

  #lacksPage({ id, number }: Page): never {
    const page = (number ?? 1) + 1;
    return this.#place.fail('StmtPgntn', {
      vi: `thiếu trang ${page} của sao kê ${id}: tải lại một tệp có đủ các trang, theo thứ tự`,
      en: `page ${page} of statement ${id} is missing: download one file with all pages, in their order`,
    });
  }
}

function newPage(): Page {
  return { id: '', number: undefined, isLast: true };
}

function isTrue(text: string): boolean {
  return text === 'true' || text === '1';
}

const PART_OF_MESSAGE = {
  vi: 'tệp là một phần của điện nhiều trang: cần một tệp có đủ các trang',
  en: 'the file is a part of a message in pages: one file with all pages is needed',
};
