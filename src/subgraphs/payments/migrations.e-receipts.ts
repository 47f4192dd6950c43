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
        CONSTRAINT receipt_order_ends CHECK ((action = 'ISSUE') = (ends IS NULL)),
        CONSTRAINT receipt_order_waits CHECK ((state IN ('DONE', 'FAILED')) = (next_attempt_at IS NULL)))`);
    // One thing at a time for a payment: a receipt is replaced or cancelled once it is surely there.
    this.addSql(`CREATE UNIQUE INDEX receipt_order_open ON payments.receipt_order (payment_id) WHERE state <> 'DONE'`);
    this.addSql('CREATE INDEX receipt_order_of_payment ON payments.receipt_order (payment_id)');
    this.addSql('CREATE INDEX receipt_order_due ON payments.receipt_order (connector, next_attempt_at) WHERE next_attempt_at IS NOT NULL');
    this.addSql(`CREATE INDEX receipt_order_waiting ON payments.receipt_order (wanted_at, id) WHERE state <> 'DONE'`);
    // Under which key a provider of electronic receipts holds it.
    this.addSql('ALTER TABLE payments.receipt ADD COLUMN provider_key text UNIQUE');
  }
}

/** What a provider refuses for good is settled there by hand; two people say so, and the order is closed. */
export class CloseReceiptOrders extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE payments.receipt_order
        ADD COLUMN closing_by text, ADD COLUMN closing_at timestamptz, ADD COLUMN closing_note text, ADD COLUMN closed_by text,
        DROP CONSTRAINT receipt_order_state_check,
        ADD CONSTRAINT receipt_order_state_check CHECK (state IN ('WANTED', 'SENDING', 'DONE', 'UNKNOWN', 'FAILED', 'CLOSED')),
        DROP CONSTRAINT receipt_order_waits,
        ADD CONSTRAINT receipt_order_waits CHECK ((state IN ('DONE', 'FAILED', 'CLOSED')) = (next_attempt_at IS NULL)),
        ADD CONSTRAINT receipt_order_closed CHECK ((state = 'CLOSED') = (closed_by IS NOT NULL) AND (closed_by IS NULL OR closed_by <> closing_by))`);
  }
}
