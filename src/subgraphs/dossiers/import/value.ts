import type { Message } from '../../../platform/language.ts';
import { isLocalDate, toLocalIso } from '../../../platform/time.ts';

/** What a cell said, or why nobody can tell. The reason never quotes the cell: it may hold personal data. */
export type Read<T> = { value: T } | { problem: Message };

const problem = (vi: string, en: string): { problem: Message } => ({ problem: { vi, en } });

const OFFSET = '+07:00';
const DAY_MS = 86_400_000;
/** 30 December 1899, the day 0 of a spreadsheet, in Asia/Ho_Chi_Minh. */
const SERIAL_EPOCH = Date.parse(`1899-12-30T00:00:00${OFFSET}`);
/** Serials of 1954 … 2119: what lies outside is no date of a dossier or of a living person's paper. */
const SERIALS = { least: 20_000, most: 80_000 };

const DATE_FORMS: readonly RegExp[] = [
  /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})(?:[ T,]+(?<time>\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)(?<half> ?(?:AM|PM|SA|CH))?)?$/i,
  /^(?<time>\d{1,2}:\d{2}(?::\d{2})?)[ ,]+(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/,
  /^(?<year>\d{4})[/-](?<month>\d{1,2})[/-](?<day>\d{1,2})(?:[ T]+(?<time>\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?) ?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/i,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?)?$/,
];

const two = (text: string | undefined) => (text ?? '0').padStart(2, '0');

function clock(groups: Record<string, string | undefined>): string | undefined {
  const [hour = '0', minute = '0', second = '0'] =
    groups['time']?.split(':') ?? [groups['hour'], groups['minute'], groups['second']].map((part) => part ?? '0');
  const half = groups['half']?.trim().toUpperCase();
  const shifted = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'PM' || half === 'CH' ? 12 : 0);
  const [whole = '0'] = second.split('.');
  if (shifted > 23 || Number(minute) > 59 || Number(whole) > 59) return undefined;
  return `${two(String(shifted))}:${two(minute)}:${two(whole)}`;
}

/**
 * An instant as exports write it: day first or year first, with or without a time, compact, or the serial number of a spreadsheet.
 * Without an offset it is Asia/Ho_Chi_Minh's.
 */
export function readInstant(text: string): Read<Date> {
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (serial >= SERIALS.least && serial < SERIALS.most) {
    return { value: new Date(SERIAL_EPOCH + Math.round((serial * DAY_MS) / 1000) * 1000) };
  }
  for (const form of DATE_FORMS) {
    const groups = form.exec(text)?.groups;
    if (groups === undefined) continue;
    const day = `${groups['year']}-${two(groups['month'])}-${two(groups['day'])}`;
    const time = clock(groups);
    if (!isLocalDate(day) || time === undefined) break;
    return { value: new Date(`${day}T${time}${zoneOf(groups['zone'])}`) };
  }
  return problem('Không phải ngày giờ có thật (ví dụ 31/12/2025 08:30:00).', 'No date that exists (31/12/2025 08:30:00, for one).');
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return OFFSET;
  return /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
}

/** A civil day, YYYY-MM-DD. A year alone, as older papers have it, is no day: null. */
export function readDay(text: string): Read<string | null> {
  if (/^\d{4}$/.test(text)) return { value: null };
  const read = readInstant(text);
  return 'problem' in read ? read : { value: toLocalIso(read.value).slice(0, 10) };
}

/**
 * Whole đồng, with thousands set apart by dot, comma or space, with a currency sign, or in the scientific notation of a spreadsheet.
 * There is no part of a đồng: `1.500` is fifteen hundred.
 */
export function readMoney(text: string): Read<number> {
  const bare = text
    .replace(/[\s\u00a0]/g, '')
    .replace(/(?:₫|đồng|đ|vnđ|vnd)$/iu, '')
    .replace(/[.,]0{1,2}$/, '');
  const plain =
    /^\d{1,3}(?:\.\d{3})+$/.test(bare) || /^\d{1,3}(?:,\d{3})+$/.test(bare) ? bare.replace(/[.,]/g, '') : bare.replace(',', '.');
  const amount = /^\d+(?:\.\d+)?(?:e\+?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  if (Number.isSafeInteger(amount)) return { value: amount };
  return problem('Không phải số tiền nguyên đồng.', 'No amount in whole đồng.');
}

/** A whole number; a time counts as its milliseconds, because a source without versions sends the time of the change. */
export function readVersion(text: string): Read<number> {
  if (/^\d{1,15}$/.test(text) && !(text.length === 5 && Number(text) >= SERIALS.least)) return { value: Number(text) };
  const read = readInstant(text);
  if ('value' in read) return { value: read.value.getTime() };
  return problem('Phiên bản phải là số nguyên hoặc thời điểm.', 'A version is a whole number or a time.');
}

const YES = new Set(['true', '1', 'x', 'có', 'co', 'yes', 'y', 'đúng', 'rồi']);
const NO = new Set(['false', '0', 'không', 'khong', 'no', 'n', 'sai', 'chưa']);

/** Yes or no, in the words that exports use. */
export function readFlag(text: string): Read<boolean> {
  const word = text.toLowerCase();
  if (YES.has(word)) return { value: true };
  if (NO.has(word)) return { value: false };
  return problem('Phải là có hoặc không (x, 1, có / 0, không).', 'Must be yes or no (x, 1, có / 0, không).');
}

/** A whole number from 0 on. */
export function readWhole(text: string): Read<number> {
  return /^\d{1,9}$/.test(text) ? { value: Number(text) } : problem('Phải là số nguyên.', 'Must be a whole number.');
}
