const REASON_LIMIT = 500;

/**
 * Upstream text as an operator may read it: without markup, e-mail addresses, phone numbers and
 * runs of nine digits and more (identification numbers, cards, tax codes).
 */
export function maskUpstream(text: string): string {
  return text
    .normalize('NFC')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '***')
    .replace(/(?<!\d)(?:\+84|84|0)(?:[ .-]?\d){8,10}(?!\d)/g, '***')
    .replace(/\d{9,}/g, '***')
    .slice(0, REASON_LIMIT);
}
