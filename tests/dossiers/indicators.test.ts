import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type {
  DossierIngestInput,
  FiguresOfPeriodQuery,
  IngestedPaymentInput,
  PaymentProvider,
  PaymentStatus,
  PeriodInput,
} from '../../schema/generated/graphql.ts';
import { appendEvents } from '../../src/platform/outbox/outbox.ts';
import { applyPaymentEvents } from '../../src/subgraphs/dossiers/dossiers.jobs.ts';
import type { Query } from '../support/client.ts';
import { BRANCH, COMMUNE, createDossiersHub, DEPARTMENT, type DossiersHub, OTHER_COMMUNE, PROVINCE } from '../support/dossiers.ts';
import { statementsOf } from '../support/statements.ts';

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub.stop());

const FIGURES = graphql(`
  query FiguresOfPeriod($code: ID!, $period: PeriodInput!) {
    administrativeUnit(code: $code) {
      indicators(period: $period) {
        unit { code }
        from
        to
        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline
        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate
        score rank ofUnits applicableMax
        groups { code max score components { code numerator denominator score max published source flags } }
      }
    }
  }
`);
type Figures = NonNullable<FiguresOfPeriodQuery['administrativeUnit']>['indicators'];

/** A day of its own for each test, so that no test counts another's dossiers. */
let day = 0;
function newDay(): { date: string; period: { from: string; to: string }; at: (time: string) => string } {
  day += 1;
  const date = `2025-08-${String(day).padStart(2, '0')}`;
  return { date, period: { from: date, to: date }, at: (time) => `${date}T${time}:00+07:00` };
}

async function figures(code: string, period: PeriodInput): Promise<Figures> {
  const { data, errors } = await hub.ask(FIGURES, { variables: { code, period } });
  expect(errors).toEqual([]);
  if (data?.administrativeUnit == null) throw new Error(`no unit ${code}`);
  return data.administrativeUnit.indicators;
}

const fee = (amount: number, exemptedAmount = 0) => ({ code: 'LP', name: 'Lệ phí', amount, exemptedAmount });
let serial = 0;
const payment = (provider: PaymentProvider, status: PaymentStatus = 'SUCCEEDED'): IngestedPaymentInput => {
  serial += 1;
  return { provider, reference: `R${serial}`, amount: 1_000, status };
};

