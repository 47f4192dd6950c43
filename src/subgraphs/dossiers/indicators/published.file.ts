import { parse } from 'csv-parse/sync';
import type { UserErrorValue } from '../../../platform/errors.ts';
import type { UnitDirectory } from '../units.ts';
import type { PublishedValue } from './published.write.ts';

const COLUMNS = ['unit', 'code', 'numerator', 'denominator', 'score', 'max', 'flags'];

const refusal = (row: number | undefined, vi: string, en: string): UserErrorValue => ({
  code: 'INVALID',
  field: row === undefined ? ['file'] : ['file', String(row)],
  text: row === undefined ? { vi, en } : { vi: `Dòng ${row}: ${vi}`, en: `Line ${row}: ${en}` },
});

/**
 * A file of published figures: UTF-8 CSV with a header, `unit,code,numerator,denominator,score,max,flags`; an empty field is not known,
 * flags are separated by blanks. `unit` is a unit's code or agency code. Where a line is wrong nothing of the file is taken.
 */
export function readPublishedFile(
  text: string,
  known: { directory: UnitDirectory; codes: ReadonlySet<string> },
): { values: PublishedValue[]; errors: UserErrorValue[] } {
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, skipEmptyLines: true, trim: true });
  } catch {
    return { values: [], errors: [refusal(undefined, 'Tệp không phải CSV đọc được.', 'The file is no readable CSV.')] };
  }
  const [header, ...rows] = lines;
  if (header?.join() !== COLUMNS.join()) {
    return {
      values: [],
      errors: [refusal(undefined, `Dòng đầu phải là ${COLUMNS.join(',')}.`, `The first line must be ${COLUMNS.join(',')}.`)],
    };
  }
  const read = rows.map((row, at) => readRow(row, at + 2, known));
  const errors = read.flatMap((each) => ('error' in each ? [each.error] : []));
  return { values: errors.length > 0 ? [] : read.flatMap((each) => ('value' in each ? [each.value] : [])), errors };
}

function readRow(
  row: readonly string[],
  line: number,
  { directory, codes }: { directory: UnitDirectory; codes: ReadonlySet<string> },
): { value: PublishedValue } | { error: UserErrorValue } {
  const [name = '', code = '', ...rest] = row;
  const unit = directory.get(name)?.code ?? directory.byAgency(name);
  if (unit === undefined) return { error: refusal(line, 'không có đơn vị này.', 'there is no such unit.') };
  if (!codes.has(code)) return { error: refusal(line, 'không có chỉ số này.', 'there is no such row of the index.') };
  const numbers = rest.slice(0, 4).map((field) => (field === '' ? null : Number(field)));
  if (numbers.some((number) => number !== null && !(number >= 0 && Number.isFinite(number)))) {
    return { error: refusal(line, 'có ô không phải là số không âm.', 'a field is no number from 0 on.') };
  }
  const [numerator = null, denominator = null, score = null, max = null] = numbers;
  return { value: { unit, code, numerator, denominator, score, max, flags: (rest[4] ?? '').split(' ').filter((flag) => flag !== '') } };
}
