import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningSimulator } from '../../connectors/contract/manifest.ts';
import manifest from '../../connectors/national-portal-reporting/manifest.ts';
import { startReportingSimulator } from '../../connectors/national-portal-reporting/simulator.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { hostConnectors } from '../../src/platform/connectors.ts';
import { daysOf, periodsOn, pullToday } from '../../src/subgraphs/dossiers/indicators/published.jobs.ts';
import { testTools } from '../contract/portal.ts';
import { INGEST, PERSON } from '../support/dossiers.ts';
import { createTestHub, type TestHub, type TestToken } from '../support/hub.ts';

/** H12.64 and H12.1. */
const COMMUNE = '32248';
const FIRST_COMMUNE = '31825';
const QUARTER = { from: '2025-07-01', to: '2025-09-30' };

let simulator: RunningSimulator;
let hub: TestHub;
beforeAll(async () => {
  simulator = await startReportingSimulator({});
  const port = manifest.create(manifest.config.parse(simulator.environment), testTools());
  hub = await createTestHub({ connectors: hostConnectors([manifest as never], () => ({ port })) });
});
afterAll(async () => {
  await hub.stop();
  await simulator.stop();
});
beforeEach(async () => {
  await behave({});
  await hub.platform.db.query('DELETE FROM dossiers.indicator_published');
});

const behave = async (behavior: object) => {
  const response = await fetch(`${simulator.url}/_simulator/behavior`, { method: 'PUT', body: JSON.stringify(behavior) });
  expect(response.status).toBe(200);
};

const INDEX = graphql(`
  query IndexBesidePublished($unit: ID!, $period: PeriodInput!) {
    administrativeUnit(code: $unit) {
      indicators(period: $period) {
        score applicableMax rank ofUnits
        groups {
          code score max published
          components { code numerator denominator score max published publishedNumerator publishedDenominator publishedAt difference flags source }
        }
        differences { code points numerator denominator dossiers { count codes complete } }
      }
    }
  }
`);
const TAKE_IN = graphql(`
  mutation TakeInPublished($period: PeriodInput!, $file: String!) {
    takeInPublishedIndicators(period: $period, file: $file) { rows userErrors { code message field } }
  }
`);

async function indexOf(unit: string, as?: TestToken) {
  const token = as === undefined ? undefined : await hub.token(as);
  const { data, errors } = await hub.execute('dossiers', INDEX, { unit, period: QUARTER }, token);
  expect(errors).toEqual([]);
  const indicators = data?.administrativeUnit?.indicators;
  if (indicators === undefined) throw new Error(`no unit ${unit}`);
  const rows = new Map(indicators.groups.flatMap((group) => group.components).map((row) => [row.code, row]));
  return { ...indicators, row: (code: string) => rows.get(code) };
}
const values = async () => {
  const [row] = await hub.platform.db.query<{ count: number }>('SELECT count(*)::int AS count FROM dossiers.indicator_published');
  return row?.count ?? 0;
};

