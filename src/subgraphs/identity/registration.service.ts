import { createHash } from 'node:crypto';
import type { Transaction } from '../../platform/database/database.ts';
import type { Cipher } from '../../platform/pii/cipher.ts';
import type { Platform } from '../../platform/platform.ts';
import { CITIZEN_COLUMNS, type CitizenRow, dossierKey, indexesOf, type NumberIndexes } from './citizen.record.ts';
import { CitizenRegistry, type Trust } from './citizen.registry.ts';
import { ORGANIZATION_COLUMNS, type OrganizationRow, taxCodeIndex } from './organization.record.ts';
import { OrganizationRegistry } from './organization.registry.ts';
import type { Registration } from './registration.ts';
import { writeCitizens, writeOrganizations } from './registration.write.ts';

/** Row keys of who was registered, in the order of the registrations. */
export interface Registered {
  citizenId: string;
  organizationId: string | null;
  /** Has any number: the 12 digits, an account's key or a document's. */
  identified: boolean;
}

/** The first half of the advisory lock's key; the second is a bucket. */
const LOCK_CLASS = 7_202_503;

/**
 * Registers applicants and organizations in one transaction: those known by a number are found, the others
 * made. However many there are, the number of statements is the same. Repeating it changes nothing.
 */
export async function registerAll(
  hub: Pick<Platform, 'db' | 'cipher'>,
  registrations: readonly Registration[],
  trust: Trust,
): Promise<Registered[]> {
  if (registrations.length === 0) return [];
  const keys = keysOf(hub.cipher, registrations);
  return hub.db.transaction(async (sql) => {
    await lock(sql, keys);
    const citizens = new CitizenRegistry(hub.cipher, await findCitizens(sql, keys));
    const organizations = new OrganizationRegistry(hub.cipher, await findOrganizations(sql, keys));
    const registered = registrations.map((registration): Registered => {
      const citizen = citizens.register(registration, trust);
      const { writer, organization } = registration;
      const owner = organization === undefined ? undefined : organizations.register({ writer, organization }, trust);
      return {
        citizenId: citizen.id,
        organizationId: owner?.id ?? null,
        identified: Object.values(citizen.indexes).some((index) => index !== null),
      };
    });
    await writeCitizens(sql, hub.cipher, citizens.changed);
    await writeOrganizations(sql, hub.cipher, organizations.changed);
    return registered;
  });
}

interface Keys {
  numbers: NumberIndexes[];
  taxCodes: Buffer[];
  dossiers: string[];
  anyOrganization: boolean;
}

function keysOf(cipher: Cipher, registrations: readonly Registration[]): Keys {
  const organizations = registrations.flatMap(({ organization }) => (organization === undefined ? [] : [organization]));
  return {
    numbers: registrations.map(({ person }) => indexesOf(cipher, person)),
    taxCodes: organizations.flatMap(({ taxCode }) => taxCodeIndex(cipher, taxCode) ?? []),
    dossiers: registrations.map(({ writer }) => dossierKey(writer.source, writer.dossier)),
    anyOrganization: organizations.length > 0,
  };
}

/**
 * Makes batches that share a number take turns. Buckets instead of a lock for each number keep 1,000 applicants
 * within the server's lock table; one order for all keeps two batches from waiting for each other.
 */
async function lock(sql: Transaction, keys: Keys): Promise<void> {
  const buckets = new Set<number>();
  for (const indexes of keys.numbers) {
    for (const index of Object.values(indexes)) if (index !== null) buckets.add(index.readUInt8(0));
  }
  for (const index of keys.taxCodes) buckets.add(index.readUInt8(0));
  for (const key of keys.dossiers) buckets.add(createHash('sha256').update(key).digest().readUInt8(0));
  const ordered = [...buckets].sort((one, other) => one - other);
  await sql.query('SELECT pg_advisory_xact_lock($1::int, bucket) FROM unnest($2::int[]) AS bucket', [LOCK_CLASS, ordered]);
}

/** Rows are locked in one order, so that a sweep waits for the batch or the batch for the sweep, never both. */
async function findCitizens(sql: Transaction, { numbers, dossiers }: Keys): Promise<CitizenRow[]> {
  const of = (kind: keyof NumberIndexes) => numbers.flatMap((indexes) => indexes[kind] ?? []);
  return sql.query<CitizenRow>(
    `SELECT ${CITIZEN_COLUMNS} FROM identity.citizen
     WHERE national_id_index = ANY($1) OR technical_id_index = ANY($2) OR identity_document_index = ANY($3) OR unidentified_key = ANY($4)
     ORDER BY id FOR UPDATE`,
    [of('nationalId'), of('technicalId'), of('identityDocument'), dossiers],
  );
}

async function findOrganizations(sql: Transaction, { taxCodes, dossiers, anyOrganization }: Keys): Promise<OrganizationRow[]> {
  if (!anyOrganization) return [];
  return sql.query<OrganizationRow>(
    `SELECT ${ORGANIZATION_COLUMNS} FROM identity.organization WHERE tax_code_index = ANY($1) OR unidentified_key = ANY($2) ORDER BY id FOR UPDATE`,
    [taxCodes, dossiers],
  );
}
