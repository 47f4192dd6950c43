import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StatementError } from './contract/statement.error.ts';
import { loadStatementProfile, type StatementColumn, type StatementProfile } from './contract/statement.profile.ts';
import { netOf, type StatementRow } from './contract/statement.rows.ts';
import { readTable } from './contract/statement.table.ts';
import { Totals } from './contract/statement.totals.ts';
import { momoConfig } from './momo/config.ts';
import { nationalPaymentConfig } from './national-payment-platform/config.ts';
import { zalopayConfig } from './zalopay/config.ts';

const DAY = '2026-03-14';
const MERCHANT = 'MERCHANT1';
const PROVIDERS = ['vnpay', 'momo', 'zalopay', 'national-payment-platform'];
const profileOf = (provider: string) => loadStatementProfile(join(import.meta.dirname, provider, 'statement.profile.json'));
const NATIONAL = profileOf('national-payment-platform');

const id = fc.stringMatching(/^[A-Z0-9]{0,12}$/);
const dong = fc.nat(1_000_000_000);
const rows = fc.array(
  fc
    .record({
      ...{ type: fc.constantFrom<StatementRow['type'][]>('PAY', 'REFUND', 'ADJUST'), bankCode: id, bankTransactionId: id, channel: id },
      ...{ status: fc.constantFrom<StatementRow['status'][]>('SUCCESS', 'FAILED', 'REVERSED'), batchId: id, gross: dong, fee: dong },
      ...{ feeVat: dong, net: dong, originalProviderTransactionId: id, merchantRef: fc.stringMatching(/^[A-Za-z0-9]{1,20}$/) },
      providerTransactionId: fc.stringMatching(/^[1-9]\d{0,17}$/),
      at: fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59)),
      orderInfo: fc.stringMatching(/^[a-zđế ,;|"\t]{0,20}$/).map((text) => text.trim()),
    })
    .map(({ at, ...each }) => {
      const time = `${DAY}T${at.map((part) => String(part).padStart(2, '0')).join(':')}+07:00`;
      return { ...each, time, net: netOf(each) ?? each.net };
    }),
  { minLength: 1, maxLength: 8 },
);
type Row = typeof rows extends fc.Arbitrary<(infer T)[]> ? T : never;

const form = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n'),
  thousands: fc.constantFrom('', '.', ','),
});
type Form = typeof form extends fc.Arbitrary<infer T> ? T : never;

const AMOUNTS = ['gross', 'fee', 'feeVat', 'net'] as const;
const grouped = (amount: number, sign: string) => String(amount).replace(/\B(?=(\d{3})+$)/g, sign);
const wordOf = (words: Record<string, string>, wanted: string) =>
  Object.keys(words).find((each) => words[each] === wanted) ?? `no word for ${wanted}`;

/** A row's cell as the provider would write it. */
function cellOf(column: StatementColumn | '', row: Row, { profile, thousands }: { profile: StatementProfile; thousands: string }): string {
  if (column === '') return 'x';
  if (column === 'merchantCode') return MERCHANT;
  if (column === 'businessDate') return DAY;
  if (column === 'type') return wordOf(profile.types, row.type);
  if (column === 'status') return wordOf(profile.statuses, row.status);
  if (column === 'time') return row.time.replace(/^(\d+)-(\d+)-(\d+)T(.{8}).*/, '$3/$2/$1 $4');
  if (column === 'merchantRef') return profile.reference === undefined ? row.merchantRef : `260314_${row.merchantRef}`;
  const value = row[column];
  return typeof value === 'number' ? grouped(value, thousands) : value;
}

function totalsOf(wanted: Row[]) {
  const totals = new Totals();
  for (const row of wanted) totals.add(row, 1);
  return totals.all();
}

