import type { Database } from '../../platform/database/database.ts';
import type { Queues } from '../../platform/jobs/queues.ts';
import { STORAGES } from '../subgraphs.ts';
import type { Handler } from './server.ts';

const CHECK_TIMEOUT_MS = 3_000;

/** What a role must have before it is ready; each throws where it has not. */
export type Checks = Readonly<Record<string, () => Promise<void>>>;

/** The database answers, the queue answers, and every migration has run. */
export function hubChecks(db: Database, queues: Queues): Checks {
  return {
    database: async () => {
      await db.query('SELECT 1');
    },
    queue: () => queues.ping(),
    migrations: async () => {
      for (const { schema, migrations } of STORAGES) {
        const ran = await db.query<{ name: string }>(`SELECT name FROM ${schema}.migration`);
        const missing = migrations.filter(({ name }) => !ran.some((each) => each.name === name));
        if (missing.length > 0) throw new Error(`${schema}: ${missing.map(({ name }) => name).join(', ')}`);
      }
    },
  };
}

/** `GET /health/live`: the process answers. `GET /health/ready`: so does all that it needs; 503 names what does not. */
export function createHealthHandler(checks: Checks): Handler {
  return async (request, response) => {
    const path = request.url?.split('?')[0];
    if (path !== '/health/live' && path !== '/health/ready') return false;
    const results = path === '/health/live' ? {} : await runAll(checks);
    const ready = Object.values(results).every((result) => result === 'ok');
    response
      .writeHead(ready ? 200 : 503, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      .end(`${JSON.stringify({ status: ready ? 'ok' : 'unavailable', ...results })}\n`);
    return true;
  };
}

/** Why something fails is for the log and the metrics; a probe only says what. */
async function runAll(checks: Checks): Promise<Record<string, 'ok' | 'failed'>> {
  const names = Object.keys(checks);
  const results = await Promise.allSettled(names.map((name) => within(checks[name] as () => Promise<void>)));
  return Object.fromEntries(results.map((result, at) => [names[at] as string, result.status === 'fulfilled' ? 'ok' : 'failed']));
}

async function within(check: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), CHECK_TIMEOUT_MS);
  });
  const running = check();
  running.catch(() => undefined);
  try {
    await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}
