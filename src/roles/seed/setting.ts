import pg from 'pg';

/** The row of `outbox.setting` that stands while the sample quarter is loaded; its value says which. */
export const SAMPLE_SETTING = 'sample';

/** Whether a migrated database holds a sample, asked before anything else of the hub is open. */
export async function isSampleLoaded(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM outbox.setting WHERE key = $1', [SAMPLE_SETTING]);
    return found.rows.length > 0;
  } finally {
    await client.end();
  }
}
