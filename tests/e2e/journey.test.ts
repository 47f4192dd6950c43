import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierIngestInput } from '../../schema/generated/graphql.ts';
import { CONNECTORS, CREATE_PAYMENT, FIGURES, INGEST, PAYMENT, RECONCILE, SYNCHRONIZATIONS, WORKLIST } from '../support/documents.ts';
import { eventually, type RunningHub, startHub } from '../support/running-hub.ts';

const DAY = '2025-09-30';

const dossier = (number: number, over: Partial<DossierIngestInput> = {}): DossierIngestInput => ({
  sourceSystem: 'motcua-32248',
  sourceVersion: 1,
  code: `H12.64-250930-${String(number).padStart(4, '0')}`,
  procedure: '1.001193',
  receivingUnit: '32248',
  applicant: { nationalId: `0968851${String(number).padStart(5, '0')}`, fullName: 'Nguyễn Văn Mẫu' },
  channel: 'ONLINE',
  status: 'ACCEPTED',
  submittedAt: `${DAY}T08:00:00+07:00`,
  acceptedAt: `${DAY}T08:05:00+07:00`,
  steps: [{ at: `${DAY}T08:05:00+07:00`, status: 'ACCEPTED', officer: 'Trần Thị Thử', content: 'Tiếp nhận hồ sơ' }],
  fees: [{ code: 'LP01', name: 'Lệ phí hộ tịch', amount: 15_000 }],
  ...over,
});

