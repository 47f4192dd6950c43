import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { graphql } from '../../schema/generated/gql.ts';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.ts';
import { createTestHub, type TestHub } from '../support/hub.ts';
import { makeDataDir } from '../support/server.ts';
import { FREQUENT_NAME, fillDossiers, RARE_NAME } from './lists.fill.ts';

/** How long one kind of list takes among few dossiers and among many; milliseconds at the 95th percentile. */
export interface ListTime {
  name: string;
  few: number;
  many: number;
}

const FEW = 100_000;
const WARM_UP = 5;
const ASKED = 25;

const LIST = graphql(`
  query ListsBench($filter: DossierFilter, $orderBy: DossierOrder!, $after: String, $counted: Boolean!) {
    dossiers(filter: $filter, orderBy: $orderBy, after: $after) {
      totalCount @include(if: $counted)
      nodes { code status ownerName submittedAt dueAt timeliness procedure { name } handlingUnit { name } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

interface Question {
  as: string;
  filter?: object;
  orderBy?: string;
  counted?: boolean;
  /** Ask for the page after the first one. */
  next?: boolean;
}

/** A hub with its dossiers, and whom and what to ask it for. */
interface Side {
  hub: TestHub;
  officers: string[];
  auditor: string;
  codes: string[];
}

const KINDS: Record<string, (side: Side, n: number) => Question> = {
  "a commune's worklist": (side, n) => ({ as: officer(side, n) }),
  "a commune's worklist, the next page": (side, n) => ({ as: officer(side, n), next: true }),
  "a commune's worklist, counted": (side, n) => ({ as: officer(side, n), counted: true }),
  'a commune, first due first': (side, n) => ({ as: officer(side, n), orderBy: 'DUE_AT_ASC' }),
  'a commune, last due first': (side, n) => ({ as: officer(side, n), orderBy: 'DUE_AT_DESC' }),
  'a commune, a frequent name': (side, n) => ({ as: officer(side, n), filter: { search: FREQUENT_NAME } }),
  'a commune, a name in full': (side, n) => ({ as: officer(side, n), filter: { search: 'dang thi hong' } }),
  'a commune, a rare name': (side, n) => ({ as: officer(side, n), filter: { search: RARE_NAME } }),
  'a code': (side, n) => ({ as: side.auditor, filter: { search: side.codes[n % side.codes.length] } }),
  'a number': (side, n) => ({ as: officer(side, n), filter: { search: numberOf(n % side.officers.length) } }),
  'the province, the latest': (side) => ({ as: side.auditor }),
};

const officer = (side: Side, n: number) => side.officers[n % side.officers.length] as string;
const numberOf = (n: number) => `096885${String(n).padStart(6, '0')}`;

/** Two databases of one PostgreSQL, asked for the same in turn, so that both meet the same machine. */
export async function benchLists(options: { dossiers: number; rounds: number; report: (text: string) => void }): Promise<ListTime[]> {
  const dataDir = makeDataDir();
  const server = await startEmbeddedPostgres({ dataDir });
  process.env['TEST_DATABASE_URL'] = server.url;
  const sides: Side[] = [];
  try {
    for (const dossiers of [FEW, options.dossiers]) {
      const started = performance.now();
      sides.push(await fill(dossiers));
      const seconds = ((performance.now() - started) / 1_000).toFixed(0);
      options.report(`${dossiers} dossiers filled in ${seconds} s, load average ${loadavg()[0]?.toFixed(1)}`);
    }
    return await ask(sides, options.rounds);
  } finally {
    for (const { hub } of sides) await hub.stop();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill(dossiers: number): Promise<Side> {
  const hub = await createTestHub();
  const { db, cipher } = hub.platform;
  await fillDossiers(db, dossiers);
  const units = await db.query<{ code: string }>(
    `SELECT code FROM dossiers.unit WHERE valid_to IS NULL AND kind IN ('COMMUNE', 'WARD') ORDER BY code`,
  );
  for (const [n, { code }] of units.entries()) {
    await db.query(
      `UPDATE dossiers.dossier SET applicant_index = $1
       WHERE id IN (SELECT id FROM dossiers.dossier WHERE receiving_unit = $2 ORDER BY submitted_at, id LIMIT 3)`,
      [cipher.blindIndex('nationalId', numberOf(n)), code],
    );
  }
  const codes = await db.query<{ code: string }>('SELECT code FROM dossiers.dossier ORDER BY id LIMIT 200');
  return {
    hub,
    officers: await Promise.all(units.map(({ code }) => hub.token({ role: 'OFFICER', unit: code }))),
    auditor: await hub.token({ role: 'AUDITOR' }),
    codes: codes.map(({ code }) => code),
  };
}

async function ask(sides: readonly Side[], rounds: number): Promise<ListTime[]> {
  const times: ListTime[] = [];
  for (const [name, question] of Object.entries(KINDS)) {
    const taken: number[][] = sides.map(() => []);
    for (let n = 0; n < WARM_UP + rounds * ASKED; n += 1) {
      for (const [at, side] of sides.entries()) {
        const one = await timeOf(side, question(side, n));
        if (n >= WARM_UP) taken[at]?.push(one);
      }
    }
    const [few, many] = taken.map(p95);
    times.push({ name, few: few ?? Number.NaN, many: many ?? Number.NaN });
  }
  return times;
}

function p95(taken: number[]): number {
  return taken.sort((a, b) => a - b)[Math.floor(taken.length * 0.95)] ?? Number.NaN;
}

async function timeOf({ hub }: Side, { as, filter = {}, orderBy = 'SUBMITTED_AT_DESC', counted = false, next }: Question): Promise<number> {
  const page = async (after: string | null) => {
    const variables = { filter, orderBy, counted, after };
    const { data, errors } = await hub.graph.transport('dossiers', {
      query: LIST.toString(),
      variables,
      head: { authorization: `Bearer ${as}` },
    });
    if (errors !== undefined && errors.length > 0) throw new Error(JSON.stringify(errors));
    return (data as { dossiers: { pageInfo: { endCursor: string | null } } }).dossiers.pageInfo.endCursor;
  };
  const after = next === true ? await page(null) : null;
  const started = performance.now();
  await page(after);
  return performance.now() - started;
}
