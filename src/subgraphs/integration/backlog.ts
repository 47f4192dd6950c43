import type { Platform } from '../../platform/platform.ts';

/** What waits for one connector in one state. */
export interface Backlog {
  connector: string;
  state: string;
  count: number;
  /** Of the oldest, in business time. */
  ageSeconds: number;
}

/** Everything that is not delivered yet, for metrics. */
export async function readBacklog(hub: Pick<Platform, 'db' | 'clock'>): Promise<Backlog[]> {
  const rows = await hub.db.query<{ connector: string; state: string; count: number; oldest: Date }>(
    `SELECT connector, state, count(*) AS count, min(requested_at) AS oldest
     FROM integration.synchronization WHERE state <> 'DELIVERED' GROUP BY connector, state`,
  );
  const now = hub.clock.business().getTime();
  return rows.map(({ oldest, ...row }) => ({ ...row, ageSeconds: Math.max(0, (now - oldest.getTime()) / 1_000) }));
}
