import pg from 'pg';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { openQueues } from '../../src/platform/jobs/queues.ts';
import { createTestDatabase } from '../support/database.ts';
import { queueSuite } from './queue-suite.ts';

const DEADLOCK = '40P01';

/** Drops the whole queue under the workers' hands; where one of them holds a lock against it, once more. */
async function lose(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let lost = false; !lost; ) {
      lost = await client.query('DROP SCHEMA IF EXISTS bullmq CASCADE').then(
        () => true,
        (error: { code?: string }) => {
          if (error.code !== DEADLOCK) throw error;
          return false;
        },
      );
    }
  } finally {
    await client.end();
  }
}

describe('jobs in PostgreSQL', () => {
  queueSuite(async () => {
    const database = await createTestDatabase();
    return { location: { databaseUrl: database.url, queueUrl: undefined }, lose: () => lose(database.url), stop: () => database.drop() };
  });

  it('makes its tables once when many processes start together', async () => {
    const database = await createTestDatabase();
    const log = pino({ level: 'silent' });
    const opened = await Promise.all(Array.from({ length: 6 }, () => openQueues({ databaseUrl: database.url, queueUrl: undefined, log })));
    for (const queues of opened) {
      await expect(queues.ping()).resolves.toBeUndefined();
      await queues.close();
    }
    await database.drop();
  });
});
