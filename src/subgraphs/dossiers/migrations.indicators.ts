import { Migration } from '@mikro-orm/migrations';
import { indexReadingsSql } from './deadline/index-timeliness.ts';
import { ANYTHING, BY_READING, COUNTERS, openSql, partsSql, SUMS, withReadings } from './indicators/counters.ts';
import { givenRules } from './indicators/rules.ts';

const counts = COUNTERS.map((counter) => `${counter} bigint NOT NULL`).join(', ');
const columns = `unit, procedure, day, ${COUNTERS.join(', ')}`;

/** A statement changes few dossiers of many: they are looked up by key, also by a plan that was made while the tables were small. */
const FEW_ROWS = 'SET enable_seqscan = off';
const byKey = (table: string, alias: string, condition: string) =>
  `LATERAL (SELECT * FROM ${table} ${alias} WHERE ${condition} OFFSET 0) ${alias}`;
const readByKey = (dossiers: string) => `${dossiers} d LEFT JOIN ${byKey('dossiers.index_reading', 'r', 'r.dossier_id = d.id')} ON true`;
const CHANGED_STEPS = `(SELECT e.* FROM (SELECT DISTINCT dossier_id FROM after_change) c CROSS JOIN ${byKey('dossiers.event', 'e', 'e.dossier_id = c.dossier_id')})`;

/** What a statement changed, as one row for each unit, procedure and day that it changed. */
const changeSql = (parts: string) => `
  INSERT INTO dossiers.indicator_delta (${columns})
  SELECT unit, procedure, day, ${SUMS} FROM (${parts}) parts GROUP BY unit, procedure, day HAVING ${ANYTHING};`;

/**
 * The figures as a read model: counts of each unit, procedure and day, kept by the transaction that changes a dossier, whoever
 * changes it. What is written is appended, so that nobody waits for another's row; a job adds it up.
 */
