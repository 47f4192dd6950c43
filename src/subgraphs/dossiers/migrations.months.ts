import { Migration } from '@mikro-orm/migrations';
import { COUNTERS } from './indicators/counters.ts';
import { MONTHS_SQL } from './indicators/fold.ts';

/**
 * The counts of whole months beside those of days: a quarter, and the years before it that the index looks back on, are a few rows of
 * each unit and not hundreds. And who is overdue is told by indexes alone.
 */
export class CountMonths extends Migration {
  override up(): void {
    const counts = COUNTERS.map((counter) => `${counter} bigint NOT NULL`).join(', ');
    this.addSql(
      `CREATE TABLE dossiers.indicator_month (procedure text NOT NULL, unit text NOT NULL, month date NOT NULL CHECK (extract(day FROM month) = 1), ${counts}, PRIMARY KEY (procedure, month, unit))`,
    );
    this.addSql(`CREATE INDEX indicator_month_of_unit ON dossiers.indicator_month (unit, procedure, month)`);
    this.addSql(`INSERT INTO dossiers.indicator_month ${MONTHS_SQL}`);
    this.addSql(`DROP INDEX dossiers.dossier_open`);
    this.addSql(
      `CREATE INDEX dossier_open ON dossiers.dossier (due_at, receiving_unit) INCLUDE (procedure, status, submitted_at, accepted_at, id)
       WHERE voided_at IS NULL AND due_at IS NOT NULL AND status NOT IN ('REFUSED', 'STOPPED', 'RESOLVED', 'RETURNED')`,
    );
    this.addSql('ALTER TABLE dossiers.index_reading DROP CONSTRAINT index_reading_pkey');
    this.addSql('ALTER TABLE dossiers.index_reading ADD PRIMARY KEY (dossier_id) INCLUDE (requests, ended_at)');
  }
}
