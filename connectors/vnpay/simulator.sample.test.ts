import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostConnectors } from '../../src/platform/connectors.ts';
import { localDateOf } from '../../src/platform/time.ts';
import { generateQuarter } from '../../src/roles/seed/generate.ts';
import { knownPayments } from '../../src/roles/seed/load.world.ts';
import type { SamplePayment } from '../../src/roles/seed/sample.ts';
import { reconcile } from '../../src/subgraphs/payments/index.ts';
import { testTools } from '../../tests/contract/portal.ts';
import { createTestHub, type TestHub } from '../../tests/support/hub.ts';
import { load, loaded } from '../../tests/support/payments.ts';
import type { RunningSimulator } from '../contract/manifest.ts';
import manifest from './manifest.ts';

const DOSSIERS = 8_000;
const sample = [...generateQuarter({ dossiers: DOSSIERS, seed: 11 })];
const own = sample.flatMap(({ payments }) => payments).filter(({ provider, external }) => provider === 'VNPAY' && !external);
const dayOf = (at: number) => localDateOf(new Date(at));
const refunded = own.filter(({ refundedAmount }) => refundedAmount > 0);

describe('the sample’s payments at the simulated VNPAY', () => {
  let stateDir: string;
  let simulator: RunningSimulator;
  let hub: TestHub;
  beforeAll(async () => {
    stateDir = mkdtempSync(join(tmpdir(), 'vnpay-sample-'));
    await manifest.simulator?.remember?.(stateDir, { payments: sample.flatMap(knownPayments) });
    simulator = (await manifest.simulator?.start({ port: 0, stateDir })) as RunningSimulator;
    const port = manifest.create(manifest.config.parse(simulator.environment), testTools());
    hub = await createTestHub({ connectors: hostConnectors([manifest as never], () => ({ port })) });
    await load(
      hub,
      own.map(({ way: _, ...payment }) => loaded([payment])),
    );
  });
  afterAll(async () => {
    await simulator.stop();
    await hub.stop();
    rmSync(stateDir, { recursive: true });
  });

  const totalOf = (day: string) => {
    const came = own.filter(({ paidAt }) => paidAt !== null && dayOf(paidAt) === day);
    const back = refunded.filter(({ refundedAt }) => refundedAt !== null && dayOf(refundedAt) === day);
    const total = came.reduce((sum, { amount }) => sum + amount, 0) - back.reduce((sum, { refundedAmount }) => sum + refundedAmount, 0);
    return { total, count: came.length + back.length };
  };

  it('balance with the hub’s on each day on which money went back, on the first day and on the last', async () => {
    const backOn = refunded.flatMap(({ refundedAt }) => (refundedAt === null ? [] : [dayOf(refundedAt)]));
    expect(backOn.length).toBeGreaterThan(3);
    for (const day of new Set(['2025-07-01', ...backOn, '2025-09-30'])) {
      const [done] = await reconcile(hub.platform, { provider: 'VNPAY', businessDate: day, startedBy: 'test' });
      const { total, count } = totalOf(day);
      expect(done, day).toMatchObject({
        status: 'BALANCED',
        matched: count,
        discrepancy_count: 0,
        statement_total: total,
        hub_total: total,
      });
    }
  });

  it('answer a query as the hub has them', async () => {
    const port = hub.platform.connectors.payment('VNPAY');
    const merchant = port?.defaultMerchant;
    if (port?.query === undefined || merchant === undefined) throw new Error('no query');
    const { query } = port;
    const ask = ({ reference, createdAt }: SamplePayment) =>
      query({ merchant, reference, description: 'x', createdAt: new Date(createdAt) });
    const first = (wanted: SamplePayment['status']) => own.find(({ status }) => status === wanted) ?? expect.unreachable(wanted);
    const paid = first('SUCCEEDED');
    expect(await ask(paid)).toMatchObject({
      status: 'SUCCEEDED',
      amount: paid.amount,
      providerTransactionId: paid.providerTransactionId,
      paidAt: new Date(paid.paidAt ?? 0),
    });
    expect(await ask(first('FAILED'))).toMatchObject({ status: 'FAILED', providerTransactionId: first('FAILED').providerTransactionId });
    expect(await ask(first('EXPIRED'))).toMatchObject({ status: 'FAILED' });
    expect(await ask({ ...paid, createdAt: paid.createdAt + 1_000 })).toMatchObject({ status: 'PENDING', code: '91/-' });
  });
});
