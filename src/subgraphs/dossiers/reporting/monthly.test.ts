import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PortalPort, PortalRating, PortalStatistics } from '../../../../connectors/contract/portal.ts';
import { graphql } from '../../../../schema/generated/gql.ts';
import type { DossierIngestInput } from '../../../../schema/generated/graphql.ts';
import { BRANCH, COMMUNE, createDossiersHub, type DossiersHub, OTHER_COMMUNE, PERSON, SOURCE } from '../../../../tests/support/dossiers.ts';
import { openPersonal } from '../../../platform/outbox/outbox.ts';
import { boundsOf, isNight, monthBefore } from './month.ts';
import { ratingsOf, statisticsOf } from './monthly.figures.ts';
import { monthlyReportJob } from './monthly.jobs.ts';
import { reportMonth } from './monthly.report.ts';

const SET = graphql(`
  mutation SwitchForMonth($unit: ID!, $source: String, $mode: ReportingMode!) {
    setReporting(unit: $unit, source: $source, mode: $mode, reason: "thử") { userErrors { code } }
  }
`);

const MONTH = '2025-08';
const { start, end } = boundsOf(MONTH);
const UNITS = [COMMUNE, OTHER_COMMUNE, BRANCH];
const BOTH = ['ratings', 'statistics'] as const;

let hub: DossiersHub;

const iso = (day: string, hour = 8) => `2025-${day}T${String(hour).padStart(2, '0')}:00:00+07:00`;

/** Dossiers around August: three of four from the portal, each way of standing at the month's end among them. */
async function feedAugust(): Promise<void> {
  const courses = [
    { acceptedAt: iso('08-04'), dueAt: iso('08-08', 17), end: iso('08-07') },
    { acceptedAt: iso('08-05'), dueAt: iso('08-08', 17), end: iso('08-11') },
    { acceptedAt: iso('07-28'), dueAt: iso('08-01', 17), end: iso('08-01') },
    { acceptedAt: iso('07-28'), dueAt: iso('08-01', 17), end: iso('09-01') },
    { acceptedAt: iso('08-29'), dueAt: iso('09-05', 17) },
    { acceptedAt: iso('08-20'), dueAt: iso('08-27', 17) },
    { acceptedAt: iso('08-21') },
    { acceptedAt: iso('07-01'), dueAt: iso('07-04', 17), end: iso('07-03') },
    { acceptedAt: iso('09-02'), dueAt: iso('09-05', 17), end: iso('09-03') },
    { acceptedAt: iso('08-31', 23), end: iso('09-01', 0) },
    { acceptedAt: null },
  ];
  const dossiers = Array.from({ length: 120 }, (_, at) => {
    const course = courses[at % courses.length] ?? { acceptedAt: null };
    const filed: Partial<DossierIngestInput> =
      at % 4 === 0 ? {} : { origin: 'NATIONAL_PORTAL', nationalCode: `G22.99-250801-${String(at).padStart(5, '0')}`, channel: 'ONLINE' };
    return hub.dossier({
      ...filed,
      receivingUnit: UNITS[at % 3] ?? COMMUNE,
      submittedAt: course.acceptedAt ?? iso('08-15'),
      acceptedAt: course.acceptedAt,
      dueAt: 'dueAt' in course ? course.dueAt : null,
      status: 'end' in course ? 'RESOLVED' : course.acceptedAt === null ? 'SUBMITTED' : 'PROCESSING',
      ...('end' in course
        ? { resolvedAt: course.end, steps: [{ key: 'e', at: course.end, status: 'RESOLVED', officer: 'Lê Thị Cán Bộ', content: 'xong' }] }
        : {}),
      ...(at % 2 === 0 && 'end' in course ? { rating: (at % 5) + 1 } : {}),
      ...(at % 10 === 9 ? { procedure: '2.000986' } : {}),
      ...(at % 40 === 39 ? { voided: true, voidReason: 'nhập sai' } : {}),
    });
  });
  const shown = await hub.feed(...dossiers);
  expect([shown.created, shown.rejected]).toEqual([120, 0]);
}

