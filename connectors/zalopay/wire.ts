import { hmacHex } from '../contract/hmac.ts';

/** The mac of a message: HMAC-SHA256 in hex over its parts, joined by `|`. */
export function macOf(key: string, parts: readonly (string | number)[]): string {
  return hmacHex(key, parts.join('|'));
}

/** The Vietnamese day of an instant as ZaloPay's ids begin with it: yyMMdd, because it reconciles by that day. */
export function dayPrefix(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(2, 10).replaceAll('-', '');
}

/** ZaloPay's id of an order: the day, then the hub's reference. */
export function transactionIdOf(reference: string, createdAt: Date): string {
  return `${dayPrefix(createdAt)}_${reference}`;
}

/** The hub's reference out of ZaloPay's id of an order; '' where it is none. */
export function referenceOf(appTransId: string): string {
  return /^\d{6}_(.+)$/.exec(appTransId)?.[1] ?? '';
}

/** ZaloPay's id of a refund: the day, the application, then the rest of the hub's reference, which begins with its day. */
export function refundIdOf(refundReference: string, appId: string): string {
  return `${refundReference.slice(0, 6)}_${appId}_${refundReference.slice(6)}`;
}

/** A code as it may stand in a record. */
export function shortCode(returnCode: string, subCode = ''): string {
  const parts = [returnCode, subCode].filter((part) => /^-?\d{1,6}$/.test(part));
  return parts.join('/') || '-';
}
