import { comparable } from './wire.text.ts';

const REASON_LIMIT = 500;

/**
 * Upstream text as an operator may read it: without runs of nine digits and more (identification
 * numbers, tax codes), phone numbers, e-mail addresses and the owner's name.
 */
export function maskReason(text: string, ownerName?: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const named = ownerName === undefined ? plain : withoutName(plain, ownerName.normalize('NFC').trim());
  return named
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '***')
    .replace(/(?<!\d)(?:\+84|84|0)(?:[ .-]?\d){8,10}(?!\d)/g, '***')
    .replace(/\d{9,}/g, '***')
    .slice(0, REASON_LIMIT);
}

function withoutName(text: string, name: string): string {
  if (name.length < 2) return text;
  const wanted = comparable(name);
  let masked = '';
  let rest = text;
  for (let at = comparable(rest).indexOf(wanted); at >= 0; at = comparable(rest).indexOf(wanted)) {
    masked += `${rest.slice(0, at)}***`;
    rest = rest.slice(at + name.length);
  }
  return masked + rest;
}
