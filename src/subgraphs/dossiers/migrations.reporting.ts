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
      VALUES ('NATIONAL_PORTAL', NULL, ARRAY['DongBoTrangThaiHoSo', 'CapNhatTienDoHoSoMC'], '2000-01-01'),
             ('NATIONAL_PORTAL', 'MINISTRY', '{}', '2000-01-01'),
             ('NATIONAL_PORTAL', 'POLICE', '{}', '2000-01-01'),
             ('PROVINCE', NULL, ARRAY['DongBoHoSoMC', 'CapNhatTienDoHoSoMC'], '2000-01-01'),
             ('PROVINCE', 'MINISTRY', '{}', '2000-01-01'),
             ('PROVINCE', 'POLICE', '{}', '2000-01-01'),
             ('MINISTRY_SYSTEM', NULL, '{}', '2000-01-01')`);
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
