import { Migration } from '@mikro-orm/migrations';
import { CountAccountGaps, CreditsOfAccounts, RegisterAccounts, StatementsOfAccounts } from './accounts/migrations.ts';
import { KeepCash } from './cash/migrations.ts';
import { DoubtCredits, KeepAccountStatements } from './migrations.accounts.ts';
import { ReadBooks } from './migrations.books.ts';
import { KeepCredits, ProposeClosings } from './migrations.credits.ts';
import { CloseReceiptOrders, OrderReceipts } from './migrations.e-receipts.ts';
import { MerchantsOfUnits } from './migrations.merchants.ts';
import { KeepAnswers } from './migrations.once.ts';
import { IssueReceipts } from './migrations.receipts.ts';
import { LedgerOfUnits, RequestRefunds } from './migrations.refunds.ts';
import { LookAgain, ResolveDifferences } from './migrations.resolutions.ts';
import { CountStatementGaps, IndexExceptions, SummarizeStatementRows, WatchStatementFiles } from './migrations.statements.ts';
import { KeepRepeats } from './repeats/migrations.ts';
import { SettleBatches } from './settlements/migrations.ts';
import { FetchStatements } from './statements/sftp/migrations.ts';

/** Merchants and payments. */
class CreatePayments extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE payments.merchant (
        id uuid PRIMARY KEY,
        provider text NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        unit text NOT NULL,
        scope text[] NOT NULL,
        external boolean NOT NULL,
        is_default boolean NOT NULL,
        secrets bytea,
        fee_fixed bigint CHECK (fee_fixed >= 0),
        fee_rate_ppm integer CHECK (fee_rate_ppm >= 0),
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (provider, code))`);
    this.addSql(`CREATE UNIQUE INDEX merchant_default ON payments.merchant (provider) WHERE is_default`);
    this.addSql(`
      CREATE TABLE payments.payment (
        id uuid PRIMARY KEY,
        reference text NOT NULL,
        merchant_id uuid NOT NULL REFERENCES payments.merchant,
        provider text NOT NULL,
        dossier_id uuid NOT NULL,
        dossier_code text NOT NULL,
        dossier_version integer,
        obligation jsonb,
        obligation_total bigint CHECK (obligation_total >= 0),
        external boolean NOT NULL,
        amount bigint NOT NULL CHECK (amount >= 0),
        refunded_amount bigint NOT NULL CHECK (refunded_amount BETWEEN 0 AND amount),
        status text NOT NULL,
        checkout_url text,
        qr_payload text,
        return_url text,
        provider_transaction_id text,
        provider_code text,
        created_at timestamptz NOT NULL,
        expires_at timestamptz,
        paid_at timestamptz,
        business_date date,
        settled_via text,
        exceeds_obligation boolean NOT NULL,
        receiving_unit text NOT NULL,
        handling_unit text NOT NULL,
        scope text[] NOT NULL,
        citizen_id uuid,
        citizen_index bytea,
        caller text,
        idempotency_key text,
        input_hash bytea,
        next_query_at timestamptz,
        query_attempts integer NOT NULL,
        reported_event bigint,
        receipt_number text,
        receipt_url text,
        CHECK ((paid_at IS NULL) = (business_date IS NULL)),
        CHECK (external OR reference ~ '^[A-Za-z0-9]+$'))`);
    this.addSql(`CREATE UNIQUE INDEX payment_reference ON payments.payment (merchant_id, reference)`);
    this.addSql(`CREATE UNIQUE INDEX payment_own_reference ON payments.payment (reference) WHERE NOT external`);
    this.addSql(`CREATE INDEX payment_by_reference ON payments.payment (reference) WHERE external`);
    this.addSql(
      `CREATE UNIQUE INDEX payment_settled_fact ON payments.payment (provider, provider_transaction_id) WHERE paid_at IS NOT NULL AND NOT external`,
    );
    this.addSql(`CREATE UNIQUE INDEX payment_idempotency ON payments.payment (caller, idempotency_key) WHERE idempotency_key IS NOT NULL`);
    this.addSql(`CREATE INDEX payment_by_dossier ON payments.payment (dossier_id, created_at, id)`);
    this.addSql(`CREATE INDEX payment_by_time ON payments.payment (created_at, id)`);
    this.addSql(`CREATE INDEX payment_by_citizen ON payments.payment (citizen_id, created_at, id)`);
    this.addSql(
      `CREATE INDEX payment_by_citizen_index ON payments.payment (citizen_index, created_at, id) WHERE citizen_index IS NOT NULL`,
    );
    this.addSql(`CREATE INDEX payment_by_unit ON payments.payment (receiving_unit, created_at, id)`);
    this.addSql(`CREATE INDEX payment_by_day ON payments.payment (merchant_id, business_date) WHERE business_date IS NOT NULL`);
    this.addSql(`CREATE INDEX payment_to_query ON payments.payment (next_query_at) WHERE next_query_at IS NOT NULL`);
    this.addSql(`CREATE INDEX payment_to_expire ON payments.payment (expires_at) WHERE status = 'PENDING'`);
    this.addSql(`
      CREATE TABLE payments.refund (
        id uuid PRIMARY KEY,
        payment_id uuid NOT NULL REFERENCES payments.payment,
        merchant_id uuid NOT NULL,
        reference text NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        provider_transaction_id text,
        refunded_at timestamptz NOT NULL,
        business_date date NOT NULL)`);
    this.addSql(`CREATE INDEX refund_by_day ON payments.refund (merchant_id, business_date)`);
    this.addSql(`CREATE INDEX refund_by_payment ON payments.refund (payment_id)`);
  }
}

/** The ledger: whole transactions alone, and never a change. */
class CreateLedger extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE payments.ledger_entry (
        id uuid PRIMARY KEY,
        transaction_id uuid NOT NULL,
        payment_id uuid NOT NULL,
        at timestamptz NOT NULL,
        account text NOT NULL,
        debit bigint NOT NULL CHECK (debit >= 0),
        credit bigint NOT NULL CHECK (credit >= 0),
        memo text,
        CHECK ((debit = 0) <> (credit = 0)))`);
    this.addSql(`CREATE INDEX ledger_entry_by_payment ON payments.ledger_entry (payment_id, at, id)`);
    // Once for each statement and not for each row: the same promise, and a bulk load of a quarter pays for it once.
    this.addSql(`
      CREATE FUNCTION payments.refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM added GROUP BY transaction_id HAVING sum(debit) <> sum(credit)) THEN
          RAISE EXCEPTION 'ledger: debit and credit of a transaction differ' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$`);
    this.addSql(
      `CREATE TRIGGER balanced AFTER INSERT ON payments.ledger_entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION payments.refuse_unbalanced()`,
    );
    this.addSql(`
      CREATE FUNCTION payments.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'append-only: % on %', TG_OP, TG_TABLE_NAME; END $$`);
    this.addSql(
      `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payments.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION payments.refuse_change()`,
    );
  }
}

