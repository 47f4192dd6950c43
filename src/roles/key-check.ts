import { createHash } from 'node:crypto';
import { z } from 'zod';
import { both, ConfigError, named } from '../platform/config/problem.ts';
import type { Queryable } from '../platform/database/database.ts';
import type { Cipher } from '../platform/pii/cipher.ts';
import type { Platform } from '../platform/platform.ts';

/** The row of `outbox.setting` that tells which keys a database was written with, without telling the keys. */
const SETTING = 'pii-keys';
const PURPOSE = 'outbox.key-check';

const recordShape = z.object({
  /** For each key that ever was the newest: something that it sealed, in base64. */
  sealed: z.array(z.string()),
  /** Base64 of a hash that only the index key gives. */
  index: z.string(),
});

const OTHER_KEY = both(
  'dữ liệu cá nhân của cơ sở dữ liệu này được mã hóa bằng khóa không có ở đây. Hãy thêm lại khóa cũ, sau dấu phẩy: PII_KEY=mới,cũ (hệ thống thử nghiệm: khôi phục sandbox-keys.json trong HUB_DATA_DIR).',
  "this database's personal data was sealed with a key that is not held here. Add it again, after a comma: PII_KEY=new,old (sandbox: restore sandbox-keys.json in HUB_DATA_DIR).",
);
const OTHER_INDEX_KEY = both(
  'cơ sở dữ liệu này được lập chỉ mục bằng khóa khác, sẽ không tìm lại được ai. Hãy dùng lại khóa cũ, hoặc chạy: npm run hub -- reindex',
  'this database was indexed with another key, so nobody would be found again. Use that key, or run: npm run hub -- reindex',
);
/**
 * Holds the keys against those that the database was written with, and remembers a new newest one. Throws ConfigError where a
 * key is missing: the hub would find nobody again, or could not read what it has.
 */
export function checkKeys({ db, cipher }: Pick<Platform, 'db' | 'cipher'>, { reindexing = false } = {}): Promise<void> {
  return db.transaction(async (sql) => {
    const first = { sealed: [sealedSample(cipher)], index: indexSample(cipher) };
    await sql.query('INSERT INTO outbox.setting (key, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [SETTING, JSON.stringify(first)]);
    const record = await readRecord(sql);
    const sealed = record.sealed.map((text) => Buffer.from(text, 'base64'));
    if (!sealed.every((sample) => opens(cipher, sample))) throw new ConfigError(named('PII_KEY', OTHER_KEY));
    if (!reindexing && record.index !== indexSample(cipher)) throw new ConfigError(named('PII_INDEX_KEY', OTHER_INDEX_KEY));
    if (sealed.some((sample) => cipher.isCurrent(sample))) return;
    await writeRecord(sql, { ...record, sealed: [...record.sealed, sealedSample(cipher)] });
  });
}

/** Remembers that everything is indexed under the present index key. */
export function rememberIndexKey({ db, cipher }: Pick<Platform, 'db' | 'cipher'>): Promise<void> {
  return db.transaction(async (sql) => {
    await writeRecord(sql, { ...(await readRecord(sql)), index: indexSample(cipher) });
  });
}

function sealedSample(cipher: Cipher): string {
  return cipher.seal(PURPOSE, 'a key of this database').toString('base64');
}

function indexSample(cipher: Cipher): string {
  return createHash('sha256').update(cipher.derive(PURPOSE)).digest('base64');
}

function opens(cipher: Cipher, sample: Buffer): boolean {
  try {
    cipher.open(PURPOSE, sample);
    return true;
  } catch {
    // not held here, or altered: either way nothing of that key can be read
    return false;
  }
}

async function readRecord(sql: Queryable): Promise<z.infer<typeof recordShape>> {
  const [row] = await sql.query('SELECT value FROM outbox.setting WHERE key = $1 FOR UPDATE', [SETTING]);
  return recordShape.parse(row?.['value']);
}

async function writeRecord(sql: Queryable, record: z.infer<typeof recordShape>): Promise<void> {
  await sql.query('UPDATE outbox.setting SET value = $2 WHERE key = $1', [SETTING, JSON.stringify(record)]);
}
