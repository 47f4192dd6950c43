import { Migration } from '@mikro-orm/migrations';

/** By which calendars the hub's own dates of all open dossiers stand, so that a change of any calendar is followed once. */
export class FollowCalendars extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE dossiers.calendars_followed (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        mark text NOT NULL,
        followed_at timestamptz NOT NULL)`);
  }
}
