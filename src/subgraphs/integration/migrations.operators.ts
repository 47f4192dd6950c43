import { Migration } from '@mikro-orm/migrations';

/** A limit and a trial after recovery for each connector, and what goes before what. */
export class LimitDeliveries extends Migration {
  override up(): void {
    this.addSql(
      `ALTER TABLE integration.connector ADD COLUMN rate_per_second double precision CHECK (rate_per_second > 0), ADD COLUMN allowance integer CHECK (allowance > 0)`,
    );
    this.addSql(`
      CREATE TABLE integration.rate_window (
        connector text PRIMARY KEY, asked_at timestamptz NOT NULL, granted_at timestamptz[] NOT NULL DEFAULT '{}', granted int[] NOT NULL DEFAULT '{}')`);
    // A constant default is kept in the catalogue: the table is not rewritten.
    this.addSql(`ALTER TABLE integration.delivery ADD COLUMN priority smallint NOT NULL DEFAULT 0, ADD COLUMN resend uuid`);
    this.addSql(`DROP INDEX integration.delivery_waiting`);
    this.addSql(
      `CREATE INDEX delivery_waiting ON integration.delivery (connector, priority DESC, requested_at, sequence) WHERE state <> 'DELIVERED'`,
    );
    this.addSql(`
      CREATE TABLE integration.setting_change (
        id bigserial PRIMARY KEY, at timestamptz NOT NULL, actor text NOT NULL, setting text NOT NULL, target text NOT NULL,
        before jsonb, after jsonb)`);
    this.addSql(`CREATE INDEX delivery_of_resend ON integration.delivery (resend, state) WHERE resend IS NOT NULL`);
  }
}

/** Dossiers that are told once more: who asked, why, and how far it has come. */
export class KeepResends extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE integration.resend (
        id uuid PRIMARY KEY,
        reason text NOT NULL,
        requested_by text NOT NULL,
        requested_at timestamptz NOT NULL,
        requester jsonb NOT NULL,
        unit text,
        filter jsonb NOT NULL,
        choice bytea NOT NULL,
        priority smallint NOT NULL CHECK (priority < 0),
        state text NOT NULL CHECK (state IN ('RUNNING', 'STOPPED', 'DONE')),
        expected integer NOT NULL,
        appended integer NOT NULL DEFAULT 0,
        skipped integer NOT NULL DEFAULT 0,
        position jsonb,
        wanting boolean NOT NULL DEFAULT false,
        exhausted boolean NOT NULL DEFAULT false,
        finished_at timestamptz,
        stopped_by text)`);
    this.addSql(`CREATE INDEX resend_newest ON integration.resend (requested_at DESC, id DESC)`);
    this.addSql(`CREATE INDEX resend_running ON integration.resend (id) WHERE state = 'RUNNING'`);
  }
}

/** What was sent and what came back, by delivery; swept after some days. */
export class KeepExchanges extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE integration.exchange (
        id bigserial PRIMARY KEY, delivery uuid NOT NULL, attempt integer NOT NULL, at timestamptz NOT NULL,
        service text NOT NULL, sent text NOT NULL, received text NOT NULL, ms integer NOT NULL)`);
    this.addSql(`CREATE INDEX exchange_of_delivery ON integration.exchange (delivery, id)`);
    this.addSql(`CREATE INDEX exchange_oldest ON integration.exchange (at)`);
  }
}

/** What a request does, and the nights' comparisons by what they found. */
export class CompareNightly extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE integration.resend ADD COLUMN purpose text NOT NULL DEFAULT 'SEND' CHECK (purpose IN ('SEND', 'COMPARE'))`);
  }
}

/** Alerts with their thresholds, and since when a connector does not answer. */
export class RaiseAlerts extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE integration.connector ADD COLUMN down_since timestamptz`);
    this.addSql(`UPDATE integration.connector SET down_since = now() WHERE failures > 0`);
    this.addSql(`
      CREATE TABLE integration.alert_rule (
        kind text PRIMARY KEY, threshold integer NOT NULL CHECK (threshold >= 0), enabled boolean NOT NULL DEFAULT true, parameters jsonb NOT NULL)`);
    this.addSql(`
      INSERT INTO integration.alert_rule (kind, threshold, parameters) VALUES
        ('CONNECTOR_DOWN', 10, '{}'),
        ('OLDEST_PENDING', 60, '{}'),
        ('SOURCE_SILENT', 60, '{"weekdays": [1, 2, 3, 4, 5], "spans": [["07:30", "11:30"], ["13:30", "17:00"]], "closed": []}'),
        ('SENT_NOT_RECEIVED', 0, '{"at": "17:00"}')`);
    this.addSql(`
      CREATE TABLE integration.alert (
        id uuid PRIMARY KEY, kind text NOT NULL, target text NOT NULL, details jsonb NOT NULL, raised_at timestamptz NOT NULL, recovered_at timestamptz,
        told boolean NOT NULL DEFAULT false)`);
    this.addSql(`CREATE UNIQUE INDEX alert_open ON integration.alert (kind, target) WHERE recovered_at IS NULL`);
    this.addSql(`CREATE INDEX alert_newest ON integration.alert (raised_at DESC, id DESC)`);
    this.addSql(`CREATE INDEX alert_untold ON integration.alert (raised_at) WHERE NOT told`);
  }
}
