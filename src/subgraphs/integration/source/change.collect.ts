import type { Transaction } from '../../../platform/database/database.ts';
import { fromGlobalId } from '../../../platform/ids.ts';
import { DELIVER_WAKE_UP } from '../../../platform/jobs/deliver-wakeup.ts';
import { SOURCE_TAIL } from '../../../platform/outbox/outbox.migrations.ts';
import { consumeEvents, type StoredEvent, sealPersonal } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { appendDeliveries } from './change.append.ts';
import { COLLECTOR, HUB_SOURCE } from './change.handover.ts';
import { type ChangeContent, contentOf } from './change.payload.ts';
import type { ChangeRow } from './change.row.ts';
import { connectorOf } from './source.connector.ts';

const CONSUMER = { name: COLLECTOR, where: SOURCE_TAIL, limit: 500 };

type Hub = Pick<Platform, 'db' | 'cipher' | 'log' | 'wakeUps'>;

/**
 * Takes what the hub learned first into the streams of the sources, in the order in which it happened, each event once: the
 * changes, the deliveries to systems that are called and the consumer's cursor are one transaction. Returns how many events it read.
 */
export async function collectChanges(hub: Hub, signal?: AbortSignal): Promise<number> {
  let read = 0;
  while (signal?.aborted !== true) {
    let called: string[] = [];
    const taken = await hub.db.transaction((sql) =>
      consumeEvents(sql, CONSUMER, async (events) => {
        called = await takeIn(hub, sql, events);
      }),
    );
    read += taken;
    for (const source of called) await hub.wakeUps.wake(DELIVER_WAKE_UP, { connector: connectorOf(source) });
    if (taken < CONSUMER.limit) break;
  }
  return read;
}

/** Returns the sources that are called for something new. */
async function takeIn(hub: Hub, sql: Transaction, events: readonly StoredEvent[]): Promise<string[]> {
  const origins = await originsOf(sql, events);
  const drafts = events.flatMap((event): Draft[] => {
    const origin = origins.get(dossierOf(event) ?? '');
    const content = origin === undefined ? undefined : read(hub, event);
    return origin === undefined || content === undefined ? [] : [{ event, origin, content }];
  });
  const rows = await number(sql, hub, await route(sql, drafts));
  await write(sql, rows);
  return appendDeliveries(sql, hub, rows);
}

/** A change before its source is known. */
interface Draft {
  event: StoredEvent;
  origin: Origin;
  content: ChangeContent;
}

/** What the last change of a dossier says of where it comes from. */
interface Origin {
  dossierId: string;
  code: string;
  source: string | null;
  citizenId: string | null;
}

function dossierOf({ kind, subject_id: subjectId, data }: StoredEvent): string | undefined {
  return kind.startsWith('payment.') ? fromGlobalId('dossier', String(data['dossierId'])) : subjectId;
}

/** Where the dossiers of events come from, by the last change that the outbox has of each: this schema keeps no dossier. */
async function originsOf(sql: Transaction, events: readonly StoredEvent[]): Promise<Map<string, Origin>> {
  const rows = await sql.query<Origin>(
    `SELECT DISTINCT ON (subject_id) subject_id AS "dossierId", subject AS code, data->>'sourceSystem' AS source, data->>'citizenId' AS "citizenId"
     FROM outbox.event WHERE kind = 'dossier.changed' AND subject_id = ANY($1::uuid[]) ORDER BY subject_id, id DESC`,
    [[...new Set(events.map(dossierOf).filter((id) => id !== undefined))]],
  );
  return new Map(rows.map((row) => [row.dossierId, row]));
}

/** One event that nobody can read must not hold up all that come after it. */
function read({ cipher, log }: Hub, event: StoredEvent): ChangeContent | undefined {
  try {
    return contentOf(cipher, event);
  } catch (error) {
    log.error({ event: event.id, error: error instanceof Error ? error.name : typeof error }, 'a change for a source is unreadable');
    return undefined;
  }
}

