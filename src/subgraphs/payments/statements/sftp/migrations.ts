import { Migration } from '@mikro-orm/migrations';

/** Servers from which statements are fetched, and what was seen there and fetched. */
export class FetchStatements extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE payments.sftp_source (
        name text PRIMARY KEY,
        provider text NOT NULL,
        problem text,
        failures integer NOT NULL CHECK (failures >= 0),
        failing_since timestamptz,
        next_at timestamptz,
        succeeded_at timestamptz,
        CHECK ((problem IS NULL) = (failing_since IS NULL)))`);
    this.addSql(`
      CREATE TABLE payments.sftp_file (
        source text NOT NULL,
        name text NOT NULL,
        size bigint NOT NULL CHECK (size >= 0),
        modified_ms bigint NOT NULL,
        state text NOT NULL CHECK (state IN ('SEEN', 'FETCHED')),
        sha256 bytea,
        noted_at timestamptz NOT NULL,
        PRIMARY KEY (source, name),
        CHECK (state = 'SEEN' OR sha256 IS NOT NULL))`);
  }
}
