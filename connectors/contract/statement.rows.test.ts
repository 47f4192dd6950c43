import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainRow, readRow, type StatementRow } from './statement.rows.ts';

const DAY = '2026-03-10';
const EXPECTED = { businessDate: DAY, rowNo: 7 };

/** What may stand in a place: mostly right, sometimes not. */
const mostly = (right: fc.Arbitrary<string>, ...wrong: string[]) =>
  fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
const text = mostly(fc.constantFrom('', 'NCB', 'T000000000012', 'Lệ phí hồ sơ 12'), 'a\\b', '\\N', 'a\rb', ' ');
const amount = mostly(fc.constantFrom('0', '1', '10000', '999999999999999'), '01', '-5', '1.0', '', '9007199254740993', '1e3', '+1');
const fields = fc.tuple(
  ...[
    mostly(fc.constant('D'), 'T', 'd'),
    mostly(fc.constant('7'), '8', '07', '', '7 '),
    mostly(fc.constant(DAY), '2026-03-11', '10/03/2026'),
  ],
  ...[mostly(fc.constantFrom('PAY', 'REFUND', 'ADJUST'), 'pay', ''), text, mostly(fc.constant('T1'), '', 'a\\b'), text, text, text, text],
  mostly(
    fc.constantFrom(`${DAY}T09:00:30+07:00`, '2026-03-09T23:59:59+07:00', `${DAY}T09:00:30.5+07:00`),
    `${DAY}T24:00:00+07:00`,
    `${DAY}T09:00:30Z`,
    '2026-02-30T09:00:00+07:00',
  ),
  ...[amount, amount, amount, mostly(fc.constantFrom('0', '-12', '10000'), '-0', '--1', '')],
  ...[mostly(fc.constant('VND'), 'USD'), mostly(fc.constantFrom('SUCCESS', 'FAILED', 'REVERSED'), 'OK'), text, text],
);

function readSlowly(parts: string[]): StatementRow | undefined {
  try {
    return readRow({ line: 8, fields: parts }, EXPECTED);
  } catch {
    return undefined;
  }
}

describe('a plain row, read in one look', () => {
  it('is what reading field by field makes of it, or is left to that', () => {
    let looked = 0;
    fc.assert(
      fc.property(fields, (parts) => {
        const read = readPlainRow(parts.join(','), EXPECTED);
        if (read === undefined) return;
        looked += 1;
        const { plain, ...row } = read;
        expect(row).toEqual(readSlowly(parts));
        expect(`D,7,${DAY},${plain?.head},VND,${plain?.tail},${row.orderInfo}`).toBe(parts.join(','));
      }),
      { numRuns: 3_000 },
    );
    expect(looked).toBeGreaterThan(100);
  });

  it('is not one whose texts a comma, a quotation mark or a backslash is in', () => {
    const plain = [
      'D',
      '7',
      DAY,
      'PAY',
      'R1',
      'T1',
      '',
      'NCB',
      '',
      'ATM',
      `${DAY}T09:00:30+07:00`,
      '1',
      '0',
      '0',
      '1',
      'VND',
      'SUCCESS',
      '',
      'x',
    ];
    expect(readPlainRow(plain.join(','), EXPECTED)?.merchantRef).toBe('R1');
    for (const unusual of ['"x"', '"a,b"', 'a\\b', 'a\rb', 'a,b']) {
      expect(readPlainRow([...plain.slice(0, -1), unusual].join(','), EXPECTED)).toBeUndefined();
    }
  });
});
