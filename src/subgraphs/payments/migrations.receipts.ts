import { Migration } from '@mikro-orm/migrations';

/** Receipts of fees and charges: the series that a unit numbers by, and what was issued. Nothing is renumbered and nothing goes. */
export class IssueReceipts extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE payments.receipt_series (
        id uuid PRIMARY KEY,
        unit text NOT NULL,
        scope text[] NOT NULL,
        template text NOT NULL,
        symbol text NOT NULL,
        next_number integer NOT NULL CHECK (next_number > 0),
        last_number integer NOT NULL CHECK (last_number >= 1),
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to > valid_from),
        proposed_by text NOT NULL,
        proposed_at timestamptz NOT NULL,
        approved_by text,
        approved_at timestamptz,
        UNIQUE (unit, template, symbol))`);
    this.addSql(`
      CREATE TABLE payments.receipt (
        id uuid PRIMARY KEY,
        payment_id uuid NOT NULL REFERENCES payments.payment,
        series_id uuid REFERENCES payments.receipt_series,
        number integer,
        number_text text NOT NULL,
        template text,
        symbol text,
        url text,
        amount bigint NOT NULL CHECK (amount > 0),
        status text NOT NULL CHECK (status IN ('ISSUED', 'CANCELLED', 'REPLACED')),
        issued_at timestamptz NOT NULL,
        ended_at timestamptz,
        replaced_by uuid REFERENCES payments.receipt,
        unit text NOT NULL,
        UNIQUE (series_id, number),
        CHECK ((series_id IS NULL) = (number IS NULL)),
        CHECK ((status = 'REPLACED') = (replaced_by IS NOT NULL)))`);
    this.addSql(`CREATE UNIQUE INDEX receipt_of_payment ON payments.receipt (payment_id) WHERE status = 'ISSUED'`);
    this.addSql('CREATE INDEX receipt_by_payment ON payments.receipt (payment_id)');
    this.addSql('CREATE INDEX receipt_of_unit ON payments.receipt (unit, issued_at, id)');
    // The payer's name as the dossier had it when the payment was made, encrypted.
    this.addSql('ALTER TABLE payments.payment ADD COLUMN payer_sealed bytea');
    this.addSql('CREATE INDEX payment_refunded ON payments.payment (id) WHERE refunded_amount > 0 AND NOT external');
    this.addSql('CREATE INDEX payment_paid_at ON payments.payment (paid_at) WHERE paid_at IS NOT NULL AND NOT external');
  }
}
