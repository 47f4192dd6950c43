import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { newUuid } from '../../src/platform/ids.ts';
import { paymentRoutes, routeMatches } from '../../src/subgraphs/payments/index.ts';
import { COMMUNE, createPaymentsHub, load, loaded, type PaymentsHub } from '../support/payments.ts';

const REPORT = graphql(`
  query ReportOfReceipts($from: LocalDate!, $to: LocalDate!, $format: ReportFormat!, $unit: ID) {
    receiptReport(from: $from, to: $to, format: $format, unit: $unit)
  }
`);
const OTHER = '31825';
let hub: PaymentsHub;
let accountant: string;

/** A receipt that was issued at that time. */
async function receipt(
  number: string,
  parts: { unit?: string; status?: string; amount?: number; at?: string; symbol?: string | null } = {},
) {
  const { unit = COMMUNE, status = 'ISSUED', amount = 10_000, at = '2026-02-10T09:00:00+07:00', symbol = 'BI-26T' } = parts;
  const payment = newUuid();
  await load(hub, [loaded([{ id: payment }])]);
  const template = symbol === null ? null : '01BLP0-001';
  await hub.platform.db.query(
    `INSERT INTO payments.receipt (id, payment_id, number_text, template, symbol, amount, status, issued_at, unit, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $7 = 'CANCELLED' THEN $8::timestamptz END)`,
    [newUuid(), payment, number, template, symbol, amount, status, at, unit],
  );
}

beforeAll(async () => {
  hub = await createPaymentsHub();
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  await receipt('0000009');
  await receipt('0000010', { status: 'CANCELLED' });
  await receipt('0000011', { amount: 25_000 });
  await receipt('0000013');
  await receipt('9999999', { symbol: 'BI-27T' });
  await receipt('10000000', { symbol: 'BI-27T' });
  await receipt('0000012', { unit: OTHER, amount: 7_000 });
  await receipt('0000001', { symbol: 'BI-25T', at: '2026-03-31T23:59:59+07:00' });
  await receipt('0000014', { at: '2026-04-01T00:00:00+07:00' });
  await receipt('NP-1', { symbol: null });
  // A unit's own series may bear the same symbol; its numbers are others.
  await receipt('0000010', { unit: OTHER, amount: 3_000 });
  const series = newUuid();
  await hub.platform.db.query(
    `INSERT INTO payments.receipt_series (id, unit, scope, template, symbol, next_number, last_number, valid_from, proposed_by, proposed_at)
     VALUES ($1, $2, ARRAY[$2, '96'], '01BLP0-001', 'BI-26T', 11, 99, '2026-01-01', 'a', now())`,
    [series, OTHER],
  );
  await hub.platform.db.query('UPDATE payments.receipt SET series_id = $1, number = 10 WHERE amount = 3000', [series]);
});
afterAll(() => hub.stop());

const addressOf = (format: 'XLSX' | 'CSV', { token = accountant, unit = null as string | null, to = '2026-03-31' } = {}) =>
  hub.execute('payments', REPORT, { from: '2026-01-01', to, format, unit }, token);

async function open(url: string): Promise<{ status: number; contentType: string; body: Buffer; headers?: Record<string, string> }> {
  const asked = { method: 'GET', url: new URL(url).pathname };
  const route = paymentRoutes(hub.platform).find((each) => routeMatches(each, asked));
  if (route?.kind !== 'buffered') throw new Error('no route');
  const reply = await route.handle({ ...asked, headers: {}, body: Buffer.alloc(0) }, await hub.platform.authenticator.viewer(undefined));
  return { ...reply, body: Buffer.from(reply.body) };
}
async function linesOf(asked: ReturnType<typeof addressOf>): Promise<string[]> {
  const { body } = await open((await asked).data?.receiptReport ?? '');
  return body.toString('utf8').replace('\ufeff', '').trim().split('\r\n').slice(1);
}

const KIND = '"Biên lai thu phí, lệ phí không in sẵn mệnh giá",01BLP0-001';

describe('the report of receipts', () => {
  it('has each run of numbers of a numbering, what was ended, and the money in force', async () => {
    expect(await linesOf(addressOf('CSV'))).toEqual([
      `${COMMUNE},${KIND},BI-25T,0000001,0000001,1,0,0,10000`,
      `${OTHER},${KIND},BI-26T,0000010,0000010,1,0,0,3000`,
      // Two units have their numbers from one provider.
      `96,${KIND},BI-26T,0000009,0000013,5,1,0,52000`,
      `${COMMUNE},${KIND},BI-27T,9999999,10000000,2,0,0,20000`,
      'Tổng cộng,,,,,,9,1,0,85000',
    ]);
  });

  it('is a workbook too, with what is not in force any more', async () => {
    const { status, contentType, body, headers } = await open((await addressOf('XLSX')).data?.receiptReport ?? '');
    expect([status, contentType, body.subarray(0, 2).toString()]).toEqual([
      ...[200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ]);
    expect(headers?.['content-disposition']).toContain('receipts-2026-01-01-2026-03-31.xlsx');
  });

  it('is of one unit where one is asked for, and of no other than the reader’s own', async () => {
    expect((await linesOf(addressOf('CSV', { unit: OTHER }))).at(-1)).toBe('Tổng cộng,,,,,,2,0,0,10000');
    const own = await hub.token({ role: 'ACCOUNTANT', unit: OTHER });
    expect((await linesOf(addressOf('CSV', { token: own }))).at(-1)).toBe('Tổng cộng,,,,,,2,0,0,10000');
    expect(await linesOf(addressOf('CSV', { token: own, unit: COMMUNE }))).toEqual(['Tổng cộng,,,,,,0,0,0,0']);
  });

  it('is for who keeps or audits the books, and of a quarter at most', async () => {
    const officer = await addressOf('CSV', { token: await hub.token({ role: 'OFFICER', unit: COMMUNE }) });
    expect(officer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const long = await addressOf('CSV', { to: '2026-12-31' });
    expect(long.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
  });
});
