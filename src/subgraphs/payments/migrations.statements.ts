import { Migration } from '@mikro-orm/migrations';

/** What became of the files that providers lay into the folder for statements. */
export class WatchStatementFiles extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE payments.statement_file (
        path text PRIMARY KEY,
        provider text NOT NULL,
        size bigint NOT NULL,
        modified_ms bigint NOT NULL,
        state text NOT NULL CHECK (state IN ('ARRIVING', 'TAKEN', 'REJECTED')),
        business_date date,
        merchant_id uuid REFERENCES payments.merchant,
        version integer,
        reason jsonb,
        seen_at timestamptz NOT NULL,
        CHECK ((state = 'TAKEN') = (version IS NOT NULL)),
        CHECK ((state = 'REJECTED') = (reason IS NOT NULL)))`);
    this.addSql('CREATE INDEX statement_file_by_time ON payments.statement_file (seen_at, path)');
  }
}

/** How many statements of each provider had not come when that was last told. */
export class CountStatementGaps extends Migration {
  override up(): void {
    this.addSql('CREATE TABLE payments.statement_gap (provider text PRIMARY KEY, missing integer NOT NULL, oldest_day date)');
  }
}

/** The few that a reconciliation looks for among many: rows that are no payments, payments beyond what was due, payments that are open. */
export class IndexExceptions extends Migration {
  override up(): void {
    this.addSql(`CREATE INDEX statement_row_others ON payments.statement_row (statement_id) WHERE type <> 'PAY'`);
    this.addSql(`CREATE INDEX payment_exceeding ON payments.payment (merchant_id, business_date) WHERE exceeds_obligation`);
    this.addSql(`CREATE INDEX payment_open ON payments.payment (merchant_id) WHERE status IN ('PENDING', 'EXPIRED') AND NOT external`);
  }
}

/**
 * Rows are read by their statement and stand together as they came, each after the ones before it: a summary of every few pages finds them as
 * well as an entry for each, and takes no time when a million of them come. Estimates need few of their values.
 */
export class SummarizeStatementRows extends Migration {
  override up(): void {
    this.addSql('ALTER TABLE payments.statement_row DROP CONSTRAINT statement_row_pkey');
    this.addSql(
      'CREATE INDEX statement_row_by_statement ON payments.statement_row USING brin (statement_id) WITH (pages_per_range = 16, autosummarize = on)',
    );
    const columns = [
      'statement_id',
      'row_no',
      'type',
      'merchant_ref',
      'provider_txn_id',
      'original_txn_id',
      'bank_code',
      'bank_txn_id',
      'channel',
    ];
    const all = [...columns, 'at', 'gross', 'fee', 'fee_vat', 'net', 'status', 'batch_id', 'order_sealed'];
    this.addSql(`ALTER TABLE payments.statement_row ${all.map((column) => `ALTER ${column} SET STATISTICS 20`).join(', ')}`);
  }
}
