import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierIngestInput } from '../../schema/generated/graphql.ts';
import { quarterOf } from '../../src/subgraphs/dossiers/indicators/warning.service.ts';
import { type Claims, COMMUNE, createDossiersHub, type DossiersHub, OTHER_COMMUNE, PROVINCE, step } from '../support/dossiers.ts';

/** A Tuesday; three working days later is a Friday. */
const NOW = new Date('2025-09-30T09:00:00+07:00');
const UNTIL = new Date('2025-10-03T17:00:00+07:00');

let hub: DossiersHub;
let business: () => Date;
beforeAll(async () => {
  hub = await createDossiersHub();
  business = hub.platform.clock.business;
  const open = (over: Partial<DossierIngestInput>) => hub.dossier({ status: 'PROCESSING', ...over });
  await hub.feed(
    open({ code: 'H12.64-250930-1001', dueAt: '2025-09-30T10:00:00+07:00', steps: [step('a', '08:30', 'PROCESSING')] }),
    open({ code: 'H12.64-250930-1002', dueAt: '2025-10-02T17:00:00+07:00', status: 'PAYMENT_REQUESTED' }),
    open({ code: 'H12.64-250930-1003', dueAt: '2025-10-03T16:59:00+07:00', status: 'SUBMITTED', acceptedAt: null, handlingUnit: PROVINCE }),
    open({ code: 'H12.64-250930-1004', dueAt: '2025-10-03T17:00:01+07:00' }),
    open({ code: 'H12.64-250930-1005', dueAt: '2025-09-30T08:59:00+07:00' }),
    open({ code: 'H12.64-250930-1006', dueAt: null }),
    open({ code: 'H12.64-250930-1007', dueAt: '2025-10-01T10:00:00+07:00', status: 'RESOLVED', resolvedAt: '2025-09-30T08:30:00+07:00' }),
    open({ code: 'H12.64-250930-1008', dueAt: '2025-10-01T10:00:00+07:00', voided: true }),
    open({
      ...{ code: 'H12.64-250930-1009', dueAt: '2025-10-01T10:00:00+07:00', status: 'SUPPLEMENT_REQUESTED' },
      supplements: [{ number: 1, requestedAt: '2025-09-30T08:40:00+07:00', requestedBy: 'Lê Thị Cán Bộ', content: 'thiếu giấy tờ' }],
    }),
    open({ code: 'H12.64-250930-1010', dueAt: '2025-10-01T10:00:00+07:00', receivingUnit: OTHER_COMMUNE }),
  );
});
afterEach(() => {
  hub.platform.clock.business = business;
});
afterAll(() => hub.stop());

