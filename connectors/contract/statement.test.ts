import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StatementError } from './statement.error.ts';
import type { StatementRow } from './statement.rows.ts';
import { type ExpectedStatement, readStatement, type StatementSummary } from './statement.ts';
import { type StatementRowInput, writeStatement } from './statement.writer.ts';

const DAY = '2025-09-30';
const HEADER = { provider: 'VNPAY', merchantCode: 'SIMVNP01', businessDate: DAY, generatedAt: '2025-10-01T01:00:00+07:00', sequence: 1 };

function row(at: number, overrides: Partial<StatementRowInput> = {}): StatementRowInput {
  return {
    type: 'PAY',
    merchantRef: `REF${at}`,
    providerTransactionId: `1400${at}`,
    originalProviderTransactionId: '',
    bankCode: 'NCB',
    bankTransactionId: `VNP1400${at}`,
    channel: 'ATM',
    time: `${DAY}T10:00:00+07:00`,
    gross: 50_000,
    fee: 550,
    feeVat: 55,
    status: 'SUCCESS',
    batchId: 'B1',
    orderInfo: `Le phi ho so ${at}`,
    ...overrides,
  };
}

async function written(rows: StatementRowInput[]): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of writeStatement(HEADER, rows)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** Cut into pieces of any size: a chunk's border may fall into a character or a quote. */
async function* pieces(file: string | Buffer, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(file as string);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(
  file: string | Buffer,
  options: ExpectedStatement & { size?: number } = {},
): Promise<{ rows: StatementRow[]; summary: StatementSummary }> {
  const { size, ...expected } = options;
  const reading = await readStatement(pieces(file, size), expected);
  const rows: StatementRow[] = [];
  for await (const batch of reading.batches) rows.push(...batch);
  return { rows, summary: reading.summary() };
}

/** The body with a T line that agrees with it, whatever it says. */
function sealed(body: string, totals = 'T,2,100000,1100,110,98790'): string {
  return `${body}${totals},${createHash('sha256').update(body).digest('hex')}\n`;
}

/** The first two rows' lines changed, and sealed again: damage that the checksum alone does not show. */
async function damaged(change: (lines: string[]) => string[], totals?: string): Promise<string> {
  const lines = (await written([row(1), row(2)])).split('\n').slice(0, 3);
  return sealed(`${change(lines).join('\n')}\n`, totals);
}

const inLine = (at: number, from: string | RegExp, to: string) => (lines: string[]) =>
  lines.map((line, index) => (index + 1 === at ? line.replace(from, to) : line));

describe('a whole statement', () => {
  it('is read with its totals, refunds negative and only what succeeded', async () => {
    const refund = row(2, { type: 'REFUND', gross: 20_000, fee: 0, feeVat: 0, originalProviderTransactionId: '14001' });
    const reversed = row(3, { status: 'REVERSED' });
    const adjusted = row(4, { type: 'ADJUST', gross: 0, fee: 0, feeVat: 0, net: -500 });
    const file = await written([row(1), refund, reversed, adjusted]);
    const { rows, summary } = await read(file, { provider: 'vnpay', businessDate: DAY, merchantCode: 'SIMVNP01' });
    expect(rows.map(({ rowNo, net }) => [rowNo, net])).toEqual([
      [1, 49_395],
      [2, -20_000],
      [3, 49_395],
      [4, -500],
    ]);
    expect(summary).toEqual({
      header: HEADER,
      count: 4,
      sumGross: 30_000,
      sumFee: 550,
      sumFeeVat: 55,
      sumNet: 28_895,
      sha256: createHash('sha256').update(file).digest('hex'),
      bytes: Buffer.byteLength(file),
    });
  });

  it('comes out the same for any cut of its bytes, with a BOM, CRLF, quotes, newlines and no newline at its end', async () => {
    const rows = [row(1, { orderInfo: 'Lệ phí, "bản sao"\ntrang 2' }), row(2)];
    const plain = await written(rows);
    const body = `\uFEFF${plain.split('T,')[0]?.replaceAll('\n', '\r\n')}`;
    const odd = sealed(body).trimEnd();
    for (const size of [1, 2, 3, 64, 4_096]) {
      expect((await read(plain, { size })).rows.map(({ orderInfo }) => orderInfo)).toEqual(rows.map(({ orderInfo }) => orderInfo));
      expect((await read(odd, { size })).summary).toMatchObject({ count: 2, sumNet: 98_790, bytes: Buffer.byteLength(odd) });
    }
  });

  it('may be empty of rows', async () => {
    expect((await read(await written([]))).summary).toMatchObject({ count: 0, sumGross: 0, sumNet: 0 });
  });

  it('keeps a row whose net does not follow from its amounts, marked: that is a finding and no damage', async () => {
    const { rows } = await read(await written([row(1, { net: 49_000 }), row(2)]));
    expect(rows.map(({ netAgrees }) => netAgrees)).toEqual([false, true]);
  });

  it('takes a refund’s fee subtracted or added in the sums', async () => {
    const refund = row(1, { type: 'REFUND', gross: 20_000, fee: 100, feeVat: 10 });
    const file = await written([refund]);
    const body = file.slice(0, file.indexOf('T,'));
    expect(file).toContain('T,1,-20000,-100,-10,-20110,');
    expect((await read(sealed(body, 'T,1,-20000,100,10,-20110'))).summary.count).toBe(1);
    await expect(read(sealed(body, 'T,1,-20000,100,-10,-20110'))).rejects.toMatchObject({ field: 'sumFee' });
  });

  it('is read in batches, of which no summary is known before the end', async () => {
    const reading = await readStatement(pieces(await written(Array.from({ length: 2_500 }, (_, at) => row(at))), 4_096));
    const sizes: number[] = [];
    for await (const batch of reading.batches) {
      sizes.push(batch.length);
      expect(() => reading.summary()).toThrow('not read to its end');
    }
    expect(sizes).toEqual([1_000, 1_000, 500]);
    expect(reading.summary().count).toBe(2_500);
  });
});

describe('a damaged statement is refused whole', () => {
  const refused = async (file: string | Buffer, line: number, field: string, expected: ExpectedStatement = {}) => {
    const error = await read(file, expected).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StatementError);
    expect(error).toMatchObject({ line, field });
    const { reason } = error as StatementError;
    expect([reason.vi, reason.en].every((text) => text.length > 3)).toBe(true);
    expect((error as StatementError).describe('vi')).toContain(`dòng ${line}, cột ${field}: ${reason.vi}`);
  };

  it.each<[string, number, string, (lines: string[]) => string[]]>([
    ['no H line', 1, 'record', (lines) => lines.slice(1)],
    ['an H line with a column too many', 1, 'record', inLine(1, /$/, ',x')],
    ['no provider', 1, 'provider', inLine(1, 'VNPAY', '')],
    ['no merchant', 1, 'merchantCode', inLine(1, 'SIMVNP01', '')],
    ['a day that does not exist', 1, 'businessDate', inLine(1, DAY, '2025-09-31')],
    ['a time of issue that is none', 1, 'generatedAt', inLine(1, '01:00:00', '25:00:00')],
    ['sequence 0', 1, 'sequence', inLine(1, /1$/, '0')],
    ['a row number out of sequence', 3, 'rowNo', inLine(3, 'D,2,', 'D,3,')],
    ['a row left out', 2, 'rowNo', (lines) => [lines[0] ?? '', lines[2] ?? '']],
    ['a row of another day', 3, 'businessDate', inLine(3, DAY, '2025-09-29')],
    ['an unknown type', 2, 'type', inLine(2, 'PAY', 'PAID')],
    ['an unknown status', 2, 'status', inLine(2, 'SUCCESS', 'OK')],
    ['no transaction', 2, 'providerTxnId', inLine(2, ',14001,', ',,')],
    ['a time that does not exist', 2, 'time', inLine(2, 'T10:00:00', 'T24:00:00')],
    ['a time of another zone', 2, 'time', inLine(2, '+07:00', '+08:00')],
    ['a fraction of a đồng', 2, 'gross', inLine(2, ',50000,', ',50000.5,')],
    ['Excel’s notation', 2, 'gross', inLine(2, ',50000,', ',5E+4,')],
    ['a separator of thousands', 2, 'record', inLine(2, ',50000,', ',50,000,')],
    ['a negative fee', 3, 'fee', inLine(3, ',550,', ',-550,')],
    ['a negative VAT', 3, 'feeVat', inLine(3, ',55,', ',-55,')],
    ['a net that is no number', 3, 'net', inLine(3, ',49395,', ',x,')],
    ['another currency', 2, 'currency', inLine(2, 'VND', 'USD')],
    ['semicolons', 2, 'record', inLine(2, /,/g, ';')],
    ['a column too few', 2, 'record', inLine(2, ',B1,', ',')],
    ['a quote in the middle', 2, 'record', inLine(2, 'Le phi', 'Le "phi"')],
    ['an empty line', 2, 'record', (lines) => [lines[0] ?? '', '', ...lines.slice(1)]],
  ])('%s', async (_, line, field, change) => {
    await refused(await damaged(change), line, field);
  });

  it.each([
    ['count', 'T,3,100000,1100,110,98790'],
    ['sumGross', 'T,2,100001,1100,110,98790'],
    ['sumFee', 'T,2,100000,1101,110,98790'],
    ['sumFeeVat', 'T,2,100000,1100,111,98790'],
    ['sumNet', 'T,2,100000,1100,110,98791'],
    ['count', 'T,x,100000,1100,110,98790'],
    ['record', 'T,2,100000,1100,98790'],
  ])('its trailer’s %s in %s', async (field, totals) => {
    await refused(await damaged((lines) => lines, totals), 4, field);
  });

  it('its checksum, for one altered byte and for none at all', async () => {
    const file = await written([row(1), row(2)]);
    await refused(file.replace('Le phi ho so 1', 'Le phi ho so 3'), 4, 'checksum');
    await refused(file.replace(/[0-9a-f]{64}/, ''), 4, 'checksum');
  });

  it('its end: cut short, or something after the trailer', async () => {
    const file = await written([row(1), row(2)]);
    await refused(file.slice(0, file.indexOf('T,2')), 3, 'trailer');
    await refused(`${file}\n`, 5, 'trailer');
    await refused(`${file}${file}`, 5, 'trailer');
    await refused('', 1, 'record');
  });

  it('its bytes: no UTF-8, a quote that never closes, a line without end', async () => {
    const file = await written([row(1), row(2)]);
    await refused(Buffer.concat([Buffer.from(file.slice(0, file.indexOf('D,2'))), Buffer.from([0xc3, 0x28, 0x0a])]), 3, 'record');
    await refused(file.replace('Le phi ho so 1', '"Le phi ho so 1'), 2, 'record');
    await refused(file.replace('Le phi ho so 1', 'x'.repeat(200_000)).replaceAll('\n', ' '), 1, 'record');
  });

  it('what it is: another provider, day or merchant than expected', async () => {
    const file = await written([row(1)]);
    await refused(file, 1, 'provider', { provider: 'MOMO' });
    await refused(file, 1, 'businessDate', { businessDate: '2025-10-01' });
    await refused(file, 1, 'merchantCode', { merchantCode: 'OTHER001' });
  });

  it('and its source is told that nobody reads on', async () => {
    let closed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from('X\n');
      } finally {
        closed = true;
      }
    }
    await expect(readStatement(source())).rejects.toBeInstanceOf(StatementError);
    expect(closed).toBe(true);
  });
});

