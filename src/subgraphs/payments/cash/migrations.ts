import { Migration } from '@mikro-orm/migrations';

/** Cash on its way: an officer's drawer of a day, handed over, paid in at a bank or the treasury, and the credit in which it arrived. */
export class KeepCash extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE payments.cash_deposit (
        id uuid PRIMARY KEY,
        unit text NOT NULL,
        scope text[] NOT NULL,
        account text NOT NULL,
        slip_number text NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        deposited_on date NOT NULL,
        deposited_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        credit_id uuid UNIQUE REFERENCES payments.account_credit,
        arrived_at timestamptz,
        UNIQUE (account, slip_number),
        CHECK ((credit_id IS NULL) = (arrived_at IS NULL)))`);
    this.addSql(`CREATE INDEX cash_deposit_by_day ON payments.cash_deposit (deposited_on, id)`);
    this.addSql(`
      CREATE TABLE payments.cash_drawer (
        id uuid PRIMARY KEY,
        merchant_id uuid NOT NULL REFERENCES payments.merchant,
        unit text NOT NULL,
        officer text NOT NULL,
        day date NOT NULL,
        state text NOT NULL CHECK (state IN ('OPEN', 'COUNTED', 'ACCEPTED', 'DEPOSITED')),
        opened_at timestamptz NOT NULL,
        expected bigint,
        counted bigint CHECK (counted >= 0),
        pieces jsonb,
        note text,
        counted_at timestamptz,
        accepted_by text,
        accepted_at timestamptz,
        deposit_id uuid REFERENCES payments.cash_deposit,
        CHECK ((state = 'OPEN') = (counted IS NULL)),
        CHECK ((state = 'DEPOSITED') = (deposit_id IS NOT NULL)))`);
    this.addSql(`CREATE UNIQUE INDEX cash_drawer_open ON payments.cash_drawer (merchant_id, officer, day) WHERE state = 'OPEN'`);
    this.addSql('CREATE INDEX cash_drawer_by_day ON payments.cash_drawer (day, id)');
    this.addSql('CREATE INDEX cash_drawer_of_deposit ON payments.cash_drawer (deposit_id) WHERE deposit_id IS NOT NULL');
    this.addSql(`
      CREATE TABLE payments.cash_taking (
        payment_id uuid PRIMARY KEY REFERENCES payments.payment,
        drawer_id uuid NOT NULL REFERENCES payments.cash_drawer)`);
    this.addSql('CREATE INDEX cash_taking_of_drawer ON payments.cash_taking (drawer_id)');
    this.addSql('ALTER TABLE payments.account_credit DROP CONSTRAINT account_credit_state_check');
    this.addSql(
      `ALTER TABLE payments.account_credit ADD CONSTRAINT account_credit_state_check
       CHECK (state IN ('UNIDENTIFIED', 'MATCHED', 'SETTLEMENT', 'CASH_DEPOSIT', 'RETURNED', 'NOT_FEES'))`,
    );
  }
}