/** The source of each change: its dossier's, or for what was filed through the hub the system of its unit, the nearest one, once there is one. */
async function route(sql: Transaction, drafts: readonly Draft[]): Promise<(Draft & { source: string })[]> {
  const units = drafts.flatMap(({ origin, event }) => (origin.source === HUB_SOURCE ? unitsOf(event) : []));
  const rows =
    units.length === 0
      ? []
      : await sql.query<{ unit: string; name: string }>(
          'SELECT DISTINCT ON (unit) unit, name FROM integration.source WHERE unit = ANY($1::text[]) ORDER BY unit, active DESC, created_at',
          [units],
        );
  const byUnit = new Map(rows.map(({ unit, name }) => [unit, name]));
  return drafts.flatMap((draft) => {
    const { source } = draft.origin;
    const nearest = unitsOf(draft.event).find((unit) => byUnit.has(unit)) ?? '';
    const target = source === HUB_SOURCE ? (byUnit.get(nearest) ?? HUB_SOURCE) : source;
    return target == null ? [] : [{ ...draft, source: target }];
  });
}

const unitsOf = ({ handling_unit: handling, receiving_unit: receiving, scope }: StoredEvent): string[] =>
  [handling, receiving, ...scope].filter((unit) => unit !== null);

/** Gives each change the next number of its source. This consumer alone writes them, one process at a time. */
async function number(sql: Transaction, { cipher }: Hub, drafts: readonly (Draft & { source: string })[]): Promise<ChangeRow[]> {
  const ends = await sql.query<{ source: string; last: number }>(
    `SELECT wanted.source, coalesce((SELECT max(c.sequence) FROM integration.source_change c WHERE c.source = wanted.source), 0) AS last
     FROM unnest($1::text[]) AS wanted(source)`,
    [[...new Set(drafts.map(({ source }) => source))]],
  );
  const last = new Map(ends.map((end) => [end.source, end.last]));
  return drafts.map(({ source, event, origin, content }) => {
    const sequence = (last.get(source) ?? 0) + 1;
    last.set(source, sequence);
    return {
      ...{ source, sequence, key: event.key, at: event.at, kind: event.kind, dossier_id: origin.dossierId, dossier_code: origin.code },
      ...{ citizen_id: origin.citizenId, receiving_unit: event.receiving_unit, handling_unit: event.handling_unit, scope: event.scope },
      payload: content.personal ? null : content.payload,
      sealed: content.personal ? sealPersonal(cipher, content.payload) : null,
    };
  });
}

async function write(sql: Transaction, rows: readonly ChangeRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.query(
    `INSERT INTO integration.source_change
       (source, sequence, key, at, kind, dossier_id, dossier_code, citizen_id, receiving_unit, handling_unit, scope, payload, sealed)
     SELECT source, sequence, key, at, kind, dossier_id, dossier_code, citizen_id, receiving_unit, handling_unit,
            coalesce(string_to_array(scope, ','), '{}'), payload, sealed
     FROM unnest($1::text[], $2::bigint[], $3::uuid[], $4::timestamptz[], $5::text[], $6::uuid[], $7::text[], $8::uuid[], $9::text[], $10::text[],
                 $11::text[], $12::jsonb[], $13::bytea[])
       AS t(source, sequence, key, at, kind, dossier_id, dossier_code, citizen_id, receiving_unit, handling_unit, scope, payload, sealed)`,
    [
      rows.map((row) => row.source),
      rows.map((row) => row.sequence),
      rows.map((row) => row.key),
      rows.map((row) => row.at),
      rows.map((row) => row.kind),
      rows.map((row) => row.dossier_id),
      rows.map((row) => row.dossier_code),
      rows.map((row) => row.citizen_id),
      rows.map((row) => row.receiving_unit),
      rows.map((row) => row.handling_unit),
      rows.map((row) => row.scope.join(',')),
      rows.map((row) => (row.payload === null ? null : JSON.stringify(row.payload))),
      rows.map((row) => row.sealed),
    ],
  );
}
