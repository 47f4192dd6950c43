import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { paymentRoutes, reconcile, routeMatches } from '../../src/subgraphs/payments/index.ts';
import { COMMUNE, createPaymentsHub, load, loaded, type PaymentsHub, row, statement } from '../support/payments.ts';

const REPORT = graphql(`
  query ReportOfDays($from: LocalDate!, $to: LocalDate!, $format: ReportFormat!, $unit: ID) {
    reconciliationReport(from: $from, to: $to, format: $format, unit: $unit)
  }
`);
const MISSING = graphql(`
  query StatementsMissing($from: LocalDate!, $to: LocalDate!) { missingStatements(from: $from, to: $to) { provider merchantCode businessDate unit { code } } }
`);
const DAY = '2026-02-02';

let hub: PaymentsHub;
let accountant: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  const at = Date.parse(`${DAY}T10:00:00+07:00`);
  const next = Date.parse('2026-02-03T10:00:00+07:00');
  await load(hub, [
    loaded([{ reference: 'P1', amount: 10_000, createdAt: at, paidAt: at }]),
    loaded([{ reference: 'P2', amount: 7_000, createdAt: at, paidAt: at }]),
    loaded([{ reference: 'P3', createdAt: next, paidAt: next }]),
    loaded([{ reference: 'E1', provider: 'VIETQR', external: true, createdAt: next, paidAt: next }]),
  ]);
  const file = statement([row({ merchantRef: 'P1' }), row({ merchantRef: 'X9', gross: 3_000 })], { day: DAY });
  await reconcile(hub.platform, { provider: 'VNPAY', businessDate: DAY, file, startedBy: 'test' });
});
afterAll(() => hub.stop());

const addressOf = async (
  format: 'XLSX' | 'CSV',
  { token = accountant, unit, from = DAY, to = DAY }: { token?: string; unit?: string; from?: string; to?: string } = {},
) => hub.execute('payments', REPORT, { from, to, format, unit: unit ?? null }, token);
async function open(url: string): Promise<{ status: number; contentType: string; body: Buffer }> {
  const asked = { method: 'GET', url: new URL(url).pathname };
  const route = paymentRoutes(hub.platform).find((each) => routeMatches(each, asked));
  if (route?.kind !== 'buffered') throw new Error('no route');
  const nobody = await hub.platform.authenticator.viewer(undefined);
  const reply = await route.handle({ ...asked, headers: {}, body: Buffer.alloc(0) }, nobody);
  return { ...reply, body: Buffer.from(reply.body) };
}

describe('a report', () => {
  it('has the days with sums by unit and of all, to the đồng', async () => {
    const { data } = await addressOf('CSV');
    const { status, contentType, body } = await open(data?.reconciliationReport ?? '');
    expect([status, contentType]).toEqual([200, 'text/csv; charset=utf-8']);
    const lines = body.toString('utf8').replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).toContain('Sao kê − trung tâm');
    expect(lines.slice(1)).toEqual([
      `${DAY},96,VNPAY,TESTTMN1,DISCREPANT,1,2,1,2,2,17000,13000,-4000,`,
      'Cộng 96,96,,,,,2,1,2,2,17000,13000,-4000,',
      'Tổng cộng,,,,,,2,1,2,2,17000,13000,-4000,',
    ]);
  });

  it('is a workbook too, with the differences', async () => {
    const { data } = await addressOf('XLSX');
    const { contentType, body } = await open(data?.reconciliationReport ?? '');
    expect([contentType, body.subarray(0, 2).toString()]).toEqual([
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'PK',
    ]);
  });

  it('holds no more than whoever asked for it may read, and its address can not be made up', async () => {
    const { data } = await addressOf('CSV', { token: await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE }) });
    const url = data?.reconciliationReport ?? '';
    expect((await open(url)).body.toString()).not.toContain('TESTTMN1');
    expect((await open(`${url.slice(0, -8)}AAAA.csv`)).status).toBe(404);
    const officer = await addressOf('CSV', { token: await hub.token({ role: 'OFFICER', unit: COMMUNE }) });
    expect(officer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it.each([
    ['2026-02-03', '2026-02-02'],
    ['2026-01-01', '2026-06-01'],
  ])('from %s to %s is refused', async (from, to) => {
    const { errors } = await addressOf('CSV', { from, to });
    expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describe('statements that are missing', () => {
  it('are those of days on which money moved, for who keeps the books', async () => {
    const ask = async (token: string) =>
      (await hub.execute('payments', MISSING, { from: '2026-02-01', to: '2026-02-28' }, token)).data?.missingStatements;
    expect(await ask(accountant)).toEqual([
      { provider: 'VIETQR', merchantCode: COMMUNE, businessDate: '2026-02-03', unit: { code: COMMUNE } },
      { provider: 'VNPAY', merchantCode: 'TESTTMN1', businessDate: '2026-02-03', unit: { code: '96' } },
    ]);
    expect(await ask(await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE }))).toMatchObject([{ merchantCode: COMMUNE }]);
  });
});
