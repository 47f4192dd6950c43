import { Migration } from '@mikro-orm/migrations';

/** What came in on collecting accounts, each credit once however often it is told; its text is encrypted, only the hub's own reference in it is kept in clear. */
export class KeepCredits extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE payments.account_credit (
        id uuid PRIMARY KEY,
        merchant_id uuid NOT NULL REFERENCES payments.merchant,
        account text NOT NULL,
        bank_reference text NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        booked_at timestamptz NOT NULL,
        booked_on date NOT NULL,
        content_sealed bytea NOT NULL,
        own_reference text,
        state text NOT NULL CHECK (state IN ('UNIDENTIFIED', 'MATCHED', 'RETURNED', 'NOT_FEES')),
        payment_id uuid REFERENCES payments.payment,
        proposed_payment_id uuid REFERENCES payments.payment,
        proposed_by text,
        decided_by text,
        decided_at timestamptz,
        note text,
        taken_at timestamptz NOT NULL,
        UNIQUE (account, bank_reference),
        CHECK ((state = 'MATCHED') = (payment_id IS NOT NULL)))`);
    this.addSql('CREATE UNIQUE INDEX account_credit_of_payment ON payments.account_credit (payment_id) WHERE payment_id IS NOT NULL');
    this.addSql(`CREATE INDEX account_credit_open ON payments.account_credit (booked_at, id) WHERE state = 'UNIDENTIFIED'`);
    this.addSql('CREATE INDEX account_credit_of_merchant ON payments.account_credit (merchant_id, booked_at, id)');
  }
}

/** Closing a large credit needs a second accountant as well: what the first one said. */
export class ProposeClosings extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE payments.account_credit ADD COLUMN proposed_as text CHECK (proposed_as IN ('RETURNED', 'NOT_FEES'))`);
    this.addSql('ALTER TABLE payments.account_credit ADD CHECK (proposed_as IS NULL OR proposed_payment_id IS NULL)');
  }
}
