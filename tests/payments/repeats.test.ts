import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { IngestedPaymentInput } from '../../schema/generated/graphql.ts';
import type { StoredEvent } from '../../src/platform/outbox/outbox.ts';
import { absorb } from '../../src/subgraphs/payments/absorb.ts';
import { CITIZEN, createPaymentsHub, type PaymentsHub } from '../support/payments.ts';

const REPEATS = graphql(`
  query RepeatedReports {
    repeatedReports { dossier { id } unit { code } provider reference providerTransactionId amount postedFor advice }
  }
`);
const PAID = { provider: 'VNPAY', amount: 55_000, status: 'SUCCEEDED', paidAt: '2025-09-29T09:00:00+07:00' } as const;

let hub: PaymentsHub;
let citizen: string;
let serial = 0;
beforeAll(async () => {
  hub = await createPaymentsHub();
  citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
});
afterAll(() => hub.stop());
beforeEach(() => {
  serial += 10;
});

const codeOf = (at: number) => `H12.64-250929-${String(serial + at).padStart(4, '0')}`;
const report = (at: number, payments: Partial<IngestedPaymentInput>[], version = 1) =>
  hub.ingest({
    code: codeOf(at),
    fee: 55_000,
    version,
    payments: payments.map((each) => ({ ...PAID, reference: `ONESTOP-${serial}`, ...each })),
  });
const paidFor = async (dossier: string) => (await hub.money(dossier, citizen)).amountPaid;
async function repeats(claims: Parameters<PaymentsHub['token']>[0] = { role: 'ACCOUNTANT' }) {
  const { data } = await hub.execute('payments', REPEATS, {}, await hub.token(claims));
  return (data?.repeatedReports ?? []).filter(({ reference }) => reference.startsWith(`ONESTOP-${serial}`));
}

/** The events of two reports of one dossier, each with the same payment, as a job that was away reads them. */
async function reportedTwice() {
  const dossierId = await report(2, [{}]);
  await report(2, [{ amount: 54_000 }], 2);
  const events = await hub.platform.db.query<StoredEvent>(
    `SELECT * FROM outbox.event WHERE kind = 'dossier.payments-reported' AND data->>'code' = $1 ORDER BY id`,
    [codeOf(2)],
  );
  expect(events).toHaveLength(2);
  return { dossierId, events };
}

describe('money that one-stop systems collected', () => {
  it('is posted once by its reference, and whoever keeps the books sees that another dossier names it too', async () => {
    const [first, second] = [await report(1, [{}]), await report(2, [{}])];
    expect([await paidFor(first), await paidFor(second)]).toEqual([55_000, 0]);
    expect(await repeats()).toEqual([
      {
        ...{
          dossier: { id: second },
          unit: { code: '32248' },
          provider: 'VNPAY',
          reference: `ONESTOP-${serial}`,
          providerTransactionId: null,
        },
        ...{ amount: 55_000, postedFor: codeOf(1), advice: expect.stringContaining(codeOf(2)) },
      },
    ]);
    expect(await repeats({ role: 'ACCOUNTANT', unit: '31825' })).toEqual([]);
    expect(await repeats({ role: 'ACCOUNTANT', unit: '32248' })).toHaveLength(1);
  });

  it('is posted once by the provider’s own number, whichever merchant is named, and under two references of one dossier', async () => {
    const number = { providerTransactionId: `OS${serial}` };
    const first = await report(1, [
      { ...number, merchant: 'OSVNP001' },
      { ...number, reference: `ONESTOP-${serial}-B` },
    ]);
    const second = await report(2, [number]);
    expect([await paidFor(first), await paidFor(second)]).toEqual([55_000, 0]);
    expect((await repeats()).map(({ dossier, postedFor }) => [dossier.id, postedFor])).toEqual([
      [first, codeOf(1)],
      [second, codeOf(1)],
    ]);
  });

  it('goes to the dossier to which it belongs once its source says so, and is told of no more', async () => {
    const number = { providerTransactionId: `OS${serial}` };
    const [first, second] = [await report(1, [number]), await report(2, [{ ...number, reference: `ONESTOP-${serial}-B` }])];
    expect(await repeats()).toHaveLength(1);
    await report(1, [{ ...number, status: 'FAILED' }], 2);
    await report(2, [{ ...number, reference: `ONESTOP-${serial}-B` }], 2);
    expect([await paidFor(first), await paidFor(second)]).toEqual([0, 55_000]);
    expect(await repeats()).toEqual([]);
  });

  it('is told of no more once the other dossier says that it brought nothing', async () => {
    await report(1, [{}]);
    await report(2, [{}]);
    expect(await repeats()).toHaveLength(1);
    await report(2, [{ status: 'FAILED' }], 2);
    expect(await repeats()).toEqual([]);
  });

  it('is told of once where several reports of its dossier are read together', async () => {
    await report(1, [{}]);
    const { dossierId, events } = await reportedTwice();
    await hub.platform.db.transaction((sql) => absorb(hub.platform, sql, events));
    expect((await repeats()).map(({ dossier, amount }) => [dossier.id, amount])).toEqual([[dossierId, 54_000]]);
  });

  it('of banks and of drawers is told apart by each one’s own reference alone', async () => {
    const cash = { provider: 'CASH', providerTransactionId: '17' } as const;
    const [first, second] = [await report(1, [{ ...cash }]), await report(2, [{ ...cash, reference: `ONESTOP-${serial}-B` }])];
    expect([await paidFor(first), await paidFor(second)]).toEqual([55_000, 55_000]);
    expect(await repeats()).toEqual([]);
  });
});
