import { Migration } from '@mikro-orm/migrations';

/** Units have merchants of their own: proposed by one administrator, approved by another; a secret that is replaced is good for a while yet. */
export class MerchantsOfUnits extends Migration {
  override up(): void {
    this.addSql(
      'ALTER TABLE payments.merchant ADD COLUMN previous_secrets bytea, ADD COLUMN previous_until timestamptz, ADD COLUMN secrets_set_at timestamptz, ADD COLUMN retired_at timestamptz',
    );
    this.addSql('CREATE INDEX merchant_of_unit ON payments.merchant (provider, unit) WHERE NOT external');
    this.addSql(`
      CREATE TABLE payments.merchant_change (
        id uuid PRIMARY KEY,
        provider text NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        unit text NOT NULL,
        secrets bytea,
        fee_fixed bigint CHECK (fee_fixed >= 0),
        fee_rate_ppm integer CHECK (fee_rate_ppm >= 0),
        fee_vat_percent integer CHECK (fee_vat_percent BETWEEN 0 AND 100),
        retire boolean NOT NULL,
        proposed_by text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by text,
        decided_at timestamptz,
        approved boolean)`);
    this.addSql(`CREATE UNIQUE INDEX merchant_change_open ON payments.merchant_change (provider, code) WHERE decided_at IS NULL`);
  }
}
