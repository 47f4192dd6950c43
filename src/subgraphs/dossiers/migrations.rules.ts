import { Migration } from '@mikro-orm/migrations';

/** Who changed how time limits are reckoned, when, why, from what and to what. */
export class RecordDeadlineRules extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE dossiers.deadline_rule_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        procedure text NOT NULL,
        valid_from date NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL,
        reason text NOT NULL,
        before jsonb,
        after jsonb NOT NULL)`);
    this.addSql(
      `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dossiers.deadline_rule_change FOR EACH STATEMENT EXECUTE FUNCTION dossiers.refuse_change()`,
    );
  }
}
