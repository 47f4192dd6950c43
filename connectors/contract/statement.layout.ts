import { readAmount, readDay } from './statement.cells.ts';
import { StatementError } from './statement.error.ts';
import { comparable, REQUIRED_COLUMNS, type StatementColumn, type StatementProfile } from './statement.profile.ts';
import type { StatementTotals } from './statement.rows.ts';
import type { Totals } from './statement.totals.ts';
import type { ExpectedStatement } from './statement.ts';

/** A line of a provider's file, cut into cells. */
export interface TableLine {
  /** Counted from 1. */
  line: number;
  cells: string[];
}

/** Where a file's fields stand, and how it ends. */
export interface StatementLayout {
  places: Map<StatementColumn, number>;
  /** Whose it is, where the file says so once for all of its rows. */
  merchantCode?: string;
  /** Whether a file without an end is cut short. */
  endRequired: boolean;
  /** Throws StatementError for a line that is neither a row nor the end. */
  isEnd(line: TableLine): boolean;
  /** Throws StatementError where the end does not come to what the rows do. */
  compare(end: TableLine, totals: Totals): void;
}

/** How a file begins whose lines say by their first cell what they are. */
export const MARKED = 'H|';

/** The layout by a line of headings; undefined: the line lacks one that a statement can't do without. */
export function titledLayout({ cells }: TableLine, profile: StatementProfile): StatementLayout | undefined {
  const places = placesOf(cells, profile);
  if (REQUIRED_COLUMNS.some((column) => !places.has(column))) return undefined;
  const { total } = profile;
  return {
    places,
    endRequired: total?.required === true,
    isEnd(line) {
      const named = line.cells.find((cell) => cell !== '');
      return total !== undefined && named !== undefined && comparable(named).startsWith(comparable(total.label));
    },
    compare({ line, cells: end }, totals) {
      compareSum({ line, cell: end[places.get('gross') ?? -1] ?? '', field: 'sumGross' }, totals);
      // Many total lines have the gross sum alone: what stands there must agree all the same.
      for (const [column, field] of FEE_SUMS) {
        const cell = end[places.get(column) ?? -1] ?? '';
        if (cell !== '') compareSum({ line, cell, field }, totals);
      }
    },
  };
}

const FEE_SUMS = [
  ['fee', 'sumFee'],
  ['feeVat', 'sumFeeVat'],
  ['net', 'sumNet'],
] as const;

/** The layout of H|, D| and T| lines by an H line; undefined: the line is none, or the profile knows no such lines. */
export function markedLayout(
  { line, cells }: TableLine,
  { expected, profile: { marked } }: { expected: ExpectedStatement; profile: StatementProfile },
): StatementLayout | undefined {
  if (marked === undefined || cells[0] !== 'H') return undefined;
  const places = new Map<StatementColumn, number>();
  for (const [at, column] of marked.detail.entries()) if (column !== '') places.set(column, at + 1);
  const said = (field: 'merchantCode' | 'businessDate') => cells[marked.header.indexOf(field) + 1] ?? '';
  const merchantCode = marked.header.includes('merchantCode') ? said('merchantCode') : undefined;
  if (marked.header.includes('businessDate')) agreeDay(line, said('businessDate'), expected);
  return {
    places,
    ...(merchantCode !== undefined && { merchantCode }),
    endRequired: true,
    isEnd({ line: at, cells: [mark = ''] }) {
      if (mark !== 'D' && mark !== 'T') fail(at, 'record', { vi: 'không phải dòng D hay T', en: 'is neither a D nor a T line' });
      return mark === 'T';
    },
    compare({ line: at, cells: [, ...end] }, totals) {
      for (const [place, field] of marked.trailer.entries()) {
        if (field !== '') compareSum({ line: at, cell: end[place] ?? '', field }, totals);
      }
    },
  };
}

function agreeDay(line: number, cell: string, { businessDate = '' }: ExpectedStatement): void {
  const day = readDay(cell);
  if ('fault' in day) fail(line, 'businessDate', day.fault);
  if (day.text === businessDate) return;
  fail(line, 'businessDate', { vi: `là ${day.text}, cần ${businessDate}`, en: `is ${day.text}, expected ${businessDate}` });
}

/** Refuses a file without its headings, naming what the line lacks that has some of them. */
export function refuseHeadings(lines: TableLine[], profile: StatementProfile): never {
  let missing = '';
  for (const { cells } of lines) {
    const places = placesOf(cells, profile);
    const absent = REQUIRED_COLUMNS.filter((column) => !places.has(column));
    if (absent.length < REQUIRED_COLUMNS.length) missing = ` (${absent.map((column) => profile.columns[column][0]).join(', ')})`;
  }
  return fail(1, 'record', { vi: `thiếu dòng tiêu đề hoặc cột${missing}`, en: `the headings or a column are missing${missing}` });
}

function placesOf(cells: string[], { columns }: StatementProfile): Map<StatementColumn, number> {
  const titles = cells.map(comparable);
  const places = new Map<StatementColumn, number>();
  for (const [column, names] of Object.entries(columns) as [StatementColumn, string[]][]) {
    const known = names.map(comparable);
    const at = titles.findIndex((title) => known.includes(title));
    if (at >= 0) places.set(column, at);
  }
  return places;
}

function compareSum({ line, cell, field }: { line: number; cell: string; field: keyof StatementTotals }, totals: Totals): void {
  const read = readAmount(cell);
  if ('fault' in read) fail(line, field, read.fault);
  if (totals.comesTo(field, Number(read.text))) return;
  const sum = totals.all()[field];
  fail(line, field, { vi: `là ${read.text}, các dòng cho ${sum}`, en: `is ${read.text}, the rows come to ${sum}` });
}

function fail(line: number, field: string, reason: { vi: string; en: string }): never {
  throw new StatementError({ line, field, reason });
}
