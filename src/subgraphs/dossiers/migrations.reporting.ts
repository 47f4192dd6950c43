import { Migration } from '@mikro-orm/migrations';

/**
 * What reports a dossier, as data. Where it was filed decides first: the portal has its own already and learns the state alone; what
 * a ministry or the police report never goes out twice.
 */
export class DecideReporting extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE dossiers.reporting_rule (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        origin text NOT NULL CHECK (origin IN ('NATIONAL_PORTAL', 'PROVINCE', 'MINISTRY_SYSTEM')),
        procedure text,
        reported_by text CHECK (reported_by IN ('PROVINCE', 'MINISTRY', 'POLICE')),
        profile text,
        services text[] NOT NULL CHECK (services <@ ARRAY['DongBoHoSoMC', 'DongBoTrangThaiHoSo', 'CapNhatTienDoHoSoMC']),
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to > valid_from))`);
    this.addSql(`
      CREATE UNIQUE INDEX reporting_rule_of ON dossiers.reporting_rule
        (origin, coalesce(procedure, ''), coalesce(reported_by, ''), coalesce(profile, ''), valid_from)`);
    this.addSql(`
      INSERT INTO dossiers.reporting_rule (origin, reported_by, services, valid_from)
      VALUES ('NATIONAL_PORTAL', NULL, ARRAY['DongBoTrangThaiHoSo', 'CapNhatTienDoHoSoMC'], '2010-01-01'),
             ('NATIONAL_PORTAL', 'MINISTRY', '{}', '2010-01-01'),
             ('NATIONAL_PORTAL', 'POLICE', '{}', '2010-01-01'),
             ('PROVINCE', NULL, ARRAY['DongBoHoSoMC', 'CapNhatTienDoHoSoMC'], '2010-01-01'),
             ('PROVINCE', 'MINISTRY', '{}', '2010-01-01'),
             ('PROVINCE', 'POLICE', '{}', '2010-01-01'),
             ('MINISTRY_SYSTEM', NULL, '{}', '2010-01-01')`);
    this.addSql(`
      CREATE TABLE dossiers.reporting_rule_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        rule uuid NOT NULL REFERENCES dossiers.reporting_rule,
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL,
        reason text NOT NULL,
        before jsonb,
        after jsonb NOT NULL)`);
    this.addSql(`
      CREATE TABLE dossiers.reporting_switch (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        unit text NOT NULL REFERENCES dossiers.unit,
        source text,
        mode text NOT NULL CHECK (mode IN ('OFF', 'COMPARE', 'ON')),
        valid_from timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL,
        reason text NOT NULL)`);
    for (const table of ['reporting_rule_change', 'reporting_switch']) {
      this.addSql(
        `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dossiers.${table} FOR EACH STATEMENT EXECUTE FUNCTION dossiers.refuse_change()`,
      );
    }
  }
}

/** What the portal was told of each month and unit, so that the same is not told again, and what changed is. */
export class KeepMonthlyReports extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE dossiers.monthly_report (
        report text NOT NULL CHECK (report IN ('ratings', 'statistics')),
        month text NOT NULL,
        unit text NOT NULL,
        sequence integer NOT NULL CHECK (sequence > 0),
        content_hash text NOT NULL,
        figures jsonb NOT NULL,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (report, month, unit))`);
  }
}

/**
 * What the nightly look at the national catalogue changed, and how short a list of it may become before nothing is taken out of use.
 * A procedure that the portal lists no more stays: dossiers point at it.
 */
export class FollowCatalogue extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE dossiers.catalogue_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        procedure text NOT NULL,
        changed_at timestamptz NOT NULL,
        kind text NOT NULL CHECK (kind IN ('ADDED', 'CONFIRMED', 'CHANGED', 'WITHDRAWN', 'RETURNED')),
        before jsonb,
        after jsonb NOT NULL)`);
    this.addSql(`CREATE INDEX catalogue_change_of ON dossiers.catalogue_change (procedure, id)`);
    this.addSql(`
      CREATE TABLE dossiers.catalogue_pull (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        pulled_at timestamptz NOT NULL,
        day date NOT NULL,
        asked_by text NOT NULL,
        listed integer NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('DONE', 'GUARDED')),
        added integer NOT NULL,
        changed integer NOT NULL,
        withdrawn integer NOT NULL,
        failed integer NOT NULL)`);
    this.addSql(`CREATE INDEX catalogue_pull_latest ON dossiers.catalogue_pull (day, id)`);
    this.addSql(`
      CREATE TABLE dossiers.catalogue_guard (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        largest_loss_percent integer NOT NULL CHECK (largest_loss_percent BETWEEN 0 AND 100))`);
    this.addSql(`INSERT INTO dossiers.catalogue_guard (largest_loss_percent) VALUES (10)`);
    this.addSql(
      `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dossiers.catalogue_change FOR EACH STATEMENT EXECUTE FUNCTION dossiers.refuse_change()`,
    );
    // When the portal was last asked for it in whole; null: never.
    this.addSql(`ALTER TABLE dossiers.procedure ADD COLUMN national_at timestamptz`);
  }
}
