import { Migration } from '@mikro-orm/migrations';
import { KeepAdditions } from './migrations.additions.ts';
import { FollowCalendars } from './migrations.calendars.ts';
import { FileDossiers } from './migrations.change.ts';
import { BeginDays } from './migrations.day.ts';
import { ReckonDeadlines } from './migrations.deadline.ts';
import { KeepFieldCodes } from './migrations.field-codes.ts';
import { TakeOverExports } from './migrations.import.ts';
import { CountIndicators } from './migrations.indicators.ts';
import { KeepInquiries } from './migrations.inquiry.ts';
import { CountMonths } from './migrations.months.ts';
import { KeepPortalLists, RecordPortalFiles } from './migrations.portal-lists.ts';
import { DecideReporting, FollowCatalogue, KeepMonthlyReports } from './migrations.reporting.ts';
import { ProposeRuleChanges } from './migrations.rule-changes.ts';
import { RecordDeadlineRules } from './migrations.rules.ts';
import { IndexOrganizations, SearchDossiers } from './migrations.search.ts';

class CreateDossiers extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE dossiers.unit (
        code text PRIMARY KEY, name text NOT NULL, kind text NOT NULL, agency_code text NOT NULL,
        latitude double precision, longitude double precision, parent text REFERENCES dossiers.unit,
        valid_from date, valid_to date, replaced_by text, invented boolean NOT NULL)`);
    this.addSql(`
      CREATE TABLE dossiers.reception_point (code text PRIMARY KEY, unit text NOT NULL REFERENCES dossiers.unit, name text NOT NULL, address text)`);
    this.addSql(`
      CREATE TABLE dossiers.procedure (
        code text PRIMARY KEY, name text NOT NULL, field text NOT NULL, working_days double precision, fee bigint CHECK (fee >= 0),
        active boolean NOT NULL, provisional boolean NOT NULL, reported_by text NOT NULL)`);
    this.addSql(`
      CREATE TABLE dossiers.dossier (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        source_system text NOT NULL,
        source_version bigint NOT NULL CHECK (source_version >= 0),
        content_hash bytea NOT NULL,
        national_code text,
        origin text NOT NULL,
        procedure text NOT NULL,
        receiving_unit text NOT NULL,
        handling_unit text NOT NULL,
        reception_point text,
        scope text[] NOT NULL,
        applicant_id uuid,
        applicant_index bytea,
        applicant_name text NOT NULL,
        unidentified boolean NOT NULL,
        organization_id uuid,
        owner_kind text NOT NULL,
        owner_name text NOT NULL,
        name_folded text NOT NULL,
        channel text NOT NULL,
        status text NOT NULL,
        summary text,
        submitted_at timestamptz NOT NULL,
        accepted_at timestamptz,
        due_at timestamptz,
        resolved_at timestamptz,
        returned_at timestamptz,
        refused_at timestamptz,
        finished_at timestamptz,
        voided_at timestamptz,
        void_reason text,
        result_by_post boolean NOT NULL,
        documents jsonb NOT NULL,
        fees jsonb NOT NULL,
        supplements jsonb NOT NULL,
        fee_total bigint NOT NULL CHECK (fee_total >= 0),
        fees_settled boolean NOT NULL,
        paid_online_by_source boolean NOT NULL,
        paid_online_by_hub boolean NOT NULL,
        digitized_result boolean NOT NULL,
        rating smallint CHECK (rating BETWEEN 1 AND 5),
        version integer NOT NULL,
        portal_sequence integer NOT NULL,
        updated_at timestamptz NOT NULL)`);
    this.addSql(`CREATE UNIQUE INDEX dossier_national_code ON dossiers.dossier (national_code) WHERE national_code IS NOT NULL`);
    this.addSql(`CREATE INDEX dossier_by_time ON dossiers.dossier (submitted_at, id)`);
    this.addSql(`CREATE INDEX dossier_by_receiving_unit ON dossiers.dossier (receiving_unit, submitted_at, id)`);
    this.addSql(
      `CREATE INDEX dossier_by_handling_unit ON dossiers.dossier (handling_unit, submitted_at, id) WHERE handling_unit <> receiving_unit`,
    );
    this.addSql(`CREATE INDEX dossier_by_applicant ON dossiers.dossier (applicant_id, submitted_at, id)`);
    this.addSql(
      `CREATE INDEX dossier_by_applicant_index ON dossiers.dossier (applicant_index, submitted_at, id) WHERE applicant_index IS NOT NULL`,
    );
    this.addSql(`
      CREATE TABLE dossiers.event (
        id uuid PRIMARY KEY,
        dossier_id uuid NOT NULL REFERENCES dossiers.dossier,
        step_key text NOT NULL,
        at timestamptz NOT NULL,
        status text NOT NULL,
        actor text NOT NULL,
        title text,
        department text,
        note text,
        unusual boolean NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now())`);
    this.addSql(`CREATE UNIQUE INDEX event_step ON dossiers.event (dossier_id, step_key)`);
    this.addSql(`
      CREATE FUNCTION dossiers.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'append-only: % on %', TG_OP, TG_TABLE_NAME; END $$`);
    this.addSql(
      `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dossiers.event FOR EACH STATEMENT EXECUTE FUNCTION dossiers.refuse_change()`,
    );
  }
}

export const MIGRATIONS = [
  { name: 'dossiers-001-create', class: CreateDossiers },
  { name: 'dossiers-002-reporting', class: DecideReporting },
  { name: 'dossiers-003-deadlines', class: ReckonDeadlines },
  { name: 'dossiers-004-filing', class: FileDossiers },
  { name: 'dossiers-005-indicators', class: CountIndicators },
  { name: 'dossiers-006-monthly-reports', class: KeepMonthlyReports },
  { name: 'dossiers-007-catalogue', class: FollowCatalogue },
  { name: 'dossiers-008-inquiries', class: KeepInquiries },
  { name: 'dossiers-009-import', class: TakeOverExports },
  { name: 'dossiers-010-search', class: SearchDossiers },
  { name: 'dossiers-011-days', class: BeginDays },
  { name: 'dossiers-012-deadline-rules', class: RecordDeadlineRules },
  { name: 'dossiers-020-months', class: CountMonths },
  { name: 'dossiers-021-calendars', class: FollowCalendars },
  { name: 'dossiers-022-additions', class: KeepAdditions },
  { name: 'dossiers-070-rule-changes', class: ProposeRuleChanges },
  { name: 'dossiers-073-field-codes', class: KeepFieldCodes },
  { name: 'dossiers-081-portal-lists', class: KeepPortalLists },
  { name: 'dossiers-081-portal-files', class: RecordPortalFiles },
  { name: 'dossiers-083-organizations', class: IndexOrganizations },
];
