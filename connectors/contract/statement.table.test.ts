import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StatementError } from './statement.error.ts';
import { statementProfile } from './statement.profile.ts';
import type { StatementRow } from './statement.rows.ts';
import { readTable } from './statement.table.ts';
import { readStatement } from './statement.ts';
import { writeStatement } from './statement.writer.ts';

const DAY = '2025-09-30';
const EXPECTED = { provider: 'vnpay', businessDate: DAY };
const PROFILE = statementProfile.parse({
  columns: {
    ...{ merchantCode: ['Mã website'], merchantRef: ['Mã đơn hàng'], providerTransactionId: ['Mã giao dịch'], type: ['Loại'] },
    ...{ time: ['Thời gian'], gross: ['Số tiền'], fee: ['Phí'], feeVat: ['Thuế'], status: ['Trạng thái'], orderInfo: ['Nội dung'] },
  },
  types: { 'Thanh toán': 'PAY', 'Hoàn tiền': 'REFUND' },
  statuses: { 'Thành công': 'SUCCESS', 'Thất bại': 'FAILED' },
  total: { label: 'Tổng cộng', required: true },
});
const HEADINGS = ['Mã website', 'Mã đơn hàng', 'Mã giao dịch', 'Loại', 'Thời gian', 'Số tiền', 'Phí', 'Thuế', 'Trạng thái', 'Nội dung'];
const PAID = ['SIMVNP01', 'REF1', '14001', 'Thanh toán', '30/09/2025 10:00:00', '1.250.000', '13.750', '1.375', 'Thành công', 'Lệ phí'];
const BACK = ['SIMVNP01', 'REF2', '14002', 'Hoàn tiền', '30/09/2025 11:30', '50.000', '', '', 'Thành công', ''];
const TOTAL = ['Tổng cộng', '', '', '', '', '1.200.000', '', '', '', ''];

function changed(row: string[], at: number, value: string): string[] {
  return row.with(at, value);
}

