import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { FileRow } from './file-rows.ts';
import type { SharedStrings } from './shared-strings.ts';

/** The sheets of a workbook in their order, and whether its days are counted from 1904. */
export interface Names {
  sheets: { name: string; part: string }[];
  from1904: boolean;
}

type Bytes = AsyncIterable<Buffer>;

/** The name of an element or attribute without its prefix. */
const local = (name: string) => name.slice(name.indexOf(':') + 1);

function attributesOf({ attributes }: SaxesTagPlain): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name === 'xmlns' ? name : local(name), value]));
}

/** What is called while a part is read. */
interface Handlers {
  open?(name: string, tag: SaxesTagPlain): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads a part, and stops after each piece of it so that what it held can be worked on. */
async function* parsed(bytes: Bytes, handlers: Handlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => handlers.open?.(local(tag.name), tag));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => handlers.close?.(local(tag.name)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}

async function whole(bytes: Bytes, handlers: Handlers): Promise<void> {
  for await (const _ of parsed(bytes, handlers));
}

/** Reads the two parts that say which sheets there are. */
export async function readNames(workbook: () => Promise<Bytes>, relations: () => Promise<Bytes>): Promise<Names> {
  const targets = new Map<string, string>();
  await whole(await relations(), {
    open(name, tag) {
      const { Id: id = '', Target: target = '' } = attributesOf(tag);
      if (name === 'Relationship') targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const names: Names = { sheets: [], from1904: false };
  await whole(await workbook(), {
    open(name, tag) {
      const attributes = attributesOf(tag);
      if (name === 'workbookPr') names.from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name === 'sheet') names.sheets.push({ name: attributes['name'] ?? '', part: targets.get(attributes['id'] ?? '') ?? '' });
    },
  });
  return names;
}

/** Reads the texts that cells point at. How a text is pronounced is no part of it. */
export async function readTexts(bytes: Bytes, into: SharedStrings): Promise<void> {
  let text = '';
  let inText = false;
  let spoken = false;
  await whole(bytes, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = !spoken;
      else if (name === 'rPh') spoken = true;
    },
    text(more) {
      if (inText) text += more;
    },
    close(name) {
      if (name === 'si') into.add(text);
      else if (name === 't') inText = false;
      else if (name === 'rPh') spoken = false;
    },
  });
}

const A = 'A'.charCodeAt(0) - 1;
/** No sheet is wider. */
const MOST_COLUMNS = 16_384;

/** The place of a cell, from 0, by its reference: B7 is 1. Undefined where it has none. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - A, 0) - 1;
}

/** A number as a cell's text. */
export type NumberText = (digits: string) => string;

/** What the cells of a sheet are read with. */
interface CellReading {
  texts: SharedStrings;
  numeric?: NumberText | undefined;
}

/** The rows of a sheet that hold anything, in order. A number comes as its digits, a date as its serial number, unless `numeric` says otherwise. */
export async function* sheetRows(bytes: Bytes, reading: CellReading): AsyncGenerator<FileRow> {
  const sheet = new SheetReader(reading);
  for await (const _ of parsed(bytes, sheet)) yield* sheet.take();
}

class SheetReader implements Handlers {
  readonly #texts: SharedStrings;
  readonly #numeric: NumberText;
  #rows: FileRow[] = [];
  #number = 0;
  #cells: string[] = [];
  #at = -1;
  #kind = '';
  #value = '';
  #inValue = false;

  constructor({ texts, numeric = (digits) => digits }: CellReading) {
    this.#texts = texts;
    this.#numeric = numeric;
  }

  /** The rows that were read since it was last asked. */
  take(): FileRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, { attributes }: SaxesTagPlain): void {
    if (name === 'row') {
      this.#number = Number(attributes['r'] ?? this.#number + 1);
      this.#cells = [];
      this.#at = -1;
    } else if (name === 'c') {
      this.#at = columnOf(attributes['r']) ?? this.#at + 1;
      if (this.#at >= MOST_COLUMNS) throw new RangeError('a cell lies beyond the last column');
      this.#kind = attributes['t'] ?? '';
      this.#value = '';
    } else if (name === 'v' || name === 't') this.#inValue = true;
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'c') this.#put(this.#text());
    else if (name === 'row' && this.#cells.some((cell) => cell !== '')) this.#rows.push({ number: this.#number, cells: this.#cells });
  }

  #text(): string {
    if (this.#kind === 's') return this.#texts.get(Number(this.#value)) ?? '';
    const isNumber = (this.#kind === '' || this.#kind === 'n') && this.#value !== '';
    return isNumber ? this.#numeric(this.#value) : this.#value;
  }

  #put(value: string): void {
    while (this.#cells.length < this.#at) this.#cells.push('');
    this.#cells[this.#at] = value;
  }
}
