import { Migration } from '@mikro-orm/migrations';

/** Rules that dates and points are reckoned by change by two people: what one proposed, what stood then, and what another decided. */
export class ProposeRuleChanges extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE dossiers.rule_change (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('DEADLINE_RULE', 'DEADLINE_RULE_REMOVAL', 'INDEX_RULES', 'INDEX_RULES_REMOVAL')),
        target text NOT NULL,
        content jsonb NOT NULL,
        before jsonb NOT NULL,
        reason text NOT NULL,
        proposed_by text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by text,
        decided_at timestamptz,
        approved boolean,
        CHECK ((decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (approved IS NULL)),
        CHECK (approved IS NOT TRUE OR decided_by <> proposed_by))`);
    this.addSql('CREATE UNIQUE INDEX rule_change_waiting ON dossiers.rule_change (target) WHERE decided_at IS NULL');
    this.addSql('CREATE INDEX rule_change_newest ON dossiers.rule_change (proposed_at DESC, id DESC)');
    this.addSql(`
      CREATE FUNCTION dossiers.refuse_decided() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.decided_at IS NULL THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'append-only: % on %', TG_OP, TG_TABLE_NAME;
      END $$`);
    this.addSql(
      'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON dossiers.rule_change FOR EACH ROW EXECUTE FUNCTION dossiers.refuse_decided()',
    );
    // Null: it was changed before a second person had to agree, or the rule was withdrawn.
    this.addSql('ALTER TABLE dossiers.deadline_rule_change ADD COLUMN approved_by text, ALTER COLUMN after DROP NOT NULL');
  }
}