describe('for any rows', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => value.isWellFormed());
  const money = fc.integer({ min: 0, max: 5_000_000_000 });
  const anyRow: fc.Arbitrary<StatementRowInput> = fc.record({
    type: fc.constantFrom('PAY', 'REFUND', 'ADJUST'),
    merchantRef: text,
    providerTransactionId: fc.stringMatching(/^\d{1,15}$/),
    originalProviderTransactionId: text,
    bankCode: text,
    bankTransactionId: text,
    channel: text,
    time: fc
      .date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
      .map((at) => `${at.toISOString().slice(0, 19)}+07:00`),
    gross: money,
    fee: money,
    feeVat: money,
    net: fc.integer({ min: -5_000_000_000, max: 5_000_000_000 }),
    status: fc.constantFrom('SUCCESS', 'FAILED', 'REVERSED'),
    batchId: text,
    orderInfo: fc.oneof(text, fc.constantFrom('a,"b"\nc', '\r\n', '"', 'T,1,2', '\nT,1')),
  });

  it('what was written is read, field by field, and as a CSV reader of others reads it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 8 }), fc.integer({ min: 1, max: 300 }), async (rows, size) => {
        const file = await written(rows);
        const result = await read(file, { size });
        expect(result.rows.map(({ rowNo: _, businessDate: __, currency: ___, netAgrees: ____, ...fields }) => fields)).toEqual(rows);
        const theirs = parse(file, { relax_column_count: true, record_delimiter: '\n' });
        expect(theirs.slice(1, -1).map((fields) => fields[18])).toEqual(rows.map(({ orderInfo }) => orderInfo));
      }),
      { numRuns: 150 },
    );
  });

  it('no single changed byte goes unnoticed', async () => {
    const file = Buffer.from(await written([row(1), row(2, { orderInfo: 'Lệ phí, "x"' })]));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: file.length - 2 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(file);
        changed[at] = ((changed[at] ?? 0) + by) % 256;
        // The checksum may be written in either case.
        fc.pre(changed.toString('latin1').toLowerCase() !== file.toString('latin1').toLowerCase() || at < file.lastIndexOf('T,'));
        await expect(read(changed, { size: 64 })).rejects.toBeInstanceOf(StatementError);
      }),
      { numRuns: 300 },
    );
  });
});
