import { Migration } from '@mikro-orm/migrations';

/** Which account statements were taken: their credits stand with those that the bank told of by notice. */
export class KeepAccountStatements extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE payments.account_statement (
        id uuid PRIMARY KEY,
        merchant_id uuid NOT NULL REFERENCES payments.merchant,
        business_date date NOT NULL,
        version int NOT NULL,
        sha256 bytea NOT NULL,
        rows int NOT NULL,
        uploaded_by text NOT NULL,
        taken_at timestamptz NOT NULL,
        UNIQUE (merchant_id, business_date, version),
        UNIQUE (merchant_id, business_date, sha256))`);
  }
}
