import { Migration } from '@mikro-orm/migrations';

/** Keys of mutations that change what is there already, and what each of them changed. */
export class KeepAnswers extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE payments.answered (
        caller text NOT NULL,
        idempotency_key text NOT NULL,
        kind text NOT NULL,
        input_hash bytea NOT NULL,
        subject uuid NOT NULL,
        answered_at timestamptz NOT NULL,
        PRIMARY KEY (caller, idempotency_key))`);
    this.addSql('CREATE INDEX answered_at ON payments.answered (answered_at)');
  }
}
