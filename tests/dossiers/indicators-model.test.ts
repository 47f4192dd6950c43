import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierIngestInput, DossierStatus } from '../../schema/generated/graphql.ts';
import { foldDeltas, replaceCounts } from '../../src/subgraphs/dossiers/indicators/fold.ts';
import { compareCounts } from '../../src/subgraphs/dossiers/indicators/recount.ts';
import { COMMUNE, createDossiersHub, DEPARTMENT, type DossiersHub, OTHER_COMMUNE, PERSON, PROVINCE } from '../support/dossiers.ts';
import { allRows, type ModelAsked, modelFigures, modelIndex } from '../support/indicators-model.ts';

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub.stop());

const FIGURES = graphql(`
  query FiguresBesideAModel($code: ID!, $period: PeriodInput!, $procedure: ID) {
    administrativeUnit(code: $code) {
      indicators(period: $period, procedure: $procedure) {
        dossiersReceived receivedOnline dossiersWithFee paidOnline
        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate
        groups { components { code numerator denominator } }
      }
    }
  }
`);
const RATE = graphql(`
  mutation RateForAModel($id: ID!, $rating: Int!) { rateDossier(dossier: $id, rating: $rating) { dossier { rating } } }
`);
const RECOUNT = graphql(`
  mutation RecountIndicators($repair: Boolean! = false) {
    recountIndicators(repair: $repair) {
      differenceCount repaired
      differences { unit procedure day counter kept recounted }
    }
  }
`);

const UNITS = [COMMUNE, OTHER_COMMUNE, DEPARTMENT];
const PROCEDURES = ['1.001193', '2.000815', '1.004873'];
const CODES = Array.from({ length: 14 }, (_, n) => `H12.64-250701-${String(n).padStart(4, '0')}`);
const iso = (ms: number) => new Date(Math.round(ms / 1_000) * 1_000).toISOString();
const DAY = 86_400_000;
const START = Date.parse('2025-08-25T00:00:00+07:00');

const some = fc.boolean();
const paper = fc.record({ isResult: some, digitized: some, reused: some, fromPersonalStore: some, url: some });
const version = fc.record({
  code: fc.constantFrom(...CODES),
  receivingUnit: fc.constantFrom(...UNITS),
  procedure: fc.constantFrom(...PROCEDURES),
  channel: fc.constantFrom('ONLINE' as const, 'IN_PERSON' as const, 'PUBLIC_POST' as const),
  status: fc.constantFrom('SUBMITTED', 'PROCESSING', 'SUPPLEMENT_REQUESTED', 'REFUSED', 'STOPPED', 'RESOLVED', 'RETURNED'),
  submitted: fc.integer({ min: 0, max: 20 * DAY }),
  accepted: fc.option(fc.integer({ min: 0, max: 4 * DAY })),
  due: fc.option(fc.integer({ min: 0, max: 40 * DAY })),
  ended: fc.integer({ min: 0, max: 20 * DAY }),
  fee: fc.constantFrom(0, 10_000),
  paidOnline: some,
  rating: fc.option(fc.integer({ min: 1, max: 5 })),
  papers: fc.array(paper, { maxLength: 3 }),
  supplements: fc.array(
    fc.record({ after: fc.integer({ min: 0, max: 5 * DAY }), waits: fc.option(fc.integer({ min: 0, max: 5 * DAY })) }),
    {
      maxLength: 2,
    },
  ),
  origin: fc.constantFrom('NATIONAL_PORTAL' as const, 'PROVINCE' as const),
  voided: fc.nat(9).map((n) => n === 0),
});
type Version = typeof version extends fc.Arbitrary<infer T> ? T : never;

const stepOf = (key: string, at: number, status: DossierStatus) => ({
  key,
  at: iso(at),
  status,
  officer: 'Lê Thị Cán Bộ',
  content: 'bước',
});

let sourceVersion = 0;
function input(each: Version): DossierIngestInput {
  sourceVersion += 1;
  const submitted = START + each.submitted;
  const end = iso(submitted + each.ended);
  return {
    ...{ sourceSystem: 'one-stop', sourceVersion, code: each.code, procedure: each.procedure, receivingUnit: each.receivingUnit },
    ...{ applicant: PERSON, channel: each.channel, origin: each.origin, status: each.status as 'SUBMITTED', submittedAt: iso(submitted) },
    acceptedAt: each.accepted === null ? null : iso(submitted + each.accepted),
    dueAt: each.due === null ? null : iso(submitted + each.due),
    resolvedAt: each.status === 'RESOLVED' ? end : null,
    returnedAt: each.status === 'RETURNED' ? end : null,
    refusedAt: each.status === 'REFUSED' ? end : null,
    fees: each.fee === 0 ? [] : [{ code: 'LP', name: 'Lệ phí', amount: each.fee }],
    paidOnline: each.paidOnline,
    rating: each.rating,
    documents: each.papers.map((one, n) => ({ ...one, name: `Giấy ${n}`, url: one.url ? `https://files.invalid/${n}` : null })),
    steps: each.supplements.flatMap(({ after, waits }, n) => [
      stepOf(`${sourceVersion} ${n}`, submitted + after, 'SUPPLEMENT_REQUESTED'),
      ...(waits === null ? [] : [stepOf(`${sourceVersion} ${n} +`, submitted + after + waits, each.status as 'PROCESSING')]),
    ]),
    voided: each.voided,
  };
}

/** One thing that happens; what changes a dossier does so by whatever way the hub has. */
const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('ingest' as const), versions: fc.array(version, { minLength: 1, maxLength: 5 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('rate' as const), code: fc.constantFrom(...CODES), rating: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pay' as const), code: fc.constantFrom(...CODES) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fold' as const) }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

