import { Migration } from '@mikro-orm/migrations';

/**
 * What comparisons with the portal found, one row for each dossier and day: by the switch of a unit that is not reported yet, or
 * nightly of what is. No personal data.
 */
export class KeepComparisons extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE integration.comparison (
        day date NOT NULL,
        connector text NOT NULL,
        subject text NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('SWITCH', 'NIGHTLY')),
        subject_id uuid NOT NULL,
        unit text NOT NULL,
        scope text[] NOT NULL,
        kind text NOT NULL CHECK (kind IN ('MISSING', 'EXTRA', 'STATE_DIFFERS', 'UNIT_DIFFERS', 'EQUAL', 'UNKNOWN')),
        ours jsonb NOT NULL,
        theirs jsonb,
        compared_at timestamptz NOT NULL,
        repaired_at timestamptz,
        PRIMARY KEY (day, connector, subject, purpose)
      )`);
    // A day's differences: what is equal is nearly everything.
    this.addSql(`CREATE INDEX comparison_different ON integration.comparison (day, unit, subject) WHERE kind <> 'EQUAL'`);
  }
}
