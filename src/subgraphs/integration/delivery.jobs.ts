import type { PortalOutcome, PortalPort, PortalTask } from '../../../connectors/contract/portal.ts';
import { collectExchanges } from '../../platform/exchanges.ts';
import { newUuid } from '../../platform/ids.ts';
import { DELIVER_WAKE_UP, type DeliverInput } from '../../platform/jobs/deliver-wakeup.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import type { Platform } from '../../platform/platform.ts';
import { carryOutComparisons, isComparison } from './compare.task.ts';
import { claim, holding } from './delivery.claim.ts';
import { takeIn } from './delivery.intake.ts';
import { settle } from './delivery.settle.ts';
import { keepExchanges } from './exchange.store.ts';
import { isTask, toPortalTask } from './portal-task.ts';
import { rest } from './rate.rest.ts';
import { deliverToSource } from './source/change.deliver.ts';
import { sourceOf } from './source/source.connector.ts';
import { callableConnectors } from './source/source.registry.ts';

const SWEEP_MS = 2_000;
/** Deliveries to one system that are under way at the same time, where it names no number; each holds other dossiers. */
const LANES = 2;

/** Delivers what waits for one connector until nothing more can go now; the sweep wakes it when something can again. */
export const deliverJob = defineJob<DeliverInput>({
  ...DELIVER_WAKE_UP,
  schedule: { everyMs: SWEEP_MS, inputs: connectorsWithWork },
  async run(hub, { connector }, signal) {
    const source = sourceOf(connector);
    if (source !== undefined) return deliverToSource(hub, { connector, source }, signal);
    const port = hub.connectors.portal(connector);
    // Without settings it stays pending; the graph shows the connector DOWN and names what is missing.
    if (port === undefined) return takeIn(hub, signal);
    const lane = () => deliverAll(hub, { connector, port, signal });
    // A trial is one lane's; what comes of it is all lanes' again.
    let ends: ('done' | 'tried')[];
    do ends = await Promise.all(Array.from({ length: port.lanes ?? LANES }, lane));
    while (ends.includes('tried') && !signal.aborted);
  },
});

interface Lane {
  connector: string;
  port: PortalPort;
  signal: AbortSignal;
}

/** Delivers until nothing can go, or the connector was tried with a call that tells how to go on. */
async function deliverAll(hub: Platform, { connector, port, signal }: Lane): Promise<'done' | 'tried'> {
  while (!signal.aborted) {
    await takeIn(hub, signal);
    // One owner for each call: a lease then tells exactly which call was not settled.
    const owner = newUuid();
    const { deliveries, trial, againMs } = await claim(hub, connector, { owner, limit: port.batchSize, perSecond: port.ratePerSecond });
    if (againMs !== undefined) await rest(againMs, signal);
    else if (deliveries.length === 0) return 'done';
    if (deliveries.length === 0) continue;
    const made = deliveries.map((delivery) => (isComparison(delivery) ? undefined : toPortalTask(hub.cipher, delivery)));
    const tasks = made.filter((task) => task !== undefined).filter(isTask);
    const { result: outcomes, exchanges } = await collectExchanges(() =>
      holding(hub, owner, async () => [
        ...(await send(hub, port, tasks)),
        ...(await carryOutComparisons(hub, { connector, port }, deliveries.filter(isComparison))),
      ]),
    );
    const results = deliveries.map((delivery, at) => {
      const task = made[at];
      const unsent = task !== undefined && !isTask(task) ? task : undefined;
      return { delivery, outcome: unsent ?? outcomeOf(delivery.key, outcomes), sent: unsent === undefined };
    });
    await settle(hub, { connector, owner, fullCall: port.batchSize }, results);
    await keepExchanges(hub, { deliveries, tasks, calls: exchanges });
    if (trial) return 'tried';
  }
  return 'done';
}

async function send(hub: Platform, port: PortalPort, tasks: PortalTask[]): Promise<PortalOutcome[]> {
  if (tasks.length === 0) return [];
  try {
    return await port.deliver(tasks);
  } catch (error) {
    // A connector promises not to throw. What it threw may hold a dossier, so only its name is kept.
    const reason = error instanceof Error ? error.name : typeof error;
    hub.log.error({ reason, tasks: tasks.length }, 'a connector failed in a delivery');
    return tasks.map(({ id }) => ({ id, kind: 'retry', code: 'CONNECTOR_FAULT', reason, look: true, unreachable: false }));
  }
}

function outcomeOf(key: string, outcomes: readonly PortalOutcome[]): PortalOutcome {
  const outcome = outcomes.find(({ id }) => id === key);
  return outcome ?? { id: key, kind: 'retry', code: 'CONNECTOR_FAULT', reason: 'no outcome was given', look: true, unreachable: false };
}

/** Connectors for which something can go now or has not been taken in yet. */
async function connectorsWithWork(hub: Platform): Promise<DeliverInput[]> {
  const portals = hub.connectors.all.filter(({ kind, port }) => kind === 'NATIONAL_PORTAL' && port !== undefined).map(({ id }) => id);
  return hub.db.query<DeliverInput>(
    `SELECT wanted.id AS connector FROM unnest($1::text[]) AS wanted(id)
     WHERE NOT EXISTS (SELECT 1 FROM integration.connector c WHERE c.id = wanted.id AND (c.paused OR c.open_until > now()))
       AND (EXISTS (
              SELECT 1 FROM integration.delivery d
              WHERE d.connector = wanted.id AND d.state <> 'DELIVERED' AND d.state <> 'PARKED'
                AND (d.next_attempt_at IS NULL OR d.next_attempt_at <= now()) AND (d.leased_until IS NULL OR d.leased_until <= now()))
            OR EXISTS (SELECT 1 FROM integration.untaken u WHERE u.connector = wanted.id))`,
    [[...portals, ...(await callableConnectors(hub))]],
  );
}
