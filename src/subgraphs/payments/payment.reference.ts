import { randomInt } from 'node:crypto';
import { localDateOf } from '../../platform/time.ts';

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 13;
const OWN = new RegExp(`^\\d{6}H[${ALPHABET}]{${LENGTH}}$`);

/** The Vietnamese day, then what nobody can guess: unique for ever, letters and digits alone. */
export function newReference(at: Date): string {
  const day = localDateOf(at).replaceAll('-', '').slice(2);
  return `${day}H${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
}

/** What of a reference is its own: not the day, which it shares with others. */
export function ownPartOf(reference: string): string {
  return reference.slice(-LENGTH);
}

/** Whether a reference has the form of those that the hub makes. */
export function isOwnReference(reference: string): boolean {
  return OWN.test(reference);
}
