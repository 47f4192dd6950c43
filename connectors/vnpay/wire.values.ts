const VIETNAM_MS = 7 * 3_600_000;
const INFO_LIMIT = 255;

/** `yyyyMMddHHmmss` in GMT+7, whatever the process's time zone. */
export function toWireTime(instant: Date): string {
  return new Date(instant.getTime() + VIETNAM_MS).toISOString().slice(0, 19).replace(/\D/g, '');
}

/** The instant that a `yyyyMMddHHmmss` of GMT+7 names; undefined: none. */
export function fromWireTime(text: string | undefined): Date | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text ?? '');
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const instant = new Date(Date.UTC(year, month - 1, day, hour, minute, second) - VIETNAM_MS);
  return toWireTime(instant) === text ? instant : undefined;
}

/** The most that VNPAY's 12 digits of đồng × 100 hold. */
export const MOST_DONG = 9_999_999_999;

/** VNPAY writes đồng × 100. Throws RangeError for what its 12 digits can't hold. */
export function toWireAmount(dong: number): string {
  if (!Number.isSafeInteger(dong) || dong <= 0 || dong > MOST_DONG) throw new RangeError('VNPAY takes whole đồng from 1 to 9,999,999,999');
  return `${dong}00`;
}

/** Whole đồng; NaN for anything that is none, so that it equals no amount. */
export function fromWireAmount(text: string): number {
  return /^(?:0|[1-9]\d{0,14})$/.test(text) && Number(text) % 100 === 0 ? Number(text) / 100 : Number.NaN;
}

/**
 * Text as VNPAY takes it: no diacritics, and none of the characters that its four official samples
 * encode differently. Never empty.
 */
export function plainText(text: string, fallback: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[–—]/g, '-')
    .replace(/[^A-Za-z0-9 .,:_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, INFO_LIMIT)
    .trim();
  return plain === '' ? fallback : plain;
}
