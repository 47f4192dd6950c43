import pg from 'pg';
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

const write = (sql: { query(text: string): Promise<unknown> }, subject: string) =>
  sql.query(
    `INSERT INTO outbox.event (key, at, kind, subject_id, subject) VALUES (gen_random_uuid(), now(), 'thing.happened', gen_random_uuid(), '${subject}')`,
  );

async function read(): Promise<string[]> {
  const seen: string[] = [];
  await db.transaction((sql) =>
    consumeEvents(sql, { name: 'test', where: 'true', limit: 100 }, async (events) => {
      seen.push(...events.map((event) => event.subject));
    }),
  );
  return seen;
}

it('skips no event whose transaction began earlier and ends later', async () => {
  const slow = new pg.Client({ connectionString: database.url });
  await slow.connect();
  await slow.query('BEGIN');
  await write(slow, 'slow');
  await write(db, 'quick');
  expect(await read()).toEqual([]);
  await slow.query('COMMIT');
  expect(await read()).toEqual(['slow', 'quick']);
  await slow.end();
});

it('is not held up by a transaction in another database of the same server', async () => {
  const other = await createTestDatabase();
  const stranger = new pg.Client({ connectionString: other.url });
  await stranger.connect();
  await stranger.query('BEGIN; CREATE TABLE long_work ()');
  await write(db, 'free');
  expect(await read()).toEqual(['free']);
  await stranger.end();
  await other.drop();
});

it('waits for the whole server where the sessions of its database are hidden from it', async () => {
  const other = await createTestDatabase();
  const role = `hidden_${database.url.slice(-8)}`;
  await db.query(`CREATE ROLE ${role}`);
  await db.query(`GRANT USAGE ON SCHEMA outbox TO ${role}`);
  const stranger = new pg.Client({ connectionString: other.url });
  await stranger.connect();
  await stranger.query('BEGIN; CREATE TABLE long_work ()');
  await write(db, 'newer than the work of the other database');
  const behind = await db.transaction(async (sql) => {
    await sql.query(`SET LOCAL ROLE ${role}`);
    const [row] = await sql.query<{ behind: boolean }>(
      'SELECT outbox.horizon() < pg_snapshot_xmax(pg_current_snapshot()) AND outbox.horizon() = pg_snapshot_xmin(pg_current_snapshot()) AS behind',
    );
    return row?.behind;
  });
  expect(behind).toBe(true);
  await stranger.end();
  await other.drop();
  await db.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
});
