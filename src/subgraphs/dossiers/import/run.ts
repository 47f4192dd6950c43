import type { UserErrorValue } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { FileProblem, type FileRow } from '../../../platform/workbook/file-rows.ts';
import type { Problem } from '../ingest/problem.ts';
import { columnsOf, heading, type Mapping } from './mapping.ts';
import { type Cause, countCauses, type Rejection, Report } from './report.ts';
import type { OpenRows } from './rows.ts';
import { beginRun, type ImportRun, keepRun, type RunKey } from './store.ts';

const BATCH = 500;
const REJECTED = 'REJECTED';

/** What became of one row. */
export interface Taken {
  outcome: string;
  errors: readonly UserErrorValue[];
}

/** What a row says, or what is wrong with it. */
export type RowRead<Item> = { item: Item; subject: string } | { problems: readonly Problem[]; subject: string };

/** Reads rows of one kind and takes them in; of `take` nothing may happen twice where it is called with the same rows again. */
export interface Taker<Item> {
  read(cells: readonly string[]): RowRead<Item>;
  take(items: readonly Item[]): Promise<readonly Taken[]>;
}

/** One file that is to be taken in. */
export interface FileToImport {
  path: string;
  open(): Promise<OpenRows>;
  report: string;
  /** Undefined: nothing is written. */
  keep: { key: RunKey; by: string } | undefined;
  /** Told after each batch; aborted: the run stops there and can be gone on with. */
  onBatch?: (rowsDone: number) => void;
}

/** What became of a file. */
export interface Imported {
  rows: number;
  /** Rows that an earlier, broken-off run had settled. */
  resumedAt: number;
  counts: Record<string, number>;
  causes: readonly Cause[];
  report: string;
}

/**
 * Takes a file in, batch by batch, and remembers after each how far it came, so that a run that was killed goes on there. The batch in
 * which it was killed is done again, which changes nothing of what it had done. Throws FileProblem where a column is missing or the file
 * can't be read to its end: what came before is in.
 */
export async function importFile<Item>(
  hub: Platform,
  file: FileToImport,
  { mapping, takerOf }: { mapping: Mapping; takerOf: (columns: readonly string[]) => Taker<Item> },
): Promise<Imported> {
  const opened = await file.open();
  try {
    checkColumns(opened.columns, mapping);
    const run = await runOf(hub, file);
    const report = new Report(file.report, run.report_bytes);
    try {
      const resumedAt = run.rows_done;
      await takeRows(opened, { hub, file, run, report, taker: takerOf(opened.columns) });
      if (file.keep !== undefined) await keepRun(hub.db, { ...run, state: 'DONE' }, hub.clock.now());
      return { rows: run.rows_done, resumedAt, counts: run.counts, causes: run.causes, report: report.path };
    } finally {
      report.close();
    }
  } finally {
    await opened.close();
  }
}

async function runOf(hub: Platform, { path, report, keep }: FileToImport): Promise<ImportRun> {
  if (keep === undefined) return { id: 0, state: 'RUNNING', rows_done: 0, counts: {}, causes: [], report, report_bytes: 0 };
  return beginRun(hub.db, keep.key, { file: path, report, by: keep.by, at: hub.clock.now() });
}

function checkColumns(columns: readonly string[], mapping: Mapping): void {
  const present = new Set(columns.map(heading));
  const missing = columnsOf(mapping).filter((name) => !present.has(name));
  if (missing.length === 0) return;
  const names = missing.map((name) => `"${name}"`).join(', ');
  const found = columns.map((name) => `"${name}"`).join(', ');
  throw new FileProblem({
    vi: `Dòng đầu của tệp thiếu cột ${names}; tệp có ${found}. Hãy sửa tên cột trong tệp ánh xạ.`,
    en: `The file's first row lacks the columns ${names}. Correct their names in the mapping.`,
  });
}

interface Work<Item> {
  hub: Platform;
  file: FileToImport;
  run: ImportRun;
  report: Report;
  taker: Taker<Item>;
}

async function takeRows<Item>({ columns, rows }: OpenRows, work: Work<Item>): Promise<void> {
  let skip = work.run.rows_done;
  let batch: FileRow[] = [];
  for await (const row of rows) {
    if (skip > 0) {
      skip -= 1;
      continue;
    }
    batch.push(row);
    if (batch.length < BATCH) continue;
    await takeBatch(work, batch, columns.length);
    batch = [];
  }
  await takeBatch(work, batch, columns.length);
}

async function takeBatch<Item>({ hub, file, run, report, taker }: Work<Item>, rows: readonly FileRow[], width: number): Promise<void> {
  if (rows.length === 0) return;
  const read = rows.map(({ number, cells }) => ({ number, ...(isShifted(cells, width) ? SHIFTED : taker.read(cells)) }));
  const good = read.flatMap((each) => ('item' in each ? [each] : []));
  const taken = good.length === 0 ? [] : await taker.take(good.map(({ item }) => item));
  const rejections = [
    ...read.flatMap((each) => ('problems' in each ? each.problems.map((problem) => rejectionOf(each, problem)) : [])),
    ...good.flatMap((each, at) => (taken[at]?.errors ?? []).map(({ field, text }) => rejectionOf(each, { field: field ?? [], ...text }))),
  ].sort((a, b) => a.row - b.row);
  count(run.counts, REJECTED, rows.length - good.length);
  for (const { outcome } of taken) count(run.counts, outcome, 1);
  report.add(rejections);
  run.causes = countCauses(run.causes, rejections);
  run.rows_done += rows.length;
  run.report_bytes = report.bytes;
  if (file.keep !== undefined) await keepRun(hub.db, run, hub.clock.now());
  file.onBatch?.(run.rows_done);
}

function count(counts: Record<string, number>, name: string, more: number): void {
  if (more > 0) counts[name] = (counts[name] ?? 0) + more;
}

/** More cells than headings: a separator inside a value has moved them all. */
function isShifted(cells: readonly string[], width: number): boolean {
  return cells.slice(width).some((cell) => cell !== '');
}

const SHIFTED = {
  subject: '',
  problems: [
    {
      field: [],
      vi: 'Dòng có nhiều ô hơn dòng tiêu đề: giá trị chứa dấu phân cách phải đặt trong ngoặc kép.',
      en: 'The row has more cells than the heading: a value with the separator in it needs quotation marks.',
    },
  ],
};

function rejectionOf({ number, subject }: { number: number; subject: string }, { field, vi, en }: Problem): Rejection {
  return { row: number, subject, field: field.join('.'), text: { vi, en } };
}
