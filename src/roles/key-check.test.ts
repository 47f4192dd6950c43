import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../tests/support/database.ts';
import { type Database, openDatabase } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { createCipher } from '../platform/pii/cipher.ts';
import { checkKeys, rememberIndexKey } from './key-check.ts';
import { STORAGES } from './subgraphs.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const [ONE, TWO, THREE, INDEX, OTHER_INDEX] = [key(1), key(2), key(3), key(11), key(12)];

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, STORAGES.slice(0, 1));
  db = openDatabase(database.url);
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

const check = (keys: string[], index = INDEX, options = {}) => checkKeys({ db, cipher: createCipher(keys, index) }, options);

describe('the keys of a database', () => {
  it('are those that it was first written with, by several processes at once', async () => {
    await Promise.all([check([ONE]), check([ONE]), check([ONE]), check([ONE])]);
    await check([ONE]);
  });

  it('refuse another key, before anything is read or written with it', async () => {
    await expect(check([TWO])).rejects.toThrow(/^PII_KEY: .*\nPII_KEY: .*PII_KEY=new,old/);
    await check([ONE]);
  });

  it('are replaced with the old one still held, and from then on both are needed', async () => {
    await check([TWO, ONE]);
    await expect(check([ONE])).rejects.toThrow(/PII_KEY/);
    await expect(check([TWO])).rejects.toThrow(/PII_KEY/);
    await check([THREE, TWO, ONE]);
    await check([THREE, ONE, TWO]);
  });

  it('refuse another index key until everything is indexed under it', async () => {
    await expect(check([THREE, TWO, ONE], OTHER_INDEX)).rejects.toThrow(/^PII_INDEX_KEY: .*\nPII_INDEX_KEY: .*reindex$/);
    await check([THREE, TWO, ONE], OTHER_INDEX, { reindexing: true });
    await expect(check([THREE, TWO, ONE], OTHER_INDEX)).rejects.toThrow(/PII_INDEX_KEY/);
    await rememberIndexKey({ db, cipher: createCipher([THREE, TWO, ONE], OTHER_INDEX) });
    await check([THREE, TWO, ONE], OTHER_INDEX);
    await expect(check([THREE, TWO, ONE], INDEX)).rejects.toThrow(/PII_INDEX_KEY/);
  });

  it('are told apart without being kept', async () => {
    const [row] = await db.query<{ value: unknown }>("SELECT value FROM outbox.setting WHERE key = 'pii-keys'");
    const kept = JSON.stringify(row?.value);
    for (const secret of [ONE, TWO, THREE, INDEX, OTHER_INDEX]) {
      expect(kept).not.toContain(secret);
      expect(kept).not.toContain(Buffer.from(secret, 'base64').toString('hex'));
    }
  });
});
