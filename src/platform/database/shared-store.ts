import type { SharedStore } from '../../../connectors/contract/manifest.ts';
import type { Cipher } from '../pii/cipher.ts';
import type { Database } from './database.ts';

const SEAL_PURPOSE = 'outbox.shared-value';

/** The store that connectors of all processes share, in `outbox.shared_value`. A connector sees its own keys alone. */
export function createSharedStore(hub: { db: Database; cipher: Cipher }, connector: string): SharedStore {
  const own = (key: string) => `${connector}/${key}`;
  return {
    async get(key) {
      const [row] = await hub.db.query<{ sealed: Buffer }>('SELECT sealed FROM outbox.shared_value WHERE key = $1 AND expires_at > now()', [
        own(key),
      ]);
      return row === undefined ? undefined : hub.cipher.open(SEAL_PURPOSE, row.sealed);
    },
    async set(key, value, ttlMs) {
      await hub.db.query(
        `INSERT INTO outbox.shared_value (key, sealed, expires_at) VALUES ($1, $2, now() + $3 * interval '1 millisecond')
         ON CONFLICT (key) DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at`,
        [own(key), hub.cipher.seal(SEAL_PURPOSE, value), ttlMs],
      );
    },
    async delete(key) {
      await hub.db.query('DELETE FROM outbox.shared_value WHERE key = $1', [own(key)]);
    },
    // Freed with its connection, so that a process which dies in the middle locks nobody out.
    exclusively: (key, work) =>
      hub.db.transaction(async (sql) => {
        await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [own(key)]);
        return work();
      }),
  };
}
