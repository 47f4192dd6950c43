import { Migration } from '@mikro-orm/migrations';

/** The portal's lists that others refer to: public services, agencies, fields, and what else an installation keeps. */
export class KeepPortalLists extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE dossiers.portal_list (
        name text PRIMARY KEY,
        looked_at timestamptz NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('DONE', 'GUARDED', 'FAILED')),
        listed integer NOT NULL,
        taken_at timestamptz,
        content bytea)`);
    this.addSql(`
      CREATE TABLE dossiers.portal_list_row (
        list text NOT NULL REFERENCES dossiers.portal_list,
        code text NOT NULL,
        name text NOT NULL,
        about jsonb NOT NULL,
        PRIMARY KEY (list, code))`);
  }
}

/** Papers that the portal fetches through the hub are recorded like its questions. */
export class RecordPortalFiles extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE dossiers.portal_inquiry ADD COLUMN document uuid,
        DROP CONSTRAINT portal_inquiry_outcome_check,
        DROP CONSTRAINT portal_inquiry_check,
        ADD CHECK (outcome IN ('FOUND', 'NOT_FOUND', 'REFUSED', 'UNREADABLE', 'UNAVAILABLE')),
        ADD CHECK ((outcome IN ('FOUND', 'UNAVAILABLE')) = (code IS NOT NULL)),
        ADD CHECK (document IS NULL OR code IS NOT NULL)`);
  }
}
