import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLocalIso } from '../../../platform/time.ts';
import { readDay, readFlag, readInstant, readMoney, readVersion } from './value.ts';

const instant = (text: string) => {
  const read = readInstant(text);
  return 'value' in read ? toLocalIso(read.value).slice(0, 19) : 'wrong';
};
const shown = (read: object) => ('value' in read ? read.value : 'wrong');

describe('a time of an export', () => {
  it.each([
    ['30/09/2025', '2025-09-30T00:00:00'],
    ['5/9/2025 7:05', '2025-09-05T07:05:00'],
    ['30/09/2025 08:00:59', '2025-09-30T08:00:59'],
    ['30-09-2025 08:00', '2025-09-30T08:00:00'],
    ['30.09.2025', '2025-09-30T00:00:00'],
    ['30/09/2025 3:15:00 CH', '2025-09-30T15:15:00'],
    ['30/09/2025 12:15 AM', '2025-09-30T00:15:00'],
    ['08:30 30/09/2025', '2025-09-30T08:30:00'],
    ['2025-09-30', '2025-09-30T00:00:00'],
    ['2025-09-30 08:30:00.000', '2025-09-30T08:30:00'],
    ['2025-09-30T01:30:00Z', '2025-09-30T08:30:00'],
    ['2025-09-30T08:30:00+07:00', '2025-09-30T08:30:00'],
    ['2025-09-30T08:30:00+0700', '2025-09-30T08:30:00'],
    ['20250930', '2025-09-30T00:00:00'],
    ['20250930083059', '2025-09-30T08:30:59'],
    ['45930', '2025-09-30T00:00:00'],
    ['45930.5', '2025-09-30T12:00:00'],
    ['45930,354166666664', '2025-09-30T08:30:00'],
    ['29/02/2024', '2024-02-29T00:00:00'],
  ])('%s', (text, wanted) => {
    expect(instant(text)).toBe(wanted);
  });

  it.each(['31/02/2025', '29/02/2025', '13/13/2025', '30/09/2025 24:00', '30/09/25', 'hôm qua', '1', '2025', '99999'])(
    'is not %s',
    (text) => {
      expect(instant(text)).toBe('wrong');
    },
  );

  it('comes back the same from every form in which a second of it can be written', () => {
    const two = (value: number) => String(value).padStart(2, '0');
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1960, 0, 1) / 1000, max: Date.UTC(2099, 0, 1) / 1000 }), (seconds) => {
        const at = new Date(seconds * 1000);
        const [day = '', time = ''] = toLocalIso(at).slice(0, 19).split('T');
        const [year, month, date] = day.split('-');
        const serial = (seconds + 7 * 3600) / 86_400 + 25_569;
        for (const text of [
          `${date}/${month}/${year} ${time}`,
          `${day} ${time}`,
          `${day.replaceAll('-', '')}${time.replaceAll(':', '')}`,
        ]) {
          expect(shown(readInstant(text))).toEqual(at);
        }
        expect(shown(readInstant(String(serial)))).toEqual(at);
        expect(shown(readDay(`${Number(date)}/${Number(month)}/${year}`))).toBe(`${year}-${two(Number(month))}-${two(Number(date))}`);
      }),
      { seed: 1_007 },
    );
  });

  it('as a day is none where a year stands alone', () => {
    expect(readDay('1985')).toEqual({ value: null });
    expect(readDay('03/02/1985')).toEqual({ value: '1985-02-03' });
  });
});

describe('an amount of an export', () => {
  it.each([
    ['50000', 50_000],
    ['50.000', 50_000],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1 234 567', 1_234_567],
    ['1.234.567,00', 1_234_567],
    ['150000.00', 150_000],
    ['1.5E+05', 150_000],
    ['1,5E+05', 150_000],
    ['2E6', 2_000_000],
    ['50.000 đ', 50_000],
    ['50.000đồng', 50_000],
    ['50,000 VNĐ', 50_000],
    ['0', 0],
  ])('%s', (text, wanted) => {
    expect(readMoney(text)).toEqual({ value: wanted });
  });

  it.each(['-5', '1.5', '12,5', '1.23E+1', '1.2345.678', 'một trăm', '1e30', '$5'])('is not %s', (text) => {
    expect(shown(readMoney(text))).toBe('wrong');
  });

  it('comes back the same with its thousands set apart in any way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (amount) => {
        for (const locale of ['vi-VN', 'en-US', 'fr-FR']) {
          expect(readMoney(new Intl.NumberFormat(locale).format(amount))).toEqual({ value: amount });
        }
      }),
      { seed: 1_008 },
    );
  });
});

describe('a version and a yes', () => {
  it('are numbers or times, and words', () => {
    expect(readVersion('12')).toEqual({ value: 12 });
    expect(readVersion('1759190400000')).toEqual({ value: 1_759_190_400_000 });
    expect(readVersion('30/09/2025 07:00')).toEqual({ value: Date.parse('2025-09-30T00:00:00Z') });
    expect(shown(readVersion('v2'))).toBe('wrong');
    expect(['x', 'Có', '1', 'TRUE'].map((text) => shown(readFlag(text)))).toEqual([true, true, true, true]);
    expect(['0', 'Không', 'chưa'].map((text) => shown(readFlag(text)))).toEqual([false, false, false]);
    expect(shown(readFlag('có lẽ'))).toBe('wrong');
  });
});
