import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { statementProfile } from '../../../../connectors/contract/statement.profile.ts';
import type { StatementRow } from '../../../../connectors/contract/statement.rows.ts';
import { readTable } from '../../../../connectors/contract/statement.table.ts';
import { textOf } from './statement.workbook.ts';

const DAY = '2026-03-14';
const PROFILE = statementProfile.parse({
  columns: {
    ...{ merchantRef: ['Mã đơn hàng'], providerTransactionId: ['Mã giao dịch'], time: ['Thời gian'], gross: ['Số tiền'], fee: ['Phí'] },
    ...{ status: ['Trạng thái'], orderInfo: ['Nội dung'] },
  },
  statuses: { 'Thành công': 'SUCCESS' },
  total: { label: 'Tổng cộng', required: true },
});
const HEADINGS = ['Mã đơn hàng', 'Mã giao dịch', 'Thời gian', 'Số tiền', 'Phí', 'Trạng thái', 'Nội dung'];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Cell = string | number | Date | null;

/** A workbook as a spreadsheet keeps it: dates as serial numbers, amounts as numbers. */
async function workbook(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const cellOf = (value: Cell) => {
    if (value === null || value === '') return null;
    if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy hh:mm:ss' };
    return { value, type: typeof value === 'number' ? Number : String };
  };
  return writeXlsxFile(rows.map((row) => row.map(cellOf)) as never, { sheet: 'Bảng kê' }).toBuffer();
}

async function* pieces(bytes: Buffer, size = 700): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer) {
  const text = textOf(pieces(bytes), folder);
  const reading = await readTable(text, { provider: 'momo', businessDate: DAY, merchantCode: 'MERCHANT1' }, PROFILE);
  const rows: StatementRow[] = [];
  for await (const batch of reading.batches) rows.push(...batch);
  return { rows, summary: reading.summary() };
}

const at = (time: string) => new Date(`${DAY}T${time}Z`);
const PAID: Cell[] = ['REF1', '14000123456789012', at('08:15:07'), 1_250_000, 13_750, 'Thành công', 'Lệ phí "một"\nhồ sơ'];
const sheet = (...rows: Cell[][]) => workbook([['BẢNG KÊ GIAO DỊCH'], [], HEADINGS, ...rows, ['Tổng cộng', null, null, 1_250_000]]);

describe('a statement in a workbook', () => {
  it('is read as a spreadsheet keeps it: titles, serial times, numbers, text with lines in it', async () => {
    const { rows, summary } = await read(await sheet(PAID));
    expect(rows).toMatchObject([
      {
        ...{ merchantRef: 'REF1', providerTransactionId: '14000123456789012', time: `${DAY}T08:15:07+07:00`, gross: 1_250_000 },
        ...{ fee: 13_750, net: 1_236_250, status: 'SUCCESS', orderInfo: 'Lệ phí "một" hồ sơ' },
      },
    ]);
    expect((await read(await sheet(PAID))).summary.sha256).toBe(summary.sha256);
  });

  it('is refused with the row that a person sees where a number has lost digits or is no amount', async () => {
    const refused = { name: 'StatementError', line: 4 };
    await expect(read(await sheet(PAID.with(1, 14_000_123_456_789_012)))).rejects.toMatchObject({
      ...refused,
      field: 'providerTransactionId',
    });
    await expect(read(await sheet(PAID.with(3, 1_250_000.5)))).rejects.toMatchObject({ ...refused, field: 'gross' });
    expect((await read(await sheet(PAID.with(1, 14_000_123_456_789)))).rows[0]?.providerTransactionId).toBe('14000123456789');
  });

  it('is refused where it is cut short or no workbook, and leaves no file behind', async () => {
    const bytes = await sheet(PAID);
    const refused = { name: 'StatementError', field: 'record' };
    await expect(read(bytes.subarray(0, bytes.length - 100))).rejects.toMatchObject(refused);
    await expect(read(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500, 7)]))).rejects.toMatchObject(refused);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is read back equal, whatever payments it has', async () => {
    const rows = fc.array(
      fc.record({
        // What writes the workbook here loses a text that is a name of every object; spreadsheets do not.
        ref: fc.stringMatching(/^[A-Za-z0-9]{1,20}$/).filter((text) => !(text in Object.prototype)),
        id: fc.stringMatching(/^[1-9]\d{0,18}$/),
        gross: fc.nat(2_000_000_000),
        second: fc.nat(86_399),
        info: fc
          .stringMatching(/^[a-zđế ,;|"\t]{0,20}$/)
          .map((text) => text.trim())
          .filter((text) => !(text in Object.prototype)),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (wanted) => {
        const body = wanted.map(({ ref, id, gross, second, info }) => [
          ...[ref, id, new Date(Date.parse(`${DAY}T00:00:00Z`) + second * 1_000), gross, 0, 'Thành công', info],
        ]);
        const sum = wanted.reduce((all, { gross }) => all + gross, 0);
        const { rows: got } = await read(await workbook([HEADINGS, ...body, ['Tổng cộng', null, null, sum]]));
        const seconds = (time: string) => (Date.parse(time) - Date.parse(`${DAY}T00:00:00+07:00`)) / 1_000;
        expect(
          got.map(({ merchantRef: ref, providerTransactionId: id, gross, time, orderInfo: info }) => {
            return { ref, id, gross, second: seconds(time), info };
          }),
        ).toEqual(wanted);
      }),
      { numRuns: 15 },
    );
  });
});

describe('any other file', () => {
  it.each(['', 'P', 'PK', 'H,VNPAY\n', 'x'.repeat(5_000)])('passes as it is: %j', async (text) => {
    const parts: Uint8Array[] = [];
    for await (const part of textOf(pieces(Buffer.from(text), 3), folder)) parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe(text);
  });

  it('lets its sender know where nobody reads on', async () => {
    let told = false;
    async function* endless() {
      try {
        while (true) yield Buffer.alloc(10, 32);
      } finally {
        told = true;
      }
    }
    for await (const part of textOf(endless(), folder)) if (part.length > 0) break;
    expect(told).toBe(true);
  });
});
