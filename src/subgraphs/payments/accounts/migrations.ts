import { Migration } from '@mikro-orm/migrations';

/** The bank's and the treasury's accounts by number. Those that merchants collect on or are paid out to are there from the beginning. */
export class RegisterAccounts extends Migration {
  override up(): void {
    const facts = `
        number text NOT NULL CHECK (number ~ '^[A-Za-z0-9]{4,34}$'),
        bank_bin text CHECK (bank_bin ~ '^[0-9]{6}$'),
        bank_name text,
        kind text NOT NULL CHECK (kind IN ('BANK', 'TREASURY')),
        unit text NOT NULL,
        profile jsonb,
        active boolean NOT NULL`;
    this.addSql(`
      CREATE TABLE payments.bank_account (
        id uuid PRIMARY KEY,${facts},
        scope text[] NOT NULL,
        merchant_id uuid UNIQUE REFERENCES payments.merchant,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (number))`);
    this.addSql('CREATE INDEX bank_account_of_unit ON payments.bank_account (unit, number)');
    this.addSql(`
      CREATE TABLE payments.bank_account_change (
        id uuid PRIMARY KEY,${facts},
        proposed_by text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by text,
        decided_at timestamptz,
        approved boolean,
        CHECK ((decided_by IS NULL) = (decided_at IS NULL)))`);
    this.addSql('CREATE UNIQUE INDEX bank_account_change_open ON payments.bank_account_change (number) WHERE decided_at IS NULL');
    this.addSql(`
      INSERT INTO payments.bank_account (id, number, bank_bin, kind, unit, scope, merchant_id, active)
      SELECT DISTINCT ON (substring(code from '[^-]+$')) gen_random_uuid(), substring(code from '[^-]+$'), substring(code from '^([0-9]{6})-'), 'BANK', unit, scope, id, true
      FROM payments.merchant WHERE provider = 'VIETQR' AND NOT external AND code ~ '^[0-9]{6}-[A-Za-z0-9]{4,34}$'
      ORDER BY substring(code from '[^-]+$'), is_default DESC, created_at, id`);
    this.addSql(`
      INSERT INTO payments.bank_account (id, number, kind, unit, scope, active)
      SELECT DISTINCT ON (settlement_account) gen_random_uuid(), settlement_account, 'BANK', unit, scope, true
      FROM payments.merchant WHERE settlement_account ~ '^[A-Za-z0-9]{4,34}$'
      ORDER BY settlement_account, is_default DESC, created_at, id
      ON CONFLICT (number) DO NOTHING`);
  }
}

/** A credit belongs to an account, and to a merchant only where the account collects for one. What of it was told by a notice, and what was taken back, is kept. */
export class CreditsOfAccounts extends Migration {
  override up(): void {
    this.addSql(`
      INSERT INTO payments.bank_account (id, number, kind, unit, scope, active)
      SELECT DISTINCT ON (c.account) gen_random_uuid(), c.account, 'BANK', m.unit, m.scope, true
      FROM payments.account_credit c JOIN payments.merchant m ON m.id = c.merchant_id ORDER BY c.account, c.taken_at
      ON CONFLICT (number) DO NOTHING`);
    this.addSql(`
      ALTER TABLE payments.account_credit ALTER COLUMN merchant_id DROP NOT NULL,
        ADD CONSTRAINT account_credit_account FOREIGN KEY (account) REFERENCES payments.bank_account (number),
        ADD COLUMN noticed_at timestamptz, ADD COLUMN reversed_on date`);
    // Which of them a statement alone has told of was not kept until now.
    this.addSql('UPDATE payments.account_credit SET noticed_at = taken_at');
    this.addSql('CREATE INDEX account_credit_of_day ON payments.account_credit (account, booked_on)');
    this.addSql('DROP INDEX payments.account_credit_doubtful');
    this.addSql(
      'CREATE INDEX account_credit_doubtful ON payments.account_credit (booked_at, id) WHERE disputed_amount IS NOT NULL OR on_statement = false OR reversed_on IS NOT NULL',
    );
  }
}
