import type { Transaction } from '../../../platform/database/database.ts';
import { DOSSIER_COLUMNS, type DossierRow, type EventRow } from '../dossier.row.ts';

const KEY = 'id';
const columns = DOSSIER_COLUMNS.join(', ');
const updates = DOSSIER_COLUMNS.filter((column) => column !== KEY)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

/** How a value travels inside a JSON document to the column's own type. */
function plain(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return value;
}

const asJson = (rows: readonly object[]) =>
  JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)]))));

/** Inserts or replaces whole rows, with one statement. Two callers that create one code at once: the second fails with 23505. */
export async function writeDossiers(sql: Transaction, rows: readonly DossierRow[]): Promise<void> {
  if (rows.length === 0) return;
  // In one order for all callers, so that two batches of the same new codes never wait for each other.
  const ordered = [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
  await sql.query(
    `INSERT INTO dossiers.dossier (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::dossiers.dossier, $1::jsonb)
     ON CONFLICT (id) DO UPDATE SET ${updates}`,
    [asJson(ordered)],
  );
}

/** Appends steps, with one statement. */
export async function writeEvents(sql: Transaction, events: readonly EventRow[]): Promise<void> {
  if (events.length === 0) return;
  await sql.query(
    `INSERT INTO dossiers.event (id, dossier_id, step_key, at, status, actor, title, department, note, unusual)
     SELECT id, dossier_id, step_key, at, status, actor, title, department, note, unusual
     FROM jsonb_populate_recordset(NULL::dossiers.event, $1::jsonb)`,
    [asJson(events)],
  );
}

/** Procedures that the catalogue lacks are taken as provisional, with one statement. */
export async function writeProvisional(sql: Transaction, names: ReadonlyMap<string, string>): Promise<void> {
  if (names.size === 0) return;
  await sql.query(
    `INSERT INTO dossiers.procedure (code, name, field, active, provisional, reported_by)
     SELECT code, name, '', true, true, 'PROVINCE' FROM unnest($1::text[], $2::text[]) AS t(code, name) ON CONFLICT DO NOTHING`,
    [[...names.keys()], [...names.values()]],
  );
}
