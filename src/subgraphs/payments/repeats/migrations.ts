import { Migration } from '@mikro-orm/migrations';

/** What was reported as collected and had been posted before: it is posted once, and somebody must say for which dossier it was. */
export class KeepRepeats extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE payments.repeated_report (
        id uuid PRIMARY KEY,
        dossier_id uuid NOT NULL,
        dossier_code text NOT NULL,
        unit text NOT NULL,
        scope text[] NOT NULL,
        provider text NOT NULL,
        reference text NOT NULL,
        provider_transaction_id text,
        amount bigint NOT NULL,
        payment_id uuid NOT NULL REFERENCES payments.payment,
        reported_at timestamptz NOT NULL,
        UNIQUE (dossier_id, provider, reference))`);
    this.addSql('CREATE INDEX repeated_report_at ON payments.repeated_report (reported_at, id)');
    this.addSql('CREATE INDEX repeated_report_of_payment ON payments.repeated_report (payment_id)');
  }
}
