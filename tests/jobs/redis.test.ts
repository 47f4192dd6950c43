import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { needs } from '../support/needs.ts';
import { queueSuite } from './queue-suite.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

needs(['redis-server', 'valkey-server'], 'jobs in Redis', (program) => {
  queueSuite(async () => {
    const port = await freePort();
    const directory = mkdtempSync(join(tmpdir(), 'hub-redis-'));
    const server = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', directory], { stdio: 'ignore' });
    const client = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    await client.ping();
    return {
      location: { databaseUrl: 'postgres://unused.invalid/unused', queueUrl: `redis://127.0.0.1:${port}` },
      async lose() {
        await client.flushall();
      },
      async stop() {
        client.disconnect();
        const exited = new Promise((resolve) => server.once('exit', resolve));
        server.kill();
        await exited;
        rmSync(directory, { recursive: true, force: true });
      },
    };
  });
});
