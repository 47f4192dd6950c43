import { Migration } from '@mikro-orm/migrations';

/** The platform's own append-only schema: events, and the record of every read of personal data. */
class CreateOutbox extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE outbox.event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key uuid NOT NULL UNIQUE,
        tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
        at timestamptz NOT NULL,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        subject text NOT NULL,
        connector text,
        operation text,
        sequence integer,
        receiving_unit text,
        handling_unit text,
        scope text[] NOT NULL DEFAULT '{}',
        citizen_index bytea,
        data jsonb NOT NULL DEFAULT '{}',
        sealed bytea,
        CHECK ((connector IS NULL) = (sequence IS NULL) AND (connector IS NULL) = (operation IS NULL))
      )`);
    this.addSql(`CREATE UNIQUE INDEX event_delivery ON outbox.event (subject_id, connector, sequence) WHERE connector IS NOT NULL`);
    this.addSql(`CREATE INDEX event_by_subject ON outbox.event (subject_id, kind)`);
    this.addSql(`CREATE INDEX event_tail ON outbox.event (tx, id)`);
    this.addSql(`
      CREATE TABLE outbox.personal_data_read (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        actor text NOT NULL,
        roles text[] NOT NULL,
        unit text,
        citizen_id uuid,
        purpose text NOT NULL,
        fields text[] NOT NULL
      )`);
    this.addSql(`CREATE INDEX personal_data_read_by_citizen ON outbox.personal_data_read (citizen_id, at DESC, id)`);
    this.addSql(`
      CREATE FUNCTION outbox.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'append-only: % on %', TG_OP, TG_TABLE_NAME; END $$`);
    for (const table of ['event', 'personal_data_read']) {
      this.addSql(
        `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON outbox.${table} FOR EACH STATEMENT EXECUTE FUNCTION outbox.refuse_change()`,
      );
    }
    this.addSql(`
      CREATE TABLE outbox.cursor (consumer text PRIMARY KEY, tx xid8 NOT NULL, id bigint NOT NULL, moved_at timestamptz NOT NULL DEFAULT now())`);
    this.addSql(`
      CREATE TABLE outbox.shared_value (key text PRIMARY KEY, sealed bytea NOT NULL, expires_at timestamptz NOT NULL)`);
    this.addSql(`CREATE TABLE outbox.setting (key text PRIMARY KEY, value jsonb NOT NULL)`);
  }
}

/** What must be delivered, apart from the many events that nobody delivers: read beside every synchronization. */
class IndexDeliveryTail extends Migration {
  override up(): void {
    this.addSql(`CREATE INDEX event_delivery_tail ON outbox.event (tx, id) WHERE connector IS NOT NULL`);
  }
}

/** What became of payments, apart from the many events of dossiers: the figures look how far they know it at every answer. */
class IndexPaymentTail extends Migration {
  override up(): void {
    this.addSql(`CREATE INDEX event_payment_tail ON outbox.event (tx, id) WHERE kind IN ('payment.settled', 'payment.refunded')`);
  }
}

/** How connectors answer and which of them are paused: several subgraphs call them, and each must know. */
class KeepConnectorReports extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE outbox.connector (
        id text PRIMARY KEY,
        paused boolean NOT NULL DEFAULT false,
        failures integer NOT NULL DEFAULT 0,
        last_success_at timestamptz,
        error_code text,
        last_error text)`);
  }
}

/** Between the schema that replaces a blind index and those that follow it. */
class KeepReplacedIndexes extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE outbox.replaced_index (before bytea PRIMARY KEY, after bytea NOT NULL)`);
  }
}

/** What two subgraphs tell each other of dossiers that are sent again, apart from the many events of dossiers. */
class IndexResendTail extends Migration {
  override up(): void {
    this.addSql(
      `CREATE INDEX event_resend_tail ON outbox.event (tx, id) WHERE kind IN ('synchronization.batch-wanted', 'synchronization.batch-made')`,
    );
  }
}

/** What the hub learned before a dossier's source did, as a condition on events. The index holds these alone: never to be changed without a new one. */
export const SOURCE_TAIL = `((kind = 'dossier.changed' AND data->>'madeBy' = 'hub')
  OR (kind IN ('payment.settled', 'payment.refunded') AND data->>'external' = 'false') OR kind = 'synchronization.parked')`;

class IndexSourceTail extends Migration {
  override up(): void {
    this.addSql(`CREATE INDEX event_source_tail ON outbox.event (tx, id) WHERE ${SOURCE_TAIL}`);
  }
}

/** When each source last sent anything: one subgraph hears it, another one watches its silence. */
class KeepSourcesSeen extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE outbox.source (source text PRIMARY KEY, seen_at timestamptz NOT NULL)`);
  }
}

