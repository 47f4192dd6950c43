import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, at, DAY, read, refusal } from '../tests/support/account-readers.ts';
import { readAccountProfile } from './contract/account.profile.ts';
import { formOf } from './contract/account.ts';
import { type Movement, type WrittenForm, writeAccount } from './vietqr/simulator.account.ts';

const FORMS: WrittenForm[] = ['csv', 'camt053', 'mt940'];
const sum = (list: readonly Movement[], kind: Movement['kind']) => {
  const some = list.filter((each) => each.kind === kind);
  return { count: some.length, sum: some.reduce((total, { amount }) => total + amount, 0) };
};

const movement = fc.record({
  kind: fc.constantFrom('CREDIT' as const, 'DEBIT' as const),
  amount: fc.integer({ min: 1, max: 999_999_999_999 }),
  seconds: fc.integer({ min: 0, max: 86_399 }),
  content: fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9 .]{0,120}[A-Za-z0-9])?$/).map((text) => text.replace(/\s+/g, ' ')),
});

describe.each(FORMS)('what a bank writes in %s', (form) => {
  it('is read as it was written, however it arrives in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(movement, { maxLength: 12 }),
        fc.integer({ min: 0, max: 1e13 }),
        fc.integer({ min: 1, max: 700 }),
        async (drawn, opening, size) => {
          const movements = drawn.map((each, n) => ({
            ...each,
            reference: `FT${n}A`,
            at: new Date(at('00:00:00').getTime() + each.seconds * 1_000),
          }));
          const text = writeAccount(form, { account: ACCOUNT, day: DAY, opening, movements });
          const { entries, summary } = await read(text, { size });
          const [credits, debits] = [sum(movements, 'CREDIT'), sum(movements, 'DEBIT')];
          expect(summary).toMatchObject({ day: DAY, opening, closing: opening + credits.sum - debits.sum, credits, debits });
          expect(summary.sha256).toBe(createHash('sha256').update(text).digest('hex'));
          const seen = entries.map(({ kind, amount, reference, content }) => ({
            kind,
            amount,
            reference,
            content: content.replaceAll(' ', ''),
          }));
          expect(seen).toEqual(
            movements.map(({ kind, amount, reference, content }) => ({ kind, amount, reference, content: content.replaceAll(' ', '') })),
          );
          // A statement message of SWIFT tells the day alone.
          const times = movements.map((each) => (form === 'mt940' ? at('00:00:00') : each.at));
          expect(entries.map((entry) => entry.at)).toEqual(times);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is refused wherever it is cut short, and whichever amount is another', async () => {
    const movements = [1, 2, 3].map((n) => ({
      kind: 'CREDIT' as const,
      amount: n * 1_111,
      reference: `FT${n}`,
      at: at('08:00:00'),
      content: 'nop tien',
    }));
    const text = writeAccount(form, { account: ACCOUNT, day: DAY, opening: 5_000_000, movements }).trimEnd();
    expect(await refusal(text)).toBe('taken');
    // Below its last balance a table has nothing to lose.
    const last = form === 'csv' ? text.indexOf('Số dư cuối kỳ') - 12 : text.length;
    for (let end = 1; end < last; end += 7) expect(await refusal(text.slice(0, end))).not.toBe('taken');
    for (const amount of ['1111', '2222', '3333', '1.111', '2.222', '3.333'].filter((each) => text.includes(each)))
      expect(await refusal(text.replace(amount, amount.replace(/^./, '9')))).toMatch(/balance|closingBalance|61|62F/i);
  });

  it('of another account or day is refused, and which is named', async () => {
    const movements = [{ kind: 'CREDIT' as const, amount: 1_000, reference: 'FT1', at: at('08:00:00'), content: 'x' }];
    const text = writeAccount(form, { account: ACCOUNT, day: DAY, opening: 0, movements });
    expect(await refusal(text, { account: '99990000' })).toContain('is not that of account 99990000');
    expect(await refusal(text, { day: '2025-11-25' })).toContain('expected 2025-11-25');
    expect(await read(text, { account: '3713010.5432100001' })).toMatchObject({ summary: { day: DAY } });
    expect((await read(text, { day: undefined })).summary.day).toBe(DAY);
    const quiet = writeAccount(form, { account: ACCOUNT, day: DAY, opening: 0, movements: [] });
    if (form === 'csv') expect(await refusal(quiet, { day: undefined })).toContain('does not tell its day');
    else expect((await read(quiet, { day: undefined })).summary.day).toBe(DAY);
  });

  it('in bytes that are no text is refused', async () => {
    const text = writeAccount(form, { account: ACCOUNT, day: DAY, opening: 0, movements: [] });
    expect(
      await refusal(Buffer.concat([Buffer.from(text).subarray(0, 120), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(text).subarray(120)])),
    ).toMatch(/UTF-8/);
  });
});

