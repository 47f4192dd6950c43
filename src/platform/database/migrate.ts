import pg from 'pg';
import { noteForm } from './form.ts';
import { openOrm, type StorageDefinition } from './orm.ts';
import { connectFirst, explainMigration } from './problem.ts';

/** One key for all processes: whoever holds it migrates, the others wait and then find nothing to do. */
const MIGRATION_LOCK = 7_202_507_01;

/**
 * Brings every schema to its present form, forward only. Safe with several processes at once: they take
 * turns under an advisory lock. Returns the names of the migrations that ran. Throws ConfigError where the database can't be used.
 * `form` is noted as what the database has then.
 */
export async function migrate(url: string, storages: readonly StorageDefinition[], form?: string): Promise<string[]> {
  const client = await connectFirst(url, 'hub-migrate');
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran: string[] = [];
    for (const storage of storages) ran.push(...(await migrateOne(client, url, storage)));
    if (form !== undefined) await noteForm(client, form);
    return ran;
  } catch (error) {
    throw explainMigration(error);
  } finally {
    await client.end();
  }
}

async function migrateOne(client: pg.Client, url: string, storage: StorageDefinition): Promise<string[]> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(storage.schema)}`);
  const orm = openOrm(url, storage);
  try {
    const done = await orm.migrator.up();
    return done.map((migration) => `${storage.schema}: ${migration.name}`);
  } finally {
    await orm.close(true);
  }
}
