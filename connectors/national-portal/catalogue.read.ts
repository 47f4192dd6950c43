/** A row of the catalogue: upper-case names, values as they come. */
export type Row = Record<string, unknown>;

/** The rows of a list, or none where it is no list: the portal leaves empty ones out, or sends "". */
export function recordsOf(value: unknown): Row[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.filter((each): each is Row => typeof each === 'object' && each !== null && !Array.isArray(each));
}

/** A value as composed text; empty where it is none. */
export function textOf(row: Row, name: string): string {
  const value = row[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.normalize('NFC').trim() : '';
}

/** The same, absent where empty. */
export function someText<Name extends string>(as: Name, text: string): { [Each in Name]?: string } {
  return text === '' ? {} : ({ [as]: text } as { [Each in Name]: string });
}

/** A number out of text that may hold one, e.g. `5`, `05` or `1,5 `; null where it holds none. */
export function numberOf(text: string): number | null {
  const plain = text.replace(',', '.').trim();
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Words for "nothing to pay". */
const FREE = /^(?:không|miễn|0)(?:\s|$)/i;

/** Whole đồng out of `150.000`, `150,000đ`, `Không` or `150000.00`; null where it holds no one amount. */
export function amountOf(text: string): number | null {
  const plain = text.replace(/(?:đồng|đ|vnđ|vnd)\.?$/i, '').trim();
  if (FREE.test(plain)) return 0;
  if (/^\d{1,3}(?:[.,\s]\d{3})+$/.test(plain)) return Number(plain.replace(/\D/g, ''));
  const [, whole] = /^(\d+)(?:[.,]0{1,2})?$/.exec(plain) ?? [];
  return whole === undefined ? null : Number(whole);
}

/** `dd/MM/yyyy`, `yyyy-MM-dd…` or `yyyyMMdd…` as `YYYY-MM-DD`; undefined for what is no day. */
export function dayOf(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})/.exec(text) ?? [];
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text) ?? [];
  const iso = year === undefined ? `${isoYear}-${isoMonth}-${isoDay}` : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}
