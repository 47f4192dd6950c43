import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from } from 'pg-copy-streams';
import type { StatementRowInput } from '../../../connectors/contract/statement.writer.ts';
import { startEmbeddedPostgres } from '../../../src/platform/postgres/embedded-postgres.ts';
import { reconcile } from '../../../src/subgraphs/payments/index.ts';
import { createPaymentsHub, load, loaded, type PaymentsHub, row, statement, TMN } from '../../support/payments.ts';
import { makeDataDir } from '../../support/server.ts';

const DAY = '2026-03-10';
const CHUNK = 20_000;
/** The merchants of a province's communes, and the providers that each may have. */
const MERCHANTS = 64;
const PROVIDERS = ['VNPAY', 'MOMO', 'ZALOPAY', 'VIETQR', 'NATIONAL_PLATFORM'] as const;
const PAYMENTS_EACH = 40;

export interface ReconcileBench {
  /** Median of the rounds' `hub reconcile` / plain SQL. */
  ratio: number;
  /** The most that the process that reconciles held, MB. */
  residentMb: number;
  /** Seconds for a day of all merchants with all providers. */
  dayS: number;
}

interface Options {
  rows: number;
  rounds: number;
  report(text: string): void;
}

/** Alternating rounds on a PostgreSQL of its own: the whole of `hub reconcile` with a file, then COPY of the same rows and one join. */
export async function benchReconcile({ rows, rounds, report }: Options): Promise<ReconcileBench> {
  const dataDir = makeDataDir();
  const files = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const server = await startEmbeddedPostgres({ dataDir });
  process.env['TEST_DATABASE_URL'] = server.url;
  const ratios: number[] = [];
  let residentMb = 0;
  try {
    const hub = await createPaymentsHub();
    report(`filling ${rows} payments …`);
    await fill(hub, rows);
    for (let round = 1; round <= rounds; round += 1) {
      const file = join(files, `statement-${round}.csv`);
      await pipeline(Readable.from(statement(statementRows(rows), { day: DAY, sequence: round })), createWriteStream(file));
      const plainS = await plain(hub, file);
      const { seconds, peakMb } = await command(hub, file, dataDir);
      ratios.push(seconds / plainS);
      residentMb = Math.max(residentMb, peakMb);
      report(
        `hub reconcile ${seconds.toFixed(1)} s, COPY and join ${plainS.toFixed(1)} s, ratio ${(seconds / plainS).toFixed(2)}, ${peakMb.toFixed(0)} MB, load average ${loadavg()[0]?.toFixed(1)}`,
      );
    }
    const dayS = await wholeDay(hub);
    await hub.stop();
    ratios.sort((a, b) => a - b);
    return { ratio: ratios[Math.floor(ratios.length / 2)] ?? Number.NaN, residentMb, dayS };
  } finally {
    await server.stop();
    for (const folder of [dataDir, files]) rmSync(folder, { recursive: true, force: true });
  }
}

/** In the form of the hub's own: letters and digits that nobody mistakes. */
const reference = (at: number) => `260310H${at.toString(16).padStart(13, 'z').replace(/0/g, 'x').replace(/1/g, 'y').toUpperCase()}`;
const transaction = (at: number) => `T${String(at).padStart(12, '0')}`;

async function fill(hub: PaymentsHub, rows: number): Promise<void> {
  for (let at = 0; at < rows; at += CHUNK) {
    const dossiers = Array.from({ length: Math.min(CHUNK, rows - at) }, (_, more) =>
      loaded([{ reference: reference(at + more), providerTransactionId: transaction(at + more) }]),
    );
    await load(hub, dossiers);
  }
  await hub.platform.db.query('ANALYZE payments.payment');
}

function* statementRows(rows: number): Generator<StatementRowInput> {
  for (let at = 0; at < rows; at += 1)
    yield row({ merchantRef: reference(at), providerTransactionId: transaction(at), orderInfo: 'Thanh toan' });
}