describe('the whole way of a dossier, in one process', () => {
  let hub: RunningHub;
  let source: string;
  let officer: string;
  let accountant: string;
  let operator: string;

  beforeAll(async () => {
    hub = await startHub({ HUB_TODAY: DAY });
    [source, officer, accountant, operator] = await Promise.all([
      hub.token('--role', 'SYSTEM', '--source', 'motcua-32248', '--unit', '32248'),
      hub.token('--role', 'OFFICER', '--unit', '32248'),
      hub.token('--role', 'ACCOUNTANT'),
      hub.token('--role', 'OPERATOR'),
    ]);
  });
  afterAll(() => hub.stop());

  const simulators = () => JSON.parse(readFileSync(join(hub.dataDir, 'simulators', 'environment.json'), 'utf8')) as Record<string, string>;
  const portal = async (path: string): Promise<Record<string, unknown>> => {
    const { origin } = new URL(simulators()['NATIONAL_PORTAL_URL'] ?? '');
    return (await (await fetch(`${origin}/_simulator/${path}`)).json()) as Record<string, unknown>;
  };

  it('takes it from its source, shows it at once and tells the portal once, in order', async () => {
    const input = [1, 2, 3].map((number) => dossier(number));
    const { ingestDossiers } = await hub.client.ask(INGEST, { input }, source);
    expect(ingestDossiers).toMatchObject({ created: 3, rejected: 0 });
    expect(ingestDossiers.results[0]?.dossier).toMatchObject({ amountDue: 15_000, amountPaid: 0 });
    const { dossiers } = await hub.client.ask(WORKLIST, { first: 3 }, officer);
    expect(dossiers.nodes.map(({ code }) => code).sort()).toEqual(input.map(({ code }) => code));
    const { dossier: seen } = await eventually(
      () => hub.client.ask(SYNCHRONIZATIONS, { code: 'H12.64-250930-0001' }, officer),
      ({ dossier: found }) => found?.synchronizations?.every(({ state }) => state === 'DELIVERED') === true,
    );
    expect(seen?.synchronizations?.map(({ operation, sequence }) => [sequence, operation])).toEqual([
      [1, 'DongBoHoSoMC'],
      [2, 'CapNhatTienDoHoSoMC'],
    ]);
    expect(await portal('dossiers/H12.64-250930-0001')).toMatchObject({ inserts: 1, updates: 0, duplicateSteps: 0 });
    expect((await portal('state'))['counters']).toMatchObject({ inserts: 3, duplicateInserts: 0, steps: 3 });
  });

  it('takes a payment through the gateway, counts it, and reconciles the day', async () => {
    const { ingestDossiers } = await hub.client.ask(INGEST, { input: [dossier(11)] }, source);
    const id = ingestDossiers.results[0]?.dossier?.id ?? '';
    const input = { dossier: id, provider: 'VNPAY' as const, idempotencyKey: 'journey-1' };
    const { createPayment } = await hub.client.ask(CREATE_PAYMENT, { input }, officer);
    expect(createPayment.userErrors).toEqual([]);
    const { payment } = createPayment;
    expect(payment).toMatchObject({ status: 'PENDING', amount: 15_000, merchant: { code: 'SIMVNP01' } });
    await payAt(payment?.checkoutUrl ?? '');
    const settled = await eventually(
      () => hub.client.ask(PAYMENT, { reference: payment?.reference ?? '' }, accountant),
      (answer) => answer.payment?.status === 'SUCCEEDED',
    );
    const entries = settled.payment?.entries ?? [];
    expect(entries.reduce((sum, { debit, credit }) => sum + debit - credit, 0)).toBe(0);
    expect(entries.reduce((sum, { debit }) => sum + debit, 0)).toBe(15_000);
    const { payment: seen } = await hub.client.ask(PAYMENT, { reference: payment?.reference ?? '' }, officer);
    expect(seen?.dossier).toEqual({ code: 'H12.64-250930-0011', amountDue: 0, amountPaid: 15_000 });
    // Money keeps the real clock, whatever the sandbox pretends.
    const day = new Date(Date.parse(seen?.paidAt ?? '') + 7 * 3_600_000).toISOString().slice(0, 10);
    const { startReconciliation } = await hub.client.ask(RECONCILE, { provider: 'VNPAY', day }, accountant);
    expect(startReconciliation.reconciliations).toMatchObject([
      { status: 'BALANCED', matched: 1, statementTotal: 15_000, hubTotal: 15_000 },
    ]);
    const shell = await hub.command('reconcile', '--provider', 'vnpay', '--date', day);
    expect([shell.code, shell.out]).toEqual([0, expect.stringContaining('BALANCED')]);
    const figures = await hub.client.ask(FIGURES, { unit: '32248', from: DAY, to: DAY });
    expect(figures.administrativeUnit?.indicators).toMatchObject({ dossiersReceived: 4, receivedOnline: 4, dossiersWithFee: 4 });
  });

  it('refuses a damaged statement whole, over HTTP and in the shell', async () => {
    const body = 'H,VNPAY,SIMVNP01,2025-09-29,2025-09-30T01:00:00+07:00,1\nT,1,0,0,0,0,00\n';
    const url = `${hub.url}/payments/vnpay/statements/2025-09-29`;
    const put = (token: string) =>
      fetch(url, { method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' }, body });
    expect((await put(accountant)).status).toBe(422);
    expect((await put(officer)).status).toBe(403);
    const missing = await hub.command('reconcile', '--provider', 'vnpay', '--date', '2025-13-01');
    // 1 would say that the day is not balanced.
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('--date')]);
  });

  it('tells operators how the connectors are, and nobody else', async () => {
    const { connectors } = await hub.client.ask(CONNECTORS, {}, operator);
    expect(connectors.map(({ id, state, pending }) => [id, state, pending])).toEqual([
      ['e-receipt', 'UP', 0],
      ['momo', 'UP', 0],
      ['national-payment-platform', 'UP', 0],
      ['national-portal', 'UP', 0],
      ['national-portal-reporting', 'UP', 0],
      ['vietqr', 'UP', 0],
      ['vnpay', 'UP', 0],
      ['zalopay', 'UP', 0],
    ]);
    expect((await hub.client.send(CONNECTORS, {}, officer)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

/** What a payer does: opens the page, and says yes. */
async function payAt(checkoutUrl: string): Promise<void> {
  const page = await fetch(checkoutUrl);
  expect(page.status).toBe(200);
  const outcome = /name="(\w+)" value="00"/.exec(await page.text())?.[1];
  expect(outcome).toBeDefined();
  const paid = await fetch(checkoutUrl, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ [outcome ?? '']: '00' }) });
  expect(paid.status).toBe(302);
}
