import type { Queryable } from '../../platform/database/database.ts';
import type { ComparedState, ComparisonKind } from './compare.ts';

/** What a comparison found of one dossier. */
export interface ComparisonRecord {
  /** The civil day that it belongs to, YYYY-MM-DD. */
  day: string;
  connector: string;
  /** The dossier's code and row key. */
  subject: string;
  subjectId: string;
  purpose: 'SWITCH' | 'NIGHTLY';
  /** Code of the handling unit, and all units that may see it. */
  unit: string;
  scope: readonly string[];
  kind: ComparisonKind;
  ours: ComparedState;
  theirs: ComparedState | null;
  comparedAt: Date;
  /** When what differed was set right; null: it was not, or nothing differed. */
  repairedAt?: Date | null;
}

/** Keeps what comparisons found, with one statement; the last one of a dossier and day counts. */
export async function writeComparisons(sql: Queryable, records: readonly ComparisonRecord[]): Promise<void> {
  if (records.length === 0) return;
  const last = new Map(records.map((record) => [`${record.day} ${record.connector} ${record.subject} ${record.purpose}`, record]));
  const rows = [...last.values()].map(({ subjectId, comparedAt, repairedAt, ...rest }) => ({
    ...rest,
    subject_id: subjectId,
    compared_at: comparedAt,
    repaired_at: repairedAt ?? null,
  }));
  await sql.query(
    `INSERT INTO integration.comparison (day, connector, subject, purpose, subject_id, unit, scope, kind, ours, theirs, compared_at, repaired_at)
     SELECT day, connector, subject, purpose, subject_id, unit, scope, kind, ours, nullif(theirs, 'null'::jsonb), compared_at, repaired_at
     FROM jsonb_populate_recordset(NULL::integration.comparison, $1::jsonb)
     ON CONFLICT (day, connector, subject, purpose) DO UPDATE SET subject_id = excluded.subject_id, unit = excluded.unit, scope = excluded.scope,
       kind = excluded.kind, ours = excluded.ours, theirs = excluded.theirs, compared_at = excluded.compared_at, repaired_at = excluded.repaired_at`,
    [JSON.stringify(rows)],
  );
}
