import { Migration } from '@mikro-orm/migrations';
import { KeepComparisons } from './migrations.compare.ts';
import { TellDays } from './migrations.day.ts';
import { KeepExtras } from './migrations.extras.ts';
import { TellInTheirLanguage } from './migrations.languages.ts';
import { KeepNotes } from './migrations.notes.ts';
import { CompareNightly, KeepExchanges, KeepResends, LimitDeliveries, RaiseAlerts } from './migrations.operators.ts';
import { KeepAskedRests } from './migrations.rests.ts';
import { WatchStatementSources } from './migrations.sftp.ts';
import { KeepSources } from './migrations.sources.ts';
import { OweAccountStatements, OweStatements } from './migrations.statements.ts';

class CreateIntegration extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE integration.connector (
        id text PRIMARY KEY,
        paused boolean NOT NULL DEFAULT false,
        failures integer NOT NULL DEFAULT 0,
        open_until timestamptz,
        last_success_at timestamptz,
        error_code text,
        last_error text
      )`);
    this.addSql(`
      CREATE TABLE integration.delivery (
        key uuid PRIMARY KEY,
        connector text NOT NULL,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        subject text NOT NULL,
        operation text NOT NULL,
        sequence integer NOT NULL,
        receiving_unit text,
        handling_unit text,
        scope text[] NOT NULL,
        citizen_index bytea,
        state text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'RETRYING', 'DELIVERED', 'PARKED')),
        attempts integer NOT NULL DEFAULT 0,
        requested_at timestamptz NOT NULL,
        delivered_at timestamptz,
        next_attempt_at timestamptz,
        look boolean NOT NULL DEFAULT false,
        error_code text,
        last_error text,
        lease_owner uuid,
        leased_until timestamptz,
        CHECK ((state = 'DELIVERED') = (delivered_at IS NOT NULL)),
        CHECK ((lease_owner IS NULL) = (leased_until IS NULL))
      )`);
    this.addSql(`CREATE UNIQUE INDEX delivery_order ON integration.delivery (subject_id, connector, sequence)`);
    this.addSql(`CREATE INDEX delivery_newest ON integration.delivery (requested_at DESC, key DESC)`);
    this.addSql(
      `CREATE INDEX delivery_of_citizen ON integration.delivery (citizen_index, requested_at DESC, key DESC) WHERE citizen_index IS NOT NULL`,
    );
    // Small, because nearly everything is delivered: what waits, in the order in which it was asked for.
    this.addSql(`CREATE INDEX delivery_waiting ON integration.delivery (connector, requested_at, sequence) WHERE state <> 'DELIVERED'`);
    this.addSql(`CREATE INDEX delivery_leased ON integration.delivery (lease_owner) WHERE lease_owner IS NOT NULL`);
    this.addSql(`
      CREATE VIEW integration.untaken AS
      SELECT * FROM outbox.event
      WHERE connector IS NOT NULL
        AND (tx, id) > (coalesce((SELECT tx FROM outbox.cursor WHERE consumer = 'integration.intake'), '0'),
                        coalesce((SELECT id FROM outbox.cursor WHERE consumer = 'integration.intake'), 0))`);
    // Intake moves the cursor and makes the rows in one transaction: a delivery is always in exactly one of the two.
    this.addSql(`
      CREATE VIEW integration.synchronization AS
      SELECT key, connector, kind, subject_id, subject, operation, sequence, receiving_unit, handling_unit, scope, citizen_index,
             state, attempts, requested_at, delivered_at, next_attempt_at, error_code, last_error
      FROM integration.delivery
      UNION ALL
      SELECT key, connector, kind, subject_id, subject, operation, sequence, receiving_unit, handling_unit, scope, citizen_index,
             'PENDING', 0, at, NULL, NULL, NULL, NULL
      FROM integration.untaken`);
  }
}

/** An officer's page: the unit's own, however few they are among all. */
class IndexUnits extends Migration {
  override up(): void {
    this.addSql(`CREATE INDEX delivery_of_unit ON integration.delivery (receiving_unit, requested_at DESC, key DESC)`);
    this.addSql(
      `CREATE INDEX delivery_of_handler ON integration.delivery (handling_unit, requested_at DESC, key DESC) WHERE handling_unit IS DISTINCT FROM receiving_unit`,
    );
  }
}

export const INTEGRATION_MIGRATIONS = [
  { name: 'integration-001-create', class: CreateIntegration },
  { name: 'integration-002-units', class: IndexUnits },
  { name: 'integration-003-comparison', class: KeepComparisons },
  { name: 'integration-004-limits', class: LimitDeliveries },
  { name: 'integration-005-resends', class: KeepResends },
  { name: 'integration-006-sources', class: KeepSources },
  { name: 'integration-007-exchanges', class: KeepExchanges },
  { name: 'integration-008-nightly', class: CompareNightly },
  { name: 'integration-009-alerts', class: RaiseAlerts },
  { name: 'integration-010-notes', class: KeepNotes },
  { name: 'integration-011-days', class: TellDays },
  { name: 'integration-046-statements', class: OweStatements },
  { name: 'integration-070-extras', class: KeepExtras },
  { name: 'integration-071-rests', class: KeepAskedRests },
  { name: 'integration-072-languages', class: TellInTheirLanguage },
  { name: 'integration-070-sftp', class: WatchStatementSources },
  { name: 'integration-073-account-statements', class: OweAccountStatements },
];
