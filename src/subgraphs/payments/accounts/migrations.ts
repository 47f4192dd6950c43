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
