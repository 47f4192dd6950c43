import { Migration } from '@mikro-orm/migrations';

/** Of which units the day has begun, so that each is told once, also after the hub was down at seven. */
export class BeginDays extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE dossiers.day_begun (
        unit text NOT NULL REFERENCES dossiers.unit,
        day date NOT NULL,
        begun_at timestamptz NOT NULL,
        PRIMARY KEY (unit, day))`);
  }
}
