/** Text as it goes to the portal: composed letters, cut to the portal's limit rather than refused by it. Length is in UTF-16 units. */
export function wireText(value: string | undefined, limit?: number): string {
  const text = (value ?? '').normalize('NFC').trim();
  if (limit === undefined || text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  // Half of a surrogate pair would be no letter at all.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
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