it('knows a form by how it begins', () => {
  expect(['<?xml ', '\n<Document', '{1:F01', ':20:X', 'H,VIETQR', 'Ngày;Số'].map(formOf)).toEqual([
    ...['CAMT053', 'CAMT053', 'MT940', 'MT940', 'CANONICAL', 'TABLE'],
  ]);
});

it('a profile says by place what is wrong with it', () => {
  expect(readAccountProfile({ columns: { reference: ['A'], time: ['B'], credit: ['C'] } })).toEqual({
    problem: 'columns: must have debit where it has credit',
  });
  expect(readAccountProfile({ columns: { reference: [], time: ['B'], amount: ['C'] } })).toMatchObject({
    problem: expect.stringContaining('columns.reference'),
  });
  expect(readAccountProfile('x')).toMatchObject({ problem: expect.stringContaining('profile:') });
});

/** A table of a bank's own: lines, each of cells. */
const table = (lines: string[], sign = ';') => `${lines.map((line) => line.split(';').join(sign)).join('\n')}\n`;
const HEAD = 'Ngày;Số CT;Ghi nợ;Ghi có;Số dư;Diễn giải';

describe('a table', () => {
  const rows = ['26/11/2025 08:00:00;FT1;;1.000.000;1.500.000;nop phi', '26/11/2025 09:30:00;FT2;200.000;;1.300.000;phi'];
  it.each([
    ['semicolons and dots', table([HEAD, ...rows])],
    ['tabs', table([HEAD, ...rows], '\t')],
    ['thousands by commas, unquoted beside semicolons', table([HEAD, ...rows]).replace(/(\d)\.(\d)/g, '$1,$2')],
    ['the newest line first', table([HEAD, ...rows.toReversed()])],
    [
      'two languages in its headings',
      table(['Ngày/ Date;Số CT/ Doc No;Ghi nợ/ Debit;Ghi có/ Credit;Số dư/ Balance;Diễn giải/ Details', ...rows]),
    ],
    ['English', table(['Date;Reference No;Withdrawal;Deposit;Balance;Description', ...rows])],
    ['a spreadsheet’s own days', table([HEAD, '45987.333333;FT1;;1000000;1500000;nop phi', '45987.395833;FT2;200000;;1300000;phi'])],
    [
      'the time of day apart',
      table([`${HEAD};Giờ`, ...rows.map((row) => `${row.replace(/ (\d\d:\d\d:\d\d)/, '')};${/\d\d:\d\d:\d\d/.exec(row)?.[0]}`)]),
    ],
    [
      'titles above and a signature below',
      table(['SAO KÊ', 'Chủ tài khoản: UBND', `Số tài khoản: ${ACCOUNT}`, HEAD, ...rows, 'Cộng;;200.000;1.000.000', 'Người lập']),
    ],
  ])('with %s is read', async (_name, text) => {
    const { entries, summary } = await read(text);
    expect(summary).toMatchObject({
      form: 'TABLE',
      opening: 500_000,
      closing: 1_300_000,
      credits: { count: 1, sum: 1_000_000 },
      debits: { count: 1, sum: 200_000 },
    });
    const byNumber = entries.toSorted((a, b) => a.reference.localeCompare(b.reference));
    expect(byNumber).toMatchObject([
      { kind: 'CREDIT', reference: 'FT1', at: at('08:00:00'), content: 'nop phi' },
      { kind: 'DEBIT', reference: 'FT2', at: at('09:30:00'), content: 'phi' },
    ]);
  });

  it('with a credit below 0 tells that one is taken back', async () => {
    const { entries, summary } = await read(table([HEAD, rows[0] as string, '26/11/2025 10:00:00;FT1;;-1.000.000;500.000;huy']));
    expect(entries[1]).toMatchObject({ kind: 'DEBIT', isReversal: true, amount: 1_000_000, reverses: ['FT1'] });
    expect(summary).toMatchObject({ opening: 500_000, closing: 500_000 });
  });

  it('of one signed column is read by the account’s own profile', async () => {
    const read1 = readAccountProfile({ columns: { reference: ['Ma'], time: ['Luc'], amount: ['Tien'], balance: ['Con'] } });
    if ('problem' in read1) throw new Error(read1.problem);
    const text = table(['Luc;Ma;Tien;Con', '26/11/2025;A1;+1.000;1.000', '26/11/2025;A2;-400;600']);
    expect((await read(text, { profile: read1.profile })).summary).toMatchObject({ opening: 0, closing: 600, debits: { sum: 400 } });
    const bare = table(['Luc;Ma;Tien', '26/11/2025;A1;1000']);
    expect(await refusal(bare, { profile: read1.profile })).toContain('balance');
    expect((await read(bare, { profile: { ...read1.profile, balances: 'IF_TOLD' } })).summary).toMatchObject({
      opening: null,
      closing: null,
    });
  });

  it.each([
    ['a number that Excel has cut', 'FT1;;', '1,23457E+15;;', /line 2, reference: has lost digits/],
    ['half a đồng', '1.000.000;', '1.000.000,5;', /line 2, credit: is no amount/],
    ['another day', '26/11/2025 08', '25/11/2025 08', /line 2, time: is 2025-11-25/],
    ['no number', 'FT1;', ';', /line 2, reference: .*missing/],
    ['both sides', 'FT1;;', 'FT1;5;', /line 2, credit: is told together/],
    ['no amount', ';;1.000.000;', ';;;', /line 2, credit: the amount is missing/],
    ['a line left out', `${rows[0]}\n`, `${rows[0]}\n26/11/2025 09:00:00;FT9;;7;1.600.000;x\n`, /line 3, balance: does not follow/],
    ['a heading that nobody knows', 'Số CT', 'Mã gì đó', /line 1, record: .*Số giao dịch/],
    ['a line without a balance', ';1.300.000;', ';;', /balance: a line tells no balance/],
  ])('with %s is refused, with the line and the field', async (_name, from, to, wanted) => {
    expect(await refusal(table([HEAD, ...rows]).replace(from, to))).toMatch(wanted);
  });

  it.each([
    ['beside its words', 'Số dư đầu kỳ;500.000\nSố dư cuối kỳ;1.300.000'],
    ['under the balances', 'Số dư đầu kỳ;;;;500.000\nSố dư cuối kỳ;;;;1.300.000'],
    ['in one cell', 'Số dư đầu kỳ: 500.000\nSố dư cuối kỳ: 1.300.000'],
  ])('may tell its balances below, %s', async (_name, below) => {
    const { entries, summary } = await read(table([HEAD, ...rows, below]));
    expect(entries).toHaveLength(2);
    expect(summary).toMatchObject({ opening: 500_000, closing: 1_300_000 });
  });

  it('whose own count, totals or balances differ from its lines is refused', async () => {
    for (const [wrong, field] of [
      ['Tổng số giao dịch: 3', 'count'],
      ['Cộng;;200.000;1.000.001', 'credit'],
      ['Số dư đầu kỳ;500.000\nSố dư cuối kỳ;1.300.001', 'closingBalance'],
      ['Số dư đầu kỳ;500.000', 'closingBalance'],
      ['Số tài khoản: 99990000', 'account'],
    ] as const)
      expect(await refusal(table([HEAD, ...rows, wrong])), wrong).toMatch(new RegExp(`line [4-5], ${field}`));
  });
});