export class CountIndicators extends Migration {
  override up(): void {
    // What the index reads out of a dossier's steps.
    this.addSql(`
      CREATE TABLE dossiers.index_reading (dossier_id uuid PRIMARY KEY, requests integer NOT NULL, ended_at timestamptz, waited interval NOT NULL)`);
    this.addSql(`INSERT INTO dossiers.index_reading (dossier_id, requests, ended_at, waited) ${indexReadingsSql()}`);
    // The procedure '' is all of a unit's procedures together.
    this.addSql(
      `CREATE TABLE dossiers.indicator_day (procedure text NOT NULL, unit text NOT NULL, day date NOT NULL, ${counts}, PRIMARY KEY (procedure, day, unit))`,
    );
    this.addSql(`CREATE INDEX indicator_day_of_unit ON dossiers.indicator_day (unit, procedure, day)`);
    this.addSql(`CREATE TABLE dossiers.indicator_delta (unit text NOT NULL, procedure text NOT NULL, day date NOT NULL, ${counts})`);
    this.addSql(`CREATE INDEX dossier_open ON dossiers.dossier (due_at, receiving_unit) WHERE ${openSql('')}`);
    this.addSql(`
      CREATE FUNCTION dossiers.indicator_recount() RETURNS SETOF dossiers.indicator_day LANGUAGE sql STABLE AS $$
        SELECT coalesce(procedure, ''), unit, day, ${SUMS} FROM (${partsSql(withReadings('dossiers.dossier', `(${indexReadingsSql()})`))}) parts
        GROUP BY GROUPING SETS ((unit, procedure, day), (unit, day)) $$`);
    this.#countDossiers();
    this.#readSteps();
    this.addSql('INSERT INTO dossiers.indicator_day SELECT * FROM dossiers.indicator_recount()');
    // A component's row, a group's (its code) or the whole's (''), as it was read at that time; what was read before stays.
    this.addSql(`
      CREATE TABLE dossiers.indicator_published (
        unit text NOT NULL, procedure text NOT NULL, from_day date NOT NULL, to_day date NOT NULL CHECK (to_day >= from_day), code text NOT NULL,
        numerator double precision, denominator double precision, score double precision, max double precision, flags text[] NOT NULL,
        origin text NOT NULL CHECK (origin IN ('PORTAL', 'FILE')), read_at timestamptz NOT NULL,
        PRIMARY KEY (from_day, to_day, procedure, unit, code, read_at))`);
    this.addSql(`
      CREATE TABLE dossiers.indicator_rule (
        code text NOT NULL, valid_from date NOT NULL, valid_to date CHECK (valid_to >= valid_from), rule jsonb NOT NULL, PRIMARY KEY (code, valid_from))`);
    for (const { validFrom, validTo: _, ...rule } of givenRules) {
      this.addSql(
        `INSERT INTO dossiers.indicator_rule (code, valid_from, rule) VALUES ('${rule.code}', '${validFrom}', '${JSON.stringify(rule)}'::jsonb)`,
      );
    }
  }
  /** Counts what a statement does to dossiers. */
  #countDossiers(): void {
    const [after, before] = [partsSql(readByKey('after_change')), partsSql(readByKey('before_change'), { sign: '-' })];
    this.addSql(`
      CREATE FUNCTION dossiers.count_dossiers() RETURNS trigger LANGUAGE plpgsql ${FEW_ROWS} AS $$
      BEGIN
        -- A load of many thousands counts once, at its end.
        IF current_setting('hub.count_dossiers', true) = 'later' THEN RETURN NULL; END IF;
        IF TG_OP = 'INSERT' THEN ${changeSql(after)}
        ELSIF TG_OP = 'DELETE' THEN ${changeSql(before)}
        ELSE ${changeSql(`${after} UNION ALL ${before}`)}
        END IF;
        RETURN NULL;
      END $$`);
    this.addSql(
      `CREATE TRIGGER count_new AFTER INSERT ON dossiers.dossier REFERENCING NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION dossiers.count_dossiers()`,
    );
    this.addSql(
      `CREATE TRIGGER count_changed AFTER UPDATE ON dossiers.dossier REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION dossiers.count_dossiers()`,
    );
    this.addSql(
      `CREATE TRIGGER count_gone AFTER DELETE ON dossiers.dossier REFERENCING OLD TABLE AS before_change FOR EACH STATEMENT EXECUTE FUNCTION dossiers.count_dossiers()`,
    );
  }

  /** Reads new steps as the index does, and counts what that changes. */
  #readSteps(): void {
    const parts = (readings: string, sign: '' | '-' = '') =>
      partsSql(`${readings} r CROSS JOIN ${byKey('dossiers.dossier', 'd', 'd.id = r.dossier_id')}`, { sign, counters: BY_READING });
    const unread = '(SELECT dossier_id, NULL::int AS requests, NULL::timestamptz AS ended_at, NULL::interval AS waited FROM after_change)';
    this.addSql(`
      CREATE FUNCTION dossiers.read_steps() RETURNS trigger LANGUAGE plpgsql ${FEW_ROWS} AS $$
      BEGIN
        IF current_setting('hub.count_dossiers', true) = 'later' THEN RETURN NULL; END IF;
        -- In the order in which a recount locks.
        LOCK TABLE dossiers.indicator_delta IN ROW EXCLUSIVE MODE;
        INSERT INTO dossiers.index_reading AS i (dossier_id, requests, ended_at, waited)
        ${indexReadingsSql('true', CHANGED_STEPS)}
        ON CONFLICT (dossier_id) DO UPDATE SET requests = excluded.requests, ended_at = excluded.ended_at, waited = excluded.waited
          WHERE (i.requests, i.ended_at, i.waited) IS DISTINCT FROM (excluded.requests, excluded.ended_at, excluded.waited);
        RETURN NULL;
      END $$`);
    this.addSql(`
      CREATE FUNCTION dossiers.count_readings() RETURNS trigger LANGUAGE plpgsql ${FEW_ROWS} AS $$
      BEGIN
        IF current_setting('hub.count_dossiers', true) = 'later' THEN RETURN NULL; END IF;
        IF TG_OP = 'INSERT' THEN ${changeSql(`${parts('after_change')} UNION ALL ${parts(unread, '-')}`)}
        ELSE ${changeSql(`${parts('after_change')} UNION ALL ${parts('before_change', '-')}`)}
        END IF;
        RETURN NULL;
      END $$`);
    this.addSql(
      `CREATE TRIGGER read_steps AFTER INSERT ON dossiers.event REFERENCING NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION dossiers.read_steps()`,
    );
    this.addSql(
      `CREATE TRIGGER count_new AFTER INSERT ON dossiers.index_reading REFERENCING NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION dossiers.count_readings()`,
    );
    this.addSql(
      `CREATE TRIGGER count_changed AFTER UPDATE ON dossiers.index_reading REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION dossiers.count_readings()`,
    );
  }
}
