import type { Transaction } from '../../../platform/database/database.ts';
import { appendEvents, type OutboxEvent } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { ChangeRow } from './change.row.ts';
import { connectorOf } from './source.connector.ts';

/** The kind of a delivery to a source; its content names the change. */
export const DELIVERY_KIND = 'source.change';

/** What the outbox keeps, sealed, of a delivery to a source. */
export interface DeliveryContent {
  /** Key of the change. */
  change: string;
}

type Appended = Pick<
  ChangeRow,
  'source' | 'key' | 'at' | 'kind' | 'dossier_id' | 'dossier_code' | 'receiving_unit' | 'handling_unit' | 'scope'
>;

/**
 * Puts changes in line for the sources that are called, in the caller's transaction and in the order given: each dossier's changes go
 * one after the other. Disabled sources too: what waits goes when they are back. Returns the sources that are called.
 */
export async function appendDeliveries(
  sql: Transaction,
  { cipher }: Pick<Platform, 'cipher'>,
  changes: readonly Appended[],
): Promise<string[]> {
  const called = await calledSources(sql, changes);
  const wanted = changes.filter(({ source }) => called.includes(source));
  if (wanted.length === 0) return [];
  const next = await lastSequences(sql, wanted);
  const events = wanted.map((change): OutboxEvent => {
    const place = placeOf(change);
    const sequence = (next.get(place) ?? 0) + 1;
    next.set(place, sequence);
    return {
      at: change.at,
      kind: DELIVERY_KIND,
      subjectId: change.dossier_id,
      subject: change.dossier_code,
      delivery: { connector: connectorOf(change.source), operation: change.kind, sequence },
      ...(change.receiving_unit === null ? {} : { receivingUnit: change.receiving_unit }),
      ...(change.handling_unit === null ? {} : { handlingUnit: change.handling_unit }),
      scope: change.scope,
      personal: { change: change.key } satisfies DeliveryContent,
    };
  });
  await appendEvents(sql, cipher, events);
  return called;
}

/** Those that are called. Their rows stay as they are until the transaction ends, so that two of them never number at once. */
async function calledSources(sql: Transaction, changes: readonly Appended[]): Promise<string[]> {
  const rows = await sql.query<{ name: string }>(
    `SELECT name FROM integration.source WHERE mode = 'WEBHOOK' AND name = ANY($1::text[]) ORDER BY name FOR UPDATE`,
    [[...new Set(changes.map(({ source }) => source))]],
  );
  return rows.map(({ name }) => name);
}

const placeOf = ({ source, dossier_id: dossierId }: Pick<Appended, 'source' | 'dossier_id'>) => `${dossierId} ${connectorOf(source)}`;

async function lastSequences(sql: Transaction, changes: readonly Appended[]): Promise<Map<string, number>> {
  const rows = await sql.query<{ place: string; last: number }>(
    `SELECT subject_id || ' ' || connector AS place, max(sequence) AS last FROM outbox.event
     WHERE connector = ANY($1::text[]) AND subject_id = ANY($2::uuid[]) GROUP BY subject_id, connector`,
    [[...new Set(changes.map(({ source }) => connectorOf(source)))], [...new Set(changes.map((change) => change.dossier_id))]],
  );
  return new Map(rows.map(({ place, last }) => [place, last]));
}
