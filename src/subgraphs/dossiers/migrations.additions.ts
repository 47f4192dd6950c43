import { Migration } from '@mikro-orm/migrations';

/**
 * What the hub added to dossiers by itself, so that the next version of a source that does not know of it yet takes nothing back. Of
 * what was added before, the voids are known by their steps.
 */
export class KeepAdditions extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE dossiers.dossier ADD COLUMN hub_additions jsonb NOT NULL DEFAULT '{}'`);
    this.addSql(`
      UPDATE dossiers.dossier d SET hub_additions = '{"voided": true}'
      WHERE d.voided_at IS NOT NULL AND EXISTS (SELECT FROM dossiers.event e WHERE e.dossier_id = d.id AND e.step_key LIKE 'hub voided%')`);
  }
}
