import type { PortalNotes } from '../../../connectors/contract/portal.ts';
import { badUserInput } from '../../platform/errors.ts';
import { type Page, type PageRequest, readPage, toPage } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { fromGlobalId, toGlobalId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { READERS, seesReasons, VISIBLE, visibilityOf } from './synchronization.access.ts';
import type { Synchronization, SynchronizationsArguments, SyncState } from './synchronization.type.ts';

/** A row of the view `integration.synchronization` as far as a worklist shows it. */
interface BriefRow {
  key: string;
  connector: string;
  subject_id: string;
  subject: string;
  operation: string;
  sequence: number;
  state: SyncState;
  attempts: number;
}

/** What it holds besides. */
interface RestOfRow {
  kind: string;
  receiving_unit: string | null;
  handling_unit: string | null;
  scope: string[];
  requested_at: Date;
  delivered_at: Date | null;
  next_attempt_at: Date | null;
  error_code: string | null;
  last_error: string | null;
  notes: PortalNotes | null;
}

type SynchronizationRow = BriefRow & RestOfRow;

/** A synchronization as its resolver is given it. */
export interface SynchronizationView extends Synchronization {
  __typename: 'Synchronization';
  connectorId: string;
  dossierId: string | null;
  unitCode: string | null;
  /** Null where the viewer may not read the upstream's text. */
  lastError: string | null;
  /** Null where nothing is to be noted, or the viewer may not read it. */
  notes: PortalNotes | null;
  /** Whether the viewer reads what was sent and what came back. */
  reasons: boolean;
}

const BRIEF = 'key, connector, subject_id, subject, operation, sequence, state, attempts';
const COLUMNS = `${BRIEF}, kind, receiving_unit, handling_unit, scope, requested_at, delivered_at, next_attempt_at, error_code, last_error, notes`;
/** The fields that need more than a brief row. */
const OF_THE_REST = ['dossier', 'unit', 'requestedAt', 'deliveredAt', 'nextAttemptAt', 'errorCode', 'lastError', 'notes'];
/** Kinds of deliveries that are in the order of something else than a dossier. */
const OF_NO_DOSSIER: ReadonlySet<string> = new Set(['portal.compare', 'portal.ratings', 'portal.statistics']);
/** Deliveries whose subject is a dossier, but for a few. */
const OF_DOSSIERS = /^(portal|source)\./;
const UUID = /^[0-9a-f-]{36}$/;
/** An id that nothing has: an unknown dossier narrows a list to nothing. */
const NOBODYS = '00000000-0000-0000-0000-000000000000';

function briefView(row: BriefRow, reasons: boolean) {
  const { subject, operation, sequence, state, attempts, connector: connectorId } = row;
  return {
    __typename: 'Synchronization' as const,
    ...{ id: toGlobalId('synchronization', row.key), subject, operation, sequence, state, attempts, connectorId, reasons },
  };
}

function toView({ hub }: Pick<HubContext, 'hub'>, row: SynchronizationRow, reasons: boolean): SynchronizationView {
  return {
    ...briefView(row, reasons),
    requestedAt: row.requested_at,
    deliveredAt: row.delivered_at,
    nextAttemptAt: row.next_attempt_at === null ? null : inBusinessTime(hub, row.next_attempt_at),
    errorCode: row.error_code,
    dossierId: OF_DOSSIERS.test(row.kind) && !OF_NO_DOSSIER.has(row.kind) ? toGlobalId('dossier', row.subject_id) : null,
    unitCode: row.handling_unit ?? row.receiving_unit,
    lastError: reasons ? row.last_error : null,
    notes: reasons ? row.notes : null,
  };
}

/** A real instant as the business clock has it, on which all other times of a synchronization are. */
export function inBusinessTime({ clock }: Pick<Platform, 'clock'>, instant: Date): Date {
  // To the second: the two clocks are read one after the other, and the same instant must look the same each time.
  const shift = Math.round((clock.business().getTime() - clock.now().getTime()) / 1_000) * 1_000;
  return new Date(instant.getTime() + shift);
}

/**
 * All synchronizations of a dossier in the order of each connector; one statement for all dossiers of a request. `selected`: the
 * fields that are asked for; what others need is not read.
 */
export async function synchronizationsOf(
  context: HubContext,
  dossier: { id: string; reasons: boolean; selected: ReadonlySet<string> },
): Promise<Synchronization[]> {
  if (OF_THE_REST.some((field) => dossier.selected.has(field))) {
    const rows = await rowsOf<SynchronizationRow>(context, COLUMNS, dossier.id);
    return rows.map((row) => toView(context, row, dossier.reasons));
  }
  const rows = await rowsOf<BriefRow>(context, BRIEF, dossier.id);
  return rows.map((row) => briefView(row, dossier.reasons) as SynchronizationView);
}

function rowsOf<Row extends BriefRow>(context: HubContext, columns: string, dossierId: string): Promise<Row[]> {
  const loader = context.loader<string, Row[]>(`integration.ofDossier ${columns}`, async (ids) => {
    const rows = await context.hub.db.query<Row>(
      `SELECT ${columns} FROM integration.synchronization WHERE subject_id = ANY($1::uuid[]) ORDER BY connector, sequence`,
      [ids],
      { prepared: true },
    );
    const bySubject = Map.groupBy(rows, (row) => row.subject_id);
    return ids.map((id) => bySubject.get(id) ?? []);
  });
  return loader.load(dossierId);
}

/** The synchronization of that id; null where it is unknown or not the viewer's to see. */
export async function synchronizationById(context: HubContext, id: string): Promise<SynchronizationView | null> {
  const key = fromGlobalId('synchronization', id);
  if (key === undefined) return null;
  const loader = context.loader<string, SynchronizationRow | null>('integration.byKey', async (keys) => {
    const rows = await context.hub.db.query<SynchronizationRow>(
      `SELECT ${COLUMNS} FROM integration.synchronization WHERE ${VISIBLE} AND key = ANY($5::uuid[])`,
      [...visibilityOf(context, READERS), keys],
    );
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return keys.map((wanted) => byKey.get(wanted) ?? null);
  });
  const row = await loader.load(key);
  return row === null ? null : toView(context, row, seesReasons(context.viewer, row.scope));
}

const FILTER = `${VISIBLE}
  AND ($5::text IS NULL OR connector = $5) AND ($6::text IS NULL OR scope @> ARRAY[$6::text]) AND ($7::uuid IS NULL OR subject_id = $7)
  AND ($8::text[] IS NULL OR state = ANY($8)) AND ($9::text IS NULL OR error_code = $9) AND ($10::timestamptz IS NULL OR requested_at < $10)`;

/** A page of the synchronizations that the viewer may see, newest first. */
export async function listSynchronizations(context: HubContext, wanted: SynchronizationsArguments): Promise<Page<SynchronizationView>> {
  const page = readPage(wanted);
  const filter = [
    ...visibilityOf(context, READERS),
    wanted.connector ?? null,
    wanted.unit ?? null,
    wanted.dossier == null ? null : (fromGlobalId('dossier', wanted.dossier) ?? NOBODYS),
    wanted.states ?? null,
    wanted.errorCode ?? null,
    wanted.olderThan ?? null,
  ];
  const rows = await readRows(context, filter, page);
  const views = rows.map((row) => toView(context, row, seesReasons(context.viewer, row.scope)));
  return toPage(views, page, {
    key: (view) => [view.requestedAt.toISOString(), fromGlobalId('synchronization', view.id) ?? NOBODYS],
    count: async () => {
      const [counted] = await context.hub.db.query<{ count: number }>(
        `SELECT count(*) FROM integration.synchronization WHERE ${FILTER}`,
        filter,
      );
      return counted?.count ?? 0;
    },
  });
}

function readRows(context: HubContext, filter: readonly unknown[], page: PageRequest): Promise<SynchronizationRow[]> {
  const direction = page.backward ? 'ASC' : 'DESC';
  return context.hub.db.query<SynchronizationRow>(
    `SELECT ${COLUMNS} FROM integration.synchronization
     WHERE ${FILTER}
       AND ($11::timestamptz IS NULL OR (requested_at, key) < ($11, $12::uuid)) AND ($13::timestamptz IS NULL OR (requested_at, key) > ($13, $14::uuid))
     ORDER BY requested_at ${direction}, key ${direction} LIMIT $15`,
    [...filter, ...cursorOf('after', page.after), ...cursorOf('before', page.before), page.size + 1],
  );
}

function cursorOf(field: 'after' | 'before', cursor: PageRequest['after']): [string | null, string | null] {
  if (cursor === undefined) return [null, null];
  const [at, key] = cursor;
  if (at == null || key == null || Number.isNaN(Date.parse(at)) || !UUID.test(key)) {
    throw badUserInput(field, { vi: `${field}: con trỏ không thuộc danh sách này.`, en: `${field} is not a cursor of this list.` });
  }
  return [at, key];
}
