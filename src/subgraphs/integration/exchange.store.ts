import type { Exchange as Call } from '../../../connectors/contract/manifest.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { maskText } from '../../platform/pii/mask.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ClaimedDelivery } from './delivery.claim.ts';
import type { Exchange } from './exchange.type.ts';

const SENT_LIMIT = 4_000;
const RECEIVED_LIMIT = 2_000;
const SWEPT_AT_ONCE = 5_000;

interface Kept {
  delivery: string;
  attempt: number;
  at: Date;
  service: string;
  sent: string;
  received: string;
  ms: number;
}

/** What a delivery told, as far as its calls are found by it. */
interface Told {
  /** The delivery's key. */
  id: string;
  subject: string;
  dossier?: { nationalCode?: string };
}

/** Keeps what the calls of one delivery round sent and got, by delivery. It is for people to read: a failure to keep it stops nothing. */
export async function keepExchanges(
  hub: Platform,
  { deliveries, tasks, calls }: { deliveries: readonly ClaimedDelivery[]; tasks: readonly Told[]; calls: readonly Call[] },
): Promise<void> {
  if (calls.length === 0 || hub.config.exchangeLogDays === 0) return;
  const attempts = new Map(deliveries.map(({ key, attempts: before }) => [key, before + 1]));
  const kept = tasks.flatMap((task) => calls.flatMap((call) => keptOf(task, call, attempts.get(task.id) ?? 1)));
  try {
    await insert(hub, kept);
  } catch (error) {
    hub.log.warn({ error: (error as Error).name, exchanges: kept.length }, 'what was sent could not be kept for operators');
  }
}

/** A dossier that was filed at the portal may go there under the portal's own number. */
function keptOf(task: Told, call: Call, attempt: number): Kept[] {
  const portals = task.dossier?.nationalCode;
  const sent = call.sent.get(task.subject) ?? (portals === undefined ? undefined : call.sent.get(portals));
  if (sent === undefined) return [];
  const { at, service, ms } = call;
  // The connector has masked it; masked here once more, because what is stored stays.
  const texts = { sent: maskText(sent).slice(0, SENT_LIMIT), received: maskText(call.received).slice(0, RECEIVED_LIMIT) };
  return [{ delivery: task.id, attempt, at, service, ms, ...texts }];
}

async function insert(hub: Platform, kept: readonly Kept[]): Promise<void> {
  if (kept.length === 0) return;
  await hub.db.query(
    `INSERT INTO integration.exchange (delivery, attempt, at, service, sent, received, ms)
     SELECT * FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::int[])`,
    [
      kept.map(({ delivery }) => delivery),
      kept.map(({ attempt }) => attempt),
      kept.map(({ at }) => at),
      kept.map(({ service }) => service),
      kept.map(({ sent }) => sent),
      kept.map(({ received }) => received),
      kept.map(({ ms }) => ms),
    ],
  );
}

/** The calls of a delivery, oldest first; one statement for all deliveries of a request. */
export function exchangesOf(context: HubContext, delivery: string): Promise<Exchange[]> {
  const loader = context.loader<string, Exchange[]>('integration.exchanges', async (keys) => {
    const rows = await context.hub.db.query<Exchange & { delivery: string }>(
      `SELECT delivery, attempt, at, service, sent, received, ms AS milliseconds FROM integration.exchange WHERE delivery = ANY($1::uuid[]) ORDER BY id`,
      [keys],
    );
    const byDelivery = Map.groupBy(rows, (row) => row.delivery);
    return keys.map((key) => byDelivery.get(key) ?? []);
  });
  return loader.load(delivery);
}

/** Removes what is older than the configured days, a part at a time. Returns how many were removed. */
export async function sweepExchanges(hub: Platform, signal?: AbortSignal): Promise<number> {
  for (let removed = 0; ; ) {
    const gone = await hub.db.query(
      `DELETE FROM integration.exchange WHERE id IN (
         SELECT id FROM integration.exchange WHERE at < $1::timestamptz - $2 * interval '1 day' ORDER BY at LIMIT ${SWEPT_AT_ONCE} FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [hub.clock.now(), hub.config.exchangeLogDays],
    );
    removed += gone.length;
    if (gone.length < SWEPT_AT_ONCE || signal?.aborted === true) return removed;
  }
}
