import type { Queryable, Transaction } from '../database/database.ts';
import { newUuid } from '../ids.ts';
import type { Cipher } from '../pii/cipher.ts';

/**
 * One thing that happened, or that an outside system must learn. With `delivery` it is a synchronization:
 * PENDING from the moment its transaction commits.
 */
export interface OutboxEvent {
  at: Date;
  /** `<noun>.<past participle>`, e.g. `dossier.changed`, `dossier.stepped`, `payment.settled`. */
  kind: string;
  /** Row key of the dossier or payment. */
  subjectId: string;
  /** Its code or reference. */
  subject: string;
  delivery?: { connector: string; operation: string /** Order within subject and connector, from 1. */; sequence: number };
  receivingUnit?: string;
  handlingUnit?: string;
  /** Both units and all units above them. */
  scope?: readonly string[];
  /** Blind index of the applicant's number, for what a citizen may see. */
  citizenIndex?: Buffer;
  /** No personal data. */
  data?: Record<string, unknown>;
  /** Personal data: kept encrypted. */
  personal?: unknown;
}

const SEAL_PURPOSE = 'outbox.event';

/** Appends events inside the caller's transaction, in order, with one statement however many there are. */
export async function appendEvents(sql: Queryable, cipher: Cipher, events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql.query(
    `INSERT INTO outbox.event (key, at, kind, subject_id, subject, connector, operation, sequence, receiving_unit, handling_unit, scope, citizen_index, data, sealed)
     SELECT key, at, kind, subject_id, subject, connector, operation, sequence, receiving_unit, handling_unit,
            coalesce(string_to_array(scope, ','), '{}'), citizen_index, data, sealed
     FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::int[], $9::text[], $10::text[],
                 $11::text[], $12::bytea[], $13::jsonb[], $14::bytea[])
          WITH ORDINALITY AS t(key, at, kind, subject_id, subject, connector, operation, sequence, receiving_unit, handling_unit, scope, citizen_index, data, sealed, n)
     ORDER BY n`,
    [
      events.map(() => newUuid()),
      events.map((event) => event.at),
      events.map((event) => event.kind),
      events.map((event) => event.subjectId),
      events.map((event) => event.subject),
      events.map((event) => event.delivery?.connector ?? null),
      events.map((event) => event.delivery?.operation ?? null),
      events.map((event) => event.delivery?.sequence ?? null),
      events.map((event) => event.receivingUnit ?? null),
      events.map((event) => event.handlingUnit ?? null),
      events.map((event) => event.scope?.join(',') ?? null),
      events.map((event) => event.citizenIndex ?? null),
      events.map((event) => JSON.stringify(event.data ?? {})),
      events.map((event) => sealPersonal(cipher, event.personal)),
    ],
  );
}

/** The encrypted form that `outbox.event.sealed` keeps; null where there is nothing personal. */
export function sealPersonal(cipher: Cipher, personal: unknown): Buffer | null {
  return personal === undefined ? null : cipher.seal(SEAL_PURPOSE, JSON.stringify(personal));
}

export function openPersonal<T>(cipher: Cipher, sealed: Buffer | null): T | undefined {
  return sealed === null ? undefined : (JSON.parse(cipher.open(SEAL_PURPOSE, sealed)) as T);
}

/** An event as a consumer reads it. */
export interface StoredEvent {
  id: number;
  key: string;
  tx: string;
  at: Date;
  kind: string;
  subject_id: string;
  subject: string;
  connector: string | null;
  operation: string | null;
  sequence: number | null;
  receiving_unit: string | null;
  handling_unit: string | null;
  scope: string[];
  citizen_index: Buffer | null;
  data: Record<string, unknown>;
  sealed: Buffer | null;
}

const STORED =
  'id, key, tx::text, at, kind, subject_id, subject, connector, operation, sequence, receiving_unit, handling_unit, scope, citizen_index, data, sealed';

/**
 * The event that a consumer would be handed next, which it does not take by that: for what must be asked elsewhere before the
 * transaction that takes it. Undefined: nothing new.
 */
export async function peekEvent(sql: Queryable, consumer: { name: string; where: string }): Promise<StoredEvent | undefined> {
  const [cursor] = await sql.query<{ tx: string; id: number; horizon: string }>(
    `SELECT coalesce(max(tx::text), '0') AS tx, coalesce(max(id), 0) AS id, outbox.horizon()::text AS horizon FROM outbox.cursor WHERE consumer = $1`,
    [consumer.name],
  );
  const [event] = await sql.query<StoredEvent>(
    `SELECT ${STORED} FROM outbox.event WHERE (tx, id) > ($1::xid8, $2::bigint) AND tx < $3::xid8 AND ${consumer.where}
     ORDER BY event.tx, event.id LIMIT 1`,
    [cursor?.tx, cursor?.id, cursor?.horizon],
  );
  return event;
}

/**
 * Hands a consumer the next events in commit-safe order and moves its cursor in the same transaction.
 * An event becomes readable once no older transaction is still open, so that none is ever skipped. Only
 * one process reads for a consumer at a time. Returns how many were handled; 0: nothing new.
 */
export async function consumeEvents(
  sql: Transaction,
  consumer: { name: string; where: string; limit: number },
  handle: (events: StoredEvent[]) => Promise<void>,
): Promise<number> {
  await sql.query(`INSERT INTO outbox.cursor (consumer, tx, id) VALUES ($1, '0', 0) ON CONFLICT DO NOTHING`, [consumer.name]);
  // The horizon is asked for by a statement of its own, before the one that reads by it.
  const [cursor] = await sql.query<{ tx: string; id: number; horizon: string }>(
    `SELECT tx::text, id, outbox.horizon()::text AS horizon FROM outbox.cursor WHERE consumer = $1 FOR UPDATE SKIP LOCKED`,
    [consumer.name],
  );
  if (cursor === undefined) return 0;
  // By the column: "tx" alone would be the text beside it, of which '1000' comes before '999'.
  const events = await sql.query<StoredEvent>(
    `SELECT ${STORED} FROM outbox.event
     WHERE (tx, id) > ($1::xid8, $2::bigint) AND tx < $4::xid8 AND ${consumer.where}
     ORDER BY event.tx, event.id LIMIT $3`,
    [cursor.tx, cursor.id, consumer.limit, cursor.horizon],
  );
  const last = events.at(-1);
  if (last === undefined) return 0;
  await handle(events);
  await sql.query(`UPDATE outbox.cursor SET tx = $2::xid8, id = $3, moved_at = now() WHERE consumer = $1`, [
    consumer.name,
    last.tx,
    last.id,
  ]);
  return events.length;
}
