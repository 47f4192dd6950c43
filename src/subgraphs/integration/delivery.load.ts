import { type CopyRows, type CopyValue, copyRows } from '../../platform/database/copy.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { newUuid } from '../../platform/ids.ts';
import { copyEvents } from '../../platform/outbox/outbox.copy.ts';
import type { OutboxEvent } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';

/** One delivery of a history that is taken over as a whole. */
export interface DeliveryRecord {
  connector: string;
  /** `portal.dossier`, `portal.status` or `portal.steps`. */
  kind: string;
  operation: string;
  subjectId: string;
  subject: string;
  /** Order within subject and connector, from 1, without gaps. */
  sequence: number;
  receivingUnit: string;
  handlingUnit: string;
  /** Both units and all units above them. */
  scope: readonly string[];
  citizenIndex: Buffer | null;
  requestedAt: Date;
  /** When it was acknowledged; null: it waits, and `personal` is what will be sent. */
  deliveredAt: Date | null;
  /** As in the outbox: `{ dossier }` or `{ steps, origin }`. Read for what waits alone. */
  personal?: unknown;
}

const DELIVERY_COLUMNS = [
  'key',
  'connector',
  'kind',
  'subject_id',
  'subject',
  'operation',
  'sequence',
  'receiving_unit',
  'handling_unit',
  'scope',
  'citizen_index',
  'state',
  'attempts',
  'requested_at',
  'delivered_at',
] as const;
/**
 * Loads a history of deliveries by COPY. What is acknowledged goes straight to its final row: the outbox
 * holds what must still be delivered, and nothing of this must. What waits goes to the outbox alone, like
 * any other delivery, so each subject's waiting ones come in their order. Returns how many of each there were.
 */
export async function loadDeliveries(
  sql: Transaction,
  hub: Pick<Platform, 'cipher'>,
  records: CopyRows<DeliveryRecord>,
): Promise<{ delivered: number; waiting: number }> {
  // One connection carries one COPY at a time, so the few that wait are kept until the first is over.
  const waiting: OutboxEvent[] = [];
  const finalRow = (record: DeliveryRecord): CopyValue[] | undefined => {
    if (record.deliveredAt !== null) return [...head(record), 'DELIVERED', 1, record.requestedAt, record.deliveredAt];
    waiting.push(eventOf(record));
    return undefined;
  };
  const done = await copyRows(sql, { table: 'integration.delivery', columns: DELIVERY_COLUMNS }, pick(records, finalRow));
  if (waiting.length > 0) await copyEvents(sql, hub.cipher, waiting);
  return { delivered: done, waiting: waiting.length };
}

function pick<From, To>(items: CopyRows<From>, choose: (item: From) => To | undefined): CopyRows<To> {
  return Symbol.iterator in items ? pickAtHand(items, choose) : pickComing(items, choose);
}

function* pickAtHand<From, To>(items: Iterable<From>, choose: (item: From) => To | undefined): Generator<To> {
  for (const item of items) {
    const chosen = choose(item);
    if (chosen !== undefined) yield chosen;
  }
}

async function* pickComing<From, To>(items: AsyncIterable<From>, choose: (item: From) => To | undefined): AsyncGenerator<To> {
  for await (const item of items) {
    const chosen = choose(item);
    if (chosen !== undefined) yield chosen;
  }
}

function eventOf({ connector, operation, sequence, requestedAt, citizenIndex, ...record }: DeliveryRecord): OutboxEvent {
  return { ...record, at: requestedAt, delivery: { connector, operation, sequence }, ...(citizenIndex === null ? {} : { citizenIndex }) };
}

function head(record: DeliveryRecord): CopyValue[] {
  return [
    newUuid(),
    record.connector,
    record.kind,
    record.subjectId,
    record.subject,
    record.operation,
    record.sequence,
    record.receivingUnit,
    record.handlingUnit,
    record.scope,
    record.citizenIndex,
  ];
}