/** Statements and what matching them finds. */
class CreateReconciliations extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE payments.statement (
        id uuid PRIMARY KEY,
        provider text NOT NULL,
        merchant_id uuid NOT NULL REFERENCES payments.merchant,
        business_date date NOT NULL,
        version integer NOT NULL,
        sha256 bytea NOT NULL,
        rows integer NOT NULL,
        sum_gross bigint NOT NULL,
        sum_fee bigint NOT NULL,
        sum_fee_vat bigint NOT NULL,
        sum_net bigint NOT NULL,
        generated_at timestamptz,
        uploaded_by text,
        taken_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (merchant_id, business_date, version),
        UNIQUE (merchant_id, business_date, sha256))`);
    this.addSql(`
      CREATE TABLE payments.statement_row (
        statement_id uuid NOT NULL,
        row_no integer NOT NULL,
        type text NOT NULL,
        merchant_ref text NOT NULL,
        provider_txn_id text NOT NULL,
        original_txn_id text NOT NULL,
        bank_code text NOT NULL,
        bank_txn_id text NOT NULL,
        channel text NOT NULL,
        at timestamptz NOT NULL,
        gross bigint NOT NULL,
        fee bigint NOT NULL,
        fee_vat bigint NOT NULL,
        net bigint NOT NULL,
        status text NOT NULL,
        batch_id text NOT NULL,
        order_info text NOT NULL,
        PRIMARY KEY (statement_id, row_no))`);
    this.addSql(`
      CREATE TABLE payments.reconciliation (
        id uuid PRIMARY KEY,
        provider text NOT NULL,
        merchant_id uuid NOT NULL REFERENCES payments.merchant,
        business_date date NOT NULL,
        status text NOT NULL,
        statement_id uuid REFERENCES payments.statement,
        statement_version integer,
        statement_rows integer NOT NULL,
        matched integer NOT NULL,
        discrepancy_count integer NOT NULL,
        statement_total bigint NOT NULL,
        hub_total bigint NOT NULL,
        rejection jsonb,
        started_by text NOT NULL,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        closed_at timestamptz,
        UNIQUE (merchant_id, business_date))`);
    this.addSql(`CREATE INDEX reconciliation_by_day ON payments.reconciliation (business_date, id)`);
    this.addSql(`
      CREATE TABLE payments.discrepancy (
        id uuid PRIMARY KEY,
        reconciliation_id uuid NOT NULL REFERENCES payments.reconciliation,
        position integer NOT NULL,
        kind text NOT NULL,
        reference text,
        payment_id uuid,
        hub_amount bigint,
        statement_amount bigint,
        facts jsonb NOT NULL,
        resolution text,
        resolved_by text,
        resolved_at timestamptz,
        approved_by text,
        note text)`);
    this.addSql(`CREATE UNIQUE INDEX discrepancy_in_order ON payments.discrepancy (reconciliation_id, position)`);
  }
}

/** An order's text may name a person: what was kept of it in clear goes, and from now on it is encrypted. */
class SealOrderTexts extends Migration {
  override up(): void {
    this.addSql('ALTER TABLE payments.statement_row DROP COLUMN order_info, ADD COLUMN order_sealed bytea');
  }
}

/** The contract's VAT on its fee, beside the fee itself. */
class KeepFeeVat extends Migration {
  override up(): void {
    this.addSql('ALTER TABLE payments.merchant ADD COLUMN fee_vat_percent integer CHECK (fee_vat_percent BETWEEN 0 AND 100)');
  }
}

/** An officer's page: the few payments that another unit's dossiers bring. And whatever one payment is looked for by. */
class IndexSearches extends Migration {
  override up(): void {
    this.addSql(`DROP INDEX payments.payment_by_reference`);
    this.addSql(`CREATE INDEX payment_by_reference ON payments.payment (reference)`);
    this.addSql(
      `CREATE INDEX payment_by_transaction ON payments.payment (provider_transaction_id) WHERE provider_transaction_id IS NOT NULL`,
    );
    this.addSql(`CREATE INDEX payment_by_dossier_code ON payments.payment (dossier_code)`);
    this.addSql(
      `CREATE INDEX payment_by_handler ON payments.payment (handling_unit, created_at, id) WHERE handling_unit <> receiving_unit`,
    );
  }
}

export const MIGRATIONS = [
  { name: 'payments-001-create', class: CreatePayments },
  { name: 'payments-002-ledger', class: CreateLedger },
  { name: 'payments-003-reconciliation', class: CreateReconciliations },
  { name: 'payments-004-order-texts', class: SealOrderTexts },
  { name: 'payments-005-fee-vat', class: KeepFeeVat },
  { name: 'payments-006-searches', class: IndexSearches },
  { name: 'payments-010-ledger', class: LedgerOfUnits },
  { name: 'payments-011-refunds', class: RequestRefunds },
  { name: 'payments-012-merchants', class: MerchantsOfUnits },
  { name: 'payments-013-books', class: ReadBooks },
  { name: 'payments-020-credits', class: KeepCredits },
  { name: 'payments-021-credit-closings', class: ProposeClosings },
  { name: 'payments-030-receipts', class: IssueReceipts },
  { name: 'payments-036-receipt-orders', class: OrderReceipts },
  { name: 'payments-037-receipt-order-closings', class: CloseReceiptOrders },
  { name: 'payments-040-account-statements', class: KeepAccountStatements },
  { name: 'payments-041-doubtful-credits', class: DoubtCredits },
  { name: 'payments-046-statement-files', class: WatchStatementFiles },
  { name: 'payments-047-statement-gaps', class: CountStatementGaps },
  { name: 'payments-050-resolutions', class: ResolveDifferences },
  { name: 'payments-051-settlements', class: SettleBatches },
  { name: 'payments-052-cash', class: KeepCash },
  { name: 'payments-053-exceptions', class: IndexExceptions },
  { name: 'payments-070-sftp', class: FetchStatements },
  { name: 'payments-071-answers', class: KeepAnswers },
  { name: 'payments-072-repeats', class: KeepRepeats },
  { name: 'payments-073-looks', class: LookAgain },
  { name: 'payments-060-bank-accounts', class: RegisterAccounts },
  { name: 'payments-061-credits-of-accounts', class: CreditsOfAccounts },
  { name: 'payments-062-account-statement-forms', class: StatementsOfAccounts },
  { name: 'payments-063-account-gaps', class: CountAccountGaps },
  { name: 'payments-085-statement-rows', class: SummarizeStatementRows },
];
