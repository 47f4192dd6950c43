import { Migration } from '@mikro-orm/migrations';

class CreateIdentity extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE identity.citizen (
        id uuid PRIMARY KEY,
        sealed bytea NOT NULL,
        national_id_index bytea CONSTRAINT citizen_national_id UNIQUE,
        identity_document_index bytea CONSTRAINT citizen_identity_document UNIQUE,
        technical_id_index bytea CONSTRAINT citizen_technical_id UNIQUE,
        unidentified_key text CONSTRAINT citizen_unidentified UNIQUE,
        assurance_level text NOT NULL,
        verified_at timestamptz,
        verified_by text,
        writer_source text NOT NULL,
        writer_dossier text NOT NULL,
        writer_version bigint NOT NULL,
        confirmed boolean NOT NULL,
        touched_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL)`);
    this.addSql(`CREATE INDEX citizen_unconfirmed ON identity.citizen (touched_at) WHERE NOT confirmed`);
    this.addSql(`
      CREATE TABLE identity.organization (
        id uuid PRIMARY KEY,
        sealed bytea NOT NULL,
        tax_code_index bytea CONSTRAINT organization_tax_code UNIQUE,
        unidentified_key text CONSTRAINT organization_unidentified UNIQUE,
        kind text NOT NULL,
        writer_source text NOT NULL,
        writer_dossier text NOT NULL,
        writer_version bigint NOT NULL,
        confirmed boolean NOT NULL,
        touched_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL)`);
    this.addSql(`CREATE INDEX organization_unconfirmed ON identity.organization (touched_at) WHERE NOT confirmed`);
  }
}

export const MIGRATIONS = [{ name: 'identity-001-create', class: CreateIdentity }];
