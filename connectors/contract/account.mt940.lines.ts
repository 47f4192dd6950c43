import { createHash } from 'node:crypto';
import { refuse } from './account.entry.ts';

/** A field of a message: `:61:…` with the lines that go on below it. */
export interface SwiftField {
  line: number;
  tag: string;
  /** Its lines, joined by newlines. */
  text: string;
}

/** What a message is made of, in order; END is where it ends. */
export type SwiftPart = SwiftField | { line: number; tag: 'END'; text: '' };

/** SWIFT allows 65; a bank's file that is made for nobody's network has longer ones. */
const LONGEST_LINE = 4_096;
const MOST_LINES = 40;
/** Blocks 1 to 3, or what is left of such a one, or of 4, in a file that is cut. */
const ANNOUNCES = /\{[1-4]?(?::|$)/;
const FIELD = /^:(\d{2}[A-Z]?):(.*)$/;

/** Cuts a file of SWIFT messages, each in its blocks {1: … {4: … -} or bare, into its fields, a chunk at a time. */
export async function* swiftParts(
  source: AsyncIterable<Uint8Array>,
  finish: (sha256: string) => void,
): AsyncGenerator<SwiftPart, void, void> {
  const cutter = new Cutter();
  for await (const { line, text } of swiftLines(source, finish)) {
    cutter.take(line, text);
    yield* cutter.whole();
  }
  cutter.end();
  yield* cutter.whole();
}

class Cutter {
  #parts: SwiftPart[] = [];
  #field: { line: number; tag: string; lines: string[] } | undefined;
  /** Whether a message goes on; `block`: its end must be said. */
  #open: 'block' | 'bare' | undefined;
  /** Whether a message's blocks before its text have begun. */
  #isAnnounced = false;
  #line = 1;

  take(line: number, text: string): void {
    this.#line = line;
    if (text.startsWith('{') || text.startsWith('-}')) this.#envelope(line, text);
    else if (text.trim() === '-') this.#close();
    else this.#content(line, text);
  }

  #content(line: number, text: string): void {
    const [, tag, rest = ''] = FIELD.exec(text) ?? [];
    if (tag === '20' && this.#open === 'bare') this.#close();
    if (tag === '20' && this.#open === undefined) this.#open = 'bare';
    if (this.#open === undefined) {
      if (text.trim() !== '') refuse(line, 'record', { vi: 'nằm ngoài điện MT940', en: 'stands outside of a message' });
    } else if (tag !== undefined) {
      this.#put();
      this.#field = { line, tag, lines: [rest] };
    } else this.#continue(line, text);
  }

  end(): void {
    if (this.#open === 'block' || this.#isAnnounced)
      refuse(this.#line, 'record', { vi: 'tệp bị cắt: thiếu -} ở cuối', en: 'the file is cut short: -} is missing' });
    this.#close();
  }

  whole(): SwiftPart[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  #continue(line: number, text: string): void {
    if (this.#field === undefined) {
      if (text.trim() !== '') refuse(line, 'record', { vi: 'không phải một trường :NN:', en: 'is no field :NN:' });
    } else if (this.#field.lines.push(text) > MOST_LINES) refuse(line, this.#field.tag, { vi: 'quá dài', en: 'is too long' });
  }

  /** `{1:…}{2:…}{4:` begins a message, `-}{5:…}` ends one; both may stand in one line. */
  #envelope(line: number, text: string): void {
    if (text.startsWith('-}')) {
      if (this.#open !== 'block') refuse(line, 'record', { vi: 'kết thúc một điện chưa mở', en: 'ends a message that was not begun' });
      this.#close();
    }
    const begins = text.lastIndexOf('{4:');
    this.#isAnnounced = begins < 0 && ANNOUNCES.test(text);
    if (begins < 0) return;
    if (this.#open !== undefined)
      refuse(line, 'record', { vi: 'điện trước chưa kết thúc bằng -}', en: 'the message before has no end -}' });
    if (/\{2:/.test(text) && !/\{2:[IO]940/.test(text)) refuse(line, '2', { vi: 'không phải điện MT940', en: 'is no MT940' });
    this.#open = 'block';
  }

  #put(): void {
    if (this.#field === undefined) return;
    const { line, tag, lines } = this.#field;
    this.#parts.push({ line, tag, text: lines.join('\n').trimEnd() });
    this.#field = undefined;
  }

  #close(): void {
    this.#put();
    if (this.#open !== undefined) this.#parts.push({ line: this.#line, tag: 'END', text: '' });
    this.#open = undefined;
  }
}

async function* swiftLines(
  source: AsyncIterable<Uint8Array>,
  finish: (sha256: string) => void,
): AsyncGenerator<{ line: number; text: string }, void, void> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let rest = '';
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return refuse(line, 'record', { vi: 'có ký tự không phải UTF-8', en: 'is not UTF-8' });
    }
  };
  const checked = (text: string) => {
    if (text.length > LONGEST_LINE) refuse(line, 'record', { vi: 'dòng quá dài', en: 'the line is too long' });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what SWIFT's own networks put around a message is dropped, anything else is damage
    const plain = text.replace(/[\r\u0001\u0003]/g, '');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character in a statement is damage
    if (/[\u0000-\u0008\u000b-\u001f]/.test(plain)) refuse(line, 'record', { vi: 'có ký tự điều khiển', en: 'has a control character' });
    return plain;
  };
  for await (const chunk of source) {
    hash.update(chunk);
    const lines = (rest + decode(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      yield { line, text: checked(text) };
      line += 1;
    }
    checked(rest);
  }
  rest += decode();
  if (rest !== '') yield { line, text: checked(rest) };
  finish(hash.digest('hex'));
}
