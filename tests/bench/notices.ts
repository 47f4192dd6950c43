import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { SIMULATOR_SECRET, SIMULATOR_TMN_CODE } from '../../connectors/vnpay/simulator.ts';
import { canonical, sign } from '../../connectors/vnpay/wire.sign.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.ts';
import { INGEST_OUTCOMES } from '../support/documents.ingest.ts';
import { COMMUNE, PROVINCE, SOURCE } from '../support/dossiers.ts';
import { type RunningHub, startHub } from '../support/running-hub.ts';
import { makeDataDir } from '../support/server.ts';
import { requestsOf } from './ingest/feed.ts';

const CREATE = graphql(`
  mutation CreateForNotices($input: CreatePaymentInput!) {
    createPayment(input: $input) { payment { reference amount } userErrors { code } }
  }
`);

const BATCH = 500;
/** Payments opened side by side beforehand. */
const SIDE_BY_SIDE = 8;
/** Each notice comes again where its number divides by this. */
const AGAIN_EVERY = 20;
/** Dossiers of each round of the feed that runs beside the notices. */
const FEED = 20_000;

/** How a hub bears notices beside an ingest. */
export interface NoticesBench {
  sent: number;
  /** Answers that were none or not what a taken notice gets. */
  errors: number;
  /** Milliseconds from the instant at which a notice was due to its answer. */
  p50: number;
  p99: number;
  most: number;
  /** Dossiers ingested meanwhile. */
  ingested: number;
  /** Payments that did not end SUCCEEDED, or whose entries are not exactly two. */
  wrong: number;
}

interface Options {
  /** Notices a second. */
  rate: number;
  seconds: number;
  report(text: string): void;
}

interface Opened {
  reference: string;
  amount: number;
}

/** VNPAY's notices at a fixed rate, whatever the hub answers, while a commune system feeds as fast as it is let. */
export async function benchNotices({ rate, seconds, report }: Options): Promise<NoticesBench> {
  const dataDir = makeDataDir();
  const server = await startEmbeddedPostgres({ dataDir });
  process.env['TEST_DATABASE_URL'] = server.url;
  const hub = await startHub({ HUB_TODAY: '2025-09-30', HUB_LOG_LEVEL: 'warn' });
  try {
    const payments = await openPayments(hub, rate * seconds);
    report(`${payments.length} payments are open; ${rate} notices a second for ${seconds} s; load average ${loadavg()[0]?.toFixed(1)}`);
    const done = new AbortController();
    const feeding = feed(hub, done.signal);
    const { times, errors } = await notify(hub.url, payments, rate);
    done.abort();
    const ingested = await feeding;
    report(`load average ${loadavg()[0]?.toFixed(1)}`);
    const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
    const told = { p50: at(0.5), p99: at(0.99), most: times.at(-1) ?? Number.NaN };
    return { ...told, sent: times.length, errors, ingested, wrong: await wrongOnes(hub, payments) };
  } finally {
    await hub.stop();
    await server.stop();
  }
}

async function openPayments(hub: RunningHub, count: number): Promise<Opened[]> {
  const system = await hub.token('--role', 'SYSTEM', '--source', SOURCE, '--unit', PROVINCE);
  const officer = await hub.token('--role', 'OFFICER', '--unit', COMMUNE);
  const dossiers: string[] = [];
  for (const body of requestsOf({ round: 1, dossiers: count, version: 1 }, BATCH)) {
    const { input } = (JSON.parse(body) as { variables: { input: never[] } }).variables;
    const { ingestDossiers } = await hub.client.ask(INGEST_OUTCOMES, { input }, system);
    dossiers.push(...ingestDossiers.results.flatMap(({ dossier }) => dossier?.id ?? []));
  }
  const opened: Opened[] = [];
  const queue = dossiers.entries();
  const open = async () => {
    for (const [at, dossier] of queue) {
      const { createPayment } = await hub.client.ask(
        CREATE,
        { input: { dossier, provider: 'VNPAY', idempotencyKey: `notice-${at}` } },
        officer,
      );
      if (createPayment.payment === null) throw new Error(`not opened: ${JSON.stringify(createPayment)}`);
      opened.push(createPayment.payment);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, open));
  if (opened.length !== count) throw new Error(`${opened.length} payments of ${count} are open`);
  return opened;
}

