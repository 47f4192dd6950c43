import type { HubContext } from '../../platform/graphql/context.ts';
import type { BreakerState } from './breaker.type.ts';
import { inBusinessTime } from './synchronization.read.ts';

/** What stands between a connector's deliveries and the outside system. */
export interface Breaker {
  state: BreakerState;
  /** When it is tried again, in business time; null: it is not at rest. */
  nextAttemptAt: Date | null;
  /** How many deliveries a second all workers together may send; null: no limit. */
  ratePerSecond: number | null;
}

interface BreakerRow {
  id: string;
  trial: boolean;
  rests_until: Date | null;
  rate_per_second: number | null;
}

/** The breakers of all connectors that are delivered to: one statement, once a request. */
export async function breakerOf(context: HubContext, connector: string): Promise<Breaker> {
  const rows = await context.once('integration.breakers', async () => {
    const all = await context.hub.db.query<BreakerRow>(
      `SELECT id, failures > 0 OR allowance IS NOT NULL AS trial, CASE WHEN open_until > now() THEN open_until END AS rests_until, rate_per_second
       FROM integration.connector`,
    );
    return new Map(all.map((row) => [row.id, row]));
  });
  const row = rows.get(connector);
  const resting = row?.rests_until ?? null;
  return {
    state: resting !== null ? 'OPEN' : row?.trial === true ? 'HALF_OPEN' : 'CLOSED',
    nextAttemptAt: resting === null ? null : inBusinessTime(context.hub, resting),
    ratePerSecond: row?.rate_per_second ?? context.hub.connectors.portal(connector)?.ratePerSecond ?? null,
  };
}
