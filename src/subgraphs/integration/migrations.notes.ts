import { Migration } from '@mikro-orm/migrations';

/** What an operator should know of a delivery that arrived: which texts were shortened to the outside system's limits. No personal data. */
export class KeepNotes extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE integration.delivery ADD COLUMN notes jsonb`);
    this.addSql(`
      CREATE OR REPLACE VIEW integration.synchronization AS
      SELECT key, connector, kind, subject_id, subject, operation, sequence, receiving_unit, handling_unit, scope, citizen_index,
             state, attempts, requested_at, delivered_at, next_attempt_at, error_code, last_error, notes
      FROM integration.delivery
      UNION ALL
      SELECT key, connector, kind, subject_id, subject, operation, sequence, receiving_unit, handling_unit, scope, citizen_index,
             'PENDING', 0, at, NULL, NULL, NULL, NULL, NULL
      FROM integration.untaken`);
  }
}