/** Feeds new dossiers and their next versions, round after round; answers how many versions were taken. */
async function feed(hub: RunningHub, until: AbortSignal): Promise<number> {
  const token = await hub.token('--role', 'SYSTEM', '--source', SOURCE, '--unit', PROVINCE);
  let taken = 0;
  for (let round = 2; ; round += 1) {
    for (const version of [1, 2] as const) {
      for (const body of requestsOf({ round, dossiers: FEED, version }, BATCH)) {
        if (until.aborted) return taken;
        const { input } = (JSON.parse(body) as { variables: { input: never[] } }).variables;
        const { results } = (await hub.client.ask(INGEST_OUTCOMES, { input }, token)).ingestDossiers;
        if (results.some(({ outcome }) => outcome !== 'CREATED' && outcome !== 'UPDATED'))
          throw new Error('a dossier of the feed was refused');
        taken += results.length;
      }
    }
  }
}

/** Sends each notice when it is due, whether those before are answered or not. */
async function notify(url: string, payments: readonly Opened[], rate: number): Promise<{ times: number[]; errors: number }> {
  const began = performance.now();
  const sent: Promise<number | undefined>[] = [];
  for (const [at, payment] of payments.entries()) {
    const due = began + (at * 1_000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    sent.push(tell(url, payment, { at, due }));
    if (at % AGAIN_EVERY === 0) sent.push(tell(url, payment, { at, due }));
  }
  const answers = await Promise.all(sent);
  const times = answers.filter((each) => each !== undefined).sort((a, b) => a - b);
  return { times, errors: answers.length - times.length };
}

/** VNPAY's codes of a notice that was taken now or before. */
const TAKEN = new Set(['00', '02']);

/** Milliseconds until the answer; undefined: it was not taken. */
async function tell(url: string, { reference, amount }: Opened, { at, due }: { at: number; due: number }): Promise<number | undefined> {
  const query = canonical([
    ['vnp_Amount', `${amount}00`],
    ['vnp_BankCode', 'NCB'],
    ['vnp_OrderInfo', reference],
    ['vnp_PayDate', '20250930103000'],
    ['vnp_ResponseCode', '00'],
    ['vnp_TmnCode', SIMULATOR_TMN_CODE],
    ['vnp_TransactionNo', String(14_000_000 + at)],
    ['vnp_TransactionStatus', '00'],
    ['vnp_TxnRef', reference],
  ]);
  try {
    const response = await fetch(`${url}/payments/vnpay/ipn?${query}&vnp_SecureHash=${sign(query, SIMULATOR_SECRET)}`);
    const { RspCode } = (await response.json()) as { RspCode: string };
    return TAKEN.has(RspCode) ? performance.now() - due : undefined;
  } catch (error) {
    console.error(`  a notice had no answer: ${String(error)}`);
    return undefined;
  }
}

async function wrongOnes({ environment }: RunningHub, payments: readonly Opened[]): Promise<number> {
  const client = new pg.Client({ connectionString: environment['DATABASE_URL'] });
  await client.connect();
  try {
    const { rows } = await client.query<{ right: number }>(
      `SELECT count(*)::int AS right FROM payments.payment p
       WHERE p.reference = ANY($1) AND p.status = 'SUCCEEDED' AND (SELECT count(*) FROM payments.ledger_entry e WHERE e.payment_id = p.id) = 2`,
      [payments.map(({ reference }) => reference)],
    );
    return payments.length - (rows[0]?.right ?? 0);
  } finally {
    await client.end();
  }
}
