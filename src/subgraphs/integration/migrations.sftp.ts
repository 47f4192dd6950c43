import { Migration } from '@mikro-orm/migrations';

/** Servers with statements that can't be read: told after an hour, and at once where the server is another than was agreed. */
export class WatchStatementSources extends Migration {
  override up(): void {
    this.addSql(
      'CREATE TABLE integration.statement_source (source text PRIMARY KEY, provider text NOT NULL, problem text, since timestamptz)',
    );
    this.addSql(`INSERT INTO integration.alert_rule (kind, threshold, parameters) VALUES ('STATEMENTS_NOT_FETCHED', 60, '{}')`);
  }
}
