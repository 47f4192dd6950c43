import { Migration } from '@mikro-orm/migrations';

/** Every transaction stands in a unit's books on a business day, and what it comes from is posted once. */
export class LedgerOfUnits extends Migration {
  override up(): void {
    this.addSql('ALTER TABLE payments.ledger_entry DISABLE TRIGGER append_only');
    this.addSql(
      'ALTER TABLE payments.ledger_entry ADD COLUMN source text, ADD COLUMN leg smallint, ADD COLUMN day date, ADD COLUMN unit text, ALTER COLUMN payment_id DROP NOT NULL',
    );
    this.addSql(
      `UPDATE payments.ledger_entry e SET leg = CASE WHEN debit > 0 THEN 0 ELSE 1 END, day = (e.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, unit = p.receiving_unit
       FROM payments.payment p WHERE p.id = e.payment_id`,
    );
    this.addSql(
      'ALTER TABLE payments.ledger_entry ALTER COLUMN leg SET NOT NULL, ALTER COLUMN day SET NOT NULL, ALTER COLUMN unit SET NOT NULL',
    );
    this.addSql('ALTER TABLE payments.ledger_entry ENABLE TRIGGER append_only');
    this.addSql('CREATE UNIQUE INDEX ledger_entry_source ON payments.ledger_entry (source, leg) WHERE source IS NOT NULL');
    this.addSql('CREATE INDEX ledger_entry_of_unit ON payments.ledger_entry (unit, day)');
  }
}

/** Refunds on their way: who asked, who approved, what the gateway said. What has gone back stands in `payments.refund` as before. */
export class RequestRefunds extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE payments.refund_request (
        id uuid PRIMARY KEY,
        payment_id uuid NOT NULL REFERENCES payments.payment,
        reference text NOT NULL UNIQUE CHECK (reference ~ '^[A-Za-z0-9]+$'),
        amount bigint NOT NULL CHECK (amount > 0),
        cause text NOT NULL CHECK (cause IN ('PERSON', 'PAID_TWICE')),
        way text NOT NULL CHECK (way IN ('GATEWAY', 'TRANSFER', 'DESK')),
        state text NOT NULL CHECK (state IN ('REQUESTED', 'READY', 'SENT', 'DONE', 'REFUSED', 'WITHDRAWN')),
        reason text NOT NULL,
        requested_by text NOT NULL,
        requested_at timestamptz NOT NULL,
        approved_by text,
        approved_at timestamptz,
        approval_note text,
        concluded_by text,
        concluded_at timestamptz,
        conclusion_note text,
        provider_code text,
        provider_transaction_id text,
        first_sent_at timestamptz,
        attempts integer NOT NULL,
        next_attempt_at timestamptz,
        caller text,
        idempotency_key text,
        input_hash bytea,
        CHECK ((state IN ('DONE', 'REFUSED', 'WITHDRAWN')) = (concluded_at IS NOT NULL)))`);
    this.addSql('CREATE INDEX refund_request_of_payment ON payments.refund_request (payment_id)');
    this.addSql('CREATE INDEX refund_request_due ON payments.refund_request (next_attempt_at) WHERE next_attempt_at IS NOT NULL');
    this.addSql(
      `CREATE INDEX refund_request_open ON payments.refund_request (requested_at, id) WHERE state IN ('REQUESTED', 'READY', 'SENT')`,
    );
    this.addSql(
      'CREATE UNIQUE INDEX refund_request_repeated ON payments.refund_request (caller, idempotency_key) WHERE idempotency_key IS NOT NULL',
    );
    this.addSql('ALTER TABLE payments.refund ADD COLUMN request_id uuid REFERENCES payments.refund_request');
    this.addSql('CREATE UNIQUE INDEX refund_of_request ON payments.refund (request_id) WHERE request_id IS NOT NULL');
  }
}
