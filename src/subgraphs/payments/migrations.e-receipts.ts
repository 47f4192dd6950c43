import { Migration } from '@mikro-orm/migrations';

/** What a provider of electronic receipts is asked for, and what became of it: kept before anything is sent, so that no number is asked for twice. */
export class OrderReceipts extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE payments.receipt_order (
        id uuid PRIMARY KEY,
        payment_id uuid NOT NULL REFERENCES payments.payment,
        connector text NOT NULL,
        unit text NOT NULL,
        action text NOT NULL CHECK (action IN ('ISSUE', 'REPLACE', 'CANCEL')),
        key text NOT NULL,
        ends uuid REFERENCES payments.receipt,
        amount bigint NOT NULL CHECK (amount > 0),
        state text NOT NULL CHECK (state IN ('WANTED', 'SENDING', 'DONE', 'UNKNOWN', 'FAILED')),
        code text,
        reason text,
        attempts integer NOT NULL,
        next_attempt_at timestamptz,
        wanted_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        UNIQUE (key, action),
        CHECK ((action = 'ISSUE') = (ends IS NULL)),
        CHECK ((state IN ('DONE', 'FAILED')) = (next_attempt_at IS NULL)))`);
    // One thing at a time for a payment: a receipt is replaced or cancelled once it is surely there.
    this.addSql(`CREATE UNIQUE INDEX receipt_order_open ON payments.receipt_order (payment_id) WHERE state <> 'DONE'`);
    this.addSql('CREATE INDEX receipt_order_of_payment ON payments.receipt_order (payment_id)');
    this.addSql('CREATE INDEX receipt_order_due ON payments.receipt_order (connector, next_attempt_at) WHERE next_attempt_at IS NOT NULL');
    this.addSql(`CREATE INDEX receipt_order_waiting ON payments.receipt_order (wanted_at, id) WHERE state <> 'DONE'`);
    // Under which key a provider of electronic receipts holds it.
    this.addSql('ALTER TABLE payments.receipt ADD COLUMN provider_key text UNIQUE');
  }
}
