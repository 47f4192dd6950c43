import { type ExpectedAccount, plainAccount, refuse } from './account.entry.ts';
import type { AccountColumn, AccountLabel, AccountProfile } from './account.profile.ts';
import { readAmount, readId } from './statement.cells.ts';
import type { TableLine } from './statement.layout.ts';
import { comparable } from './statement.profile.ts';

/** Where a table's fields stand. */
export type Places = ReadonlyMap<AccountColumn, number>;

/** The places by a line of headings; undefined: the line lacks one that a statement can't do without. */
export function placesOf({ cells }: TableLine, { columns }: AccountProfile): Places | undefined {
  const places = found(cells, columns);
  return missingIn(places, columns).length === 0 ? places : undefined;
}

function found(cells: readonly string[], columns: AccountProfile['columns']): Map<AccountColumn, number> {
  const titles = cells.map(heading);
  const places = new Map<AccountColumn, number>();
  for (const [column, names] of Object.entries(columns) as [AccountColumn, string[]][]) {
    const known = names.map(heading);
    // In the profile's order: the first names are the likelier ones.
    const at = known.map((name) => titles.indexOf(name)).find((place) => place >= 0 && ![...places.values()].includes(place));
    if (at !== undefined) places.set(column, at);
  }
  return places;
}

/** Banks write two languages and the currency into one heading: `Ghi có / Credit (VND)`. */
function heading(text: string): string {
  return comparable(text.replace(/\((?:VND|VNĐ|đồng)\)/gi, '').split(/[/\n|]/)[0] ?? '');
}

function missingIn(places: Places, { credit }: AccountProfile['columns']): AccountColumn[] {
  const needed: AccountColumn[] = ['reference', 'time', ...(credit === undefined ? (['amount'] as const) : (['credit', 'debit'] as const))];
  return needed.filter((column) => !places.has(column));
}

/** Refuses a table without its headings, naming what the line lacks that has most of them. */
export function refuseAccountHeadings(lines: readonly TableLine[], { columns }: AccountProfile): never {
  const lacking = lines.map(({ cells }) => missingIn(found(cells, columns), columns)).sort((a, b) => a.length - b.length)[0] ?? [];
  const names = lacking.map((column) => columns[column]?.[0] ?? column).join(', ');
  return refuse(1, 'record', {
    vi: `thiếu dòng tiêu đề hoặc cột (${names}); khai báo tên cột trong hồ sơ của tài khoản`,
    en: `the headings or a column are missing (${names}); name the columns in the account's profile`,
  });
}

/** What a line beside the entries says of the whole. */
export interface Said {
  label: AccountLabel;
  /** The cells behind the label, and what stands behind it in its own. */
  values: string[];
}

/** What a line says by how one of its cells begins; undefined: it is no such line. */
export function saidBy({ cells }: TableLine, { labels }: AccountProfile): Said | undefined {
  for (const [at, cell] of cells.entries()) {
    const text = comparable(cell);
    for (const [label, names] of Object.entries(labels) as [AccountLabel, string[]][]) {
      const name = names.map(comparable).find((each) => text.startsWith(each));
      if (name === undefined) continue;
      const own = cell.normalize('NFC').trim().replace(/\s+/g, ' ').slice(name.length);
      return { label, values: [afterColon(own), ...cells.slice(at + 1)].map((each) => each.trim()).filter((each) => each !== '') };
    }
  }
  return undefined;
}

function afterColon(text: string): string {
  return text.includes(':') ? text.slice(text.indexOf(':') + 1) : '';
}

/** The first amount that a line says. */
export function amountSaid({ line, said, field }: { line: number; said: Said; field: string }): number {
  for (const value of said.values) {
    const read = readAmount(value);
    if ('text' in read) return Number(read.text);
  }
  return refuse(line, field, { vi: 'không có số tiền nguyên đồng', en: 'tells no amount in whole đồng' });
}

/** Refuses a table that says it is another account's. What is no number (a holder's name) says nothing. */
export function agreeSaidAccount({ line, said, expected }: { line: number; said: Said; expected: ExpectedAccount }): boolean {
  const [value = ''] = said.values;
  const id = readId(value);
  if ('fault' in id) refuse(line, 'account', id.fault);
  const number = plainAccount(/^[\d.\s-]{4,}|^[A-Za-z0-9]{4,}/.exec(id.text)?.[0] ?? '');
  if (!/\d{4}/.test(number)) return false;
  if (number === plainAccount(expected.account)) return true;
  return refuse(line, 'account', { vi: `không phải của tài khoản ${expected.account}`, en: `is not that of account ${expected.account}` });
}
