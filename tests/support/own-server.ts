import { startTestServer } from './server.ts';

/** For `vi.setConfig`: a server and a load take seconds, and minutes where many tests share few cores. */
export const PATIENCE = { testTimeout: 300_000, hookTimeout: 300_000 };

/**
 * A PostgreSQL of a test file's own, which `createTestHub` uses until it stops. For whoever keeps a transaction open for
 * seconds: as long as it is, no other test of the same server could read its newest events.
 */
export async function startOwnServer(): Promise<{ stop(): Promise<void> }> {
  const shared = process.env['TEST_DATABASE_URL'];
  const server = await startTestServer();
  process.env['TEST_DATABASE_URL'] = server.url;
  return {
    async stop() {
      if (shared !== undefined) process.env['TEST_DATABASE_URL'] = shared;
      await server.stop();
    },
  };
}
