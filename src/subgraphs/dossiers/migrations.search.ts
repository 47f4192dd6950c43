import { Migration } from '@mikro-orm/migrations';

/**
 * Names by the beginnings of their words, in the whole province and in each unit, and each unit's dossiers by their due dates. The
 * extension is a trusted one: who owns the database may create it. Where it stands already, in whatever schema, that one is used.
 */
export class SearchDossiers extends Migration {
  override up(): void {
    this.addSql('CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA dossiers');
    // The blank before a name lets its first word begin like any other.
    this.addSql(`
      DO $$ BEGIN
        EXECUTE format('CREATE INDEX dossier_by_name ON dossiers.dossier USING gin ((%L || name_folded) %I.gin_trgm_ops)', ' ',
          (SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm'));
      END $$`);
    // The few that no entry of an index could hold, as new ones are cut too.
    this.addSql(`UPDATE dossiers.dossier SET name_folded = left(name_folded, 500) WHERE length(name_folded) > 500`);
    // Names beside the order of time: whoever looks for one among a unit's dossiers reads this and no row of the table.
    this.addSql(
      `CREATE INDEX dossier_of_receiving_unit ON dossiers.dossier (receiving_unit, submitted_at, id) INCLUDE (name_folded, voided_at)`,
    );
    this.addSql(`
      CREATE INDEX dossier_of_handling_unit ON dossiers.dossier (handling_unit, submitted_at, id) INCLUDE (name_folded, voided_at, receiving_unit)
      WHERE handling_unit <> receiving_unit`);
    this.addSql('DROP INDEX dossiers.dossier_by_receiving_unit, dossiers.dossier_by_handling_unit');
    this.addSql(`CREATE INDEX dossier_of_receiving_unit_due ON dossiers.dossier (receiving_unit, due_at, id)`);
    this.addSql(
      `CREATE INDEX dossier_of_handling_unit_due ON dossiers.dossier (handling_unit, due_at, id) WHERE handling_unit <> receiving_unit`,
    );
  }
}

/** Dossiers of an organization, which is found by its tax code. */
export class IndexOrganizations extends Migration {
  override up(): void {
    this.addSql(
      'CREATE INDEX dossier_by_organization ON dossiers.dossier (organization_id, submitted_at, id) WHERE organization_id IS NOT NULL',
    );
  }
}
