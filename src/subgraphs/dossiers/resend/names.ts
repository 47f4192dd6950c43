import type { Transaction } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { DossierRow } from '../dossier.row.ts';
import { type NamesKnown, readProcedures } from '../ingest/batch.ts';
import { reportingDirectory } from '../reporting/directory.ts';
import { unitDirectory } from '../units.ts';

/** What deliveries of those dossiers take their names and settings from, as of now. */
export async function namesKnown(hub: Platform, sql: Transaction, rows: readonly DossierRow[]): Promise<NamesKnown> {
  return {
    procedures: await readProcedures(sql, [...new Set(rows.map(({ procedure }) => procedure))]),
    directory: await unitDirectory(hub),
    reporting: await reportingDirectory(hub),
    voidedStatus: hub.config.voidedStatus,
  };
}
