import type { ConnectorKind } from '../../../connectors/contract/manifest.ts';
import { pauseCalls } from '../../platform/connector-report.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { Platform } from '../../platform/platform.ts';
import { ConnectorEntity } from './connector.entity.ts';
import type { ConnectorState } from './connector.type.ts';
import { connectorOf, installedId, sourceOf } from './source/source.connector.ts';
import { findSource } from './source/source.registry.ts';
import { inBusinessTime } from './synchronization.read.ts';

/** Kinds to which deliveries go; others are called by the subgraphs themselves. */
export const DELIVERED_TO: readonly ConnectorKind[] = ['NATIONAL_PORTAL', 'COMMUNE'];
const DISABLED = 'the system is disabled: register it anew, and what waits goes on';

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
  /** When it last acknowledged a delivery, in business time. */
  delivered_at: Date | null;
  /** When it last answered a call, in real time. */
  called_at: Date | null;
  last_error: string | null;
  pending: number;
  retrying: number;
  parked: number;
  oldest: Date | null;
  /** Its last answer was an error. */
  faulty: boolean;
  /** Of a commune system: whether an administrator, or its own HTTP 410, has it called no more. */
  disabled: boolean;
}

/**
 * The health of all connectors, hosted or only written to: one statement, once a request. What is delivered to has its row
 * here; of what other subgraphs call by themselves, the platform keeps how it answered.
 */
export function healthOfAll(context: HubContext): Promise<Map<string, ConnectorHealth>> {
  return context.once('integration.health', () => readHealth(context.hub));
}

/** The same, read anew. */
export async function readHealth(hub: Platform): Promise<Map<string, ConnectorHealth>> {
  const rows = await hub.db.query<HealthRow>(
    `WITH waiting AS (
       SELECT connector, count(*) FILTER (WHERE state <> 'PARKED') AS pending, count(*) FILTER (WHERE state = 'RETRYING') AS retrying,
              count(*) FILTER (WHERE state = 'PARKED') AS parked, min(requested_at) FILTER (WHERE state <> 'PARKED') AS oldest
       FROM integration.synchronization WHERE state <> 'DELIVERED' GROUP BY connector)
     SELECT coalesce(c.id, w.connector, r.id, '${connectorOf('')}' || s.name) AS id, coalesce(c.paused, r.paused, false) AS paused, coalesce(c.failures, r.failures, 0) AS failures,
            c.last_success_at AS delivered_at, r.last_success_at AS called_at, coalesce(c.last_error, r.last_error) AS last_error,
            coalesce(w.pending, 0) AS pending, coalesce(w.retrying, 0) AS retrying, coalesce(w.parked, 0) AS parked, w.oldest,
            r.error_code IS NOT NULL AS faulty, coalesce(NOT s.active, false) AS disabled
     FROM integration.connector c FULL JOIN waiting w ON w.connector = c.id FULL JOIN outbox.connector r ON r.id = coalesce(c.id, w.connector)
     FULL JOIN integration.source s ON '${connectorOf('')}' || s.name = coalesce(c.id, w.connector)`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ids = new Set([...installedIds(hub), ...byId.keys()]);
  return new Map([...ids].map((id) => [id, toHealth(hub, id, byId.get(id))]));
}

function toHealth(hub: Platform, id: string, row: HealthRow | undefined): ConnectorHealth {
  const hosted = hub.connectors.all.find((connector) => connector.id === installedId(id));
  const missing = hosted === undefined ? `no connector ${id} is installed` : hosted.problem;
  const problem = row?.disabled === true ? DISABLED : missing;
  return {
    state: stateOf(row, problem),
    pending: row?.pending ?? 0,
    parked: row?.parked ?? 0,
    oldestPendingAt: row?.oldest ?? null,
    lastSuccessAt: row?.delivered_at ?? (row?.called_at == null ? null : inBusinessTime(hub, row.called_at)),
    lastError: problem ?? row?.last_error ?? null,
  };
}

function stateOf(row: HealthRow | undefined, problem: string | undefined): ConnectorState {
  if (row?.paused === true) return 'PAUSED';
  if (problem !== undefined || (row?.failures ?? 0) > 0) return 'DOWN';
  return (row?.retrying ?? 0) + (row?.parked ?? 0) > 0 || row?.faulty === true ? 'DEGRADED' : 'UP';
}

/** The one for commune systems stands for each of them, and is none by itself. */
function installedIds({ connectors }: Platform): string[] {
  return connectors.all.filter(({ kind }) => kind !== 'COMMUNE').map(({ id }) => id);
}

/** The connectors as the graph shows them: those that are installed, and every commune system that is registered. */
export async function connectorIds(context: HubContext): Promise<string[]> {
  const known = [...(await healthOfAll(context)).keys()].filter((id) => sourceOf(id) !== undefined);
  return [...installedIds(context.hub), ...known.sort()];
}

/** Whether there is a connector of that id. */
export async function isConnector(hub: Platform, id: string): Promise<boolean> {
  const source = sourceOf(id);
  return source === undefined ? installedIds(hub).includes(id) : (await findSource(hub.db, source)) !== undefined;
}

/** What a connector is. One whose folder is gone can only be a portal: nothing else is delivered to. */
export function kindOf(hub: Platform, id: string): ConnectorKind {
  if (sourceOf(id) !== undefined) return 'COMMUNE';
  return hub.connectors.all.find((connector) => connector.id === id)?.kind ?? 'NATIONAL_PORTAL';
}

/** Pauses a connector or resumes it; false where there is none of that id. Resuming also ends its rest after a failure. */
export async function setPaused(hub: Platform, id: string, paused: boolean): Promise<boolean> {
  if (!(await isConnector(hub, id))) return false;
  if (DELIVERED_TO.includes(kindOf(hub, id))) {
    const em = hub.orm('integration').em.fork();
    await em.upsert(ConnectorEntity, paused ? { id, paused } : { id, paused, openUntil: null, restUntil: null });
  } else {
    await pauseCalls(hub.db, id, paused);
  }
  return true;
}
