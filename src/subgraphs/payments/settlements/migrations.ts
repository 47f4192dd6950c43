import { Migration } from '@mikro-orm/migrations';

/** What providers pay out for a batch of payments, and the credits of banks in which it came. */
export class SettleBatches extends Migration {
  override up(): void {
    this.addSql('ALTER TABLE payments.merchant ADD COLUMN settlement_account text');
    this.addSql('ALTER TABLE payments.merchant_change ADD COLUMN settlement_account text');
    this.addSql('CREATE INDEX merchant_of_settlement ON payments.merchant (settlement_account) WHERE settlement_account IS NOT NULL');
    // What one day's statement says of a batch. A newer version of that day takes its place.
    this.addSql(`
      CREATE TABLE payments.settlement_part (
        merchant_id uuid NOT NULL REFERENCES payments.merchant,
        batch text NOT NULL,
        business_date date NOT NULL,
        rows integer NOT NULL,
        gross bigint NOT NULL,
        refunded bigint NOT NULL,
        fees bigint NOT NULL,
        adjustments bigint NOT NULL,
        net bigint NOT NULL,
        CHECK (net = gross - refunded - fees + adjustments),
        PRIMARY KEY (merchant_id, batch, business_date))`);
    this.addSql('CREATE INDEX settlement_part_of_day ON payments.settlement_part (merchant_id, business_date)');
    this.addSql(`
      CREATE TABLE payments.settlement_batch (
        id uuid PRIMARY KEY,
        merchant_id uuid NOT NULL REFERENCES payments.merchant,
        batch text NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        due_on date NOT NULL,
        gross bigint NOT NULL,
        refunded bigint NOT NULL,
        fees bigint NOT NULL,
        adjustments bigint NOT NULL,
        net bigint NOT NULL,
        credited bigint NOT NULL,
        written_off bigint NOT NULL,
        fees_posted bigint NOT NULL,
        adjustments_posted bigint NOT NULL,
        state text NOT NULL CHECK (state IN ('EXPECTED', 'SETTLED', 'SHORT', 'OVER', 'MISSING')),
        changed_at timestamptz NOT NULL,
        UNIQUE (merchant_id, batch))`);
    this.addSql('CREATE INDEX settlement_batch_of_day ON payments.settlement_batch (merchant_id, last_day)');
    this.addSql(`CREATE INDEX settlement_batch_open ON payments.settlement_batch (due_on) WHERE state <> 'SETTLED'`);
    this.addSql('CREATE INDEX settlement_batch_by_day ON payments.settlement_batch (last_day, id)');
    this.addSql(`
      CREATE TABLE payments.settlement_credit (
        batch_id uuid NOT NULL REFERENCES payments.settlement_batch,
        credit_id uuid NOT NULL REFERENCES payments.account_credit,
        amount bigint NOT NULL CHECK (amount <> 0),
        PRIMARY KEY (batch_id, credit_id))`);
    this.addSql('CREATE INDEX settlement_credit_of_credit ON payments.settlement_credit (credit_id)');
    this.addSql('ALTER TABLE payments.account_credit DROP CONSTRAINT account_credit_state_check');
    this.addSql(
      `ALTER TABLE payments.account_credit ADD CONSTRAINT account_credit_state_check CHECK (state IN ('UNIDENTIFIED', 'MATCHED', 'SETTLEMENT', 'RETURNED', 'NOT_FEES'))`,
    );
    this.addSql('ALTER TABLE payments.account_credit ADD COLUMN proposed_batches uuid[]');
    this.addSql(
      'ALTER TABLE payments.account_credit ADD CHECK (proposed_batches IS NULL OR (proposed_payment_id IS NULL AND proposed_as IS NULL))',
    );
  }
}
