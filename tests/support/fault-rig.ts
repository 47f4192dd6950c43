import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { RunningSimulator } from '../../connectors/contract/manifest.ts';
import nationalPortal from '../../connectors/national-portal/manifest.ts';
import { createDossiersHub, type DossiersHub } from './dossiers.ts';
import type { FaultAction } from './fault-actions.ts';
import { cleanEnvironment } from './start.ts';

const DEADLOCK = '40P01';
const SAID_KEPT = 4_000;

/** A hub that is fed in this process, workers of it in processes of their own, the simulated portal, and a hand on each of them. */
export interface FaultRig {
  hub: DossiersHub;
  /** A connection of the test's own, which no fault ends. */
  sql: pg.Client;
  admin(method: string, path: string, body?: unknown): Promise<unknown>;
  play(action: FaultAction): Promise<void>;
  /** The last that the workers said on standard error. */
  said(): string;
  stop(): Promise<void>;
}

/** Starts it with so many workers. */
export async function startFaultRig(workers: number, settings: Record<string, string>): Promise<FaultRig> {
  const hub = await createDossiersHub();
  const simulator = (await nationalPortal.simulator?.start({ port: 0 })) as RunningSimulator;
  const sql = new pg.Client({ connectionString: hub.databaseUrl });
  await sql.connect();
  let said = '';
  const environment = cleanEnvironment({
    ...simulator.environment,
    ...settings,
    HUB_DATA_DIR: hub.platform.config.dataDir,
    DATABASE_URL: hub.databaseUrl,
    HUB_TODAY: '2025-09-30',
    HUB_SIMULATORS: 'off',
    HUB_LOG_LEVEL: 'error',
  });
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/hub.ts', 'worker'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-SAID_KEPT);
      });
    }
    return child;
  };
  const running = Array.from({ length: workers }, start);

  async function admin(method: string, path: string, body?: unknown): Promise<unknown> {
    for (;;) {
      try {
        const response = await fetch(`${simulator.url}/_simulator/${path}`, {
          method,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        if (response.status === 404) return undefined;
        const answer: unknown = await response.json();
        if (!response.ok) throw new Error(JSON.stringify(answer));
        return answer;
      } catch (error) {
        // While the portal is closed, its operators are too.
        if (!(error instanceof TypeError)) throw error;
        await sleep(100);
      }
    }
  }

  async function play(action: FaultAction): Promise<void> {
    if (action.at === 'portal') await admin(action.method, action.path, action.body);
    else if (action.at === 'connections') await endConnections(sql, action.remainders);
    else if (action.at === 'queue') await loseQueue(sql);
    else {
      await kill(running[action.worker]);
      running[action.worker] = start();
    }
  }

  return {
    hub,
    sql,
    admin,
    play,
    said: () => said,
    async stop() {
      await Promise.all(running.map(kill));
      await simulator.stop();
      await sql.end();
      await hub.stop();
    },
  };
}

async function kill(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function endConnections(sql: pg.Client, remainders: number[]): Promise<void> {
  await sql.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND pid % 2 = ANY($1::int[])`,
    [remainders],
  );
}

/** Drops the queue under the workers' hands; where one of them holds a lock against it, once more. */
async function loseQueue(sql: pg.Client): Promise<void> {
  for (let lost = false; !lost; ) {
    lost = await sql.query('DROP SCHEMA IF EXISTS bullmq CASCADE').then(
      () => true,
      (error: { code?: string }) => {
        if (error.code !== DEADLOCK) throw error;
        return false;
      },
    );
  }
}
