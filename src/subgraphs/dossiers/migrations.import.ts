import { Migration } from '@mikro-orm/migrations';

/** How each source's exports are read, every version of it, and how far each file has come. */
export class TakeOverExports extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE dossiers.import_mapping (
        source text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('dossiers', 'payments')),
        version integer NOT NULL CHECK (version > 0),
        content jsonb NOT NULL,
        stored_at timestamptz NOT NULL,
        stored_by text NOT NULL,
        PRIMARY KEY (source, kind, version))`);
    this.addSql(
      `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dossiers.import_mapping FOR EACH STATEMENT EXECUTE FUNCTION dossiers.refuse_change()`,
    );
    this.addSql(`
      CREATE TABLE dossiers.import_run (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        source text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('dossiers', 'payments')),
        file_sha256 text NOT NULL,
        mapping_version integer NOT NULL,
        file_name text NOT NULL,
        state text NOT NULL CHECK (state IN ('RUNNING', 'DONE')),
        rows_done integer NOT NULL DEFAULT 0,
        counts jsonb NOT NULL DEFAULT '{}',
        causes jsonb NOT NULL DEFAULT '[]',
        report text,
        report_bytes bigint NOT NULL DEFAULT 0,
        started_at timestamptz NOT NULL,
        started_by text NOT NULL,
        moved_at timestamptz NOT NULL,
        UNIQUE (source, kind, file_sha256, mapping_version))`);
  }
}
