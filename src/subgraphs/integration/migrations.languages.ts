import { Migration } from '@mikro-orm/migrations';

/** In which language each recipient of a unit's day is told of it. */
export class TellInTheirLanguage extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE integration.day_recipient ADD COLUMN language text NOT NULL DEFAULT 'vi' CHECK (language IN ('vi', 'en'))`);
  }
}
