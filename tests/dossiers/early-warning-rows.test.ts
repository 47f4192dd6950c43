import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierIngestInput, EarlyWarningReason } from '../../schema/generated/graphql.ts';
import { units } from '../../src/subgraphs/dossiers/reference/units.ts';
import { type Claims, COMMUNE, createDossiersHub, type DossiersHub, OTHER_COMMUNE, step } from '../support/dossiers.ts';

/** A Tuesday; three working days later is a Friday. */
const NOW = new Date('2025-09-30T09:00:00+07:00');
const UNTIL = new Date('2025-10-03T17:00:00+07:00');
const DUE_SOON = '2025-10-02T17:00:00+07:00';
const AUDITOR: Claims = { roles: ['AUDITOR'] };

const WARNINGS = graphql(`
  query EarlyWarningsOfRows($unit: ID!, $reasons: [EarlyWarningReason!], $first: Int, $after: String) {
    earlyWarnings(unit: $unit, reasons: $reasons, first: $first, after: $after) {
      totalCount totalPoints
      nodes { at reason message points components turn officer turnUnit { code } dossier { code } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
const SCORES = graphql(`
  query ScoresOfRows($unit: ID!, $period: PeriodInput!) {
    administrativeUnit(code: $unit) { indicators(period: $period) { groups { components { code score } } } }
  }
`);

const PAPER = { name: 'Tờ khai', digitized: false };
const SCAN = { name: 'Tờ khai', digitized: true };
const RESULT = { name: 'Kết quả', isResult: true, url: 'https://kho.example/ket-qua.pdf' };
const FEES = [{ code: 'LP01', name: 'Lệ phí', amount: 8_000 }];
const PAID = { feesSettled: true, paidOnline: true };

let hub: DossiersHub;
const at = (time: Date) => {
  hub.platform.clock.business = () => time;
};
async function warnings(unit: string, asked: { reasons?: EarlyWarningReason[]; first?: number; after?: string | null } = {}, as = AUDITOR) {
  at(NOW);
  const { data, errors } = await hub.ask(WARNINGS, { variables: { unit, first: 100, ...asked }, as });
  expect(errors).toEqual([]);
  if (data === null) throw new Error('no answer');
  return data.earlyWarnings;
}
async function points(unit: string): Promise<number> {
  at(UNTIL);
  const { data } = await hub.ask(SCORES, { variables: { unit, period: { from: '2025-07-01', to: '2025-09-30' } } });
  const rows = data?.administrativeUnit?.indicators.groups.flatMap(({ components }) => components) ?? [];
  return rows.reduce((sum, { score }) => sum + (score ?? 0), 0);
}

describe('warnings of what is missing', () => {
  beforeAll(async () => {
    hub = await createDossiersHub();
    const open = (over: Partial<DossierIngestInput>) => hub.dossier({ status: 'PROCESSING', dueAt: DUE_SOON, ...over });
    await hub.feed(
      open({ code: 'H12.64-250930-1001', steps: [step('a', '08:30', 'PROCESSING')], fees: FEES }),
      open({ code: 'H12.64-250930-1002', documents: [SCAN, RESULT], fees: FEES, ...PAID }),
      open({ code: 'H12.64-250930-1003', documents: [PAPER], receivingUnit: OTHER_COMMUNE, handlingUnit: COMMUNE }),
      open({ code: 'H12.64-250930-1004', documents: [SCAN], fees: FEES, feesSettled: true }),
      open({ code: 'H12.64-250930-1005', status: 'SUBMITTED', acceptedAt: null }),
      open({ code: 'H12.64-250930-1006', dueAt: '2025-10-06T10:00:00+07:00' }),
      open({ code: 'H12.64-250630-1007', submittedAt: '2025-06-30T08:00:00+07:00', acceptedAt: '2025-06-30T08:00:00+07:00' }),
      open({ code: 'H12.64-250930-1008', dueAt: null }),
    );
  });
  afterAll(() => hub.stop());

  const shownOf = async (unit: string, code: string) => {
    const { nodes } = await warnings(unit);
    return nodes
      .filter(({ dossier }) => dossier?.code.endsWith(code))
      .map(({ reason, turn, turnUnit, officer }) => [reason, turn, turnUnit?.code ?? null, officer]);
  };

  it('say what, whose turn it is, and in words what to do', async () => {
    const officer = 'Lê Thị Cán Bộ';
    expect(await shownOf(COMMUNE, '1001')).toEqual([
      ['DUE', 'HANDLING_UNIT', COMMUNE, officer],
      ['PAPERS_NOT_DIGITIZED', 'RECEIVING_UNIT', COMMUNE, officer],
      ['RESULT_FILE_MISSING', 'HANDLING_UNIT', COMMUNE, officer],
      ['NOT_PAID_ONLINE', 'APPLICANT', null, null],
    ]);
    const words = (await warnings(COMMUNE)).nodes.filter(({ dossier }) => dossier?.code.endsWith('1001')).map(({ message }) => message);
    expect(words.slice(1)).toEqual([
      'Chưa có giấy tờ nào được số hóa; cần số hóa trước khi kết thúc, chậm nhất 17:00 02/10/2025.',
      'Chưa có tệp kết quả điện tử; cần đính kèm khi kết thúc, chậm nhất 17:00 02/10/2025.',
      'Phí, lệ phí chưa nộp; nộp trực tuyến trước khi kết thúc, chậm nhất 17:00 02/10/2025, thì được điểm.',
    ]);
  });

  it('are of the receiving unit’s points, and name its desk for papers though another unit handles it', async () => {
    expect(await shownOf(COMMUNE, '1003')).toEqual([]);
    expect((await shownOf(OTHER_COMMUNE, '1003')).slice(1)).toEqual([
      ['PAPERS_NOT_DIGITIZED', 'RECEIVING_UNIT', OTHER_COMMUNE, null],
      ['RESULT_FILE_MISSING', 'HANDLING_UNIT', COMMUNE, 'Xã Đất Mũi'],
    ]);
  });

  it('are none where nothing is missing, or nothing can be put right', async () => {
    const reasons = async (code: string) => (await shownOf(COMMUNE, code)).map(([reason]) => reason);
    expect(await reasons('1002')).toEqual(['DUE']);
    // Its fees were paid in cash.
    expect(await reasons('1004')).toEqual(['DUE', 'RESULT_FILE_MISSING']);
    expect(await reasons('1005')).toEqual(['DUE']);
    // Its papers count in the quarter in which it was received.
    expect(await reasons('1007')).toEqual(['DUE']);
    for (const code of ['1006', '1008']) expect(await reasons(code)).toEqual([]);
  });

  it('name the rows that lose by them', async () => {
    const { nodes } = await warnings(COMMUNE);
    const rows = (reason: EarlyWarningReason) =>
      [...new Set(nodes.filter((node) => node.reason === reason).flatMap(({ components }) => components))].sort();
    expect(rows('NOT_PAID_ONLINE')).toEqual(['PAY_DOSSIERS']);
    expect(rows('PAPERS_NOT_DIGITIZED')).toEqual(['SO_HOA_GIAY_TO_GIAI_QUYET']);
    expect(rows('RESULT_FILE_MISSING')).toEqual(['ORIGINAL_RESULT_AVAILABLE', 'SO_HOA_GIAY_TO_GIAI_QUYET']);
  });

  it('are read in pages and by reason, and a made-up cursor is refused', async () => {
    const all = await warnings(COMMUNE);
    const read: typeof all.nodes = [];
    for (let after: string | null | undefined = null; after !== undefined; ) {
      const page: Awaited<ReturnType<typeof warnings>> = await warnings(COMMUNE, { first: 3, after });
      read.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    }
    expect(read).toEqual(all.nodes);
    const unpaid = await warnings(COMMUNE, { reasons: ['NOT_PAID_ONLINE'] });
    expect(unpaid.nodes.map(({ dossier }) => dossier?.code.slice(-4))).toEqual(['1001']);
    const after = Buffer.from(JSON.stringify(['2025-10-01', 'x', '1'])).toString('base64url');
    expect((await hub.ask(WARNINGS, { variables: { unit: COMMUNE, after }, as: AUDITOR })).codes).toEqual(['BAD_USER_INPUT']);
  });
});

const WAYS = fc.record({
  status: fc.constantFrom('ACCEPTED' as const, 'PROCESSING' as const, 'PAYMENT_REQUESTED' as const, 'SUBMITTED' as const),
  due: fc.constantFrom('2025-09-30T08:00:00', '2025-09-30T11:00:00', '2025-10-01T09:00:00', '2025-10-03T16:00:00', '2025-10-03T17:00:01'),
  papers: fc.constantFrom([], [PAPER], [SCAN], [SCAN, PAPER]),
  result: fc.boolean(),
  money: fc.constantFrom({}, { fees: FEES }, { fees: FEES, feesSettled: true }, { fees: FEES, ...PAID }),
  received: fc.constantFrom('2025-06-30', '2025-09-29'),
});
type Way = ReturnType<typeof WAYS.filter> extends fc.Arbitrary<infer T> ? T : never;

describe('the points of all warnings', () => {
  beforeAll(async () => {
    hub = await createDossiersHub();
  });
  afterAll(() => hub.stop());

  const communes = units.filter(({ kind }) => kind === 'COMMUNE').map(({ code }) => code);
  /** One commune's dossiers: the same for all worlds of a seed but for where they are and how they end. */
  const codeOf = (world: number, number: number) => `H12.64-250929-${world * 100 + 1_000 + number}`;
  function asFed(way: Way, world: number, number: number): DossierIngestInput {
    const time = `${way.received}T08:00:00+07:00`;
    return hub.dossier({
      ...{ code: codeOf(world, number), receivingUnit: communes[world] ?? '', status: way.status },
      ...{ submittedAt: time, acceptedAt: way.status === 'SUBMITTED' ? null : time, dueAt: `${way.due}+07:00` },
      ...{ documents: [...way.papers, ...(way.result ? [RESULT] : [])], ...way.money },
    });
  }
  /** As it ends: what is warned of and does not fail is put right. */
  function ended(fed: DossierIngestInput, way: Way, fails: (reason: EarlyWarningReason) => boolean): DossierIngestInput {
    const due = new Date(`${way.due}+07:00`);
    if (due < NOW || due >= UNTIL) return fed;
    const end = (fails('DUE') ? new Date(due.getTime() + 1_000) : due).toISOString();
    if (way.status === 'SUBMITTED') return { ...fed, status: 'REFUSED', refusedAt: end };
    const scanned = fails('PAPERS_NOT_DIGITIZED') || way.papers.some(({ digitized }) => digitized) ? way.papers : [...way.papers, SCAN];
    const owes = 'fees' in way.money && !('feesSettled' in way.money);
    const paid = owes ? { feesSettled: true, paidOnline: !fails('NOT_PAID_ONLINE') } : {};
    const documents = [...scanned, ...(way.result || !fails('RESULT_FILE_MISSING') ? [RESULT] : [])];
    return { ...fed, status: 'RESOLVED', resolvedAt: end, documents, ...paid };
  }

  it.each([1, 2, 3])(
    'are exactly what lies between all put right and nothing put right, and so are the first of them (seed %i)',
    async (seed) => {
      const ways = fc.sample(WAYS, { seed, numRuns: 60 });
      const first = seed * 10;
      await hub.feed(...ways.map((way, number) => asFed(way, first, number)));
      const all = await warnings(communes[first] ?? '');
      expect(all.nodes).toHaveLength(all.totalCount);
      expect(new Set(all.nodes.map(({ reason }) => reason)).size).toBe(4);
      /** The points of a world in which the first so many warnings come to pass. */
      const pointsAfter = async (world: number, count: number) => {
        const failed = new Set(all.nodes.slice(0, count).map(({ dossier, reason }) => `${dossier?.code} ${reason}`));
        const end = (way: Way, number: number) =>
          ended(asFed(way, world, number), way, (reason) => failed.has(`${codeOf(first, number)} ${reason}`));
        await hub.feed(...ways.map(end));
        return points(communes[world] ?? '');
      };
      const right = await pointsAfter(first + 1, 0);
      for (const [at, count] of [Math.floor(all.nodes.length / 3), all.nodes.length].entries()) {
        const told = all.nodes.slice(0, count).reduce((sum, node) => sum + node.points, 0);
        expect(told).toBeGreaterThan(0);
        expect(right - (await pointsAfter(first + 2 + at, count))).toBeCloseTo(told, 9);
      }
      expect(all.nodes.reduce((sum, node) => sum + node.points, 0)).toBeCloseTo(all.totalPoints, 9);
    },
  );
});
