import { loadavg } from 'node:os';
import pg from 'pg';
import { openSandboxIssuer } from '../../../src/platform/auth/sandbox-issuer.ts';
import { PROVINCE, SOURCE } from '../../support/dossiers.ts';
import { startContender } from '../worklist/contenders.ts';
import { prepareGround } from '../worklist/ground.ts';
import { agencyOf, requestsOf, stepsOf } from './feed.ts';
import { type Copy, copyOf, rowsOf, upsert } from './upsert.ts';

const BATCH = 500;
/** Batches under way at the same time, of the feed as of the plain upsert. */
const SIDE_BY_SIDE = 2;
/** Dossiers that are there before. */
const GROUND = 20_000;

/** Seconds that one round took, both versions of each dossier. */
interface Round {
  hub: number;
  /** The same rows into the same tables. */
  upsert: number;
  /** The same without the tables' triggers, which keep figures and refuse changes. */
  bare: number;
}

/** How ingesting compares with a plain upsert of the same rows. */
export interface IngestBench {
  rounds: Round[];
  /** Medians of the rounds. */
  toUpsert: number;
  toBare: number;
  perSecond: number;
}

/** Alternating rounds on a PostgreSQL of its own, durable as in production: the hub over HTTP, then the rows that it wrote by plain upserts. */
export async function benchIngest(options: { dossiers: number; rounds: number; report: (text: string) => void }): Promise<IngestBench> {
  const { dossiers, report } = options;
  const ground = await prepareGround(GROUND, { report });
  const hub = await startContender('hub', ground.env);
  const clients = Array.from({ length: SIDE_BY_SIDE }, () => new pg.Client({ connectionString: ground.env['DATABASE_URL'] }));
  const rounds: Round[] = [];
  try {
    for (const client of clients) await client.connect();
    const issuer = await openSandboxIssuer(ground.env['HUB_DATA_DIR'] ?? '');
    const token = await issuer.token({ roles: ['SYSTEM'], unit: PROVINCE, source: SOURCE, ttl: '8h' });
    const send = (body: string) => ingest(hub.url, token, body);
    // What a process does for the first time is slow.
    for (const body of requestsOf({ round: 0, dossiers: 2_000, version: 1 }, BATCH)) await send(body);
    for (let round = 1; round <= options.rounds; round += 1) {
      const taken = await playRound({ round, dossiers, send, clients });
      rounds.push(taken);
      report(`${show(taken, 2 * dossiers)}; load average ${loadavg()[0]?.toFixed(1)}`);
    }
  } finally {
    await Promise.all(clients.map((client) => client.end()));
    await hub.stop();
    await ground.stop();
  }
  return {
    rounds,
    toUpsert: median(rounds.map((each) => each.hub / each.upsert)),
    toBare: median(rounds.map((each) => each.hub / each.bare)),
    perSecond: (2 * dossiers) / median(rounds.map((each) => each.hub)),
  };
}

const show = ({ hub, upsert: plain, bare }: Round, count: number) =>
  `hub ${hub.toFixed(2)} s (${(count / hub).toFixed(0)} dossiers/s), upsert ${plain.toFixed(2)} s, without triggers ${bare.toFixed(2)} s; ` +
  `${(hub / plain).toFixed(2)} × and ${(hub / bare).toFixed(2)} ×`;

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

interface Playing {
  round: number;
  dossiers: number;
  send(body: string): Promise<void>;
  clients: readonly pg.Client[];
}

async function playRound({ round, dossiers, send, clients }: Playing): Promise<Round> {
  const [sql] = clients as [pg.Client];
  const taken: Round = { hub: 0, upsert: 0, bare: 0 };
  const copies: { upsert: Copy; bare: Copy }[] = [];
  for (const version of [1, 2] as const) {
    const bodies = requestsOf({ round, dossiers, version }, BATCH);
    const { rows } = await sql.query<{ last: number }>('SELECT coalesce(max(id), 0) AS last FROM outbox.event');
    taken.hub += await measure(bodies, (body) => send(body));
    const phase = { codes: `${agencyOf(round)}-%`, after: rows[0]?.last ?? 0, steps: stepsOf(version), batches: bodies.length };
    copies.push({ upsert: await copyOf(sql, phase, '02'), bare: await copyOf(sql, phase, '03') });
  }
  if (copies.some((copy) => rowsOf(copy.upsert) < 4 * dossiers)) throw new Error('rows of the feed were not found again');
  for (const copy of copies) taken.upsert += await measureUpserts(clients, copy.upsert);
  for (const client of clients) await client.query(`SET session_replication_role = replica`);
  for (const copy of copies) taken.bare += await measureUpserts(clients, copy.bare);
  for (const client of clients) await client.query(`RESET session_replication_role`);
  return taken;
}

function measureUpserts(clients: readonly pg.Client[], copy: Copy): Promise<number> {
  const batches = Array.from({ length: copy[0]?.batches.length ?? 0 }, (_, at) => at);
  return measure(batches, (batch, lane) => upsert(clients[lane] as pg.Client, copy, batch));
}

/** Seconds until all is done, so many side by side. */
async function measure<T>(items: readonly T[], work: (item: T, lane: number) => Promise<void>): Promise<number> {
  const queue = [...items];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async (_, lane) => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item, lane);
    }),
  );
  return (performance.now() - start) / 1_000;
}

async function ingest(url: string, token: string, body: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  const { data, errors } = (await response.json()) as {
    data?: { ingestDossiers: { results: { outcome: string; userErrors: unknown[] }[] } };
    errors?: unknown[];
  };
  const wrong = data?.ingestDossiers.results.find(({ outcome }) => outcome !== 'CREATED' && outcome !== 'UPDATED');
  if (errors !== undefined || wrong !== undefined) throw new Error(`refused: ${JSON.stringify(errors ?? wrong)}`);
}
