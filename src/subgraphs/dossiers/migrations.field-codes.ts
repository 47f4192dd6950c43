import { Migration } from '@mikro-orm/migrations';

/** The national code of each procedure's field (mã lĩnh vực), which the portal wants with every dossier; null: the catalogue has not said it. */
export class KeepFieldCodes extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE dossiers.procedure ADD COLUMN field_code text`);
    // So that the next look at the catalogue asks for each of them.
    this.addSql(`UPDATE dossiers.procedure SET national_at = NULL`);
  }
}