interface Plain {
  handling_unit: string;
  status: string;
  submitted_at: Date;
  accepted_at: Date | null;
  finished_at: Date | null;
  due_at: Date | null;
  clock_stopped_at: Date | null;
  rating: number | null;
}

/** The rows that the hub reports, counted the slow and obvious way. */
async function recount(): Promise<{
  statistics: Omit<PortalStatistics, 'unitName'>[];
  ratings: Omit<PortalRating, 'unitName' | 'question'>[];
}> {
  const rows = await hub.platform.db.query<Plain>(
    `SELECT d.* FROM dossiers.dossier d JOIN dossiers.procedure p ON p.code = d.procedure
     WHERE d.voided_at IS NULL AND d.origin <> 'MINISTRY_SYSTEM' AND p.reported_by = 'PROVINCE'`,
  );
  const byUnit = Map.groupBy(rows, (row) => row.handling_unit);
  const statistics = [...byUnit].map(([unitCode, of]) => {
    const counts = { received: 0, carriedOver: 0, finishedOnTime: 0, finishedLate: 0, openInTime: 0, openOverdue: 0 };
    for (const row of of) {
      const received = row.accepted_at ?? (row.status === 'SUBMITTED' ? null : row.submitted_at);
      const finished = row.finished_at;
      if (received === null || received >= end || (finished !== null && finished < start)) continue;
      counts[received >= start ? 'received' : 'carriedOver'] += 1;
      if (finished !== null && finished < end)
        counts[row.due_at === null || finished <= row.due_at ? 'finishedOnTime' : 'finishedLate'] += 1;
      else counts[row.due_at === null || row.due_at >= end ? 'openInTime' : 'openOverdue'] += 1;
    }
    return { month: MONTH, unitCode, ...counts };
  });
  const ratings = [...byUnit].map(([unitCode, of]) => {
    const values = of
      .filter((row) => row.finished_at !== null && row.finished_at >= start && row.finished_at < end)
      .flatMap((row) => row.rating ?? []);
    const count = (...marks: number[]) => values.filter((value) => marks.includes(value)).length;
    return { month: MONTH, unitCode, veryPleased: count(5), pleased: count(3, 4), notPleased: count(1, 2) };
  });
  return { statistics, ratings: ratings.filter((row) => row.veryPleased + row.pleased + row.notPleased > 0) };
}

const byUnit = <Row extends { unitCode: string }>(rows: readonly Row[]) => [...rows].sort((a, b) => (a.unitCode < b.unitCode ? -1 : 1));
const deliveries = () =>
  hub.platform.db.query<{
    kind: string;
    operation: string;
    subject: string;
    subject_id: string;
    sequence: number;
    handling_unit: string;
    sealed: Buffer;
  }>(
    `SELECT kind, operation, subject, subject_id, sequence, handling_unit, sealed FROM outbox.event WHERE kind IN ('portal.ratings', 'portal.statistics') ORDER BY id`,
  );

beforeAll(async () => {
  hub = await createDossiersHub();
  await feedAugust();
});
afterAll(() => hub.stop());

describe('the figures of a month', () => {
  it('equal a recount from the rows, and add up', async () => {
    const expected = await recount();
    const statistics = await statisticsOf(hub.platform, MONTH);
    expect(byUnit(statistics)).toMatchObject(byUnit(expected.statistics));
    expect(statistics).toHaveLength(3);
    for (const row of statistics) {
      const { received, carriedOver, finishedOnTime, finishedLate, openInTime, openOverdue } = row;
      expect(received + carriedOver).toBe(finishedOnTime + finishedLate + openInTime + openOverdue);
      expect(Math.min(received, carriedOver, finishedOnTime, finishedLate, openInTime, openOverdue)).toBeGreaterThan(0);
    }
    const ratings = await ratingsOf(hub.platform, MONTH);
    expect(byUnit(ratings)).toMatchObject(byUnit(expected.ratings));
    expect(ratings.length).toBeGreaterThan(0);
  });
});

