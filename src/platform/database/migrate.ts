import pg from 'pg';
import { openOrm, type StorageDefinition } from './orm.ts';

/** One key for all processes: whoever holds it migrates, the others wait and then find nothing to do. */
const MIGRATION_LOCK = 7_202_507_01;

/** What a database that can't be used says, and how to mend it. */
export class DatabaseTooOld extends Error {
  override readonly name = 'DatabaseTooOld';
}

/**
 * Brings every schema to its present form, forward only. Safe with several processes at once: they take
 * turns under an advisory lock. Returns the names of the migrations that ran.
 */
export async function migrate(url: string, storages: readonly StorageDefinition[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'hub-migrate' });
  await client.connect();
  try {
    const version = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    if (Number(version.rows[0]?.server_version_num) < 140_000) {
      throw new DatabaseTooOld('DATABASE_URL: PostgreSQL 14 or newer is needed');
    }
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran: string[] = [];
    for (const storage of storages) ran.push(...(await migrateOne(client, url, storage)));
    return ran;
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

/** The migrations that have not run yet: none, or the hub is not ready. */
export async function pendingMigrations(url: string, storages: readonly StorageDefinition[]): Promise<string[]> {
  const pending: string[] = [];
  for (const storage of storages) {
    const orm = openOrm(url, storage);
    try {
      pending.push(...(await orm.migrator.getPending()).map((migration) => `${storage.schema}: ${migration.name}`));
    } finally {
      await orm.close(true);
    }
  }
  return pending;
}
