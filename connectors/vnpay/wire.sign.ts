import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA512, lower-case hex. */
export function sign(data: string, secret: string): string {
  return createHmac('sha512', secret).update(data, 'utf8').digest('hex');
}

/** Whether `signature` (hex in either case) is that of `data`, in constant time. A missing one is wrong. */
export function signed(data: string, signature: string | undefined, secret: string): boolean {
  if (signature === undefined || !/^[0-9A-Fa-f]{128}$/.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), Buffer.from(sign(data, secret), 'hex'));
}

const NOT_SIGNED = new Set(['vnp_SecureHash', 'vnp_SecureHashType']);

/** The string that VNPAY signs of parameters: `vnp_` alone, no empty one, sorted by name, form-encoded. */
export function canonical(parameters: Iterable<readonly [string, string]>): string {
  const counted = [...parameters].filter(([name, value]) => name.startsWith('vnp_') && !NOT_SIGNED.has(name) && value !== '');
  return new URLSearchParams(counted.sort(byName).map(([name, value]): [string, string] => [name, value])).toString();
}

/** A received query string: its `vnp_` parameters decoded, and the strings that their sender may have signed. */
export interface ReceivedQuery {
  values: Map<string, string>;
  candidates: string[];
}

/**
 * Reads a query string as it arrived. Undefined: a parameter comes twice, so that signer and reader
 * might see different ones. Signers encode some characters differently and proxies encode anew, so
 * that both the received encoding and our own are candidates; they carry the same values.
 */
export function receivedQuery(query: string): ReceivedQuery | undefined {
  const raw: [string, string][] = [];
  const values = new Map<string, string>();
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    if (!name.startsWith('vnp_')) continue;
    if (values.has(name)) return undefined;
    const value = equals < 0 ? '' : part.slice(equals + 1);
    raw.push([name, value]);
    values.set(name, new URLSearchParams(`v=${value}`).get('v') ?? '');
  }
  const asReceived = raw
    .filter(([name, value]) => !NOT_SIGNED.has(name) && value !== '')
    .sort(byName)
    .map((pair) => pair.join('='))
    .join('&');
  return { values, candidates: [asReceived, canonical(values)] };
}

/** Whether the query carries its merchant's signature. */
export function querySigned({ values, candidates }: ReceivedQuery, secret: string): boolean {
  const signature = values.get('vnp_SecureHash');
  return candidates.some((candidate) => signed(candidate, signature, secret));
}

/** Byte-wise: the names are ASCII. */
function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
