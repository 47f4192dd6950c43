import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { expect, test, vi } from 'vitest';
import type { DossierIngestInput } from '../../schema/generated/graphql.ts';
import { INGEST, SYNCHRONIZATIONS } from '../support/documents.ts';
import { needs } from '../support/needs.ts';
import { eventually, type RunningHub, startHub } from '../support/running-hub.ts';

/** A whole hub and a server, on a machine that may do much else. */
vi.setConfig({ testTimeout: 300_000 });

const DAY = '2025-09-30';

const dossier = (number: number): DossierIngestInput => ({
  sourceSystem: 'motcua-32248',
  sourceVersion: 1,
  code: codeOf(number),
  procedure: '1.001193',
  receivingUnit: '32248',
  applicant: { nationalId: `0968851${String(number).padStart(5, '0')}`, fullName: 'Nguyễn Văn Mẫu' },
  channel: 'ONLINE',
  status: 'ACCEPTED',
  submittedAt: `${DAY}T08:00:00+07:00`,
  acceptedAt: `${DAY}T08:05:00+07:00`,
});

const codeOf = (number: number) => `H12.64-250930-${String(number).padStart(4, '0')}`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** How the hub's own probe finds its queue. */
async function queueState(hub: RunningHub): Promise<string> {
  return ((await (await fetch(`${hub.url}/health/ready`)).json()) as { queue: string }).queue;
}

needs(['redis-server', 'valkey-server'], 'jobs in Redis or Valkey', (program) => {
  test('a queue that goes, comes back or is emptied loses nothing and repeats nothing', async () => {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'hub-redis-'));
    const start = (): ChildProcess => spawn(program, ['--port', String(port), '--save', '', '--dir', folder], { stdio: 'ignore' });
    let server = start();
    const client = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    await client.ping();
    const hub = await startHub({ HUB_TODAY: DAY, QUEUE_URL: `redis://127.0.0.1:${port}` });
    try {
      const [source, officer] = await Promise.all([
        hub.token('--role', 'SYSTEM', '--source', 'motcua-32248', '--unit', '32248'),
        hub.token('--role', 'OFFICER', '--unit', '32248'),
      ]);
      const ingest = async (numbers: number[]) => {
        const { ingestDossiers } = await hub.client.ask(INGEST, { input: numbers.map(dossier) }, source);
        expect(ingestDossiers).toMatchObject({ created: numbers.length, rejected: 0 });
      };
      const delivered = (numbers: number[]) =>
        Promise.all(
          numbers.map((number) =>
            eventually(
              () => hub.client.ask(SYNCHRONIZATIONS, { code: codeOf(number) }, officer),
              ({ dossier: found }) => found?.synchronizations?.every(({ state }) => state === 'DELIVERED') === true,
            ),
          ),
        );
      await ingest([1, 2, 3]);
      await delivered([1, 2, 3]);

      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
      await ingest([4, 5, 6]);
      expect(await queueState(hub)).toBe('failed');
      server = start();
      await delivered([4, 5, 6]);
      expect(await queueState(hub)).toBe('ok');

      await Promise.all([ingest([7, 8, 9]), client.flushall()]);
      await client.flushall();
      await delivered([7, 8, 9]);

      const simulators = JSON.parse(readFileSync(join(hub.dataDir, 'simulators', 'environment.json'), 'utf8')) as Record<string, string>;
      const { origin } = new URL(simulators['NATIONAL_PORTAL_URL'] ?? '');
      const state = (await (await fetch(`${origin}/_simulator/state`)).json()) as { counters: Record<string, number> };
      expect(state.counters).toMatchObject({ inserts: 9, duplicateInserts: 0 });
    } finally {
      await hub.stop();
      client.disconnect();
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
