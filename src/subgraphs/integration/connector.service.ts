import type { ConnectorKind } from '../../../connectors/contract/manifest.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { Platform } from '../../platform/platform.ts';
import { ConnectorEntity } from './connector.entity.ts';
import type { ConnectorState } from './connector.type.ts';

/** How a connector is doing, out of what the database holds at this moment. */
export interface ConnectorHealth {
  state: ConnectorState;
  /** Still to be delivered, whether tried before or not. */
  pending: number;
  parked: number;
  oldestPendingAt: Date | null;
  lastSuccessAt: Date | null;
  lastError: string | null;
}

interface HealthRow {
  id: string;
  paused: boolean;
  failures: number;
  last_success_at: Date | null;
  last_error: string | null;
  pending: number;
  retrying: number;
  parked: number;
  oldest: Date | null;
}

/** The health of all connectors, hosted or only written to: one statement, once a request. */
export function healthOfAll(context: HubContext): Promise<Map<string, ConnectorHealth>> {
  return context.once('integration.health', () => readHealth(context.hub));
}

async function readHealth(hub: Platform): Promise<Map<string, ConnectorHealth>> {
  const rows = await hub.db.query<HealthRow>(
    `WITH waiting AS (
       SELECT connector, count(*) FILTER (WHERE state <> 'PARKED') AS pending, count(*) FILTER (WHERE state = 'RETRYING') AS retrying,
              count(*) FILTER (WHERE state = 'PARKED') AS parked, min(requested_at) FILTER (WHERE state <> 'PARKED') AS oldest
       FROM integration.synchronization WHERE state <> 'DELIVERED' GROUP BY connector)
     SELECT coalesce(c.id, w.connector) AS id, coalesce(c.paused, false) AS paused, coalesce(c.failures, 0) AS failures, c.last_success_at, c.last_error,
            coalesce(w.pending, 0) AS pending, coalesce(w.retrying, 0) AS retrying, coalesce(w.parked, 0) AS parked, w.oldest
     FROM integration.connector c FULL JOIN waiting w ON w.connector = c.id`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ids = new Set([...hub.connectors.all.map(({ id }) => id), ...byId.keys()]);
  return new Map([...ids].map((id) => [id, toHealth(hub, id, byId.get(id))]));
}

function toHealth(hub: Platform, id: string, row: HealthRow | undefined): ConnectorHealth {
  const hosted = hub.connectors.all.find((connector) => connector.id === id);
  const problem = hosted === undefined ? `no connector ${id} is installed` : hosted.problem;
  return {
    state: stateOf(row, problem),
    pending: row?.pending ?? 0,
    parked: row?.parked ?? 0,
    oldestPendingAt: row?.oldest ?? null,
    lastSuccessAt: row?.last_success_at ?? null,
    lastError: problem ?? row?.last_error ?? null,
  };
}

function stateOf(row: HealthRow | undefined, problem: string | undefined): ConnectorState {
  if (row?.paused === true) return 'PAUSED';
  if (problem !== undefined || (row?.failures ?? 0) > 0) return 'DOWN';
  return (row?.retrying ?? 0) + (row?.parked ?? 0) > 0 ? 'DEGRADED' : 'UP';
}

/** What a connector is. One whose folder is gone can only be a portal: nothing else is delivered to. */
export function kindOf(hub: Platform, id: string): ConnectorKind {
  return hub.connectors.all.find((connector) => connector.id === id)?.kind ?? 'NATIONAL_PORTAL';
}

/** Pauses a connector or resumes it; false where there is none of that id. Resuming also ends its rest after a failure. */
export async function setPaused(hub: Platform, id: string, paused: boolean): Promise<boolean> {
  if (!hub.connectors.all.some((connector) => connector.id === id)) return false;
  const em = hub.orm('integration').em.fork();
  await em.upsert(ConnectorEntity, paused ? { id, paused } : { id, paused, openUntil: null });
  return true;
}
