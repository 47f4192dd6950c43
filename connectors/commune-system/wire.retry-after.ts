/** A longer wait is cut to this: a system that is back sooner, or whose clock is wrong, must not be left alone for days. */
export const LONGEST_REST_MS = 3_600_000;

const SECONDS = /^\d{1,9}$/;
/** The one form of a date that is still written (RFC 9110, 5.6.7). */
const DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How long a system asks to be left alone, in milliseconds, an hour at most; undefined: it does not say, or says a time that is over.
 * Source: RFC 9110, section 10.2.3: seconds, or a date.
 */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  const asked = SECONDS.test(text) ? Number(text) * 1_000 : DATE.test(text) ? Date.parse(text) - now.getTime() : Number.NaN;
  return asked > 0 ? Math.min(asked, LONGEST_REST_MS) : undefined;
}