/** What came in for one dossier through the hub: asked for when its source says that its fees are paid. */
class IndexPaymentsOfDossier extends Migration {
  override up(): void {
    this.addSql(
      `CREATE INDEX event_payment_of_dossier ON outbox.event ((data->>'dossierId')) WHERE kind IN ('payment.settled', 'payment.refunded') AND data->>'external' = 'false'`,
    );
  }
}

/** How units' days begin and what is added to them: a few hundred a day among all that happens. */
class IndexDayTail extends Migration {
  override up(): void {
    this.addSql(`CREATE INDEX event_day_tail ON outbox.event (tx, id) WHERE kind IN ('day.began', 'day.counted')`);
  }
}

/**
 * Up to which transaction the outbox may be read: below it nothing is still to commit. The snapshot's own bound would do, but it is the
 * whole server's: a long transaction in another database of the same server would hold the outbox up. So this asks who is at work in
 * this database. The snapshot comes first and the sessions after it: whoever began later has a higher number, and whoever has
 * ended meanwhile is seen by the next statement, which is the one to read by. Where a session's transaction is hidden from this
 * role, the server's bound holds.
 */
class AskForHorizon extends Migration {
  override up(): void {
    this.addSql(`
      CREATE FUNCTION outbox.horizon() RETURNS xid8 LANGUAGE plpgsql VOLATILE AS $$
      DECLARE bound bigint; behind bigint; hidden boolean;
      BEGIN
        -- What is known of sessions is otherwise kept until the end of the transaction.
        PERFORM pg_stat_clear_snapshot();
        SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
          -- Numbers of 32 bits go round: what seems to be half of them behind was given out after the snapshot.
          max(s.behind) FILTER (WHERE s.behind < 2147483648), bool_or(s.hidden)
        INTO bound, behind, hidden
        FROM (
          SELECT (pg_snapshot_xmax(pg_current_snapshot())::text::bigint - a.backend_xid::text::bigint) & 4294967295 AS behind,
            a.usesysid IS NOT NULL AND NOT pg_has_role(a.usesysid, 'USAGE') AND NOT pg_has_role('pg_read_all_stats', 'USAGE') AS hidden
          FROM pg_stat_activity a WHERE a.datname = current_database() AND a.backend_type IS DISTINCT FROM 'autovacuum worker'
          UNION ALL
          SELECT (pg_snapshot_xmax(pg_current_snapshot())::text::bigint - p.transaction::text::bigint) & 4294967295, false
          FROM pg_prepared_xacts p WHERE p.database = current_database()) s;
        IF hidden THEN RETURN pg_snapshot_xmin(pg_current_snapshot()); END IF;
        RETURN (bound - coalesce(behind, 0))::text::xid8;
      END $$`);
  }
}

export const OUTBOX_MIGRATIONS = [
  { name: 'outbox-001-create', class: CreateOutbox },
  { name: 'outbox-002-delivery-tail', class: IndexDeliveryTail },
  { name: 'outbox-003-payment-tail', class: IndexPaymentTail },
  { name: 'outbox-004-connector-reports', class: KeepConnectorReports },
  { name: 'outbox-005-replaced-index', class: KeepReplacedIndexes },
  { name: 'outbox-006-resend-tail', class: IndexResendTail },
  { name: 'outbox-007-source-tail', class: IndexSourceTail },
  { name: 'outbox-008-sources-seen', class: KeepSourcesSeen },
  { name: 'outbox-009-payments-of-dossier', class: IndexPaymentsOfDossier },
  { name: 'outbox-010-day-tail', class: IndexDayTail },
  { name: 'outbox-011-horizon', class: AskForHorizon },
];
