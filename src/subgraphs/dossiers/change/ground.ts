import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type DeadlineBook, deadlineBook } from '../deadline/book.ts';
import { COLUMNS } from '../dossier.list.ts';
import type { DossierRow, EventRow } from '../dossier.row.ts';
import type { NamesKnown } from '../ingest/batch.ts';
import { reportingDirectory } from '../reporting/directory.ts';
import type { Reporter } from '../reporting/rule.ts';
import { unitDirectory } from '../units.ts';

/** A procedure as far as dossiers are filed and moved by it. */
export interface FiledProcedure {
  code: string;
  name: string;
  field: string;
  fieldCode: string | null;
  reportedBy: Reporter;
  /** Whole đồng; null: not published. */
  fee: number | null;
  active: boolean;
}

/** What changes of dossiers stand on, read before their transaction opens. */
export interface Ground extends Omit<NamesKnown, 'procedures'> {
  book: DeadlineBook;
}

export async function readGround(hub: Platform): Promise<Ground> {
  return {
    directory: await unitDirectory(hub),
    reporting: await reportingDirectory(hub),
    voidedStatus: hub.config.voidedStatus,
    book: await deadlineBook(hub),
  };
}

/** A procedure by its code; undefined: the catalogue lacks it. */
export async function readProcedure(sql: Queryable, code: string): Promise<FiledProcedure | undefined> {
  const [row] = await sql.query<FiledProcedure>(
    `SELECT code, name, field, field_code AS "fieldCode", reported_by AS "reportedBy", fee, active FROM dossiers.procedure WHERE code = $1`,
    [code],
  );
  return row;
}

/** A step as far as changes hang on it. */
export type HeldStep = Pick<EventRow, 'at' | 'status'> & { key: string };

/** A dossier that nobody else changes until the transaction ends, with its steps, oldest first. */
export interface HeldDossier {
  row: DossierRow;
  steps: HeldStep[];
}

/** Locks a dossier by its row key; undefined: there is none. */
export async function holdDossier(sql: Transaction, id: string): Promise<HeldDossier | undefined> {
  const [row] = await sql.query<DossierRow>(`SELECT ${COLUMNS} FROM dossiers.dossier d WHERE d.id = $1 FOR UPDATE`, [id]);
  if (row === undefined) return undefined;
  const steps = await sql.query<HeldStep>(
    'SELECT step_key AS key, at, status FROM dossiers.event WHERE dossier_id = $1 ORDER BY at, recorded_at, id',
    [id],
  );
  return { row, steps };
}
