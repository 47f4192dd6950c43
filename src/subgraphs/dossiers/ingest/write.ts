import type { Transaction } from '../../../platform/database/database.ts';
import { DOSSIER_COLUMNS, type DossierRow, type EventRow } from '../dossier.row.ts';

const KEY = 'id';
const columns = DOSSIER_COLUMNS.join(', ');
const updates = DOSSIER_COLUMNS.filter((column) => column !== KEY)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

/** Bytes as a JSON document carries them to a column of their type; toJSON of a Buffer would be another form. */
const bytes = (value: Buffer | null) => (value === null ? null : `\\x${value.toString('hex')}`);

/** Whole rows as one document: read by `json_populate_recordset`, which, unlike its sister for jsonb, keeps no second form of them. */
const asJson = (rows: readonly DossierRow[]) =>
  JSON.stringify(rows.map((row) => ({ ...row, content_hash: bytes(row.content_hash), applicant_index: bytes(row.applicant_index) })));

/** Inserts or replaces whole rows, with one statement. Two callers that create one code at once: the second fails with 23505. */
export async function writeDossiers(sql: Transaction, rows: readonly DossierRow[]): Promise<void> {
  if (rows.length === 0) return;
  // In one order for all callers, so that two batches of the same new codes never wait for each other.
  const ordered = [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
  await sql.query(
    `INSERT INTO dossiers.dossier (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::dossiers.dossier, $1::json)
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
     FROM json_populate_recordset(NULL::dossiers.event, $1::json)`,
    [JSON.stringify(events)],
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