function written(lines: string[][], { delimiter, newline }: Pick<Form, 'delimiter' | 'newline'>): string {
  const quoted = (cell: string) => (/["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return lines.map((cells) => cells.map(quoted).join(delimiter) + newline).join('');
}

function titled(wanted: Row[], profile: StatementProfile, { thousands, ...layout }: Form): string {
  const columns = Object.keys(profile.columns) as StatementColumn[];
  const { sumGross, sumFee, sumFeeVat, sumNet } = totalsOf(wanted);
  const sums: Partial<Record<StatementColumn, number>> = { gross: sumGross, fee: sumFee, feeVat: sumFeeVat, net: sumNet };
  const total = columns.map((column, at) => (at === 0 ? 'Tổng cộng' : column in sums ? grouped(sums[column] ?? 0, thousands) : ''));
  const headings = columns.map((column) => profile.columns[column]?.[0] ?? '');
  return written([headings, ...wanted.map((row) => columns.map((column) => cellOf(column, row, { profile, thousands }))), total], layout);
}

function marked(wanted: Row[], newline: Form['newline'] = '\n', damage: (lines: string[][]) => string[][] = (lines) => lines): string {
  const detail = NATIONAL.marked?.detail ?? [];
  const { count, sumGross, sumFee, sumNet } = totalsOf(wanted);
  const body = wanted.map((row) => ['D', ...detail.map((column) => cellOf(column, row, { profile: NATIONAL, thousands: '' }))]);
  const trailer = ['T', ...[count, sumGross, sumFee, sumNet].map(String)];
  return written(damage([['H', 'NATIONAL_PLATFORM', MERCHANT, DAY], ...body, trailer]), { delimiter: '|', newline });
}

async function* pieces(file: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(file);
  for (let at = 0; at < bytes.length; at += 50) yield bytes.subarray(at, at + 50);
}

async function read(file: string, provider: string, profile: StatementProfile) {
  const reading = await readTable(pieces(file), { provider, businessDate: DAY, merchantCode: MERCHANT }, profile);
  const got: StatementRow[] = [];
  for await (const batch of reading.batches) got.push(...batch);
  return { got, summary: reading.summary() };
}

/** What of a row a form can carry: the fields that it has no column for come back empty. */
function carried(row: Row, columns: readonly string[]): Row {
  const texts = ['originalProviderTransactionId', 'bankCode', 'bankTransactionId', 'channel', 'batchId', 'orderInfo'] as const;
  return { ...row, ...Object.fromEntries(texts.filter((column) => !columns.includes(column)).map((column) => [column, ''])) };
}

describe('any statement', () => {
  it.each(PROVIDERS)("reads back equal from %s's own table", async (provider) => {
    const profile = profileOf(provider);
    await fc.assert(
      fc.asyncProperty(rows, form, async (wanted, layout) => {
        const { got, summary } = await read(titled(wanted, profile, layout), provider, profile);
        expect(got).toMatchObject(wanted.map((row) => carried(row, Object.keys(profile.columns))));
        expect(summary).toMatchObject(totalsOf(wanted));
      }),
      { numRuns: 40 },
    );
  });

  it('reads back equal from H|, D| and T| lines', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), async (wanted, newline) => {
        const { got, summary } = await read(marked(wanted, newline), 'national_platform', NATIONAL);
        expect(got).toMatchObject(wanted.map((row) => carried(row, NATIONAL.marked?.detail ?? [])));
        expect(summary).toMatchObject({ ...totalsOf(wanted), header: { merchantCode: MERCHANT, businessDate: DAY } });
      }),
      { numRuns: 40 },
    );
  });
});

