import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { followSome } from '../../src/subgraphs/payments/follow.jobs.ts';
import { CITIZEN, COMMUNE, createPaymentsHub, OTHER_CITIZEN, type PaymentsHub } from '../support/payments.ts';

const DEPARTMENT = '96-D01';

let hub: PaymentsHub;
beforeAll(async () => {
  hub = await createPaymentsHub();
});
afterAll(() => hub.stop());

const PAYMENTS_OF_DOSSIER = graphql(`
  query PaymentsOfDossier($dossier: ID!) { payments(filter: { dossier: $dossier }) { totalCount nodes { id } } }
`);

async function seenBy(dossier: string, claims: Parameters<PaymentsHub['token']>[0]): Promise<number | undefined> {
  const { data } = await hub.execute('payments', PAYMENTS_OF_DOSSIER, { dossier }, await hub.token(claims));
  return data?.payments.totalCount;
}

/** Until that many are seen: an event is read once no transaction of any database of the server is older than it. */
const becomes = (dossier: string, claims: Parameters<PaymentsHub['token']>[0], count: number) =>
  vi.waitFor(
    async () => {
      while ((await followSome(hub.platform)) > 0);
      expect(await seenBy(dossier, claims)).toBe(count);
    },
    { timeout: 60_000, interval: 100 },
  );

it('what the hub collected itself counts once, under whatever number its source reports it', async () => {
  const code = 'H12.64-250929-0003';
  const dossier = await hub.ingest({ code });
  const citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
  const { payment } = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: 'echo' });
  const reference = String(payment?.['reference']);
  await hub.notify({ ref: reference, amount: 50_000, txn: '14226112' });
  const paid = { provider: 'VNPAY', amount: 50_000, status: 'SUCCEEDED', providerTransactionId: '14226112' } as const;
  await hub.ingest({ code, version: 2, payments: [{ ...paid, reference: 'BL-ECHO' }] });
  await hub.ingest({ code, version: 3, payments: [{ ...paid, reference }] });
  expect(await hub.money(dossier, citizen)).toMatchObject({ amountPaid: 50_000, payments: [{ reference, external: false }] });
});

describe('payments follow their dossier', { timeout: 180_000 }, () => {
  it('to the unit that handles it now', async () => {
    const code = 'H12.64-250929-0001';
    const dossier = await hub.ingest({ code });
    const officer = await hub.token({ role: 'OFFICER', unit: COMMUNE });
    expect((await hub.create(officer, { dossier, provider: 'VNPAY', idempotencyKey: 'moves' })).userErrors).toEqual([]);
    await becomes(dossier, { role: 'OFFICER', unit: DEPARTMENT }, 0);
    await hub.ingest({ code, version: 2, handlingUnit: DEPARTMENT });
    await becomes(dossier, { role: 'OFFICER', unit: DEPARTMENT }, 1);
    await becomes(dossier, { role: 'UNIT_LEADER', unit: DEPARTMENT }, 1);
    await becomes(dossier, { role: 'OFFICER', unit: COMMUNE }, 1);
    await hub.ingest({ code, version: 3 });
    await becomes(dossier, { role: 'OFFICER', unit: DEPARTMENT }, 0);
  });

  it('to its applicant, where a wrong number is put right', async () => {
    const code = 'H12.64-250929-0002';
    const paidThere = [{ provider: 'CASH' as const, reference: 'BL-FOLLOW', amount: 1_000, status: 'SUCCEEDED' as const }];
    const dossier = await hub.ingest({ code, nationalId: OTHER_CITIZEN, payments: paidThere });
    const wrong = await hub.token({ role: 'CITIZEN', nationalId: OTHER_CITIZEN });
    expect((await hub.create(wrong, { dossier, provider: 'VNPAY', idempotencyKey: 'wrong' })).userErrors).toEqual([]);
    await becomes(dossier, { role: 'CITIZEN', nationalId: OTHER_CITIZEN }, 2);
    await hub.ingest({ code, version: 2 });
    await becomes(dossier, { role: 'CITIZEN', nationalId: OTHER_CITIZEN }, 0);
    await becomes(dossier, { role: 'CITIZEN', nationalId: CITIZEN }, 2);
  });
});
