import { Migration } from '@mikro-orm/migrations';

/** How far each agency's codes of a day were given out, and which key of a caller filed which dossier. */
export class FileDossiers extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE dossiers.code_counter (
        agency_code text NOT NULL, day date NOT NULL, last integer NOT NULL CHECK (last >= 0), PRIMARY KEY (agency_code, day))`);
    this.addSql(`
      CREATE TABLE dossiers.submission (
        caller text NOT NULL, idempotency_key text NOT NULL, input_hash bytea NOT NULL,
        dossier_id uuid NOT NULL REFERENCES dossiers.dossier, at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (caller, idempotency_key))`);
  }
}
