import { Migration } from '@mikro-orm/migrations';

/** The communes' systems, and for each the ordered stream of what the hub learned of its dossiers first. */
export class KeepSources extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE integration.source (
        name text PRIMARY KEY,
        unit text NOT NULL,
        mode text NOT NULL CHECK (mode IN ('WEBHOOK', 'POLL')),
        url text,
        secret bytea,
        previous_secret bytea,
        previous_until timestamptz,
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL,
        created_by text NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL,
        CHECK (mode = 'POLL' OR (url IS NOT NULL AND secret IS NOT NULL)),
        CHECK ((previous_secret IS NULL) = (previous_until IS NULL)))`);
    // The key is that of the event which it was made of: one event makes one change, however often it is read.
    this.addSql(`
      CREATE TABLE integration.source_change (
        source text NOT NULL,
        sequence bigint NOT NULL,
        key uuid NOT NULL UNIQUE,
        at timestamptz NOT NULL,
        kind text NOT NULL,
        dossier_id uuid NOT NULL,
        dossier_code text NOT NULL,
        citizen_id uuid,
        receiving_unit text,
        handling_unit text,
        scope text[] NOT NULL,
        payload jsonb,
        sealed bytea,
        PRIMARY KEY (source, sequence),
        CHECK ((payload IS NULL) <> (sealed IS NULL)))`);
    this.addSql(`CREATE INDEX source_change_by_time ON integration.source_change (source, at)`);
  }
}
