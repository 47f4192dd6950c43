import { Migration } from '@mikro-orm/migrations';

/** Statements that have not come by nine on a working day; which days are working days is taken over from the rule for silent sources. */
export class OweStatements extends Migration {
  override up(): void {
    this.addSql('CREATE TABLE integration.statement_gap (provider text PRIMARY KEY, missing integer NOT NULL, oldest_day date)');
    this.addSql(`
      INSERT INTO integration.alert_rule (kind, threshold, parameters)
      SELECT 'STATEMENT_MISSING', 0, parameters || '{"at": "09:00"}' FROM integration.alert_rule WHERE kind = 'SOURCE_SILENT'`);
  }
}

/** Statements of accounts that have not come by then, with the same hour and the same working days. */
export class OweAccountStatements extends Migration {
  override up(): void {
    this.addSql('CREATE TABLE integration.account_gap (account text PRIMARY KEY, days text[] NOT NULL)');
    this.addSql(`
      INSERT INTO integration.alert_rule (kind, threshold, parameters)
      SELECT 'ACCOUNT_STATEMENT_MISSING', 0, parameters FROM integration.alert_rule WHERE kind = 'STATEMENT_MISSING'`);
  }
}