describe('a month’s report', () => {
  it('goes out for each unit once, by the portal’s own code of the unit', async () => {
    const made = await reportMonth(hub.platform, MONTH, BOTH);
    const put = await deliveries();
    expect([made, put.length]).toEqual([put.length, 3 + (await ratingsOf(hub.platform, MONTH)).length]);
    const of = put.find(({ kind, handling_unit: unit }) => kind === 'portal.statistics' && unit === COMMUNE);
    expect(of).toMatchObject({ operation: 'DongBoThongKeHoSo', subject: `${MONTH} ${COMMUNE}`, sequence: 1 });
    const content = openPersonal<{ statistics: PortalStatistics[] }>(hub.platform.cipher, of?.sealed ?? null);
    expect(content?.statistics).toMatchObject([{ month: MONTH, unitCode: expect.stringMatching(/^H12/), unitName: expect.any(String) }]);
    expect(await reportMonth(hub.platform, MONTH, BOTH)).toBe(0);
  });

  it('goes out again for the unit where something changed, after what it was told before', async () => {
    const before = await deliveries();
    await hub.feed(hub.dossier({ receivingUnit: COMMUNE, submittedAt: iso('08-12'), acceptedAt: iso('08-12'), applicant: PERSON }));
    expect(await reportMonth(hub.platform, MONTH, BOTH)).toBe(1);
    const again = (await deliveries()).at(-1);
    const first = before.find(({ kind, handling_unit: unit }) => kind === 'portal.statistics' && unit === COMMUNE);
    expect(again).toMatchObject({ kind: 'portal.statistics', subject_id: first?.subject_id, sequence: 2 });
  });

  it('leaves out units that are not reported', async () => {
    const administrator = { roles: ['ADMINISTRATOR' as const] };
    await hub.ask(SET, { variables: { unit: COMMUNE, mode: 'OFF' }, as: administrator });
    expect((await statisticsOf(hub.platform, MONTH)).map(({ unitCode }) => unitCode).toSorted()).toEqual(
      [BRANCH, OTHER_COMMUNE].toSorted(),
    );
    await hub.ask(SET, { variables: { unit: COMMUNE, source: SOURCE, mode: 'ON' }, as: administrator });
    expect(await statisticsOf(hub.platform, MONTH)).toHaveLength(3);
  });

  it('is made by night, of what the way to the portal has a service for', async () => {
    const run = (port: PortalPort | undefined, month: string) => {
      hub.platform.connectors = { ...hub.platform.connectors, portal: () => port };
      return monthlyReportJob.run(hub.platform, { month }, new AbortController().signal);
    };
    const bare: PortalPort = { batchSize: 1, deliver: async () => [], lookUp: async () => null };
    const count = (await deliveries()).length;
    await run(undefined, '2025-07');
    await run(bare, '2025-07');
    expect(await deliveries()).toHaveLength(count);
    await run({ ...bare, reportStatistics: async () => undefined }, '2025-07');
    expect((await deliveries()).slice(count).every(({ kind }) => kind === 'portal.statistics')).toBe(true);
    expect((await deliveries()).length).toBeGreaterThan(count);
  });
});

describe('months and nights', () => {
  it('are those of Vietnam', () => {
    expect(monthBefore(new Date('2025-09-30T17:00:00Z'))).toBe('2025-09');
    expect(monthBefore(new Date('2025-09-30T16:59:59Z'))).toBe('2025-08');
    expect(monthBefore(new Date('2026-01-05T00:00:00Z'))).toBe('2025-12');
    expect(boundsOf('2025-12')).toEqual({ start: new Date('2025-11-30T17:00:00Z'), end: new Date('2025-12-31T17:00:00Z') });
    expect(['00:59', '01:00', '04:59', '05:00'].map((time) => isNight(new Date(`2025-09-30T${time}:00+07:00`)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
