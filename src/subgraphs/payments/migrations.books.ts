import { Migration } from '@mikro-orm/migrations';

/** The books are read through in order, and by account. */
export class ReadBooks extends Migration {
  override up(): void {
    this.addSql('CREATE INDEX ledger_entry_in_order ON payments.ledger_entry (at, id)');
    this.addSql('CREATE INDEX ledger_entry_of_account ON payments.ledger_entry (account, at, id)');
  }
}