describe('a figure', () => {
  it('counts what was filed in the period by civil days of the province, both included', async () => {
    const filed = (submittedAt: string) => hub.dossier({ submittedAt, acceptedAt: null });
    await hub.feed(
      filed('2025-07-09T16:59:59.999Z'),
      filed('2025-07-09T17:00:00Z'),
      filed('2025-07-10T16:59:59.999Z'),
      filed('2025-07-11T16:59:59.999Z'),
      filed('2025-07-11T17:00:00Z'),
    );
    const received = async (from: string, to: string) => (await figures(COMMUNE, { from, to }))['dossiersReceived'];
    expect(await received('2025-07-10', '2025-07-10')).toBe(2);
    expect(await received('2025-07-10', '2025-07-11')).toBe(3);
    expect(await received('2025-07-09', '2025-07-12')).toBe(5);
    expect(await received('2025-07-13', '2025-07-31')).toBe(0);
    expect(await received('0001-01-01', '9999-12-31')).toBeGreaterThanOrEqual(5);
  });

  it('counts what the unit and those below it received, whoever handles it', async () => {
    const { period, at } = newDay();
    const filed = (over: Partial<DossierIngestInput>) => hub.dossier({ submittedAt: at('08:00'), acceptedAt: null, ...over });
    await hub.feed(
      filed({}),
      filed({ handlingUnit: BRANCH }),
      filed({ receivingUnit: OTHER_COMMUNE }),
      filed({ receivingUnit: BRANCH, handlingUnit: COMMUNE }),
      filed({ receivingUnit: DEPARTMENT }),
    );
    const received = async (code: string) => {
      const { dossiersReceived, dossiersReceivedAtCommunes } = await figures(code, period);
      return [dossiersReceived, dossiersReceivedAtCommunes];
    };
    expect(await received(PROVINCE)).toEqual([5, 3]);
    expect(await received(COMMUNE)).toEqual([2, 2]);
    expect(await received(OTHER_COMMUNE)).toEqual([1, 1]);
    expect(await received(DEPARTMENT)).toEqual([2, 0]);
    expect(await received(BRANCH)).toEqual([1, 0]);
    expect(await received('31843')).toEqual([0, 0]);
  });

  it('of what was voided is none, and a version that voids or moves a dossier moves the figures', async () => {
    const { period, at } = newDay();
    const dossier = hub.dossier({ submittedAt: at('08:00'), acceptedAt: null });
    const received = async (code: string) => (await figures(code, period))['dossiersReceived'];
    await hub.feed(dossier);
    expect(await received(COMMUNE)).toBe(1);
    await hub.feed({ ...dossier, sourceVersion: 2, receivingUnit: OTHER_COMMUNE });
    expect([await received(COMMUNE), await received(OTHER_COMMUNE)]).toEqual([0, 1]);
    await hub.feed({ ...dossier, sourceVersion: 3, receivingUnit: OTHER_COMMUNE, voided: true });
    expect(await received(PROVINCE)).toBe(0);
  });

  it('is null where nothing was received, never 0 of 0', async () => {
    const { period } = newDay();
    expect(await figures(COMMUNE, period)).toMatchObject({
      ...{ dossiersReceived: 0, paidOnline: 0, onlineFilingRate: null, onlinePaymentRate: null, resolvedOnTimeRate: null },
      ...{ digitizedResultRate: null, satisfactionRate: null, score: null, rank: null, ofUnits: null, applicableMax: 96 },
    });
  });

  it('of what is online counts the channel, and fees that are due and paid in a way that counts', async () => {
    const { period, at } = newDay();
    const filed = (over: Partial<DossierIngestInput>) => hub.dossier({ submittedAt: at('08:00'), acceptedAt: null, ...over });
    await hub.feed(
      filed({ channel: 'ONLINE', fees: [fee(1_000)], payments: [payment('VNPAY')] }),
      filed({ channel: 'ONLINE', fees: [fee(1_000)], payments: [payment('VIETQR', 'PARTIALLY_REFUNDED')] }),
      filed({ channel: 'PUBLIC_POST', fees: [fee(1_000)], payments: [payment('CASH')] }),
      filed({ fees: [fee(1_000)], payments: [payment('MOMO', 'FAILED'), payment('MOMO', 'REFUNDED'), payment('ZALOPAY', 'PENDING')] }),
      filed({ fees: [fee(1_000)], paidOnline: true }),
      filed({ fees: [fee(1_000)], feesSettled: true }),
      filed({ fees: [fee(1_000, 1_000)], payments: [payment('VNPAY')] }),
      filed({ fees: [fee(1_000, 1_000), fee(1)] }),
      filed({ fees: [], payments: [payment('VNPAY')] }),
      filed({}),
    );
    expect(await figures(COMMUNE, period)).toMatchObject({
      ...{ dossiersReceived: 10, receivedOnline: 2, dossiersWithFee: 7, paidOnline: 3 },
      ...{ onlineFilingRate: 0.2, onlinePaymentRate: 3 / 7 },
    });
  });

  it('of time counts what ended on time and what is still within it; of results what was digitized; of ratings 3 and more', async () => {
    const { period, at } = newDay();
    const due = '2025-09-10T17:00:00+07:00';
    const filed = (over: Partial<DossierIngestInput>) => hub.dossier({ submittedAt: at('08:00'), acceptedAt: null, dueAt: due, ...over });
    const result = (over: object) => ({ name: 'Kết quả', isResult: true, digitized: true, url: 'https://files.invalid/r', ...over });
    await hub.feed(
      filed({ status: 'RESOLVED', resolvedAt: due, documents: [result({})], rating: 5 }),
      filed({ status: 'RETURNED', resolvedAt: '2025-09-10T17:00:01+07:00', documents: [result({ digitized: false })], rating: 2 }),
      filed({ status: 'RESOLVED', resolvedAt: due, documents: [result({ isResult: false })], rating: 3 }),
      filed({ status: 'RESOLVED', resolvedAt: due, documents: [result({ url: null })] }),
      filed({ status: 'PROCESSING', documents: [result({})], rating: 4 }),
      filed({ status: 'PROCESSING', dueAt: '2025-12-01T17:00:00+07:00' }),
      filed({ status: 'PROCESSING', dueAt: null }),
      filed({ status: 'REFUSED', refusedAt: due }),
    );
    expect(await figures(COMMUNE, period)).toMatchObject({
      resolvedOnTimeRate: 6 / 8,
      digitizedResultRate: 2 / 4,
      satisfactionRate: 3 / 4,
    });
  });

  it('has the six groups of the decision, without a made-up point', async () => {
    const { period } = newDay();
    const shown = await figures(PROVINCE, period);
    expect(shown.groups.map((group) => group.code).sort()).toEqual(['CKMB', 'CLGQ', 'MDHL', 'MDSH', 'TDGQ', 'TTTT']);
    expect(shown.groups.reduce((sum, group) => sum + group.max, 0)).toBe(100);
    const unknown = shown.groups.flatMap((group) => group.components).filter(({ source }) => source === 'trục tích hợp không biết');
    expect(unknown.map(({ code, score, numerator }) => [code, score, numerator])).toEqual(unknown.map(({ code }) => [code, null, null]));
    expect(unknown.length).toBeGreaterThan(5);
    expect(shown.groups.filter((group) => group.score !== null).map((group) => group.code)).toEqual(['TDGQ']);
  });

  it('is asked for by a period that ends after it begins', async () => {
    const asked = await hub.ask(FIGURES, {
      variables: { code: COMMUNE, period: { from: '2025-07-02', to: '2025-07-01' } },
      language: 'en',
    });
    expect(asked.errors.map(({ message, extensions }) => ({ message, ...extensions }))).toEqual([
      { message: 'The last day must not be before the first.', code: 'BAD_USER_INPUT', field: 'period.to' },
    ]);
  });
});

