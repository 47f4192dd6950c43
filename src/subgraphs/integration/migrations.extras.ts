import { Migration } from '@mikro-orm/migrations';

/** Codes that stand at the portal and are no dossier's of the hub, one row each for as long as that is so. */
export class KeepExtras extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE integration.portal_extra (
        code text PRIMARY KEY,
        unit text NOT NULL,
        scope text[] NOT NULL,
        status smallint CHECK (status BETWEEN 1 AND 10),
        unit_name text,
        first_seen_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        ended_at timestamptz,
        ending text CHECK (ending IN ('GONE', 'OURS')),
        CHECK ((ended_at IS NULL) = (ending IS NULL)))`);
    this.addSql(`CREATE INDEX portal_extra_newest ON integration.portal_extra (first_seen_at DESC, code DESC)`);
    this.addSql(`CREATE INDEX portal_extra_open ON integration.portal_extra (last_seen_at, code) WHERE ended_at IS NULL`);
  }
}
