import { createHash } from 'node:crypto';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { StatementError } from './statement.error.ts';

/** The versions that are read: what banks send today, and what SWIFT's payments carry. */
const NAMESPACES = ['02', '08'].map((version) => `urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}`);
/** What stands here is the bank's own business, in any namespace. */
const SUPPLEMENT = 'SplmtryData';
const DEEPEST = 24;
const LONGEST_TEXT = 4_096;
/** So much without an element in it is no statement. */
const LONGEST_PIECE = 256 * 1_024;

/** What is told while the document is read. Paths are of element names below `BkToCstmrStmt/Stmt`, as `Ntry/Amt`; '' is the statement itself. */
export interface CamtHandlers {
  opened(path: string): void;
  closed(path: string, leaf: { text: string; attributes: Readonly<Record<string, string>> }): void;
  /** How many entries there have been. */
  entries(): number;
}

/** Reads a camt.053 document a chunk at a time, and stops after each so that what it held can be taken. Its value is the file's SHA-256. */
export async function* camtDocument(source: AsyncIterable<Uint8Array>, handlers: CamtHandlers): AsyncGenerator<void, string, void> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const document = new Document(handlers);
  for await (const chunk of source) {
    hash.update(chunk);
    document.read(() => decoder.decode(chunk, { stream: true }));
    yield;
  }
  document.read(() => decoder.decode());
  document.close();
  yield;
  return hash.digest('hex');
}

class Document {
  readonly #handlers: CamtHandlers;
  readonly #parser = new SaxesParser({ xmlns: true });
  #stack: string[] = [];
  #namespace = '';
  #text = '';
  #attributes: Record<string, string> = {};
  /** Characters since the last element. */
  #idle = 0;

  constructor(handlers: CamtHandlers) {
    this.#handlers = handlers;
    const parser = this.#parser;
    parser.on('doctype', () => this.#fail('record', { vi: 'có DTD, không được phép', en: 'has a DTD, which is not allowed' }));
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding))
        this.#fail('record', { vi: `mã hóa ${encoding}, cần UTF-8`, en: `is in ${encoding}, must be UTF-8` });
    });
    parser.on('opentag', (tag) => this.#opened(tag));
    parser.on('closetag', () => this.#closed());
    parser.on('text', (text) => this.#more(text));
    parser.on('cdata', (text) => this.#more(text));
  }

  read(decode: () => string): void {
    this.#guarded(() => {
      const text = decode();
      this.#idle += text.length;
      this.#parser.write(text);
      if (this.#idle > LONGEST_PIECE + text.length) this.#fail('record', TOO_LONG);
    });
  }

  close(): void {
    if (this.#stack.length > 0 || this.#namespace === '')
      this.#fail('record', { vi: 'tệp bị cắt: tài liệu chưa kết thúc', en: 'the file is cut short: the document has no end' });
    this.#guarded(() => this.#parser.close());
  }

  #opened({ local, uri, attributes }: SaxesTagNS): void {
    this.#idle = 0;
    const path = this.#path();
    if (this.#stack.length === 0) this.#root(local, uri);
    else if (uri !== this.#namespace && !this.#stack.includes(SUPPLEMENT) && local !== SUPPLEMENT)
      this.#fail(local, { vi: 'không thuộc không gian tên camt.053', en: 'is not of the namespace of camt.053' });
    if (this.#stack.length >= DEEPEST) this.#fail(local, { vi: 'lồng quá sâu', en: 'is nested too deep' });
    this.#stack.push(local);
    this.#text = '';
    this.#attributes = Object.fromEntries(Object.values(attributes).map((each) => [each.local, each.value]));
    const below = this.#path();
    if (below !== path && below !== undefined) this.#handlers.opened(below);
  }

  #root(local: string, uri: string): void {
    if (local !== 'Document' || !NAMESPACES.includes(uri))
      this.#fail('Document', { vi: 'phải là camt.053.001.02 hoặc camt.053.001.08', en: 'must be camt.053.001.02 or camt.053.001.08' });
    this.#namespace = uri;
  }

  #closed(): void {
    this.#idle = 0;
    const path = this.#path();
    if (path !== undefined) this.#handlers.closed(path, { text: this.#text.trim(), attributes: this.#attributes });
    this.#stack.pop();
    this.#text = '';
    this.#attributes = {};
  }

  #more(text: string): void {
    this.#text += text;
    if (this.#text.length > LONGEST_TEXT) this.#fail(this.#stack.at(-1) ?? 'record', TOO_LONG);
  }

  /** Below the statement; undefined: elsewhere. */
  #path(): string | undefined {
    const [document, message, ...rest] = this.#stack;
    if (document !== 'Document' || message !== 'BkToCstmrStmt' || rest.length === 0) return undefined;
    if (rest.includes(SUPPLEMENT)) return undefined;
    return rest[0] === 'Stmt' ? rest.slice(1).join('/') : rest.join('/');
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof StatementError) throw error;
      if (error instanceof TypeError) this.#fail('record', { vi: 'có ký tự không phải UTF-8', en: 'is not UTF-8' });
      const { line, column } = this.#parser;
      this.#fail('record', { vi: `XML hỏng ở dòng ${line}, cột ${column}`, en: `the XML is damaged at line ${line}, column ${column}` });
    }
  }

  #fail(field: string, reason: { vi: string; en: string }): never {
    throw new StatementError({ line: this.#handlers.entries(), counts: 'ENTRIES', field, reason });
  }
}

const TOO_LONG = { vi: 'quá dài', en: 'is too long' };
