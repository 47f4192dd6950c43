import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { STATUS_BY_NATIONAL_CODE } from '../../src/platform/graphql/enums.ts';
import { loadSample, sampleWorld } from '../../src/roles/seed/load.ts';
import { createTestHub, type TestHub } from '../support/hub.ts';
import { PATIENCE, startOwnServer } from '../support/own-server.ts';

const SMALL = { dossiers: 1_200, seed: 7 };
vi.setConfig(PATIENCE);

let server: Awaited<ReturnType<typeof startOwnServer>>;
let hub: TestHub;
const told: { dossiers: unknown[]; payments: unknown[] } = { dossiers: [], payments: [] };

beforeAll(async () => {
  server = await startOwnServer();
  hub = await createTestHub();
  await loadSample(hub.platform, {
    ...SMALL,
    async remember({ dossiers, payments }) {
      told.dossiers.push(...dossiers);
      told.payments.push(...payments);
    },
  });
});
afterAll(async () => {
  await hub.stop();
  await server.stop();
});

describe('the world outside', () => {
  it('is told the same by the load and by the options alone, as often as it is asked', async () => {
    const world = sampleWorld(SMALL);
    for (let time = 0; time < 2; time++) expect({ dossiers: [...world.dossiers], payments: [...world.payments] }).toEqual(told);
    expect(told.dossiers.length).toBeGreaterThan(SMALL.dossiers * 0.9);
  });

  it('knows the dossiers of which something is delivered, in the state that was delivered last', async () => {
    const delivered = await hub.platform.db.query<{ subject: string }>(
      `SELECT DISTINCT subject FROM integration.synchronization WHERE state = 'DELIVERED' ORDER BY subject`,
    );
    const known = [...sampleWorld(SMALL).dossiers];
    expect(known.map((dossier) => dossier.code).sort()).toEqual(delivered.map(({ subject }) => subject));
    const told = await hub.platform.db.query<{ code: string; status: string }>(
      `SELECT d.code, (SELECT status FROM dossiers.event e WHERE e.dossier_id = d.id AND e.at < '2025-09-30T00:00:00+07:00' ORDER BY at DESC, id DESC LIMIT 1) AS status
       FROM dossiers.dossier d`,
    );
    const statusOf = new Map(told.map(({ code, status }) => [code, status]));
    expect(known.filter(({ code, status }) => STATUS_BY_NATIONAL_CODE[status - 1] !== statusOf.get(code))).toEqual([]);
  });

  it('carried every payment of the province’s own merchants, and what went back', async () => {
    const own = await hub.platform.db.query<{ reference: string; paid: boolean; refunded: number; provider: string; amount: number }>(
      `SELECT p.reference, p.paid_at IS NOT NULL AS paid, p.refunded_amount AS refunded, p.provider, p.amount
       FROM payments.payment p WHERE NOT p.external AND p.provider <> 'CASH' ORDER BY reference`,
    );
    const payments = [...sampleWorld(SMALL).payments];
    const paid = payments
      .filter(({ type }) => type === 'PAY')
      .map(({ reference, status, provider, amount }) => ({ reference, paid: status === 'SUCCESS', provider, amount }));
    expect(paid.sort((a, b) => (a.reference < b.reference ? -1 : 1))).toEqual(own.map(({ refunded: _refunded, ...payment }) => payment));
    const back = payments.filter(({ type, status }) => type === 'REFUND' && status === 'SUCCESS');
    expect(back.map(({ reference, amount }) => [reference, amount]).sort()).toEqual(
      own
        .filter(({ refunded }) => refunded > 0)
        .map(({ reference, refunded }) => [reference, refunded])
        .sort(),
    );
    const transactions = payments
      .filter(({ type, status }) => type === 'PAY' && status === 'SUCCESS')
      .map((each) => each.providerTransactionId);
    expect(new Set(transactions).size).toBe(transactions.length);
    expect(transactions).not.toContain(null);
  });
});
