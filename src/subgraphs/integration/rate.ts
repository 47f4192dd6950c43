/** So many were let through at that instant. */
export interface Grant {
  at: Date;
  count: number;
}

/** What may go at an instant under a limit. */
export interface Room {
  /** How many more may go now. */
  room: number;
  /** Grants that still count. */
  kept: Grant[];
  /** When it is worth asking again, in milliseconds; 0 where there is room now. */
  againMs: number;
}

/** A share of the limit that is worth a call of its own: who waits for less makes many small calls of what could be a few. */
const WORTHWHILE = 0.25;

/** How many may go in a window of that many milliseconds: of one second for a whole rate, else of what makes it whole. */
export function windowOf(perSecond: number): { limit: number; windowMs: number } {
  const limit = Math.max(1, Math.ceil(perSecond));
  return { limit, windowMs: (limit / perSecond) * 1_000 };
}

/**
 * What a limit leaves at an instant: in no window, wherever it begins, do more go than the limit of that window. It counts what
 * was let through and saves nothing up, so that an hour of rest is not followed by a burst.
 */
export function roomAt(at: Date, grants: readonly Grant[], perSecond: number): Room {
  const { limit, windowMs } = windowOf(perSecond);
  const kept = grants.filter((grant) => grant.count > 0 && grant.at.getTime() > at.getTime() - windowMs);
  const room = Math.max(0, limit - kept.reduce((sum, { count }) => sum + count, 0));
  if (room > 0) return { room, kept, againMs: 0 };
  let freed = 0;
  for (const grant of kept) {
    freed += grant.count;
    if (freed >= limit * WORTHWHILE) return { room, kept, againMs: Math.ceil(grant.at.getTime() + windowMs - at.getTime()) };
  }
  return { room, kept, againMs: Math.ceil(windowMs) };
}
