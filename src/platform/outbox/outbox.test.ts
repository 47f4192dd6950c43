import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase } from '../../../tests/support/database.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { OUTBOX_MIGRATIONS } from './outbox.migrations.ts';
import { consumeEvents } from './outbox.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let db: Database;

beforeEach(async () => {
  database = await createTestDatabase();
  await migrate(database.url, [{ schema: 'outbox', entities: [], migrations: OUTBOX_MIGRATIONS }]);
  db = openDatabase(database.url, { max: 2 });
});

afterEach(async () => {
  await db.close();
  await database.drop();
});

it('hands on every event once and in order, also where the numbers of transactions get one digit more', async () => {
  await db.query(
    `INSERT INTO outbox.event (key, tx, at, kind, subject_id, subject)
     SELECT gen_random_uuid(), tx::text::xid8, now(), 'thing.happened', gen_random_uuid(), tx::text FROM unnest(ARRAY[98, 99, 100, 101]) AS tx`,
  );
  const seen: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    await db.transaction((sql) =>
      consumeEvents(sql, { name: 'test', where: 'true', limit: 3 }, async (events) => {
        seen.push(...events.map((event) => event.subject));
      }),
    );
  }
  expect(seen).toEqual(['98', '99', '100', '101']);
});
