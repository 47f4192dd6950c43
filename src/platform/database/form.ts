import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { connectFirst, explainMigration } from './problem.ts';

/** The row of `outbox.setting` that tells to which form the migrations have brought a database, all of them. */
const SETTING = 'form';

/** The form to which the migrations below a folder bring a database: one hash of the files that hold them. */
export async function formOf(folder: string): Promise<string> {
  const files: string[] = [];
  for await (const file of glob('**/*migrations*.ts', { cwd: folder })) files.push(file);
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(await readFile(join(folder, file)));
  return hash.digest('base64');
}

/** Whether a database has that form, so that nobody need load what would bring it there. Throws ConfigError where it can't be used. */
export async function hasForm(url: string, form: string): Promise<boolean> {
  const client = await connectFirst(url, 'hub-form');
  try {
    const { rows: tables } = await client.query(`SELECT 1 WHERE to_regclass('outbox.setting') IS NOT NULL`);
    if (tables.length === 0) return false;
    const { rows } = await client.query('SELECT 1 FROM outbox.setting WHERE key = $1 AND value = to_jsonb($2::text)', [SETTING, form]);
    return rows.length > 0;
  } catch (error) {
    throw explainMigration(error);
  } finally {
    await client.end();
  }
}

/** Notes that a database has been brought to that form. */
export async function noteForm(client: pg.Client, form: string): Promise<void> {
  await client.query(
    `INSERT INTO outbox.setting AS s (key, value) VALUES ($1, to_jsonb($2::text)) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [SETTING, form],
  );
}
