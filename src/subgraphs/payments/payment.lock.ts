import type { Transaction } from '../../platform/database/database.ts';

/** Whoever changes what is paid for a dossier does it alone: sums are read and written under this lock. */
export async function lockDossiers(sql: Transaction, dossierIds: readonly string[]): Promise<void> {
  // In one order for everybody, so that two callers never wait for each other.
  await sql.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(id, 20250701)) FROM (SELECT DISTINCT id FROM unnest($1::text[]) AS t(id) ORDER BY id) ordered`,
    [dossierIds],
  );
}