async function happen(each: Happening): Promise<void> {
  if (each.kind === 'ingest') {
    const latest = new Map(each.versions.map((one) => [one.code, one]));
    const { results } = await hub.feed(...[...latest.values()].map(input));
    for (const { userErrors } of results) expect(userErrors).toEqual([]);
  } else if (each.kind === 'rate') {
    const [row] = await hub.platform.db.query<{ id: string }>('SELECT id FROM dossiers.dossier WHERE code = $1', [each.code]);
    if (row === undefined) return;
    const citizen = { roles: ['CITIZEN' as const], nationalId: PERSON.nationalId };
    const shown = await hub.ask(NODE, { variables: { code: each.code }, as: citizen });
    await hub.ask(RATE, { variables: { id: shown.data?.dossier?.id ?? '', rating: each.rating }, as: citizen });
  } else if (each.kind === 'pay') {
    await hub.platform.db.query('UPDATE dossiers.dossier SET paid_online_by_hub = true WHERE code = $1 AND NOT paid_online_by_hub', [
      each.code,
    ]);
  } else {
    await foldDeltas(hub.platform);
  }
}
const NODE = graphql(`query IdOfModelDossier($code: String!) { dossier(code: $code) { id } }`);

const period = fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: 0, max: 40 })).map(([from, length]) => ({
  from: iso(START + (from + 0.5) * DAY).slice(0, 10),
  to: iso(START + (from + length + 0.5) * DAY).slice(0, 10),
}));

async function compare(code: string, asked: Omit<ModelAsked, 'units' | 'now'>): Promise<void> {
  const { from, to, procedure } = asked;
  const { data, errors } = await hub.ask(FIGURES, { variables: { code, period: { from, to }, procedure: procedure ?? null } });
  expect(errors).toEqual([]);
  const { groups = [], ...figures } = data?.administrativeUnit?.indicators ?? {};
  const units = new Set(code === PROVINCE ? UNITS : [code]);
  const model = { ...asked, units, now: hub.platform.clock.business() };
  const rows = await allRows(hub.platform);
  expect(figures).toEqual(modelFigures(rows, model));
  const expected = modelIndex(rows, model);
  for (const { code: row, numerator, denominator } of groups.flatMap((group) => group.components)) {
    const wanted = expected[row];
    if (wanted === undefined || (procedure !== undefined && row === 'DOSSIER_RECEIVING_SATISFACTION')) continue;
    expect([row, Number(numerator).toFixed(3), denominator]).toEqual([row, wanted[0].toFixed(3), wanted[1]]);
  }
}

describe('the read model of the figures', () => {
  it('holds at every moment what the dossiers give, whatever happens to them and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 1, maxLength: 8 }),
        period,
        fc.constantFrom(...PROCEDURES),
        async (course, when, procedure) => {
          for (const each of course) await happen(each);
          expect(await compareCounts(hub.platform.db)).toEqual([]);
          for (const code of [PROVINCE, COMMUNE, DEPARTMENT]) {
            await compare(code, when);
            await compare(code, { ...when, procedure });
          }
        },
      ),
      { numRuns: 25, seed: 766 },
    );
  });

  it('loses nothing to several who change and add up at the same time', async () => {
    const versions = fc.sample(version, { numRuns: 40, seed: 7 });
    await Promise.all([
      ...versions.map((each) => hub.feed({ ...input(each), code: `${each.code}9`, voided: false })),
      ...Array.from({ length: 10 }, () => foldDeltas(hub.platform)),
      hub.platform.db.transaction(replaceCounts),
    ]);
    await foldDeltas(hub.platform);
    expect(await compareCounts(hub.platform.db)).toEqual([]);
    const [waiting] = await hub.platform.db.query<{ count: number }>('SELECT count(*)::int AS count FROM dossiers.indicator_delta');
    expect(waiting?.count).toBe(0);
  });

  it('is recounted when an operator asks, who is told what differed and may put it right', async () => {
    const recount = async (repair: boolean) => {
      const { data } = await hub.ask(RECOUNT, { variables: { repair }, as: { roles: ['OPERATOR'] } });
      return data?.recountIndicators;
    };
    expect(await recount(false)).toEqual({ differenceCount: 0, repaired: false, differences: [] });
    const [row] = await hub.platform.db.query<{ unit: string; day: string; received: number }>(
      `UPDATE dossiers.indicator_day SET received = received + 2 WHERE (procedure, unit, day) IN
         (SELECT procedure, unit, day FROM dossiers.indicator_day WHERE procedure = '' AND received > 0 ORDER BY unit, day LIMIT 1)
       RETURNING unit, day, received`,
    );
    const wrong = {
      unit: row?.unit,
      procedure: null,
      day: row?.day,
      counter: 'received',
      kept: row?.received,
      recounted: (row?.received ?? 0) - 2,
    };
    // Of the month that the day belongs to, the sum does not agree with its days any more.
    const month = expect.objectContaining({ unit: row?.unit, procedure: null, day: `${row?.day.slice(0, 8)}01`, counter: 'received' });
    const differences = expect.arrayContaining([wrong, month]);
    expect(await recount(false)).toEqual({ differenceCount: 2, repaired: false, differences });
    expect(await recount(true)).toEqual({ differenceCount: 2, repaired: true, differences });
    expect(await recount(false)).toMatchObject({ differenceCount: 0 });
    expect((await hub.ask(RECOUNT, { variables: {}, as: { roles: ['OFFICER'], unit: COMMUNE } })).codes).toEqual(['FORBIDDEN']);
    expect((await hub.ask(RECOUNT, { variables: {} })).codes).toEqual(['UNAUTHENTICATED']);
  });
});
