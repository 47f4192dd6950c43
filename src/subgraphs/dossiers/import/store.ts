import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import type { ImportKind, Mapping } from './mapping.ts';
import type { Cause } from './report.ts';

/** How far one file has come. */
export interface ImportRun {
  id: number;
  state: 'RUNNING' | 'DONE';
  /** Rows of the file that are settled, the heading not counted. */
  rows_done: number;
  /** Rows by what became of them. */
  counts: Record<string, number>;
  causes: Cause[];
  report: string | null;
  report_bytes: number;
}

/** What tells two runs apart: other content or another mapping is another run. */
export interface RunKey {
  source: string;
  kind: ImportKind;
  sha256: string;
  mappingVersion: number;
}

const COLUMNS = 'id, state, rows_done, counts, causes, report, report_bytes';

/**
 * The run of a file: the one that was broken off, to be gone on with, else a new one from the first row. What was done to its end is
 * done again, because what did not go in then may go in now; what is there already is left as it is.
 */
export async function beginRun(
  sql: Queryable,
  key: RunKey,
  about: { file: string; report: string; by: string; at: Date },
): Promise<ImportRun> {
  const [run] = await sql.query<ImportRun>(
    `INSERT INTO dossiers.import_run AS r (source, kind, file_sha256, mapping_version, file_name, state, report, started_at, started_by, moved_at)
     VALUES ($1, $2, $3, $4, $5, 'RUNNING', $6, $7, $8, $7)
     ON CONFLICT (source, kind, file_sha256, mapping_version) DO UPDATE SET
       rows_done = CASE r.state WHEN 'RUNNING' THEN r.rows_done ELSE 0 END,
       counts = CASE r.state WHEN 'RUNNING' THEN r.counts ELSE '{}' END,
       causes = CASE r.state WHEN 'RUNNING' THEN r.causes ELSE '[]' END,
       report_bytes = CASE WHEN r.state = 'RUNNING' AND r.report = excluded.report THEN r.report_bytes ELSE 0 END,
       file_name = excluded.file_name, report = excluded.report, state = 'RUNNING', moved_at = excluded.moved_at
     RETURNING ${COLUMNS}`,
    [key.source, key.kind, key.sha256, key.mappingVersion, about.file, about.report, about.at, about.by],
  );
  if (run === undefined) throw new Error('a run was neither made nor found');
  return run;
}

/** Keeps how far a run has come. */
export async function keepRun(sql: Queryable, run: ImportRun, at: Date): Promise<void> {
  await sql.query(
    `UPDATE dossiers.import_run SET state = $2, rows_done = $3, counts = $4, causes = $5, report_bytes = $6, moved_at = $7 WHERE id = $1`,
    [run.id, run.state, run.rows_done, JSON.stringify(run.counts), JSON.stringify(run.causes), run.report_bytes, at],
  );
}

/** A mapping with its number. */
export interface StoredMapping {
  version: number;
  content: Mapping;
}

/** The mapping by which a source's exports are read now; undefined: none was stored. */
export async function latestMapping(sql: Queryable, source: string, kind: ImportKind): Promise<StoredMapping | undefined> {
  const [row] = await sql.query<StoredMapping>(
    'SELECT version, content FROM dossiers.import_mapping WHERE source = $1 AND kind = $2 ORDER BY version DESC LIMIT 1',
    [source, kind],
  );
  return row;
}

/** Stores a mapping as the source's newest; one that says the same as the newest keeps its number. */
export async function storeMapping(
  sql: Transaction,
  { source, content, by, at }: { source: string; content: Mapping; by: string; at: Date },
): Promise<StoredMapping> {
  const { kind } = content;
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 20250704))', [`${source} ${kind}`]);
  const [same] = await sql.query<StoredMapping>(
    `SELECT version, content FROM (
       SELECT version, content FROM dossiers.import_mapping WHERE source = $1 AND kind = $2 ORDER BY version DESC LIMIT 1) newest
     WHERE content = $3::jsonb`,
    [source, kind, JSON.stringify(content)],
  );
  if (same !== undefined) return same;
  const [stored] = await sql.query<StoredMapping>(
    `INSERT INTO dossiers.import_mapping (source, kind, version, content, stored_at, stored_by)
     SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5 FROM dossiers.import_mapping WHERE source = $1 AND kind = $2
     RETURNING version, content`,
    [source, kind, JSON.stringify(content), at, by],
  );
  if (stored === undefined) throw new Error('a mapping was not stored');
  return stored;
}
