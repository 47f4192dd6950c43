import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { type Database, openDatabase } from './database.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url, { max: 1 });
});
afterAll(async () => {
  await db?.close();
  await database?.drop();
});

describe('instants', () => {
  it.each([
    ['2025-07-01 08:30:00+07', '2025-07-01T01:30:00.000Z'],
    ['2025-09-30 23:59:59.569+00', '2025-09-30T23:59:59.569Z'],
    ['2025-09-30 23:59:59.123999+00', '2025-09-30T23:59:59.123Z'],
    ['1899-12-31 23:00:00-07', '1900-01-01T06:00:00.000Z'],
    ['12025-01-02 03:04:05+00', '+012025-01-02T03:04:05.000Z'],
    ['0044-03-15 12:00:00+00 BC', '-000043-03-15T12:00:00.000Z'],
  ])('%s is read to the millisecond', async (written, instant) => {
    const [row] = await db.query<{ at: Date }>('SELECT $1::timestamptz AS at', [written]);
    expect(row?.at.toISOString()).toBe(instant);
  });

  it('without an end stay so', async () => {
    expect(await db.query(`SELECT 'infinity'::timestamptz AS last, '-infinity'::timestamptz AS first`)).toEqual([
      { last: Number.POSITIVE_INFINITY, first: Number.NEGATIVE_INFINITY },
    ]);
  });
});

describe('a prepared statement', () => {
  const sql = 'SELECT $1::int + 1 AS next';
  const kept = () => db.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements WHERE statement = $1', [sql]);

  it('answers each time by its own values, and the connection keeps it once', async () => {
    for (const value of [1, 2, 3]) expect(await db.query(sql, [value], { prepared: true })).toEqual([{ next: value + 1 }]);
    expect(await kept()).toHaveLength(1);
  });

  it('goes on after one of its runs failed, in a transaction too', async () => {
    await expect(db.query(sql, ['no number'], { prepared: true })).rejects.toThrow();
    await expect(db.transaction((tx) => tx.query(sql, ['no number'], { prepared: true }))).rejects.toThrow();
    expect(await db.transaction((tx) => tx.query(sql, [4], { prepared: true }))).toEqual([{ next: 5 }]);
  });

  it('is not kept unless that is wished', async () => {
    await db.query('SELECT $1::int + 2 AS other', [1]);
    expect(await db.query(`SELECT 1 FROM pg_prepared_statements WHERE statement LIKE '%AS other'`)).toEqual([]);
  });
});
