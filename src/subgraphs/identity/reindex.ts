import type { Transaction } from '../../platform/database/database.ts';
import type { Cipher } from '../../platform/pii/cipher.ts';
import type { Platform } from '../../platform/platform.ts';
import { CITIZEN_COLUMNS, type CitizenRow, indexesOf, openPerson, sealPerson } from './citizen.record.ts';
import { ORGANIZATION_COLUMNS, type OrganizationRow, openOrganization, sealOrganization, taxCodeIndex } from './organization.record.ts';

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** How many rows were sealed and indexed anew. */
export interface Reindexed {
  citizens: number;
  organizations: number;
}

/** How a run of `reindex` goes on. */
export interface ReindexOptions {
  /** Rows of one transaction · 1,000 */
  batch?: number;
  /** Told, in the same transaction, of each index by which other schemas find a citizen's rows and which is another now. */
  onReplaced?: (sql: Transaction, pairs: { before: Buffer; after: Buffer }[]) => Promise<void>;
}

/**
 * Seals every citizen and organization with the newest key and computes their blind indexes under the present
 * index key, in batches of a transaction each. May be stopped and run again. While the index key changes, nobody
 * may register applicants: half of the rows would not be found.
 */
export async function reindex(
  hub: Pick<Platform, 'db' | 'cipher'>,
  { batch = 1_000, onReplaced }: ReindexOptions = {},
): Promise<Reindexed> {
  return {
    citizens: await inBatches(hub, (sql, after) => reindexCitizens(sql, hub.cipher, { after, batch, onReplaced })),
    organizations: await inBatches(hub, (sql, after) => reindexOrganizations(sql, hub.cipher, { after, batch })),
  };
}

interface Slice {
  after: string;
  batch: number;
  onReplaced?: ReindexOptions['onReplaced'];
}

async function inBatches(hub: Pick<Platform, 'db'>, work: (sql: Transaction, after: string) => Promise<string[]>): Promise<number> {
  let done = 0;
  let after: string | undefined = NO_ID;
  while (after !== undefined) {
    const from: string = after;
    const ids = await hub.db.transaction((sql) => work(sql, from));
    done += ids.length;
    after = ids.at(-1);
  }
  return done;
}

async function reindexCitizens(sql: Transaction, cipher: Cipher, { after, batch, onReplaced }: Slice): Promise<string[]> {
  const rows = await sql.query<CitizenRow>(
    `SELECT ${CITIZEN_COLUMNS} FROM identity.citizen WHERE id > $1 ORDER BY id LIMIT $2 FOR UPDATE`,
    [after, batch],
  );
  const made = rows.map((row) => {
    const person = openPerson(cipher, row.sealed);
    const indexes = indexesOf(cipher, person);
    return {
      id: row.id,
      sealed: sealPerson(cipher, person),
      // A number that does not find this person, because it finds another, goes on so.
      nationalId: row.national_id_index === null ? null : indexes.nationalId,
      technicalId: row.technical_id_index === null ? null : indexes.technicalId,
      identityDocument: row.identity_document_index === null ? null : indexes.identityDocument,
    };
  });
  await sql.query(
    `UPDATE identity.citizen c SET sealed = t.sealed, national_id_index = t.national_id, technical_id_index = t.technical_id, identity_document_index = t.identity_document
     FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[]) AS t(id, sealed, national_id, technical_id, identity_document)
     WHERE c.id = t.id`,
    [
      made.map((row) => row.id),
      made.map((row) => row.sealed),
      made.map((row) => row.nationalId),
      made.map((row) => row.technicalId),
      made.map((row) => row.identityDocument),
    ],
  );
  const replaced = rows.flatMap(({ national_id_index: before }, at) => {
    const now = made[at]?.nationalId;
    return before === null || now == null || before.equals(now) ? [] : [{ before, after: now }];
  });
  await onReplaced?.(sql, replaced);
  return rows.map((row) => row.id);
}

async function reindexOrganizations(sql: Transaction, cipher: Cipher, { after, batch }: Slice): Promise<string[]> {
  const rows = await sql.query<OrganizationRow>(
    `SELECT ${ORGANIZATION_COLUMNS} FROM identity.organization WHERE id > $1 ORDER BY id LIMIT $2 FOR UPDATE`,
    [after, batch],
  );
  const made = rows.map((row) => {
    const data = openOrganization(cipher, row.sealed);
    return { id: row.id, sealed: sealOrganization(cipher, data), index: taxCodeIndex(cipher, data.taxCode) };
  });
  await sql.query(
    `UPDATE identity.organization o SET sealed = t.sealed, tax_code_index = t.index
     FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS t(id, sealed, index) WHERE o.id = t.id`,
    [made.map((row) => row.id), made.map((row) => row.sealed), made.map((row) => row.index)],
  );
  return rows.map((row) => row.id);
}