describe('H|, D| and T| lines', () => {
  const [sample] = fc.sample(
    rows.filter((each) => each.length > 2),
    { numRuns: 1, seed: 7 },
  );
  async function refusal(damage: (lines: string[][]) => string[][]) {
    const error = await read(marked(sample ?? [], '\n', damage), 'national_platform', NATIONAL).catch((caught: unknown) => caught);
    if (!(error instanceof StatementError)) throw new Error('the file was not refused as damaged', { cause: error });
    return { line: error.line, field: error.field };
  }
  const lines = (sample?.length ?? 0) + 2;
  const last = (at: number, value: string) => (all: string[][]) => all.with(-1, (all.at(-1) ?? []).with(at, value));

  it('are refused without their end, with another count or sum, and with more behind it', async () => {
    expect(await refusal((all) => all.slice(0, -1))).toEqual({ line: lines - 1, field: 'trailer' });
    expect(await refusal(last(1, '99'))).toEqual({ line: lines, field: 'count' });
    expect(await refusal(last(2, '1'))).toEqual({ line: lines, field: 'sumGross' });
    expect(await refusal(last(3, '1'))).toEqual({ line: lines, field: 'sumFee' });
    expect(await refusal(last(4, ''))).toEqual({ line: lines, field: 'sumNet' });
    expect(await refusal((all) => [...all, all[1] ?? []])).toEqual({ line: lines + 1, field: 'trailer' });
  });

  it('are refused for another merchant or day, and with a line of another mark', async () => {
    expect(await refusal(([head = [], ...rest]) => [head.with(2, 'OTHER'), ...rest])).toMatchObject({ field: 'merchantCode' });
    expect(await refusal(([head = [], ...rest]) => [head.with(3, '2026-03-15'), ...rest])).toEqual({ line: 1, field: 'businessDate' });
    expect(await refusal((all) => all.with(2, (all[2] ?? []).with(0, 'X')))).toEqual({ line: 3, field: 'record' });
  });

  it('of a day without a payment are a statement all the same', async () => {
    const { got, summary } = await read(marked([]), 'national_platform', NATIONAL);
    expect([got, summary.count, summary.sumGross]).toEqual([[], 0, 0]);
  });
});

describe('the profile of a contract', () => {
  const AGREED = {
    columns: { merchantRef: ['Ma don'], providerTransactionId: ['Ma GD'], time: ['Ngay'], gross: ['So tien'], status: ['KQ'] },
    statuses: { OK: 'SUCCESS' },
  };
  const CONFIGS = [
    { variable: 'MOMO_STATEMENT_PROFILE', config: momoConfig },
    { variable: 'ZALOPAY_STATEMENT_PROFILE', config: zalopayConfig },
    { variable: 'NATIONAL_PAYMENT_STATEMENT_PROFILE', config: nationalPaymentConfig },
  ];

  it.each(CONFIGS)('takes the place of the inferred one by $variable, and is named where it is wrong', async ({ variable, config }) => {
    const folder = await mkdtemp(join(tmpdir(), 'profile-'));
    const path = join(folder, 'profile.json');
    const faults = async (profile: unknown) => {
      await writeFile(path, JSON.stringify(profile));
      const issues = config.safeParse({ [variable]: path }).error?.issues ?? [];
      return issues.filter((issue) => issue.path[0] === variable).map(({ message }) => message);
    };
    try {
      expect(await faults(AGREED)).toEqual([]);
      expect(await faults({ ...AGREED, statuses: { OK: 'PAID' } })).toEqual([expect.stringContaining('statuses.OK')]);
      expect(await faults({ ...AGREED, reference: '(' })).toEqual([expect.stringContaining('reference: must be a regular expression')]);
      const marks = { header: [], detail: ['merchantRef'], trailer: ['count'] };
      expect(await faults({ ...AGREED, marked: marks })).toEqual([expect.stringMatching(/marked\.detail: .*marked\.trailer: /)]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("a table's total line", () => {
  it('must agree in each sum that it names', async () => {
    const [row] = fc.sample(rows, { numRuns: 1, seed: 3 })[0] ?? [];
    if (row === undefined) throw new Error('no row');
    const profile = profileOf('momo');
    const paid: Row = { ...row, type: 'PAY', status: 'SUCCESS', gross: 1_250_000, fee: 13_750, feeVat: 1_375, net: 1_234_875 };
    const whole = titled([paid], profile, { delimiter: ';', newline: '\n', thousands: '.' });
    const { summary } = await read(whole, 'momo', profile);
    expect(AMOUNTS.map((column) => whole.split('\n')[2]?.includes(grouped(paid[column], '.')))).toEqual([true, true, true, true]);
    expect(summary.sumFee).toBe(13_750);
    const at = whole.lastIndexOf('13.750');
    const wrong = `${whole.slice(0, at)}13.751${whole.slice(at + 6)}`;
    await expect(read(wrong, 'momo', profile)).rejects.toMatchObject({ line: 3, field: 'sumFee' });
  });
});
