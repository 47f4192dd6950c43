import { Migration } from '@mikro-orm/migrations';

/** Until when a system asked to be left alone: another call that it answers meanwhile does not end that. */
export class KeepAskedRests extends Migration {
  override up(): void {
    this.addSql('ALTER TABLE integration.connector ADD COLUMN rest_until timestamptz');
  }
}
