import type { ConnectorKind } from '../../../connectors/contract/manifest.ts';
import { pauseCalls } from '../../platform/connector-report.ts';
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
  /** Its last answer was an error. */
  faulty: boolean;
}

/**
 * The health of all connectors, hosted or only written to: one statement, once a request. What is delivered to has its row
 * here; of what other subgraphs call by themselves, the platform keeps how it answered.
 */
export function healthOfAll(context: HubContext): Promise<Map<string, ConnectorHealth>> {
  return context.once('integration.health', () => readHealth(context.hub));
}

async function readHealth(hub: Platform): Promise<Map<string, ConnectorHealth>> {
  const rows = await hub.db.query<HealthRow>(
    `WITH waiting AS (
       SELECT connector, count(*) FILTER (WHERE state <> 'PARKED') AS pending, count(*) FILTER (WHERE state = 'RETRYING') AS retrying,
              count(*) FILTER (WHERE state = 'PARKED') AS parked, min(requested_at) FILTER (WHERE state <> 'PARKED') AS oldest
       FROM integration.synchronization WHERE state <> 'DELIVERED' GROUP BY connector)
     SELECT coalesce(c.id, w.connector, r.id) AS id, coalesce(c.paused, r.paused, false) AS paused, coalesce(c.failures, r.failures, 0) AS failures,
            coalesce(c.last_success_at, r.last_success_at) AS last_success_at, coalesce(c.last_error, r.last_error) AS last_error,
            coalesce(w.pending, 0) AS pending, coalesce(w.retrying, 0) AS retrying, coalesce(w.parked, 0) AS parked, w.oldest,
            r.error_code IS NOT NULL AS faulty
     FROM integration.connector c FULL JOIN waiting w ON w.connector = c.id FULL JOIN outbox.connector r ON r.id = coalesce(c.id, w.connector)`,
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
  return (row?.retrying ?? 0) + (row?.parked ?? 0) > 0 || row?.faulty === true ? 'DEGRADED' : 'UP';
}

/** What a connector is. One whose folder is gone can only be a portal: nothing else is delivered to. */
export function kindOf(hub: Platform, id: string): ConnectorKind {
  return hub.connectors.all.find((connector) => connector.id === id)?.kind ?? 'NATIONAL_PORTAL';
}

/** Pauses a connector or resumes it; false where there is none of that id. Resuming also ends its rest after a failure. */
export async function setPaused(hub: Platform, id: string, paused: boolean): Promise<boolean> {
  const connector = hub.connectors.all.find((each) => each.id === id);
  if (connector === undefined) return false;
  if (connector.kind === 'NATIONAL_PORTAL') {
    const em = hub.orm('integration').em.fork();
    await em.upsert(ConnectorEntity, paused ? { id, paused } : { id, paused, openUntil: null });
  } else {
    await pauseCalls(hub.db, id, paused);
  }
  return true;
}