/** Seconds for what the file's rows cost at the least: COPY into a table without an index, and one join that finds what differs. */
async function plain(hub: PaymentsHub, file: string): Promise<number> {
  const { db } = hub.platform;
  await db.query('DROP TABLE IF EXISTS plain_row');
  const texts = Array.from({ length: 18 }, (_, at) => `c${at} text`).join(', ');
  await db.query(`CREATE TABLE plain_row (mark text, ${texts})`);
  const started = performance.now();
  await db.transaction(async (sql) => {
    const target = sql.client.query(from('COPY plain_row FROM STDIN (FORMAT csv)'));
    await pipeline(createReadStream(file), detailLines, target);
    const [found] = await sql.query<{ matched: number }>(
      `SELECT count(*) AS matched FROM plain_row r JOIN payments.merchant m ON m.code = $1
         FULL JOIN payments.payment p ON p.merchant_id = m.id AND p.reference = r.c3 AND p.amount = r.c10::bigint WHERE p.id IS NOT NULL AND r.mark IS NOT NULL`,
      [TMN],
    );
    if (found?.matched === 0) throw new Error('the plain join finds nothing');
  });
  return (performance.now() - started) / 1_000;
}

/** The D lines alone: the others have other columns. */
async function* detailLines(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of source) {
    const text = rest + chunk.toString('utf8');
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    yield text
      .slice(0, end)
      .split('\n')
      .filter((line) => line.startsWith('D,'))
      .map((line) => `${line}\n`)
      .join('');
  }
}

/** The command as an accountant runs it, in a process of its own; the most memory that it held. */
async function command(hub: PaymentsHub, file: string, dataDir: string): Promise<{ seconds: number; peakMb: number }> {
  const started = performance.now();
  const args = ['src/bootstrap.mjs', 'hub', 'reconcile', '--provider', 'VNPAY', '--date', DAY, '--merchant', TMN, '--file', file];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: hub.databaseUrl, HUB_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  let peakKb = 0;
  const watch = setInterval(() => {
    for (const pid of childrenOf(child.pid ?? 0)) peakKb = Math.max(peakKb, peakOf(pid));
  }, 200);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0 || !said.includes('BALANCED')) throw new Error(`hub reconcile ended with ${code}: ${said}`);
  return { seconds: (performance.now() - started) / 1_000, peakMb: peakKb / 1_024 };
}

/** The processes that one has started: the command itself runs in the child of what npm calls. */
function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Linux's own mark of the most that a process held, kB; 0 where it has just ended. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ESRCH') return 0;
    throw error;
  }
}

/** Seconds for the day of all communes' merchants with all providers, each with its own file. */
async function wholeDay(hub: PaymentsHub): Promise<number> {
  const { db } = hub.platform;
  const codes = Array.from({ length: MERCHANTS }, (_, at) => `M${String(at + 1).padStart(7, '0')}`);
  for (const provider of PROVIDERS) {
    await db.query(
      `INSERT INTO payments.merchant (id, provider, code, name, unit, scope, external, is_default)
       SELECT gen_random_uuid(), $1, code, code, '96', ARRAY['96'], false, false FROM unnest($2::text[]) AS t(code)`,
      [provider, codes],
    );
    await db.query(
      `INSERT INTO payments.payment (id, reference, merchant_id, provider, dossier_id, dossier_code, external, amount, refunded_amount, status, created_at, paid_at,
         business_date, exceeds_obligation, receiving_unit, handling_unit, scope, query_attempts)
       SELECT gen_random_uuid(), m.code || 'X' || replace($1, '_', '') || n, m.id, $1, gen_random_uuid(), 'H12.1-260310-0001', false, 10000, 0, 'SUCCEEDED',
         '2026-03-10T09:00:00+07:00', '2026-03-10T09:00:00+07:00', $3, false, '96', '96', ARRAY['96'], 0
       FROM payments.merchant m, generate_series(1, $4::int) n WHERE m.provider = $1 AND m.code = ANY($2::text[])`,
      [provider, codes, DAY, PAYMENTS_EACH],
    );
  }
  const started = performance.now();
  for (const provider of PROVIDERS) {
    for (const merchantCode of codes) {
      const rows = Array.from({ length: PAYMENTS_EACH }, (_, at) =>
        row({ merchantRef: `${merchantCode}X${provider.replace('_', '')}${at + 1}` }),
      );
      const file = statement(rows, { day: DAY, merchantCode, provider });
      const [done] = await reconcile(hub.platform, { provider, businessDate: DAY, merchant: merchantCode, file, startedBy: 'bench' });
      if (done?.status !== 'BALANCED') throw new Error(`${provider} ${merchantCode} is ${done?.status}`);
    }
  }
  return (performance.now() - started) / 1_000;
}
