import { type CopyValue, copyRows } from '../../platform/database/copy.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { copyEvents } from '../../platform/outbox/outbox.copy.ts';
import type { Platform } from '../../platform/platform.ts';
import { type DeadlineBook, deadlineBook } from './deadline/book.ts';
import { engineDatesOf } from './deadline/dossier-dates.ts';
import { DOSSIER_COLUMNS, type DossierRow, type EventRow } from './dossier.row.ts';
import { countLater, countLoaded } from './indicators/fold.ts';
import { newSteps, nextRow, type Registered } from './ingest/apply.ts';
import { namesOf, type ProcedureNames } from './ingest/batch.ts';
import { changedEvent, type Delivery, type DeliveryNames, deliveries, delivery, sending } from './ingest/events.ts';
import type { DossierIngestInput } from './ingest/ingest.input.ts';
import { contentHash } from './ingest/standing.ts';
import { contactOf } from './portal-contact.ts';
import { type ReportingDirectory, reportingDirectory } from './reporting/directory.ts';
import type { Reporter } from './reporting/rule.ts';
import { type UnitDirectory, unitDirectory } from './units.ts';

/** One time that a source sent a dossier: when, how many of its steps were new, and when the portal acknowledged it. */
export interface LoadedChange {
  at: Date;
  steps: number;
  /** Null: it waits. Nothing that comes after it is acknowledged. */
  deliveredAt: Date | null;
}

/** A dossier to load, as its source last sent it, with the course of its changes. Ids are row keys. */
export interface DossierToLoad {
  id: string;
  input: DossierIngestInput;
  registered: Registered;
  /** In the order of the input's steps, which is the order of time. */
  stepIds: readonly string[];
  /** In the order of the input's documents. */
  documentIds: readonly string[];
  /** Oldest first; together they bring all steps. */
  changes: readonly LoadedChange[];
  paidOnlineByHub: boolean;
  updatedAt: Date;
}

/** A dossier as it is written, with its steps and what the portal was or must be told of it, in order. */
export interface LoadedDossier {
  row: DossierRow;
  events: EventRow[];
  deliveries: { event: Delivery; deliveredAt: Date | null }[];
}

const EVENT_COLUMNS = [
  'id',
  'dossier_id',
  'step_key',
  'at',
  'status',
  'actor',
  'title',
  'department',
  'note',
  'unusual',
] as const satisfies (keyof EventRow)[];

/** Loads dossiers by COPY, a batch at a time. */
export interface DossierLoader {
  /** Works out what is written of a dossier; touches no database, so that it may be done while an earlier batch is written. */
  prepare(dossier: DossierToLoad): LoadedDossier;
  /** Writes rows and steps, and tells the other subgraphs; deliveries are the caller's to write. */
  write(batch: readonly LoadedDossier[]): Promise<void>;
  /** Counts what was written for the figures; after the last batch. */
  finish(): Promise<void>;
}

/** A loader inside the caller's transaction. What it writes is what ingests of the same would have written. */
export async function openDossierLoader(sql: Transaction, hub: Platform): Promise<DossierLoader> {
  const known = {
    cipher: hub.cipher,
    directory: await unitDirectory(hub),
    procedures: await readProcedures(sql),
    voidedStatus: hub.config.voidedStatus,
    reporting: await reportingDirectory(hub),
    book: await deadlineBook(hub),
  };
  await countLater(sql);
  return {
    prepare: (dossier) => prepare(dossier, known),
    finish: () => countLoaded(sql),
    async write(batch) {
      const dossiers = { table: 'dossiers.dossier', columns: DOSSIER_COLUMNS };
      await copyRows(
        sql,
        dossiers,
        values(batch, (each) => [each.row], dossierValues),
      );
      const events = { table: 'dossiers.event', columns: EVENT_COLUMNS };
      await copyRows(
        sql,
        events,
        values(batch, (each) => each.events, eventValues),
      );
      const changed = batch.map(({ row }) => changedEvent(row));
      await copyEvents(sql, hub.cipher, changed);
    },
  };
}

interface Known {
  cipher: Platform['cipher'];
  directory: UnitDirectory;
  procedures: ProcedureNames;
  voidedStatus: number;
  reporting: ReportingDirectory;
  book: DeadlineBook;
}

async function readProcedures(sql: Transaction): Promise<ProcedureNames> {
  const rows = await sql.query<{ code: string; name: string; field: string; field_code: string | null; reported_by: Reporter }>(
    'SELECT code, name, field, field_code, reported_by FROM dossiers.procedure',
  );
  return new Map(
    rows.map(({ code, name, field, field_code: fieldCode, reported_by: reportedBy }) => [code, { name, field, fieldCode, reportedBy }]),
  );
}

function* values<From, Row>(
  items: readonly From[],
  rowsOf: (item: From) => readonly Row[],
  read: (row: Row) => CopyValue[],
): Generator<CopyValue[]> {
  for (const item of items) for (const row of rowsOf(item)) yield read(row);
}

function prepare(dossier: DossierToLoad, known: Known): LoadedDossier {
  const { input, registered, updatedAt } = dossier;
  const units = [input.receivingUnit, input.handlingUnit ?? input.receivingUnit];
  const scope = [...new Set(units.flatMap((code) => known.directory.scope(code)))];
  const held = { row: undefined, steps: [] };
  const row = nextRow(input, held, { hash: contentHash(known.cipher, input), registered, scope, now: updatedAt });
  row.id = dossier.id;
  row.documents = row.documents.map((document, at) => ({ ...document, id: dossier.documentIds[at] ?? document.id }));
  row.paid_online_by_hub = dossier.paidOnlineByHub;
  row.version = dossier.changes.length;
  const names = namesOf(known, row, updatedAt);
  const { events, steps } = newSteps(held, input, names.unit);
  events.forEach((event, at) => {
    event.id = dossier.stepIds[at] ?? event.id;
    event.dossier_id = row.id;
  });
  Object.assign(row, engineDatesOf(known.book, row, { steps: events }));
  const told: LoadedDossier['deliveries'] = [];
  const contact = contactOf(input);
  let from = 0;
  for (const { at, steps: count, deliveredAt } of dossier.changes) {
    const change = {
      row,
      contact,
      events: events.slice(from, from + count),
      steps: steps.slice(from, from + count),
      snapshot: true,
      names,
    };
    from += count;
    const made = deliveredAt === null ? deliveries(at, change) : history(at, change);
    for (const event of made) told.push({ event, deliveredAt });
  }
  return { row, events, deliveries: told };
}

/** What the portal was told long ago: nobody asks for its content again. */
function history(at: Date, { row, events, names }: { row: DossierRow; events: readonly EventRow[]; names: DeliveryNames }): Delivery[] {
  const { whole, steps } = sending(names.reporting);
  return [
    ...(whole === undefined ? [] : [delivery(row, at, whole)]),
    ...(steps && events.length > 0 ? [delivery(row, at, 'CapNhatTienDoHoSoMC')] : []),
  ];
}

function dossierValues(row: DossierRow): CopyValue[] {
  return DOSSIER_COLUMNS.map((column) => {
    const value = row[column];
    // An array of texts is a column of texts; any other is a document.
    const document = column === 'hub_additions' || (Array.isArray(value) && column !== 'scope');
    return document ? JSON.stringify(value) : (value as CopyValue);
  });
}

function eventValues(row: EventRow): CopyValue[] {
  return EVENT_COLUMNS.map((column) => row[column]);
}
