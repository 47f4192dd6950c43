import type { Viewer } from '../auth/viewer.ts';
import type { Queryable } from '../database/database.ts';
import { newUuid } from '../ids.ts';
import { maskNationalId } from './mask.ts';

/** One read of a person's data in clear. */
export interface PersonalDataRead {
  /** Row key of the citizen; undefined where only a name on a dossier was read of one without a record. */
  citizenId: string | undefined;
  /** The dossier's code, or what the reader stated. */
  purpose: string;
  fields: readonly string[];
}

/** Who asks, as it is written down: an issuer may make a person's number their subject, and that is not kept in clear. */
export function actorOf({ subject, nationalId, roles }: Viewer): string {
  const numbers = roles.every((role) => role === 'CITIZEN') ? /\d{12}/g : nationalId;
  return numbers === undefined ? subject : subject.replaceAll(numbers, maskNationalId);
}

const INSERT = `INSERT INTO outbox.personal_data_read (id, actor, roles, unit, citizen_id, purpose, fields)
  SELECT id, $2, $3, $4, citizen_id, purpose, string_to_array(fields, ',')
  FROM unnest($1::uuid[], $5::uuid[], $6::text[], $7::text[]) AS t(id, citizen_id, purpose, fields)`;

function valuesOf(viewer: Viewer, reads: readonly PersonalDataRead[]): unknown[] {
  return [
    reads.map(() => newUuid()),
    actorOf(viewer),
    viewer.roles,
    viewer.unit ?? null,
    reads.map((read) => read.citizenId ?? null),
    reads.map((read) => read.purpose),
    reads.map((read) => read.fields.join(',')),
  ];
}

/** Records reads of personal data, before the answer leaves, with one statement. */
export async function recordReads(sql: Queryable, viewer: Viewer, reads: readonly PersonalDataRead[]): Promise<void> {
  if (reads.length > 0) await sql.query(INSERT, valuesOf(viewer, reads), { prepared: true });
}

/**
 * Reads rows of people by their keys and records it, with one statement: neither happens without the other. `select` finds
 * the keys as `$8::uuid[]`.
 */
export function readRecorded<Row>(
  sql: Queryable,
  viewer: Viewer,
  read: { select: string; keys: readonly string[]; reads: readonly PersonalDataRead[] },
): Promise<Row[]> {
  return sql.query<Row>(`WITH recorded AS (${INSERT}) ${read.select}`, [...valuesOf(viewer, read.reads), read.keys], { prepared: true });
}