const WARNINGS = graphql(`
  query EarlyWarnings($unit: ID!, $first: Int, $after: String) {
    earlyWarnings(unit: $unit, reasons: [DUE], first: $first, after: $after) {
      totalCount totalPoints until
      nodes { at reason message points components turn officer turnUnit { code } dossier { code } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
const SCORES = graphql(`
  query ScoresBeforeAndAfter($unit: ID!, $period: PeriodInput!) {
    administrativeUnit(code: $unit) { indicators(period: $period) { groups { components { code score } } } }
  }
`);

const LEADER: Claims = { roles: ['UNIT_LEADER'], unit: COMMUNE };
async function warnings(unit: string, as: Claims = LEADER, page: { first?: number; after?: string } = {}) {
  hub.platform.clock.business = () => NOW;
  const { data, errors } = await hub.ask(WARNINGS, { variables: { unit, ...page }, as });
  expect(errors).toEqual([]);
  if (data === null) throw new Error('no answer');
  return data.earlyWarnings;
}
const codesOf = (shown: Awaited<ReturnType<typeof warnings>>) => shown.nodes.map((node) => node.dossier?.code.slice(-4));

/** The points of the rows that time alone makes smaller. */
async function timelyPoints(unit: string, now: Date): Promise<number> {
  hub.platform.clock.business = () => now;
  const { data } = await hub.ask(SCORES, { variables: { unit, period: { from: '2025-07-01', to: '2025-09-30' } } });
  const rows = data?.administrativeUnit?.indicators.groups.flatMap((group) => group.components) ?? [];
  return rows
    .filter(({ code }) => code === 'ON_TIME' || code === 'DOSSIER_RECEIVING_SATISFACTION')
    .reduce((sum, { score }) => sum + (score ?? Number.NaN), 0);
}

describe('an early warning', () => {
  it('names what becomes late within three working days, the nearest first, with whose turn it is', async () => {
    const shown = await warnings(COMMUNE);
    expect(codesOf(shown)).toEqual(['1001', '1002', '1003']);
    expect(shown.totalCount).toBe(3);
    expect(new Date(shown.until)).toEqual(UNTIL);
    expect(shown.nodes.map(({ turn, turnUnit, officer }) => [turn, turnUnit?.code ?? null, officer])).toEqual([
      ['HANDLING_UNIT', COMMUNE, 'Lê Thị Cán Bộ'],
      ['APPLICANT', null, null],
      ['RECEIVING_UNIT', COMMUNE, expect.any(String)],
    ]);
    expect(shown.nodes[0]?.message).toBe('Đến hạn lúc 10:00 30/09/2025; sau đó là quá hạn.');
  });

  it.each([COMMUNE, PROVINCE])('costs exactly the points that are gone once the three days have passed: %s', async (unit) => {
    const shown = await warnings(unit, { roles: ['AUDITOR'] });
    const [before, after] = [await timelyPoints(unit, NOW), await timelyPoints(unit, UNTIL)];
    expect(shown.totalPoints).toBeGreaterThan(1);
    expect(before - after).toBeCloseTo(shown.totalPoints, 9);
    expect(shown.nodes.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(shown.totalPoints, 9);
    expect(shown.nodes.every(({ components }) => components.includes('ON_TIME'))).toBe(true);
  });

  it('is read in pages', async () => {
    const first = await warnings(COMMUNE, LEADER, { first: 2 });
    const rest = await warnings(COMMUNE, LEADER, { first: 2, after: first.pageInfo.endCursor ?? '' });
    expect([codesOf(first), codesOf(rest)]).toEqual([['1001', '1002'], ['1003']]);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...first.nodes, ...rest.nodes].map(({ points }) => points)).toEqual(
      (await warnings(COMMUNE)).nodes.map(({ points }) => points),
    );
  });

  it('is shown to an officer of the unit, to who leads it or a unit above, and to auditors', async () => {
    const count = async (unit: string, as: Claims) => (await warnings(unit, as)).totalCount;
    expect(await count(COMMUNE, { roles: ['OFFICER'], unit: COMMUNE })).toBe(3);
    expect(await count(OTHER_COMMUNE, { roles: ['OFFICER'], unit: COMMUNE })).toBe(0);
    expect(await count(PROVINCE, { roles: ['OFFICER'], unit: COMMUNE })).toBe(0);
    expect(await count(PROVINCE, LEADER)).toBe(0);
    expect(await count(COMMUNE, { roles: ['UNIT_LEADER'], unit: PROVINCE })).toBe(3);
    expect(await count(PROVINCE, { roles: ['UNIT_LEADER'], unit: PROVINCE })).toBe(4);
    expect(await count('no such unit', { roles: ['AUDITOR'] })).toBe(0);
    const refused = async (as?: Claims) =>
      (await hub.ask(WARNINGS, { variables: { unit: COMMUNE }, ...(as === undefined ? {} : { as }) })).codes;
    expect(await refused()).toEqual(['UNAUTHENTICATED']);
    expect(await refused({ roles: ['CITIZEN'], nationalId: '096885123456' })).toEqual(['FORBIDDEN']);
    expect(await refused({ roles: ['OPERATOR'] })).toEqual(['FORBIDDEN']);
  });

  it('costs points of the quarter that the day lies in', () => {
    expect(quarterOf('2025-09-30')).toEqual({ from: '2025-07-01', to: '2025-09-30' });
    expect(quarterOf('2024-02-29')).toEqual({ from: '2024-01-01', to: '2024-03-31' });
    expect(quarterOf('2025-12-01')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  });
});
