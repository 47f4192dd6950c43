import type { Queryable } from '../../platform/database/database.ts';
import type { Cipher } from '../../platform/pii/cipher.ts';
import { sealPerson } from './citizen.record.ts';
import type { WorkingCitizen } from './citizen.registry.ts';
import { sealOrganization } from './organization.record.ts';
import type { WorkingOrganization } from './organization.registry.ts';

/** Writes new and changed citizens with one statement. What was verified, when and by whom is not touched. */
export async function writeCitizens(sql: Queryable, cipher: Cipher, citizens: readonly WorkingCitizen[]): Promise<void> {
  if (citizens.length === 0) return;
  await sql.query(
    `INSERT INTO identity.citizen (id, sealed, national_id_index, technical_id_index, identity_document_index, unidentified_key,
       writer_source, writer_dossier, writer_version, assurance_level, confirmed, touched_at, created_at)
     SELECT id, sealed, national_id_index, technical_id_index, identity_document_index, unidentified_key,
       writer_source, writer_dossier, writer_version, 'NONE', false, now(), now()
     FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::text[], $7::text[], $8::text[], $9::bigint[])
       AS t(id, sealed, national_id_index, technical_id_index, identity_document_index, unidentified_key, writer_source, writer_dossier, writer_version)
     ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, national_id_index = excluded.national_id_index,
       technical_id_index = excluded.technical_id_index, identity_document_index = excluded.identity_document_index,
       writer_source = excluded.writer_source, writer_dossier = excluded.writer_dossier, writer_version = excluded.writer_version,
       touched_at = excluded.touched_at`,
    [
      citizens.map((citizen) => citizen.id),
      citizens.map((citizen) => sealPerson(cipher, citizen.person)),
      citizens.map((citizen) => citizen.indexes.nationalId),
      citizens.map((citizen) => citizen.indexes.technicalId),
      citizens.map((citizen) => citizen.indexes.identityDocument),
      citizens.map((citizen) => citizen.unidentifiedKey),
      citizens.map((citizen) => citizen.writer.source),
      citizens.map((citizen) => citizen.writer.dossier),
      citizens.map((citizen) => citizen.writer.version),
    ],
  );
}

/** Writes new and changed organizations with one statement. */
export async function writeOrganizations(sql: Queryable, cipher: Cipher, organizations: readonly WorkingOrganization[]): Promise<void> {
  if (organizations.length === 0) return;
  await sql.query(
    `INSERT INTO identity.organization (id, sealed, tax_code_index, unidentified_key, kind, writer_source, writer_dossier, writer_version,
       confirmed, touched_at, created_at)
     SELECT id, sealed, tax_code_index, unidentified_key, kind, writer_source, writer_dossier, writer_version, false, now(), now()
     FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[])
       AS t(id, sealed, tax_code_index, unidentified_key, kind, writer_source, writer_dossier, writer_version)
     ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, tax_code_index = excluded.tax_code_index, kind = excluded.kind,
       writer_source = excluded.writer_source, writer_dossier = excluded.writer_dossier, writer_version = excluded.writer_version,
       touched_at = excluded.touched_at`,
    [
      organizations.map((organization) => organization.id),
      organizations.map((organization) => sealOrganization(cipher, organization.data)),
      organizations.map((organization) => organization.taxCodeIndex),
      organizations.map((organization) => organization.unidentifiedKey),
      organizations.map((organization) => organization.kind),
      organizations.map((organization) => organization.writer.source),
      organizations.map((organization) => organization.writer.dossier),
      organizations.map((organization) => organization.writer.version),
    ],
  );
}