function table(rows: string[][], { delimiter = ';', newline = '\n' } = {}): string {
  const quoted = (cell: string) => (/["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((cells) => cells.map(quoted).join(delimiter) + newline).join('');
}

async function* pieces(file: string | Buffer, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(file as string);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(
  file: string | Buffer,
  profile = PROFILE,
): Promise<{ rows: StatementRow[]; count: number; sumNet: number; sha256: string }> {
  const reading = await readTable(pieces(file), EXPECTED, profile);
  const rows: StatementRow[] = [];
  for await (const batch of reading.batches) rows.push(...batch);
  return { rows, ...reading.summary() };
}

/** What the file is refused with. */
async function refusal(file: string | Buffer): Promise<{ line: number; field: string; en: string }> {
  const error = await read(file).catch((caught: unknown) => caught);
  if (!(error instanceof StatementError)) throw new Error('the file was not refused as damaged', { cause: error });
  return { line: error.line, field: error.field, en: error.reason.en };
}

const WHOLE = [HEADINGS, PAID, BACK, TOTAL];

describe('readTable', () => {
  it("reads a provider's own columns as canonical rows", async () => {
    const { rows, count, sumNet } = await read(table(WHOLE));
    expect({ count, sumNet }).toEqual({ count: 2, sumNet: 1_250_000 - 13_750 - 1_375 - 50_000 });
    expect(rows[0]).toMatchObject({
      ...{ rowNo: 1, businessDate: DAY, type: 'PAY', merchantRef: 'REF1', providerTransactionId: '14001', gross: 1_250_000, fee: 13_750 },
      ...{ feeVat: 1_375, net: 1_234_875, netAgrees: true, status: 'SUCCESS', time: `${DAY}T10:00:00+07:00`, orderInfo: 'Lệ phí' },
    });
    expect(rows[1]).toMatchObject({ type: 'REFUND', gross: 50_000, fee: 0, net: -50_000, time: `${DAY}T11:30:00+07:00` });
  });

  it('reads the same from any separator, line end and encoding', async () => {
    const { rows } = await read(table(WHOLE));
    for (const delimiter of [',', ';', '\t', '|']) {
      for (const newline of ['\n', '\r\n']) expect((await read(table(WHOLE, { delimiter, newline }))).rows).toEqual(rows);
    }
    const text = table(WHOLE);
    expect((await read(`\ufeff${text}`)).rows).toEqual(rows);
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect((await read(little)).rows).toEqual(rows);
    expect((await read(Buffer.from(little).swap16())).rows).toEqual(rows);
  });

  it('passes over titles above the headings, blank lines and columns that it does not know', async () => {
    const wider = WHOLE.map((cells, at) => ['', ...cells, at === 0 ? 'Ghi chú' : '']);
    const { rows } = await read(table([['BẢNG KÊ GIAO DỊCH'], ['Ngày 30/09/2025'], [], ...wider.toSpliced(2, 0, ['', '', ''])]));
    expect(rows.map(({ merchantRef }) => merchantRef)).toEqual(['REF1', 'REF2']);
  });

  it('takes a file in the canonical form as it is', async () => {
    const header = {
      provider: 'VNPAY',
      merchantCode: 'SIMVNP01',
      businessDate: DAY,
      generatedAt: '2025-10-01T01:00:00+07:00',
      sequence: 2,
    };
    const { rows } = await read(table(WHOLE));
    const parts: Uint8Array[] = [];
    for await (const part of writeStatement(header, rows)) parts.push(part);
    const file = Buffer.concat(parts);
    const [direct, through] = [await readStatement(pieces(file)), await readTable(pieces(file), EXPECTED, PROFILE)];
    for await (const batch of direct.batches) for await (const same of through.batches) expect(same).toEqual(batch);
    expect(through.summary()).toEqual(direct.summary());
  });

  it('tells the same bytes from others', async () => {
    const [first, again, other] = [await read(table(WHOLE)), await read(table(WHOLE)), await read(table(WHOLE, { newline: '\r\n' }))];
    expect(again.sha256).toBe(first.sha256);
    expect(other.sha256).not.toBe(first.sha256);
  });

  it('reads back any payments that are written in any of the forms', async () => {
    const rows = fc.array(
      fc.record({
        ref: fc.stringMatching(/^[A-Za-z0-9]{1,20}$/),
        id: fc.stringMatching(/^[1-9]\d{0,18}$/),
        gross: fc.nat(2_000_000_000),
        info: fc.stringMatching(/^[a-zđế ,;|"\t]{0,20}$/),
      }),
      { minLength: 1, maxLength: 8 },
    );
    const form = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n'),
      thousands: fc.constantFrom('', '.', ','),
    });
    await fc.assert(
      fc.asyncProperty(rows, form, async (wanted, { thousands, ...layout }) => {
        const grouped = (amount: number) => String(amount).replace(/\B(?=(\d{3})+$)/g, thousands);
        const sum = wanted.reduce((all, { gross }) => all + gross, 0);
        const body = wanted.map(({ ref, id, gross, info }) => [
          'SIMVNP01',
          ref,
          id,
          'Thanh toán',
          '30/09/2025 10:00:00',
          grouped(gross),
          '0',
          '',
          'Thành công',
          info,
        ]);
        const { rows: got } = await read(table([HEADINGS, ...body, changed(TOTAL, 5, grouped(sum))], layout));
        expect(
          got.map(({ merchantRef, providerTransactionId, gross, orderInfo }) => ({
            ref: merchantRef,
            id: providerTransactionId,
            gross,
            info: orderInfo,
          })),
        ).toEqual(wanted.map((row) => ({ ...row, info: row.info.trim() })));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a damaged table', () => {
  const one = (at: number, value: string) => table([HEADINGS, changed(PAID, at, value), BACK, TOTAL]);

  it('restores an id that Excel wrote with an exponent, and refuses one that lost digits', async () => {
    expect((await read(one(2, '1,40012345678E+11'))).rows[0]?.providerTransactionId).toBe('140012345678');
    expect((await read(one(2, '1E5'))).rows[0]?.providerTransactionId).toBe('1E5');
    const lost = { line: 2, field: 'providerTransactionId', en: expect.stringContaining('lost digits') };
    expect(await refusal(one(2, '1.23457E+15'))).toEqual(lost);
    expect(await refusal(one(2, '1.4E+11'))).toEqual(lost);
  });

  it('is refused with the line and the field', async () => {
    expect(await refusal(one(5, '1.25.000'))).toMatchObject({ line: 2, field: 'gross' });
    expect(await refusal(one(5, '1.250,5'))).toMatchObject({ line: 2, field: 'gross' });
    expect(await refusal(one(4, '31/09/2025 10:00:00'))).toMatchObject({ line: 2, field: 'time' });
    expect(await refusal(one(4, '09/28/2025'))).toMatchObject({ line: 2, field: 'time' });
    expect(await refusal(one(8, 'Chờ xử lý'))).toMatchObject({ line: 2, field: 'status' });
    expect(await refusal(table([HEADINGS, PAID, changed(BACK, 0, 'OTHER001'), TOTAL]))).toMatchObject({ line: 3, field: 'merchantCode' });
    expect(await refusal(table([HEADINGS, PAID, changed(BACK, 4, '28/09/2025 10:00:00'), TOTAL]))).toMatchObject({
      line: 3,
      field: 'time',
    });
  });

  it('is refused as a whole where it is cut short, goes on after its total or does not come to it', async () => {
    expect(await refusal(table([HEADINGS, PAID, BACK]))).toMatchObject({ field: 'trailer' });
    expect(await refusal(table([...WHOLE, PAID]))).toMatchObject({ line: 5, field: 'trailer' });
    expect(await refusal(table([HEADINGS, PAID, BACK, changed(TOTAL, 5, '1.200.001')]))).toMatchObject({ line: 4, field: 'sumGross' });
  });

  it('is refused without its headings, naming what is missing', async () => {
    expect(await refusal(table(WHOLE.map((cells) => cells.toSpliced(5, 1))))).toMatchObject({
      field: 'record',
      en: expect.stringContaining('Số tiền'),
    });
    expect(await refusal(table([HEADINGS]))).toMatchObject({ en: 'the file has no transaction' });
    expect(await refusal(Buffer.from([...Buffer.from(table(WHOLE)), 0xff, 0xfe, 0x0a]))).toMatchObject({ field: 'record' });
    expect(await refusal(`${table([HEADINGS, PAID])}"`)).toMatchObject({ field: 'record' });
  });
});