describe('what the portal publishes', () => {
  it('is read once a night: the month that ended last, the quarter and the year', async () => {
    expect(periodsOn('2026-01-05').map(daysOf)).toEqual([
      { from: '2025-12-01', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-03-31' },
      { from: '2026-01-01', to: '2026-12-31' },
    ]);
    expect(await pullToday(hub.platform)).toBe(3);
    const first = await values();
    expect(first).toBeGreaterThan(77 * 3 * 20);
    expect(await pullToday(hub.platform)).toBe(0);
    const { business } = hub.platform.clock;
    hub.platform.clock.business = () => new Date('2025-09-30T23:00:00Z');
    // What was read before stays: a figure keeps its date.
    expect(await pullToday(hub.platform)).toBe(3);
    hub.platform.clock.business = business;
    expect(await values()).toBe(2 * first);
  });

  it('fills what only the outside knows, with its date, so that every group and a rank are known', async () => {
    expect((await indexOf(COMMUNE)).score).toBeNull();
    await pullToday(hub.platform);
    const shown = await indexOf(COMMUNE);
    expect(shown.applicableMax).toBe(96);
    expect(shown.groups.reduce((sum, group) => sum + (group.score ?? Number.NaN), 0)).toBeCloseTo(shown.score ?? Number.NaN, 9);
    expect(shown.ofUnits).toBe(64);
    expect(shown.row('PUBLISH_ON_TIME')?.source).toBe('Cổng DVCQG công bố, đọc ngày 2025-09-30');
    expect(shown.row('DOSSIER_SYNC')?.flags).toEqual(['TEMP_NATIONAL_REPORT_DENOMINATOR']);
    expect(shown.row('CITIZEN_DATA_CONNECTED_DOSSIER')).toMatchObject({ max: null, score: null, source: 'không áp dụng' });
    const { publishedNumerator, publishedDenominator, published } = shown.row('ONLINE_PROVIDED') ?? {};
    expect(published).toBeCloseTo(Math.min(2, (2 * (publishedNumerator ?? 0)) / (publishedDenominator ?? 1) / 0.8), 9);
    expect((await indexOf('96')).applicableMax).toBe(100);
    expect(await indexOf('96')).toMatchObject({ rank: null, ofUnits: null });
  });

  it('ranks siblings by their score, the best first', async () => {
    await pullToday(hub.platform);
    const { data } = await hub.execute('dossiers', ALL, { period: QUARTER });
    const communes = (data?.administrativeUnit?.units ?? []).filter(({ kind }) => kind === 'COMMUNE' || kind === 'WARD');
    const scores = communes.map(({ indicators }) => indicators.score ?? Number.NaN).sort((a, b) => b - a);
    expect(communes).toHaveLength(64);
    for (const { indicators } of communes) expect(indicators.rank).toBe(scores.indexOf(indicators.score ?? 0) + 1);
    const departments = (data?.administrativeUnit?.units ?? []).filter(({ kind }) => kind === 'DEPARTMENT');
    expect(new Set(departments.map(({ indicators }) => indicators.ofUnits))).toEqual(new Set([departments.length]));
  });

  it('that is null stays null, and the unit has no score', async () => {
    const metrics = [{ code: 'PUBLISH_ON_TIME', numerator: null, denominator: null, score: null, maxScore: 6 }];
    await behave({ changed: [{ group: 'transparency', code: 'H12.64', values: { metrics, totalScore: null } }] });
    await pullToday(hub.platform);
    const shown = await indexOf(COMMUNE);
    expect(shown.row('PUBLISH_ON_TIME')).toMatchObject({ numerator: null, denominator: null, score: null, published: null });
    expect(shown.groups.find(({ code }) => code === 'CKMB')).toMatchObject({ score: null, published: null });
    expect([shown.score, shown.rank]).toEqual([null, null]);
    expect((await indexOf(FIRST_COMMUNE)).ofUnits).toBe(63);
  });

  it('is kept whole or not at all', async () => {
    await behave({ status: 503 });
    await expect(pullToday(hub.platform)).rejects.toMatchObject({ code: 'HTTP_503' });
    expect(await values()).toBe(0);
    const [report] = await hub.platform.db.query('SELECT failures, error_code FROM outbox.connector WHERE id = $1', [manifest.id]);
    expect(report).toEqual({ failures: 1, error_code: 'HTTP_503' });
    await behave({});
    expect(await pullToday(hub.platform)).toBe(3);
  });
});

const ALL = graphql(`
  query RanksOfAllUnits($period: PeriodInput!) {
    administrativeUnit(code: "96") { units { kind indicators(period: $period) { score rank ofUnits } } }
  }
`);

describe('the hub’s own figure', () => {
  it('stands beside the published one, with the difference and the dossiers that explain it', async () => {
    const filed = ['0001', '0002', '0003'].map((serial) => ({
      ...{ sourceSystem: 'one-stop', sourceVersion: 1, code: `H12.64-250730-${serial}`, procedure: '1.001193', receivingUnit: COMMUNE },
      ...{ applicant: PERSON, channel: 'ONLINE' as const, status: 'PROCESSING' as const, submittedAt: '2025-07-30T08:00:00+07:00' },
    }));
    const fed = await hub.execute(
      'dossiers',
      INGEST,
      { input: filed },
      await hub.token({ role: 'SYSTEM', source: 'one-stop', unit: '96' }),
    );
    expect(fed.data?.ingestDossiers.created).toBe(3);
    await hub.platform.db.query('UPDATE dossiers.dossier SET portal_sequence = 0 WHERE code = $1', ['H12.64-250730-0001']);
    const parameters = { totalReceived: 2, totalOnTime: 1, score: 10 };
    await behave({ changed: [{ group: 'dvc-progress-tree', code: 'H12.64', values: parameters }] });
    await pullToday(hub.platform);
    const shown = await indexOf(COMMUNE, { role: 'UNIT_LEADER', unit: COMMUNE });
    expect(shown.row('ON_TIME')).toMatchObject({
      ...{ numerator: 3, denominator: 3, score: 20, published: 10, publishedNumerator: 1, publishedDenominator: 2, difference: 10 },
      source: 'trục tích hợp đếm từ hồ sơ',
    });
    const difference = shown.differences.find(({ code }) => code === 'ON_TIME');
    expect(difference).toMatchObject({ points: 10, numerator: 2, denominator: 1 });
    // One was never told; of the others the deliveries still wait.
    expect(difference?.dossiers).toEqual({ count: 3, codes: filed.map(({ code }) => code), complete: true });
    expect((await indexOf(COMMUNE)).differences.every(({ dossiers }) => dossiers === null)).toBe(true);
    const elsewhere = await indexOf(COMMUNE, { role: 'OFFICER', unit: FIRST_COMMUNE });
    expect(elsewhere.differences.every(({ dossiers }) => dossiers === null)).toBe(true);
  });
});

describe('a file of published figures', () => {
  const HEADER = 'unit,code,numerator,denominator,score,max,flags';
  const takeIn = async (file: string, as: TestToken = { role: 'OPERATOR' }) =>
    hub.execute('dossiers', TAKE_IN, { period: QUARTER, file }, await hub.token(as));

  it('stands in where the reports can’t be read', async () => {
    const { data } = await takeIn(`${HEADER}\nH12.1,PUBLISH_ON_TIME,8,10,4.8,6,NO_NATIONAL_REPORT_DATA\n${FIRST_COMMUNE},CKMB,,,9.5,18,\n`);
    expect(data?.takeInPublishedIndicators).toEqual({ rows: 2, userErrors: [] });
    const shown = await indexOf(FIRST_COMMUNE);
    expect(shown.row('PUBLISH_ON_TIME')).toMatchObject({
      ...{ numerator: 8, denominator: 10, score: 4.8, flags: ['NO_NATIONAL_REPORT_DATA'] },
      source: 'Cổng DVCQG công bố, theo tệp nạp ngày 2025-09-30',
    });
    expect(shown.groups.find(({ code }) => code === 'CKMB')?.published).toBe(9.5);
  });

  it('is taken whole or not at all, and says which line is wrong', async () => {
    const { data } = await takeIn(
      `${HEADER}\n${COMMUNE},ON_TIME,1,2,10,20,\nH99,ON_TIME,1,2,10,20,\n${COMMUNE},NONE,1,2,,,\n${COMMUNE},ON_TIME,-1,x,,,\n`,
    );
    const { rows, userErrors } = data?.takeInPublishedIndicators ?? { rows: -1, userErrors: [] };
    expect(rows).toBe(0);
    expect(userErrors.map(({ code, field }) => [code, ...(field ?? [])])).toEqual(
      [3, 4, 5].map((line) => ['INVALID', 'file', String(line)]),
    );
    expect((await takeIn('unit;code')).data?.takeInPublishedIndicators.userErrors).toHaveLength(1);
    expect(await values()).toBe(0);
  });

  it('is taken from operators and administrators alone', async () => {
    const { errors } = await takeIn(HEADER, { role: 'UNIT_LEADER', unit: COMMUNE });
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
  });
});
