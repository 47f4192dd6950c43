import type { DossierIngestInput } from './ingest.input.ts';
import type { Problem } from './problem.ts';

/** Texts that the graph asks for: an empty one stays empty, and whoever reads it says whether that will do. */
const REQUIRED = new Set([
  'sourceSystem',
  'code',
  'procedure',
  'receivingUnit',
  'fullName',
  'name',
  'number',
  'officer',
  'content',
  'requestedBy',
  'reference',
]);

const LONG = 20_000;
const ADDRESS = 4_000;
const NAME = 1_000;
/** What stands in a unique index must fit into a page of it. */
const KEY = 200;
const LONGEST: Readonly<Record<string, number>> = {
  ...{
    content: LONG,
    summary: LONG,
    voidReason: LONG,
    note: LONG,
    otherInformation: LONG,
    returnNote: LONG,
    reason: LONG,
    url: ADDRESS,
    receiptUrl: ADDRESS,
  },
  ...{ sourceSystem: KEY, code: KEY, nationalCode: KEY, procedure: KEY, receivingUnit: KEY, handlingUnit: KEY, receptionPoint: KEY },
  ...{ key: KEY, number: KEY, technicalId: KEY, nationalId: KEY, taxCode: KEY, reference: KEY, providerTransactionId: KEY, merchant: KEY },
};

const MOST_ITEMS = 500;
const MOST: Readonly<Record<string, number>> = { steps: 1_000 };

/** An input in the one form in which it is compared and kept, and what no database could keep of it. */
export interface Clean<Input extends object = DossierIngestInput> {
  input: Input;
  problems: Problem[];
}

/**
 * Brings every text into composed form (NFC) without space around it: Vietnamese is typed in either form, and both are the same
 * words. An optional text without a letter is none: sources send empty texts for what they do not know.
 */
export function cleanInput<Input extends object>(given: Input): Clean<Input> {
  const problems: Problem[] = [];
  const input = cleanObject(given, [], problems) as Input;
  return { input, problems };
}

/** A dossier of a feed, see `cleanInput`. */
export const cleanDossier = cleanInput<DossierIngestInput>;

function cleanObject(value: object, path: readonly string[], problems: Problem[]): object {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleanValue(each, [...path, key], problems)]));
}

function cleanValue(value: unknown, path: readonly string[], problems: Problem[]): unknown {
  if (typeof value === 'string') return cleanText(value, path, problems);
  if (Array.isArray(value)) {
    const most = MOST[path.at(-1) ?? ''] ?? MOST_ITEMS;
    if (value.length > most) {
      problems.push({
        field: [...path],
        vi: `Tối đa ${most} mục, nhận được ${value.length}.`,
        en: `At most ${most} items, got ${value.length}.`,
      });
      return [];
    }
    return value.map((each, at) => cleanValue(each, [...path, String(at)], problems));
  }
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) return cleanObject(value, path, problems);
  return value;
}

function cleanText(given: string, path: readonly string[], problems: Problem[]): string | null {
  const name = path.at(-1) ?? '';
  const text = given.normalize('NFC').trim();
  if (text === '') return REQUIRED.has(name) ? '' : null;
  const longest = LONGEST[name] ?? NAME;
  if (text.length > longest) {
    problems.push({ field: [...path], vi: `Dài quá ${longest} ký tự.`, en: `Longer than ${longest} characters.` });
  }
  // PostgreSQL keeps neither, and one of them would take the whole batch down.
  if (text.includes('\0') || !text.isWellFormed()) {
    problems.push({
      field: [...path],
      vi: 'Có ký tự không lưu được (NUL hoặc Unicode hỏng).',
      en: 'Holds a character that cannot be kept (NUL or broken Unicode).',
    });
  }
  return text;
}
