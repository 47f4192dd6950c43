import type { Problem } from '../ingest/problem.ts';
import { type CellKind, FIELD_CODES } from './field.ts';
import { type From, heading } from './mapping.ts';
import type { UnitNames } from './unit-names.ts';
import { type Read, readDay, readFlag, readInstant, readMoney, readVersion, readWhole } from './value.ts';

type Translated = 'procedure' | 'state' | 'channel' | 'unit';

/** What cells are translated by. */
interface Tables {
  units: UnitNames;
  codes: Partial<Record<Translated, Record<string, string> | undefined>>;
  /** The words that the graph has for a kind. */
  lists: Partial<Record<CellKind, readonly string[]>>;
}

const READERS: Partial<Record<CellKind, (text: string) => Read<unknown>>> = {
  instant: readInstant,
  day: readDay,
  money: readMoney,
  flag: readFlag,
  whole: readWhole,
  version: readVersion,
};

/** Reads the cells of a file by the headings of its columns. */
export class Cells {
  readonly #at: ReadonlyMap<string, number>;
  readonly #units: UnitNames;
  readonly #codes: Partial<Record<CellKind, ReadonlyMap<string, string>>>;
  readonly #lists: Tables['lists'];
  readonly #own = new WeakMap<Record<string, string>, ReadonlyMap<string, string>>();

  constructor(columns: readonly string[], { units, codes, lists }: Tables) {
    this.#at = new Map(columns.map((name, at) => [heading(name), at]));
    this.#units = units;
    this.#codes = Object.fromEntries(Object.entries(codes).flatMap(([kind, table]) => (table ? [[kind, tableOf(table)]] : [])));
    this.#lists = lists;
  }

  /** The value of a cell; null where it is empty or wrong, and then it stands in `problems`. */
  read(row: readonly string[], from: From, field: { name: string; kind: CellKind }, problems: Problem[]): unknown {
    const said = this.#text(row, from);
    if (said === '') return null;
    const read = this.#value(said, field);
    if ('value' in read) return read.value;
    problems.push({ field: field.name.split('.'), ...read.problem });
    return null;
  }

  #text(row: readonly string[], from: From): string {
    if (typeof from !== 'string' && from.constant !== undefined) return from.constant;
    const column = typeof from === 'string' ? from : (from.column ?? '');
    const said = (row[this.#at.get(heading(column)) ?? -1] ?? '').normalize('NFC').trim();
    if (typeof from === 'string') return said;
    const translated = from.codes === undefined ? said : (this.#table(from.codes).get(heading(said)) ?? said);
    return translated === '' ? (from.default ?? '') : translated;
  }

  #table(codes: Record<string, string>): ReadonlyMap<string, string> {
    const known = this.#own.get(codes) ?? tableOf(codes);
    this.#own.set(codes, known);
    return known;
  }

  #value(said: string, { name, kind }: { name: string; kind: CellKind }): Read<unknown> {
    const value = this.#codes[kind]?.get(heading(said)) ?? said;
    if (kind === 'unit') return this.#units.find(value);
    const list = this.#lists[kind] ?? (kind === 'code' ? FIELD_CODES[name] : undefined);
    if (list !== undefined) return list.includes(value) ? { value } : notIn(list);
    return READERS[kind]?.(value) ?? { value };
  }
}

const tableOf = (codes: Record<string, string>): ReadonlyMap<string, string> =>
  new Map(Object.entries(codes).map(([said, meant]) => [heading(said), meant]));

function notIn(list: readonly string[]): Read<never> {
  return {
    problem: {
      vi: `Tệp ánh xạ không dịch được giá trị này; cần một trong ${list.join(', ')}.`,
      en: `The mapping does not translate this value; it must become one of ${list.join(', ')}.`,
    },
  };
}
