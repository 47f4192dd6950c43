import type { Platform } from './platform.ts';

/** It is written down no more often than this: many calls would only wait for each other's row. */
const FRESH = '30 seconds';

/** A source system sent something, were it only what is known already. */
export async function reportSourceSeen({ db, clock }: Pick<Platform, 'db' | 'clock'>, sources: readonly string[]): Promise<void> {
  await db.query(
    `INSERT INTO outbox.source (source, seen_at)
     SELECT wanted.source, $2::timestamptz FROM (SELECT DISTINCT unnest($1::text[]) AS source ORDER BY 1) wanted
     WHERE NOT EXISTS (SELECT FROM outbox.source s WHERE s.source = wanted.source AND s.seen_at > $2::timestamptz - interval '${FRESH}')
     ON CONFLICT (source) DO UPDATE SET seen_at = greatest(outbox.source.seen_at, excluded.seen_at)`,
    [sources, clock.business()],
  );
}
