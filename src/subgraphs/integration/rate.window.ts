import type { Transaction } from '../../platform/database/database.ts';
import { type Grant, type Room, roomAt } from './rate.ts';

/** What one connector may be sent, shared by all workers on all machines. */
export interface RateWindow extends Room {
  /** Writes down that so many go. */
  grant(count: number): Promise<void>;
}

interface WindowRow {
  asked_at: Date;
  granted_at: Date[];
  granted: number[];
}

/**
 * Locks a connector's window until the transaction ends and tells what it leaves; every other worker waits for that short time.
 * The database's clock counts, because the machines' own may differ; `at` stands in for it in tests.
 */
export async function openWindow(
  sql: Transaction,
  { connector, perSecond, at }: { connector: string; perSecond: number; at?: Date | undefined },
): Promise<RateWindow> {
  const [row] = await sql.query<WindowRow>(
    `INSERT INTO integration.rate_window (connector, asked_at) VALUES ($1, coalesce($2::timestamptz, clock_timestamp()))
     ON CONFLICT (connector) DO UPDATE SET asked_at = coalesce($2::timestamptz, clock_timestamp()) RETURNING asked_at, granted_at, granted`,
    [connector, at ?? null],
  );
  const grants = (row?.granted_at ?? []).map((grantedAt, n): Grant => ({ at: grantedAt, count: row?.granted[n] ?? 0 }));
  // A clock that was set back must not open the window twice.
  const now = new Date(Math.max(row?.asked_at.getTime() ?? 0, grants.at(-1)?.at.getTime() ?? 0));
  const room = roomAt(now, grants, perSecond);
  return {
    ...room,
    async grant(count) {
      const all = [...room.kept, { at: now, count }];
      await sql.query(`UPDATE integration.rate_window SET granted_at = $2::timestamptz[], granted = $3::int[] WHERE connector = $1`, [
        connector,
        all.map((grant) => grant.at),
        all.map((grant) => grant.count),
      ]);
    },
  };
}
