import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../../src/platform/database/migrate.ts';
import { newUuid } from '../../src/platform/ids.ts';
import { payments } from '../../src/subgraphs/payments/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let client: pg.Client;
const until = (name: string) => {
  const { migrations } = payments.storage;
  return {
    ...payments.storage,
    migrations: migrations.slice(
      0,
      migrations.findIndex((each) => each.name === name),
    ),
  };
};
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, [until('payments-060-bank-accounts')]);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const rows = async (sql: string) => (await client.query(sql)).rows as Record<string, unknown>[];
async function merchant(code: string, unit: string, more: { provider?: string; settlement?: string } = {}): Promise<string> {
  const id = newUuid();
  await client.query(
    `INSERT INTO payments.merchant (id, provider, code, name, unit, scope, external, is_default, settlement_account) VALUES ($1, $2, $3, $3, $4, ARRAY[$4], false, false, $5)`,
    [id, more.provider ?? 'VIETQR', code, unit, more.settlement ?? null],
  );
  return id;
}

it('takes over the accounts, credits and statements that a province has', async () => {
  const own = await merchant('970405-8888000000001', '96');
  // The same number at another bank: both are kept apart no longer, and nothing is lost.
  const other = await merchant('970436-8888000000001', '32248');
  await merchant('970436-0011001234567', '32248');
  await merchant('TMN1', '96', { provider: 'VNPAY', settlement: '1900000000001' });
  await merchant('TMN2', '32248', { provider: 'VNPAY', settlement: '0011001234567' });
  for (const [at, id] of [own, other].entries()) {
    await client.query(
      `INSERT INTO payments.account_credit (id, merchant_id, account, bank_reference, amount, booked_at, booked_on, content_sealed, state, taken_at, on_statement)
       VALUES ($1, $2, '8888000000001', $3, 1000, '2025-11-26T02:00:00Z', '2025-11-26', '', 'UNIDENTIFIED', now(), true)`,
      [newUuid(), id, `FT${at}`],
    );
    for (const version of [1, 2]) {
      await client.query(
        `INSERT INTO payments.account_statement (id, merchant_id, business_date, version, sha256, rows, uploaded_by, taken_at)
         VALUES ($1, $2, '2025-11-26', $3, $4, 1, 'ke-toan-01', now() + $5 * interval '1 minute')`,
        [newUuid(), id, version, Buffer.from([at, version]), at * 10 + version],
      );
    }
  }
  await client.query(
    `INSERT INTO payments.statement_file (path, provider, size, modified_ms, state, seen_at) VALUES ('vnpay/2025-11-26.csv', 'VNPAY', 1, 1, 'ARRIVING', now())`,
  );
  await migrate(database.url, [payments.storage]);
  expect(
    await rows('SELECT number, bank_bin, kind, unit, merchant_id IS NOT NULL AS collects FROM payments.bank_account ORDER BY number'),
  ).toEqual([
    { number: '0011001234567', bank_bin: '970436', kind: 'BANK', unit: '32248', collects: true },
    { number: '1900000000001', bank_bin: null, kind: 'BANK', unit: '96', collects: false },
    { number: '8888000000001', bank_bin: '970405', kind: 'BANK', unit: '96', collects: true },
  ]);
  expect(await rows('SELECT version, account, form, opening FROM payments.account_statement ORDER BY version')).toEqual(
    [1, 2, 3, 4].map((version) => ({ version, account: '8888000000001', form: 'CANONICAL', opening: null })),
  );
  expect(
    await rows('SELECT bank_reference, noticed_at = taken_at AS noticed, reversed_on FROM payments.account_credit ORDER BY 1'),
  ).toEqual([
    { bank_reference: 'FT0', noticed: true, reversed_on: null },
    { bank_reference: 'FT1', noticed: true, reversed_on: null },
  ]);
  await expect(client.query(`UPDATE payments.account_credit SET account = 'unknown'`)).rejects.toThrow(/account_credit_account/);
});