describe('payments in the figures', () => {
  const unread = async () => {
    const [row] = await hub.platform.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM outbox.event e LEFT JOIN outbox.cursor c ON c.consumer = 'dossiers.payments'
       WHERE e.kind = 'payment.settled' AND (c.id IS NULL OR (e.tx, e.id) > (c.tx, c.id))`,
    );
    return row?.count;
  };
  /** Takes in all there is: events become readable once no older transaction is open. */
  const takeIn = () =>
    vi.waitFor(
      async () => {
        await applyPaymentEvents(hub.platform);
        expect(await unread()).toBe(0);
      },
      { timeout: 40_000, interval: 50 },
    );
  beforeEach(takeIn);

  const settled = async (dossierId: string, over: object = {}) => {
    const data = { paymentId: 'pay_x', dossierId, provider: 'VNPAY', amount: 1_000, status: 'SUCCEEDED', external: false, ...over };
    const at = new Date(hub.platform.clock.now().getTime() - 60_000);
    const event = { at, kind: 'payment.settled', subjectId: '0192f000-0000-7000-8000-000000000000', subject: 'R', data };
    await appendEvents(hub.platform.db, hub.platform.cipher, [event]);
    return at;
  };
  const AGE = graphql(`
    query AgeOfFigures($period: PeriodInput!) { administrativeUnit(code: "96") { indicators(period: $period) { asOf } } }
  `);
  const asOf = async (period: PeriodInput) => {
    const { data } = await hub.ask(AGE, { variables: { period } });
    return Date.parse(data?.administrativeUnit?.indicators.asOf ?? '');
  };

  it('come as events: until they are taken in, the figures say how old they are', async () => {
    const { period, at } = newDay();
    const fed = await hub.feed(...[1, 2, 3, 4].map(() => hub.dossier({ submittedAt: at('08:00'), acceptedAt: null, fees: [fee(1_000)] })));
    const [paid, cash, failed, external] = fed.results.map((each) => each.dossier?.id ?? '');
    const started = hub.platform.clock.now().getTime();
    const before = await asOf(period);
    expect(before).toBeGreaterThanOrEqual(started);
    const first = await settled(paid ?? '');
    await settled(cash ?? '', { provider: 'CASH' });
    await settled(failed ?? '', { status: 'FAILED' });
    // What the source collected it says with its dossier.
    await settled(external ?? '', { external: true });
    expect(await asOf(period)).toBe(first.getTime());
    expect((await figures(COMMUNE, period))['paidOnline']).toBe(0);
    expect(await unread()).toBe(4);
    await takeIn();
    expect((await figures(COMMUNE, period))['paidOnline']).toBe(1);
    expect(await asOf(period)).toBeGreaterThanOrEqual(before);
    expect(await applyPaymentEvents(hub.platform)).toBe(0);
  });

  it('that nobody can read hold up no other, and a refund holds up no figure', async () => {
    const { period, at } = newDay();
    const fed = await hub.feed(hub.dossier({ submittedAt: at('08:00'), acceptedAt: null, fees: [fee(1_000)] }));
    const id = fed.results[0]?.dossier?.id ?? '';
    await settled(id, { provider: 'NOBODY' });
    await settled('not an id');
    await settled(id);
    expect(await unread()).toBe(3);
    await takeIn();
    expect((await figures(COMMUNE, period))['paidOnline']).toBe(1);
    await appendEvents(hub.platform.db, hub.platform.cipher, [
      { at: new Date(0), kind: 'payment.refunded', subjectId: '0192f000-0000-7000-8000-000000000000', subject: 'R', data: {} },
    ]);
    expect(await asOf(period)).toBeGreaterThan(0);
  });

  it('that went back at the source leave them with the version that says so', async () => {
    const { period, at } = newDay();
    const paid = payment('VNPAY');
    const dossier = hub.dossier({ submittedAt: at('08:00'), acceptedAt: null, fees: [fee(1_000)], payments: [paid] });
    const online = async () => (await figures(COMMUNE, period))['paidOnline'];
    await hub.feed(dossier);
    // The payment's own event must not make a lasting mark beside what the source says.
    await takeIn();
    expect(await online()).toBe(1);
    await hub.feed({ ...dossier, sourceVersion: 2, payments: null, summary: 'nói về việc khác' });
    expect(await online()).toBe(1);
    await hub.feed({ ...dossier, sourceVersion: 3, payments: [{ ...paid, status: 'REFUNDED' }] });
    await takeIn();
    expect(await online()).toBe(0);
  });
});

describe('the figures of many units', () => {
  const ALL = graphql(`
    query FiguresOfAllUnits {
      administrativeUnit(code: "96") {
        indicators(period: { from: "2025-07-01", to: "2025-09-30" }) { dossiersReceived }
        units { code indicators(period: { from: "2025-07-01", to: "2025-09-30" }) { dossiersReceived asOf } }
      }
    }
  `);
  const ONE = graphql(`
    query FiguresOfOneUnit {
      administrativeUnit(code: "32248") { indicators(period: { from: "2025-07-01", to: "2025-09-30" }) { dossiersReceived asOf } }
    }
  `);

  it('cost what the figures of one cost, and add up', async () => {
    const counted = async (query: Query<unknown, Record<string, never>>) => (await statementsOf(() => hub.ask(query))).length;
    expect(await counted(ALL)).toBe(await counted(ONE));
    const { data } = await hub.ask(ALL);
    const { units, indicators } = data?.administrativeUnit ?? { units: [], indicators: { dossiersReceived: 0 } };
    expect(units.length).toBeGreaterThan(64);
    expect(indicators.dossiersReceived).toBeGreaterThan(30);
    expect(units.reduce((sum, unit) => sum + unit.indicators.dossiersReceived, 0)).toBe(indicators.dossiersReceived);
  });
});
