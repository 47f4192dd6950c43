const OFFSET_MS = 7 * 3_600_000;

/** An instant as the portal writes it: `yyyyMMddHHmmss` of Vietnam, no zone; absent is the empty text. Throws RangeError for what is no instant. */
export function wireTime(instant: string | undefined): string {
  if (instant === undefined) return '';
  const time = Date.parse(instant);
  return new Date(time + OFFSET_MS).toISOString().slice(0, 19).replace(/\D/g, '');
}
