import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrm } from '../../src/platform/database/orm.ts';
import { payments } from '../../src/subgraphs/payments/index.ts';
import { createPaymentsHub, load, loaded, type PaymentsHub } from '../support/payments.ts';

let hub: PaymentsHub;
beforeAll(async () => {
  hub = await createPaymentsHub();
});
afterAll(() => hub.stop());

const rows = <T>(sql: string, values: unknown[] = []) => hub.platform.db.query<T>(sql, values);

describe('the storage', () => {
  it('has the columns that the entities describe', async () => {
    const orm = openOrm(hub.databaseUrl, payments.storage);
    const difference = await orm.schema.getUpdateSchemaSQL({ safe: true });
    await orm.close(true);
    expect(difference.split('\n').filter((line) => /column|create table/.test(line))).toEqual([]);
  });
});

describe('the bulk load', () => {
  it('brings payments, refunds and a balanced ledger', async () => {
    const half = {
      amount: 20_000,
      refundedAmount: 5_000,
      status: 'PARTIALLY_REFUNDED' as const,
      refundedAt: Date.parse('2026-03-11T09:00:00+07:00'),
    };
    const row = loaded([{ amount: 10_000 }, half, { status: 'FAILED', paidAt: null }, { provider: 'CASH', external: true, amount: 7_000 }]);
    await load(hub, [row]);
    const [sums] = await rows(
      `SELECT sum(debit)::bigint AS debit, sum(credit)::bigint AS credit, count(*) FROM payments.ledger_entry e JOIN payments.payment p ON p.id = e.payment_id WHERE p.dossier_id = $1`,
      [row.dossier.id],
    );
    expect(sums).toEqual({ debit: 42_000, credit: 42_000, count: 8 });
    const found = await rows<{ code: string }>(
      'SELECT m.code FROM payments.payment p JOIN payments.merchant m ON m.id = p.merchant_id WHERE dossier_id = $1 ORDER BY m.code',
      [row.dossier.id],
    );
    expect(found.map(({ code }) => code)).toEqual(['32248', 'TESTTMN1', 'TESTTMN1', 'TESTTMN1']);
  });
});
