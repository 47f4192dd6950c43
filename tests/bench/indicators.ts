import { rmSync } from 'node:fs';
import { graphql } from '../../schema/generated/gql.ts';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.ts';
import { countLater, countLoaded, foldDeltas } from '../../src/subgraphs/dossiers/indicators/fold.ts';
import { createTestHub, type TestHub } from '../support/hub.ts';
import { makeDataDir } from '../support/server.ts';

/** How long one kind of question takes. */
export interface QuestionTime {
  name: string;
  /** Milliseconds. */
  p95: number;
}

const QUESTION = graphql(`
  query IndexBench($unit: ID!, $from: LocalDate!, $to: LocalDate!, $procedure: ID) {
    administrativeUnit(code: $unit) {
      indicators(period: { from: $from, to: $to }, procedure: $procedure) {
        asOf dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline
        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate
        score applicableMax rank ofUnits groups { code score max components { code numerator denominator score max } }
      }
    }
    }
`);
const QUARTERS = [
  { from: '2024-10-01', to: '2024-12-31' },
  { from: '2025-01-01', to: '2025-03-31' },
  { from: '2025-04-01', to: '2025-06-30' },
  { from: '2025-07-01', to: '2025-09-30' },
] as const;
const WARM_UP = 3;
const ASKED = 20;

/** A PostgreSQL of its own with a year of dossiers made by SQL, asked through the graph; some changes wait to be added up. */
export async function benchIndicators(options: {
  dossiers: number;
  rounds: number;
  report?: (text: string) => void;
}): Promise<QuestionTime[]> {
  const dataDir = makeDataDir();
  const server = await startEmbeddedPostgres({ dataDir });
  process.env['TEST_DATABASE_URL'] = server.url;
  try {
    const hub = await createTestHub();
    try {
      const started = performance.now();
      await fill(hub, options.dossiers);
      options.report?.(`filled and counted in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
      await change(hub);
      return await ask(hub, options.rounds);
    } finally {
      await hub.stop();
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill({ platform }: TestHub, dossiers: number): Promise<void> {
  await platform.db.transaction(async (sql) => {
    await countLater(sql);
    await sql.query(
      `INSERT INTO dossiers.dossier (id, code, source_system, source_version, content_hash, origin, procedure, receiving_unit, handling_unit, scope,
         applicant_name, unidentified, owner_kind, owner_name, name_folded, channel, status, submitted_at, accepted_at, due_at, resolved_at, finished_at,
         result_by_post, documents, fees, supplements, fee_total, fees_settled, paid_online_by_source, paid_online_by_hub, digitized_result, rating,
         version, portal_sequence, updated_at)
       SELECT gen_random_uuid(), 'H12-250101-' || n, 'bench', 1, '', 'PROVINCE', procedures.codes[1 + (random() ^ 2 * (procedures.many - 1))::int], unit, unit,
              ARRAY[unit, '96'], 'N', true, 'CITIZEN', 'N', 'n', CASE WHEN random() < 0.76 THEN 'ONLINE' ELSE 'IN_PERSON' END,
              CASE WHEN open THEN 'PROCESSING' ELSE 'RETURNED' END, at, at + interval '1 hour', at + interval '7 days',
              CASE WHEN NOT open THEN at + interval '5 days' * random() * 1.5 END, CASE WHEN NOT open THEN at + interval '5 days' * random() * 1.5 END,
              false, '[{"isResult": true, "digitized": true, "url": "https://files.invalid/r", "reused": false, "fromPersonalStore": false}]', '[]', '[]',
              CASE WHEN random() < 0.5 THEN 10000 ELSE 0 END, false, random() < 0.8, false, true, CASE WHEN random() < 0.3 THEN 5 END, 1, 2, at
       FROM generate_series(1, $1::int) n,
            (SELECT array_agg(code ORDER BY code) AS codes, count(*)::int AS many FROM dossiers.procedure) procedures,
            (SELECT array_agg(code ORDER BY code) AS codes, count(*)::int AS many FROM dossiers.unit WHERE valid_to IS NULL AND kind IN ('COMMUNE', 'WARD', 'DEPARTMENT')) units,
            LATERAL (SELECT units.codes[1 + n % units.many] AS unit, timestamptz '2024-10-01 08:00+07' + interval '365 days' * random() AS at, random() < 0.03 AS open) one`,
      [dossiers],
    );
    await sql.query(
      `INSERT INTO dossiers.event (id, dossier_id, step_key, at, status, actor, unusual)
       SELECT gen_random_uuid(), id, 'end', coalesce(finished_at, accepted_at), status, 'N', false FROM dossiers.dossier`,
    );
    await sql.query('ANALYZE dossiers.dossier');
    await sql.query('ANALYZE dossiers.event');
    await countLoaded(sql);
  });
  // As autovacuum leaves the tables of a year.
  for (const table of ['indicator_day', 'indicator_month', 'index_reading', 'dossier'])
    await platform.db.query(`VACUUM ANALYZE dossiers.${table}`);
}

/** A morning's changes, of which the latest have not been added up yet. */
async function change({ platform }: TestHub): Promise<void> {
  const rate = `UPDATE dossiers.dossier SET rating = 4 WHERE id IN (SELECT id FROM dossiers.dossier WHERE rating IS NULL LIMIT 2000)`;
  await platform.db.query(rate);
  await foldDeltas(platform);
  await platform.db.query(rate);
}

async function ask(hub: TestHub, rounds: number): Promise<QuestionTime[]> {
  const units = await hub.platform.db.query<{ code: string }>(
    `SELECT code FROM dossiers.unit WHERE valid_to IS NULL AND kind IN ('COMMUNE', 'WARD') ORDER BY code`,
  );
  const procedures = await hub.platform.db.query<{ code: string }>('SELECT code FROM dossiers.procedure ORDER BY code');
  const quarter = (n: number) => QUARTERS[n % QUARTERS.length];
  const kinds: Record<string, (n: number) => object> = {
    'a commune, a quarter, with its rank': (n) => ({ unit: units[n % units.length]?.code, ...quarter(n) }),
    'a commune, a quarter, a procedure': (n) => ({
      ...{ unit: units[n % units.length]?.code, procedure: procedures[(n * 7) % procedures.length]?.code },
      ...quarter(n),
    }),
    'the province, a quarter': (n) => ({ unit: '96', ...quarter(n) }),
    'the province, a quarter, a procedure': (n) => ({
      unit: '96',
      procedure: procedures[(n * 7) % procedures.length]?.code,
      ...quarter(n),
    }),
  };
  const times: QuestionTime[] = [];
  for (const [name, variables] of Object.entries(kinds)) {
    const taken: number[] = [];
    for (let n = 0; n < WARM_UP + ASKED * rounds; n += 1) {
      const started = performance.now();
      const { errors } = await hub.graph.transport('dossiers', { query: QUESTION.toString(), variables: { ...variables(n) }, head: {} });
      if (errors !== undefined && errors.length > 0) throw new Error(JSON.stringify(errors));
      if (n >= WARM_UP) taken.push(performance.now() - started);
    }
    taken.sort((a, b) => a - b);
    times.push({ name, p95: taken[Math.floor(taken.length * 0.95)] ?? Number.NaN });
  }
  return times;
}
