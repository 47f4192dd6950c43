import { Migration } from '@mikro-orm/migrations';

/** Each question of the portal for a dossier. The code is kept where there is such a dossier; of any other text nobody knows what it is. */
export class KeepInquiries extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE dossiers.portal_inquiry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        address text,
        outcome text NOT NULL CHECK (outcome IN ('FOUND', 'NOT_FOUND', 'REFUSED', 'UNREADABLE')),
        code text,
        CHECK ((outcome = 'FOUND') = (code IS NOT NULL)))`);
    this.addSql(
      `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dossiers.portal_inquiry FOR EACH STATEMENT EXECUTE FUNCTION dossiers.refuse_change()`,
    );
  }
}
