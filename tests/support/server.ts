import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.ts';

/** A temporary data directory that the server's account may enter. */
export function makeDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hub-test-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Starts a throw-away PostgreSQL, quick rather than durable; `stop` deletes it. */
export async function startTestServer(): Promise<EmbeddedPostgres> {
  const dataDir = makeDataDir();
  const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...server, stop };
}
