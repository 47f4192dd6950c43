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

/** What speaks against a credit: another amount under its number, or a statement that does not have it. */
export class DoubtCredits extends Migration {
  override up(): void {
    this.addSql('ALTER TABLE payments.account_credit ADD COLUMN disputed_amount bigint, ADD COLUMN on_statement boolean');
    this.addSql(
      'CREATE INDEX account_credit_doubtful ON payments.account_credit (booked_at, id) WHERE disputed_amount IS NOT NULL OR on_statement = false',
    );
  }
}
