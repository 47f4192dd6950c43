import type { PortalShortening } from '../contract/portal.ts';

const GRAPHEMES = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Text as it goes to the portal: composed letters, cut between graphemes to a limit rather than refused by it. Length is in UTF-16 units. */
export function wireText(value: string | null | undefined, limit?: number): string {
  const text = (value ?? '').normalize('NFC').trim();
  if (limit === undefined || text.length <= limit) return text;
  let end = 0;
  for (const { index, segment } of GRAPHEMES.segment(text)) {
    // One unit is the ellipsis's.
    if (index + segment.length >= limit) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end)}…`;
}

/** Writes texts into fields, each cut to its field's limit, and keeps what was cut. */
export class FieldTexts {
  readonly shortened: PortalShortening[] = [];
  readonly #limits: Record<string, number>;

  constructor(limits: Record<string, number>) {
    this.#limits = limits;
  }

  /** `list`: where the field stands in one, e.g. `TaiLieuNop[0]`. */
  text(field: string, value: string | null | undefined, list?: string): string {
    const text = wireText(value);
    const limit = this.#limits[field];
    if (limit === undefined || text.length <= limit) return text;
    const cut = wireText(text, limit);
    this.shortened.push({ field: list === undefined ? field : `${list}.${field}`, from: text.length, to: cut.length });
    return cut;
  }
}

/** A boolean as the portal writes most of its own: a word in quotes. */
export function wireWord(value: boolean): 'True' | 'False' {
  return value ? 'True' : 'False';
}

/** A flag of the Decision 766 era. */
export function wireFlag(value: boolean): '1' | '0' {
  return value ? '1' : '0';
}

/** Upstream text as it is compared: composed, lower case. The portal's answers come in either Unicode form. */
export function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Whether upstream text holds one of the phrases, whatever its case and Unicode form. */
export function says(text: string, phrases: readonly string[]): boolean {
  const folded = comparable(text);
  return phrases.some((phrase) => folded.includes(comparable(phrase)));
}
