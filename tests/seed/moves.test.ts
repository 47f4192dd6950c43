import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierIngestInput } from '../../schema/generated/graphql.ts';
import { loadSample } from '../../src/roles/seed/load.ts';
import type { SampleDossier } from '../../src/roles/seed/sample.ts';
import { dossiers as dossiersSubgraph } from '../../src/subgraphs/dossiers/index.ts';
import { INGEST_OUTCOMES } from '../support/documents.ingest.ts';
import { PATIENCE, startOwnServer } from '../support/own-server.ts';
import { createPaymentsHub, dossierId, type PaymentsHub } from '../support/payments.ts';
import { type Figures, feeTotalOf, figuresOf, PROVINCE, SAMPLE, sampleDossiers } from '../support/sample.ts';

vi.setConfig(PATIENCE);

let server: Awaited<ReturnType<typeof startOwnServer>>;
let hub: PaymentsHub;
const dossiers = sampleDossiers();
const ELSEWHERE = '31843';

beforeAll(async () => {
  server = await startOwnServer();
  hub = await createPaymentsHub();
  await loadSample(hub.platform, SAMPLE);
});
afterAll(async () => {
  await hub.stop();
  await server.stop();
});

/** The figures of the province, of one commune and of another that has nothing to do with it. */
const all = async (commune: string) => Promise.all([PROVINCE, commune, ELSEWHERE].map((unit) => figuresOf(hub, unit)));

/** Takes what the outbox tells into the figures; other tests of the same server may hold the newest events back for a moment. */
async function runJobs(): Promise<void> {
  for (const job of dossiersSubgraph.jobs ?? []) await job.run(hub.platform, {}, new AbortController().signal);
}

const commune = ({ receivingUnit }: SampleDossier) => !receivingUnit.startsWith('96') && receivingUnit !== ELSEWHERE;

function some(what: string, check: (dossier: SampleDossier) => boolean): SampleDossier {
  const found = dossiers.find(check);
  if (found === undefined) throw new Error(`the sample holds no dossier that is ${what}`);
  return found;
}

const onTime = ({ resolvedOnTimeRate, dossiersReceived }: Figures) => Math.round((resolvedOnTimeRate ?? Number.NaN) * dossiersReceived);

it('one more dossier is counted where it was received and above, in what it is, and moves nothing else', async () => {
  const unit = '31825';
  const before = await all(unit);
  const input: DossierIngestInput = {
    ...{ sourceSystem: 'test', sourceVersion: 1, code: 'H12.1-250930-99999', procedure: '1.001193', receivingUnit: unit },
    ...({ channel: 'ONLINE', status: 'ACCEPTED' } as const),
    applicant: { fullName: 'Lê Thị Thêm', nationalId: '096885123456' },
    ...{ submittedAt: '2025-09-30T09:00:00+07:00', dueAt: '2025-10-03T09:00:00+07:00' },
    fees: [{ code: 'LP', name: 'Lệ phí', amount: 50_000 }],
  };
  const source = await hub.token({ role: 'SYSTEM', source: 'test' });
  const { data } = await hub.execute('dossiers', INGEST_OUTCOMES, { input: [input] }, source);
  expect(data?.ingestDossiers.created).toBe(1);
  await runJobs();
  const [province, own, other] = before as [Figures, Figures, Figures];
  expect(await all(unit)).toEqual([oneMore(province), oneMore(own), other]);
});

/** One more dossier: at a commune, online, with a fee that is not paid, within its time, neither finished nor rated. */
function oneMore(figures: Figures): Figures {
  const [dossiersReceived, receivedOnline, dossiersWithFee] = [
    figures.dossiersReceived + 1,
    figures.receivedOnline + 1,
    figures.dossiersWithFee + 1,
  ];
  return {
    ...figures,
    ...{ dossiersReceived, receivedOnline, dossiersWithFee },
    dossiersReceivedAtCommunes: figures.dossiersReceivedAtCommunes + 1,
    onlineFilingRate: receivedOnline / dossiersReceived,
    onlinePaymentRate: figures.paidOnline / dossiersWithFee,
    resolvedOnTimeRate: (onTime(figures) + 1) / dossiersReceived,
  };
}

it('one more payment moves the share that is paid online, of its unit and of the province, and nothing else', async () => {
  const owing = some('at a commune, with a fee that nobody has paid', (dossier) => {
    const open = feeTotalOf(dossier) > 0 && dossier.payments.length === 0 && !dossier.feesSettled && !dossier.paidOnline;
    return open && commune(dossier) && dossier.applicant.nationalId !== null;
  });
  const before = await all(owing.receivingUnit);
  const citizen = await hub.token({ role: 'CITIZEN', nationalId: owing.applicant.nationalId as string });
  const { payment, userErrors } = await hub.create(citizen, {
    ...{ dossier: dossierId(owing.id), provider: 'VNPAY', returnUrl: 'https://portal.invalid/done', idempotencyKey: 'one more' },
  });
  expect(userErrors).toEqual([]);
  expect(payment).toMatchObject({ status: 'PENDING', amount: feeTotalOf(owing) });
  await runJobs();
  expect(await all(owing.receivingUnit)).toEqual(before);
  expect(await hub.notify({ ref: String(payment?.['reference']), amount: feeTotalOf(owing), txn: '99000001' })).toBe('RECORDED');
  const paid = (figures: Figures): Figures => {
    const paidOnline = figures.paidOnline + 1;
    return { ...figures, paidOnline, onlinePaymentRate: paidOnline / figures.dossiersWithFee };
  };
  const [province, own, other] = before as [Figures, Figures, Figures];
  await vi.waitFor(
    async () => {
      await runJobs();
      expect(await all(owing.receivingUnit)).toEqual([paid(province), paid(own), other]);
    },
    { timeout: 200_000, interval: 50 },
  );
});

it('one more rating moves satisfaction alone', async () => {
  const served = some('at a commune, returned and not rated', (dossier) => {
    return dossier.status === 'RETURNED' && dossier.rating === null && commune(dossier) && dossier.applicant.nationalId !== null;
  });
  const before = await all(served.receivingUnit);
  const RATE = graphql(`
    mutation RateBadly($dossier: ID!) { rateDossier(dossier: $dossier, rating: 2) { dossier { rating } userErrors { code } } }
  `);
  const citizen = await hub.token({ role: 'CITIZEN', nationalId: served.applicant.nationalId as string });
  const { data } = await hub.execute('dossiers', RATE, { dossier: dossierId(served.id) }, citizen);
  expect(data?.rateDossier).toEqual({ dossier: { rating: 2 }, userErrors: [] });
  await runJobs();
  const [province, own, other] = before as [Figures, Figures, Figures];
  expect(await all(served.receivingUnit)).toEqual([
    { ...province, satisfactionRate: dissatisfied(dossiers) },
    { ...own, satisfactionRate: dissatisfied(dossiers.filter((dossier) => dossier.receivingUnit === served.receivingUnit)) },
    other,
  ]);
});

/** Satisfaction once one more has said no. */
function dissatisfied(among: readonly SampleDossier[]): number {
  const ratings = among.flatMap((dossier) => dossier.rating ?? []);
  return ratings.filter((rating) => rating >= 3).length / (ratings.length + 1);
}
