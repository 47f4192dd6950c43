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
        ADD COLUMN noticed_at timestamptz, ADD COLUMN reversed_on date, ADD COLUMN stated_on date`);
    // Which of them a statement alone has told of was not kept until now.
    this.addSql('UPDATE payments.account_credit SET noticed_at = taken_at, stated_on = CASE WHEN on_statement THEN booked_on END');
    this.addSql('CREATE INDEX account_credit_stated ON payments.account_credit (account, stated_on) WHERE stated_on IS NOT NULL');
    this.addSql('CREATE INDEX account_credit_of_day ON payments.account_credit (account, booked_on)');
    this.addSql('DROP INDEX payments.account_credit_doubtful');
    this.addSql(
      'CREATE INDEX account_credit_doubtful ON payments.account_credit (booked_at, id) WHERE disputed_amount IS NOT NULL OR on_statement = false OR reversed_on IS NOT NULL',
    );
  }
}

/** A statement is an account's, in whichever form it came, with its balances and what came in and went out. */
export class StatementsOfAccounts extends Migration {
  override up(): void {
    this.addSql(`
      INSERT INTO payments.bank_account (id, number, kind, unit, scope, active)
      SELECT DISTINCT ON (substring(m.code from '[^-]+$')) gen_random_uuid(), substring(m.code from '[^-]+$'), 'BANK', m.unit, m.scope, true
      FROM payments.account_statement s JOIN payments.merchant m ON m.id = s.merchant_id ORDER BY substring(m.code from '[^-]+$'), s.taken_at
      ON CONFLICT (number) DO NOTHING`);
    this.addSql(`
      ALTER TABLE payments.account_statement ADD COLUMN account text REFERENCES payments.bank_account (number), ADD COLUMN form text,
        ADD COLUMN opening bigint, ADD COLUMN closing bigint, ADD COLUMN credit_count integer, ADD COLUMN credit_sum bigint,
        ADD COLUMN debit_count integer, ADD COLUMN debit_sum bigint, ADD COLUMN unmatched_reversals integer NOT NULL DEFAULT 0,
        ALTER COLUMN uploaded_by DROP NOT NULL`);
    // One form and one account a merchant there was until now.
    this.addSql(`
      UPDATE payments.account_statement s SET form = 'CANONICAL', account = substring(m.code from '[^-]+$') FROM payments.merchant m WHERE m.id = s.merchant_id`);
    this.addSql('ALTER TABLE payments.account_statement DROP COLUMN merchant_id');
    this.addSql(`
      UPDATE payments.account_statement s SET version = n.version
      FROM (SELECT id, row_number() OVER (PARTITION BY account, business_date ORDER BY taken_at, version) AS version FROM payments.account_statement) n
      WHERE n.id = s.id`);
    this.addSql(`
      ALTER TABLE payments.account_statement ALTER COLUMN account SET NOT NULL, ALTER COLUMN form SET NOT NULL,
        ADD CHECK (form IN ('CANONICAL', 'TABLE', 'CAMT053', 'MT940')),
        ADD UNIQUE (account, business_date, version), ADD UNIQUE (account, business_date, sha256)`);
    // Files of accounts lie in the same folder as those of providers.
    this.addSql(
      'ALTER TABLE payments.statement_file ALTER COLUMN provider DROP NOT NULL, ADD COLUMN account text, ADD CHECK ((provider IS NULL) = (account IS NOT NULL))',
    );
  }
}

/** Of which days each account's statement had not come when that was last told. */
export class CountAccountGaps extends Migration {
  override up(): void {
    this.addSql(
      'CREATE TABLE payments.account_gap (account text PRIMARY KEY REFERENCES payments.bank_account (number), days text[] NOT NULL)',
    );
  }
}
