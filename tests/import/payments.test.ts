import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImportHub, exportRow, HEADING, type ImportHub, PAYMENT_HEADING } from '../support/imports.ts';

let hub: ImportHub;
const CODES = [1, 2, 3].map((number) => exportRow(number)[0] ?? '');

beforeAll(async () => {
  hub = await createImportHub();
  const rows = CODES.map((_, at) => exportRow(at + 1).join(','));
  await hub.take(hub.file('dossiers.csv', [HEADING, ...rows].join('\n')));
});
afterAll(() => hub?.stop());

const payments = () =>
  hub.rows('SELECT dossier_code, provider, reference, amount, status, receipt_number FROM payments.payment ORDER BY reference');
const ledger = () => hub.rows('SELECT sum(debit)::bigint AS sum, count(*) AS n FROM payments.ledger_entry WHERE debit > 0');

const [FIRST = '', SECOND = '', THIRD = ''] = CODES;
const CONTENT = [
  PAYMENT_HEADING,
  `${FIRST},Tiền mặt,BL-0001,50.000 đ,Thành công,30/09/2025 09:00,0000123`,
  `${FIRST},Cổng VNPAY,VN-0002,1.5E+05,Thành công,30/09/2025 09:30,`,
  `${SECOND},Tiền mặt,BL-0003,"20,000",Thành công,30/09/2025 10:00,0000124`,
  `H12.64-250930-09999,Tiền mặt,BL-0004,10000,Thành công,30/09/2025 10:00,`,
  `${THIRD},Ví lạ,BL-0005,12.345.678,Thành công,30/09/2025 10:00,`,
  `${THIRD},Tiền mặt,BL-0006,một trăm,Thành công,30/09/2025 10:00,`,
].join('\r\n');

describe('an export of payments', () => {
  it('is tried without a trace', async () => {
    const before = await hub.tableCounts();
    const done = await hub.take(hub.file('payments.csv', CONTENT), { kind: 'payments', dryRun: true });
    expect(done.counts).toEqual({ TAKEN: 3, REJECTED: 3 });
    expect(await hub.tableCounts()).toEqual(before);
  });

  it('is posted, each payment once however often it is taken over, and tells which rows have no dossier', async () => {
    const path = hub.file('payments.csv', CONTENT);
    const done = await hub.take(path, { kind: 'payments' });
    expect(done.counts).toEqual({ TAKEN: 3, REJECTED: 3 });
    expect(done.causes.map(({ field }) => field).sort()).toEqual(['amount', 'dossier', 'provider']);
    const expected = [
      { dossier_code: FIRST, provider: 'CASH', reference: 'BL-0001', amount: 50_000, status: 'SUCCEEDED', receipt_number: '0000123' },
      { dossier_code: SECOND, provider: 'CASH', reference: 'BL-0003', amount: 20_000, status: 'SUCCEEDED', receipt_number: '0000124' },
      { dossier_code: FIRST, provider: 'VNPAY', reference: 'VN-0002', amount: 150_000, status: 'SUCCEEDED', receipt_number: null },
    ];
    expect(await payments()).toEqual(expected);
    const posted = await ledger();
    expect(posted).toEqual([{ sum: 220_000, n: 3 }]);
    await hub.take(path, { kind: 'payments' });
    await hub.take(hub.file('again.csv', `${CONTENT}\r\n`), { kind: 'payments' });
    expect(await payments()).toEqual(expected);
    expect(await ledger()).toEqual(posted);
  });

  it('makes a dossier paid online where the money came that way, cash never, and tells the portal nothing', async () => {
    expect(await hub.rows('SELECT paid_online_by_source AS online, version FROM dossiers.dossier ORDER BY code')).toEqual([
      { online: true, version: 2 },
      { online: false, version: 1 },
      { online: false, version: 1 },
    ]);
    expect(await hub.rows(`SELECT DISTINCT kind FROM outbox.event WHERE connector IS NOT NULL`)).toEqual([{ kind: 'portal.compare' }]);
  });

  it("reaches no other source's dossiers", async () => {
    await hub.feedAs(
      { roles: ['SYSTEM'], source: 'another', unit: '96' },
      hub.dossier({ code: 'H12.64-250930-08000', sourceSystem: 'another' }),
    );
    const path = hub.file('foreign.csv', `${PAYMENT_HEADING}\nH12.64-250930-08000,Tiền mặt,X-1,1000,Thành công,30/09/2025 10:00,`);
    expect((await hub.take(path, { kind: 'payments' })).counts).toEqual({ REJECTED: 1 });
  });
});
