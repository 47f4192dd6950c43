import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { FileProblem, type FileRow } from '../../../platform/workbook/file-rows.ts';
import { type OpenRows, readHead } from './rows.ts';

const HEAD_BYTES = 65_536;
/** No row of an export is longer; a quotation mark that is never closed would make one of the whole file. */
const LONGEST_ROW = 1_000_000;
const DELIMITERS = [';', '\t', ',', '|'] as const;

/** Opens a CSV: UTF-8 with or without its mark, or UTF-16 with it; `delimiter` where its heading doesn't show it. Throws FileProblem. */
export async function openCsv(path: string, delimiter?: string): Promise<OpenRows> {
  const head = await readHead(path, HEAD_BYTES);
  const encoding = encodingOf(head);
  const options = {
    bom: true,
    delimiter: delimiter ?? sniff(new TextDecoder(encoding).decode(head)),
    relaxColumnCount: true,
    relaxQuotes: true,
    maxRecordSize: LONGEST_ROW,
  };
  const file = createReadStream(path);
  const parser = parse(options);
  // Whatever goes wrong on the way comes out where the rows are read.
  pipeline(Readable.from(decoded(file, encoding)), parser, () => undefined);
  const rows = read(parser);
  const first = await rows.next();
  return {
    columns: first.done === true ? [] : first.value.cells,
    rows: { [Symbol.asyncIterator]: () => rows },
    close: async () => {
      parser.destroy();
      file.destroy();
    },
  };
}

function encodingOf(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** What stands most often in the heading, outside of quotation marks. */
function sniff(head: string): string {
  const line = head.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1)[0] ?? '';
  const counted = DELIMITERS.map((sign) => ({ sign, count: line.split(sign).length }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).sign;
}

async function* decoded(file: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of file) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new FileProblem(
      {
        vi: 'Tệp không phải UTF-8. Hãy lưu lại dạng "CSV UTF-8" rồi chạy lại.',
        en: 'The file is not UTF-8. Save it as "CSV UTF-8" and run again.',
      },
      error,
    );
  }
}

async function* read(parser: AsyncIterable<string[]>): AsyncGenerator<FileRow> {
  let number = 0;
  try {
    for await (const cells of parser) {
      number += 1;
      if (cells.length > 1 || cells[0] !== '') yield { number, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileProblem({
      vi: `Sau dòng ${number}, tệp không đọc được nữa: thường là dấu ngoặc kép không đóng (${error.code}).`,
      en: `After row ${number} the file can't be read any further: usually a quotation mark is not closed (${error.code}).`,
    });
  }
}
