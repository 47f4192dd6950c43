import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierIngestInput } from '../../schema/generated/graphql.ts';
import { CREATE_PAYMENT, INGEST, PAYMENT, RECONCILE } from '../support/documents.ts';
import { eventually, type RunningHub, startHub } from '../support/running-hub.ts';

const DAY = '2026-03-10';
const NEXT = '2026-03-11';
const FEE = 20_000;

const dossier = (code: string): DossierIngestInput => ({
  sourceSystem: 'motcua-32248',
  sourceVersion: 1,
  code,
  procedure: '1.001193',
  receivingUnit: '32248',
  applicant: { nationalId: '096885123456', fullName: 'Nguyễn Văn Mẫu' },
  channel: 'ONLINE',
  status: 'ACCEPTED',
  submittedAt: '2025-09-30T08:00:00+07:00',
  fees: [{ code: 'LP01', name: 'Lệ phí hộ tịch', amount: FEE }],
});

type Found = [kind: string, reference: string | null | undefined, hub: number | null | undefined, statement: number | null | undefined];

describe('a day with everything wrong at the gateway, through the running hub', () => {
  let hub: RunningHub;
  let source: string;
  let officer: string;
  let accountant: string;
  let simulator: string;
  let made = 0;

  beforeAll(async () => {
    hub = await startHub({ HUB_TODAY: '2025-09-30', VNPAY_FEE_RATE_PPM: '11000' });
    [source, officer, accountant] = await Promise.all([
      hub.token('--role', 'SYSTEM', '--source', 'motcua-32248', '--unit', '32248'),
      hub.token('--role', 'OFFICER', '--unit', '32248'),
      hub.token('--role', 'ACCOUNTANT'),
    ]);
    const settings = JSON.parse(readFileSync(join(hub.dataDir, 'simulators', 'environment.json'), 'utf8')) as Record<string, string>;
    simulator = `${new URL(settings['VNPAY_URL'] ?? '').origin}/_simulator`;
  });
  afterAll(() => hub.stop());

  async function control(path: string, body: object): Promise<void> {
    const response = await fetch(`${simulator}/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  }

  async function newDossier(): Promise<string> {
    made += 1;
    const { ingestDossiers } = await hub.client.ask(INGEST, { input: [dossier(`H12.64-250930-${9_000 + made}`)] }, source);
    return ingestDossiers.results[0]?.dossier?.id ?? '';
  }

  async function ask(id: string): Promise<string> {
    made += 1;
    const input = { dossier: id, provider: 'VNPAY' as const, idempotencyKey: `reconcile-${made}` };
    const { createPayment } = await hub.client.ask(CREATE_PAYMENT, { input }, officer);
    return createPayment.payment?.reference ?? '';
  }

  /** The gateway takes the money of that day. */
  const collect = (reference: string, more: object = {}) =>
    control('transactions', { reference, amount: FEE, paidAt: `${DAY}T09:30:00+07:00`, ...more });

  async function paid(reference: string): Promise<string> {
    await collect(reference);
    await control(`transactions/${reference}/ipn`, {});
    await eventually(
      () => hub.client.ask(PAYMENT, { reference }, accountant),
      ({ payment }) => payment?.status === 'SUCCEEDED',
    );
    return reference;
  }

  const spoil = (kind: string, reference: string, more: object = {}) =>
    control('statement-faults', { kind, reference, businessDate: DAY, ...more });

  async function reconcile(day: string) {
    const { startReconciliation } = await hub.client.ask(RECONCILE, { provider: 'VNPAY', day }, accountant);
    expect(startReconciliation.userErrors).toEqual([]);
    return startReconciliation.reconciliations[0];
  }

  const found = (run: Awaited<ReturnType<typeof reconcile>>): Found[] =>
    (run?.discrepancies.nodes ?? []).map(({ kind, reference, hubAmount, statementAmount }) => [
      kind,
      reference,
      hubAmount,
      statementAmount,
    ]);

  it('names each difference by its kind, adds up to the đồng and says the same again', async () => {
    const one = async () => paid(await ask(await newDossier()));
    const [, missing, altered, reversed, repeated, fee, net, late] = [
      ...[await one(), await one(), await one(), await one(), await one(), await one(), await one(), await one()],
    ] as [string, string, string, string, string, string, string, string];
    const lost = await ask(await newDossier());
    await control('api-faults', { kind: 'PAGE', reference: lost, times: 1_000 });
    await collect(lost);
    const obligation = await newDossier();
    const [first, second] = [await ask(obligation), await ask(obligation)];
    await paid(first);
    await paid(second);
    const back = await one();
    await collect(back, { type: 'REFUND', amount: 5_000 });
    await collect('NOBODYS1', { amount: 7_000 });
    await spoil('MISSING_ROW', missing);
    await spoil('ALTERED_AMOUNT', altered, { amount: FEE + 3_000 });
    await spoil('DUPLICATE_ROW', repeated);
    await spoil('WRONG_FEE', fee, { amount: 999 });
    await spoil('WRONG_NET', net);
    await spoil('OTHER_DAY', late);
    await control(`transactions/${reversed}/status`, { transactionStatus: '04' });

    const next = await reconcile(NEXT);
    expect(found(next)).toEqual([['CUTOFF', late, null, FEE]]);
    expect(next).toMatchObject({ status: 'DISCREPANT', statementTotal: FEE, hubTotal: 0 });
    const run = await reconcile(DAY);
    const wanted: Found[] = [
      ['MISSING_AT_PROVIDER', missing, FEE, null],
      ['MISSING_AT_HUB', 'NOBODYS1', null, 7_000],
      ['AMOUNT_MISMATCH', altered, FEE, FEE + 3_000],
      // Its fee is the contract's for another amount.
      ['FEE_MISMATCH', altered, null, null],
      ['STATUS_MISMATCH', lost, null, FEE],
      ['STATUS_MISMATCH', reversed, FEE, null],
      ['DUPLICATE_PAYMENT', second, FEE, FEE],
      ['DUPLICATE_ROW', repeated, null, FEE],
      ['FEE_MISMATCH', fee, FEE, FEE],
      ['FEE_MISMATCH', net, FEE, FEE],
      ['REFUND_UNMATCHED', back, null, -5_000],
      ['CUTOFF', late, FEE, null],
    ];
    const sorted = (list: readonly Found[]) => list.map((each) => JSON.stringify(each)).sort();
    expect(sorted(found(run))).toEqual(sorted(wanted));
    expect(run?.hubTotal).toBe(11 * FEE);
    const difference = wanted.reduce((sum, [, , ours, theirs]) => sum + (theirs ?? 0) - (ours ?? 0), 0);
    expect((run?.statementTotal ?? 0) - (run?.hubTotal ?? 0)).toBe(difference);
    expect(await reconcile(DAY)).toEqual(run);

    const shell = await hub.command('reconcile', '--provider', 'vnpay', '--date', DAY, '--merchant', 'SIMVNP01');
    expect([shell.code, shell.out]).toEqual([1, expect.stringContaining('DISCREPANT')]);
  });

  it('learns of a payment whose notice was lost once its payer is back', async () => {
    const input = { dossier: await newDossier(), provider: 'VNPAY' as const, idempotencyKey: 'lost notice' };
    const { createPayment } = await hub.client.ask(CREATE_PAYMENT, { input }, officer);
    const { reference, checkoutUrl } = createPayment.payment ?? { reference: '', checkoutUrl: '' };
    await control('ipn-faults', { kind: 'LOST_IPN', reference });
    const decided = await fetch(checkoutUrl ?? '', { method: 'POST', redirect: 'manual', body: new URLSearchParams({ outcome: '00' }) });
    const back = await fetch(decided.headers.get('location') ?? '');
    expect([back.status, await back.text()]).toEqual([200, expect.stringContaining('Đang chờ xác nhận')]);
    const { payment } = await eventually(
      () => hub.client.ask(PAYMENT, { reference }, accountant),
      (answer) => answer.payment?.status === 'SUCCEEDED',
    );
    expect(payment?.entries).toHaveLength(2);
  });

  it('keeps nothing of a damaged file, whichever way it comes, and names line, column and fix', async () => {
    const head = 'H,VNPAY,SIMVNP01,2026-03-12,2026-03-13T01:00:00+07:00,1\n';
    const row = 'D,1,2026-03-12,PAY,NOBODYS2,T1,,NCB,,ATM,2026-03-12T09:00:00+07:00,1.000,0,0,1000,VND,SUCCESS,,\n';
    const body = `${head}${row}T,1,1000,0,0,1000,${'0'.repeat(64)}\n`;
    const uploaded = await fetch(`${hub.url}/payments/vnpay/statements/2026-03-12`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${accountant}`, 'content-type': 'text/csv', 'accept-language': 'en' },
      body,
    });
    expect([uploaded.status, await uploaded.text()]).toEqual([422, expect.stringMatching(/line 2, gross: must be whole đồng/)]);
    const path = join(hub.dataDir, 'damaged.csv');
    writeFileSync(path, body);
    const shell = await hub.command('reconcile', '--provider', 'VNPAY', '--date', '2026-03-12', '--file', path);
    expect([shell.code, shell.out]).toEqual([1, expect.stringMatching(/REJECTED(?: +–){7}\n[\s\S]*line 2, gross/)]);
    await spoil('DAMAGED_TRAILER', 'any', { businessDate: '2026-03-12' });
    expect(await reconcile('2026-03-12')).toMatchObject({
      status: 'REJECTED',
      statementVersion: null,
      statementRows: 0,
      discrepancyCount: 0,
    });
  });
});
