import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FileProblem, type FileRow } from './file-rows.ts';
import { SharedStrings } from './shared-strings.ts';
import { type Names, type NumberText, readNames, readTexts, sheetRows } from './xlsx.parts.ts';

const WORKBOOK = 'xl/workbook.xml';
const NO_WORKBOOK = {
  vi: 'Tệp không phải sổ tính XLSX đọc được: hãy lưu lại dạng XLSX hoặc CSV UTF-8.',
  en: 'The file is no readable XLSX workbook: save it as XLSX or CSV UTF-8.',
};

/** What is read of a workbook, and how. */
export interface SheetWanted {
  /** Its name; left out: the first. */
  sheet?: string | undefined;
  /** How a number is written; left out: with the workbook's own digits, a date as its serial number. */
  numeric?: NumberText | undefined;
}

/** The rows of a sheet that hold anything, in order; to be closed when they are done with. */
export interface OpenSheet {
  rows: AsyncGenerator<FileRow, void, void>;
  close(): Promise<void>;
}

/** Opens a sheet of a workbook. No more of it is in memory than is worked on. Throws FileProblem, and so do its rows. */
export async function openSheet(path: string, { sheet, numeric }: SheetWanted = {}): Promise<OpenSheet> {
  const texts = new SharedStrings();
  let zip: ZipFile | undefined;
  const close = async () => {
    texts.close();
    if (zip?.isOpen === true) zip.close();
  };
  try {
    zip = await openPromise(path, { autoClose: false });
    const parts = await partsOf(zip);
    const names = await readNames(parts.need(WORKBOOK), parts.need('xl/_rels/workbook.xml.rels'));
    const wanted = sheetOf(names, sheet);
    const shared = parts.find('xl/sharedStrings.xml');
    if (shared !== undefined) await readTexts(await shared(), texts);
    return { rows: guarded(sheetRows(await parts.need(wanted)(), { texts, numeric })), close };
  } catch (error) {
    await close();
    throw error instanceof FileProblem ? error : new FileProblem(NO_WORKBOOK, error);
  }
}

/** How a part of the workbook is read, from its beginning. */
export type Part = () => Promise<AsyncIterable<Buffer>>;

async function partsOf(zip: ZipFile): Promise<{ find(name: string): Part | undefined; need(name: string): Part }> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  const find = (name: string): Part | undefined => {
    const entry = entries.get(name);
    return entry === undefined ? undefined : () => zip.openReadStreamPromise(entry);
  };
  return {
    find,
    need(name) {
      const part = find(name);
      if (part === undefined) throw new FileProblem(NO_WORKBOOK);
      return part;
    },
  };
}

function sheetOf({ sheets, from1904 }: Names, wanted: string | undefined): string {
  if (from1904) {
    throw new FileProblem({
      vi: 'Sổ tính đếm ngày từ năm 1904: hãy lưu lại dạng CSV UTF-8.',
      en: 'The workbook counts days from 1904: save it as CSV UTF-8.',
    });
  }
  const same = (name: string) => name.normalize('NFC').trim().toLowerCase();
  const found = wanted === undefined ? sheets[0] : sheets.find(({ name }) => same(name) === same(wanted));
  if (found !== undefined) return found.part;
  const names = sheets.map(({ name }) => `"${name}"`).join(', ');
  throw new FileProblem({
    vi: `Sổ tính không có trang "${wanted ?? ''}"; nó có ${names}. Hãy sửa sheet trong tệp ánh xạ.`,
    en: `The workbook has no sheet "${wanted ?? ''}"; it has ${names}. Correct sheet in the mapping.`,
  });
}

async function* guarded(rows: AsyncIterable<FileRow>): AsyncGenerator<FileRow, void, void> {
  let last = 0;
  try {
    for await (const row of rows) {
      last = row.number;
      yield row;
    }
  } catch (error) {
    throw new FileProblem(
      { vi: `Sau dòng ${last}, sổ tính không đọc được nữa.`, en: `After row ${last} the workbook can't be read any further.` },
      error,
    );
  }
}
