import { parseArgs } from 'node:util';
import { UsageError } from './run.ts';

/** What may stand on the line of `hub import`. */
export const IMPORT_USAGE =
  'import dossiers|payments --source NAME [--mapping FILE] [--dry-run] [--report FILE] FILE…\n  npm run hub -- import mapping --source NAME FILE';

/** What is to be imported. */
export interface ImportOptions {
  what: 'dossiers' | 'payments' | 'mapping';
  source: string;
  /** Path of the mapping given; undefined: the stored one. */
  mapping: string | undefined;
  report: string | undefined;
  dryRun: boolean;
  files: string[];
}

const OPTIONS = {
  source: { type: 'string' },
  mapping: { type: 'string' },
  report: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;
const KINDS = ['dossiers', 'payments', 'mapping'] as const;

const wrong = (vi: string, en: string) => new UsageError(`${vi}\n${en}\nnpm run hub -- ${IMPORT_USAGE}`);

/** Reads the line; throws UsageError for what it lacks or has too much. */
export function readImportOptions(args: string[]): ImportOptions {
  const { values, positionals } = parse(args);
  const what = KINDS.find((kind) => kind === positionals[0]);
  if (what === undefined) throw wrong(`Cần một trong ${KINDS.join(', ')}.`, `Must be one of ${KINDS.join(', ')}.`);
  const { source } = values;
  if (source === undefined || !/^[\w.-]{1,100}$/.test(source) || source === 'hub') {
    throw wrong('--source: cần tên của hệ thống nguồn.', '--source: must be the name of the source system.');
  }
  const files = positionals.slice(1);
  if (files.length === 0) throw wrong('Thiếu tệp cần nhập.', 'The file is missing.');
  const { mapping, report } = values;
  const dryRun = values['dry-run'] === true;
  if (report !== undefined && files.length > 1) throw wrong('--report: chỉ dùng với một tệp.', '--report: goes with one file alone.');
  if (what !== 'mapping') return { what, source, mapping, report, dryRun, files };
  if (files.length > 1 || mapping !== undefined || dryRun || report !== undefined) {
    throw wrong('import mapping: chỉ nhận --source và một tệp.', 'import mapping: takes --source and one file alone.');
  }
  return { what, source, mapping: files[0], report, dryRun, files };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw wrong('Tham số không hợp lệ.', error.message.split('. To specify')[0] ?? '');
  }
}
