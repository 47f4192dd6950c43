import { Migration } from '@mikro-orm/migrations';

/**
 * Calendars and rules of time limits as data, and the engine's own dates beside those that were given. A unit's entry stands before
 * those of the units above it. What administrators change is marked, so that a later release's reference data leaves it alone.
 */
export class ReckonDeadlines extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE dossiers.calendar_day (
        unit text NOT NULL REFERENCES dossiers.unit,
        day date NOT NULL,
        kind text NOT NULL CHECK (kind IN ('HOLIDAY', 'MAKE_UP_DAY', 'SHORT_DAY', 'ORDINARY_DAY')),
        name text NOT NULL,
        sessions jsonb CHECK ((sessions IS NOT NULL) = (kind = 'SHORT_DAY')),
        reference boolean NOT NULL,
        PRIMARY KEY (unit, day))`);
    this.addSql(`
      CREATE TABLE dossiers.opening_hours (
        unit text NOT NULL REFERENCES dossiers.unit,
        valid_from date NOT NULL,
        week jsonb NOT NULL CHECK (jsonb_array_length(week) = 7),
        cutoff text NOT NULL CHECK (cutoff ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        reference boolean NOT NULL,
        PRIMARY KEY (unit, valid_from))`);
    this.addSql(`
      CREATE TABLE dossiers.calendar_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        unit text NOT NULL REFERENCES dossiers.unit,
        what text NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL,
        before jsonb,
        after jsonb)`);
    this.addSql(
      `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dossiers.calendar_change FOR EACH STATEMENT EXECUTE FUNCTION dossiers.refuse_change()`,
    );
    // What a procedure's own rule leaves open is the province's, whose row has the procedure ''.
    this.addSql(`
      CREATE TABLE dossiers.deadline_rule (
        procedure text NOT NULL,
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to > valid_from),
        counting text CHECK (counting IN ('FROM_NEXT_DAY', 'FROM_MINUTE')),
        cutoff text CHECK (cutoff IN ('ALWAYS', 'SAME_DAY_ONLY', 'NEVER')),
        after_supplement text CHECK (after_supplement IN ('RESTART', 'CONTINUE')),
        stopping_states text[] CHECK (stopping_states <@ ARRAY['SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED', 'WITHDRAWAL_REQUESTED']),
        supplements smallint CHECK (supplements >= 0),
        committed_days double precision CHECK (committed_days >= 0),
        statutory_days double precision CHECK (statutory_days >= 0),
        reference boolean NOT NULL,
        PRIMARY KEY (procedure, valid_from),
        CHECK (procedure <> '' OR (counting IS NOT NULL AND cutoff IS NOT NULL AND after_supplement IS NOT NULL
          AND stopping_states IS NOT NULL AND supplements IS NOT NULL AND committed_days IS NULL AND statutory_days IS NULL)))`);
    this.addSql(`
      INSERT INTO dossiers.deadline_rule (procedure, valid_from, counting, cutoff, after_supplement, stopping_states, supplements, reference)
      VALUES ('', '2010-01-01', 'FROM_NEXT_DAY', 'ALWAYS', 'RESTART', '{SUPPLEMENT_REQUESTED,PAYMENT_REQUESTED,WITHDRAWAL_REQUESTED}', 1, true)`);
    this.addSql(`
      ALTER TABLE dossiers.dossier
        ADD COLUMN engine_due_at timestamptz, ADD COLUMN statutory_due_at timestamptz, ADD COLUMN clock_stopped_at timestamptz`);
    // The few that wait now stand still from now on; the rest of the table is not touched.
    this.addSql(`
      UPDATE dossiers.dossier d SET clock_stopped_at = s.at
      FROM (SELECT DISTINCT ON (e.dossier_id) e.dossier_id, e.at, e.status
            FROM dossiers.event e JOIN dossiers.dossier w ON w.id = e.dossier_id
            WHERE w.status IN ('SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED') ORDER BY e.dossier_id, e.at DESC) s
      WHERE d.id = s.dossier_id AND d.status = s.status AND d.accepted_at <= s.at`);
  }
}
