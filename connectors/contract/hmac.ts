import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 of a UTF-8 text, in lower-case hex. */
export function hmacHex(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text, 'utf8').digest('hex');
}

/** Whether a received signature in hex is the expected one, in constant time; one of another length is none. */
export function sameHex(received: unknown, expected: string): boolean {
  if (typeof received !== 'string' || received.length !== expected.length || !/^[0-9a-fA-F]+$/.test(received)) return false;
  return timingSafeEqual(Buffer.from(received.toLowerCase(), 'latin1'), Buffer.from(expected, 'latin1'));
}
