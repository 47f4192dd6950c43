import { Migration } from '@mikro-orm/migrations';

/** Differences have an owner, a resolution that may need a second person, and a trail; days are closed by someone and opened again. */
export class ResolveDifferences extends Migration {
  override up(): void {
    this.addSql(
      'ALTER TABLE payments.discrepancy ADD COLUMN owner text, ADD COLUMN needs_approval boolean NOT NULL DEFAULT false, ADD COLUMN approved_at timestamptz',
    );
    this.addSql(
      'ALTER TABLE payments.reconciliation ADD COLUMN closed_by text, ADD COLUMN reopened_at timestamptz, ADD COLUMN confirmed_by_query integer NOT NULL DEFAULT 0',
    );
    // By the difference's own id, which is the same in every run: the trail outlives a difference that a later statement takes away.
    this.addSql(`
      CREATE TABLE payments.resolution_step (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        reconciliation_id uuid NOT NULL REFERENCES payments.reconciliation,
        discrepancy_id uuid,
        at timestamptz NOT NULL,
        actor text NOT NULL,
        action text NOT NULL CHECK (action IN ('ASSIGNED', 'RESOLVED', 'APPROVED', 'SENT_BACK', 'CONFIRMED', 'CLOSED', 'REOPENED')),
        resolution text,
        note text)`);
    this.addSql('CREATE INDEX resolution_step_of ON payments.resolution_step (reconciliation_id, discrepancy_id, id)');
    this.addSql(
      `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payments.resolution_step FOR EACH STATEMENT EXECUTE FUNCTION payments.refuse_change()`,
    );
  }
}

/** When the provider was last asked whether it has issued the statement of a closed day anew. */
export class LookAgain extends Migration {
  override up(): void {
    this.addSql('ALTER TABLE payments.reconciliation ADD COLUMN looked_at timestamptz');
  }
}
