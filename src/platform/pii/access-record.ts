import type { Viewer } from '../auth/viewer.ts';
import type { Queryable } from '../database/database.ts';
import { newUuid } from '../ids.ts';

/** One read of a person's data in clear. */
export interface PersonalDataRead {
  /** Row key of the citizen; undefined where only a name on a dossier was read of one without a record. */
  citizenId: string | undefined;
  /** The dossier's code, or what the reader stated. */
  purpose: string;
  fields: readonly string[];
}

/** Records reads of personal data, before the answer leaves, with one statement. */
export async function recordReads(sql: Queryable, viewer: Viewer, reads: readonly PersonalDataRead[]): Promise<void> {
  if (reads.length === 0) return;
  await sql.query(
    `INSERT INTO outbox.personal_data_read (id, actor, roles, unit, citizen_id, purpose, fields)
     SELECT id, $2, $3, $4, citizen_id, purpose, string_to_array(fields, ',')
     FROM unnest($1::uuid[], $5::uuid[], $6::text[], $7::text[]) AS t(id, citizen_id, purpose, fields)`,
    [
      reads.map(() => newUuid()),
      viewer.subject,
      viewer.roles,
      viewer.unit ?? null,
      reads.map((read) => read.citizenId ?? null),
      reads.map((read) => read.purpose),
      reads.map((read) => read.fields.join(',')),
    ],
    { prepared: true },
  );
}
