import type { Transaction } from '../../../platform/database/database.ts';
import { appendEvents } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';

/** Deliveries of dossiers, about which their sources want to know. */
const OF_DOSSIERS = ['portal.dossier', 'portal.status', 'portal.steps'];

interface ParkedRow {
  connector: string;
  operation: string;
  error_code: string;
  attempts: number;
  subject_id: string;
  subject: string;
  receiving_unit: string | null;
  handling_unit: string | null;
  scope: string[];
}

/** Tells, in the transaction that parked them, that a person must act on deliveries of dossiers. The upstream's text is not told. */
export async function tellParked(
  sql: Transaction,
  hub: Pick<Platform, 'cipher'>,
  { keys, at }: { keys: readonly string[]; at: Date },
): Promise<void> {
  if (keys.length === 0) return;
  const rows = await sql.query<ParkedRow>(
    `SELECT connector, operation, error_code, attempts, subject_id, subject, receiving_unit, handling_unit, scope FROM integration.delivery
     WHERE key = ANY($1::uuid[]) AND state = 'PARKED' AND kind = ANY($2::text[]) ORDER BY requested_at, sequence`,
    [keys, OF_DOSSIERS],
  );
  await appendEvents(
    sql,
    hub.cipher,
    rows.map((row) => ({
      at,
      kind: 'synchronization.parked',
      subjectId: row.subject_id,
      subject: row.subject,
      ...(row.receiving_unit === null ? {} : { receivingUnit: row.receiving_unit }),
      ...(row.handling_unit === null ? {} : { handlingUnit: row.handling_unit }),
      scope: row.scope,
      data: { connector: row.connector, operation: row.operation, errorCode: row.error_code, attempts: row.attempts },
    })),
  );
}
