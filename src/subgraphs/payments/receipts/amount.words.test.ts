import fc from 'fast-check';
import { expect, it } from 'vitest';
import { amountInWords } from './amount.words.ts';

it.each([
  [0, 'Không đồng'],
  [5, 'Năm đồng'],
  [10, 'Mười đồng'],
  [11, 'Mười một đồng'],
  [14, 'Mười bốn đồng'],
  [15, 'Mười lăm đồng'],
  [20, 'Hai mươi đồng'],
  [21, 'Hai mươi mốt đồng'],
  [24, 'Hai mươi tư đồng'],
  [25, 'Hai mươi lăm đồng'],
  [55, 'Năm mươi lăm đồng'],
  [100, 'Một trăm đồng'],
  [101, 'Một trăm lẻ một đồng'],
  [105, 'Một trăm lẻ năm đồng'],
  [115, 'Một trăm mười lăm đồng'],
  [1_000, 'Một nghìn đồng'],
  [1_001, 'Một nghìn không trăm lẻ một đồng'],
  [1_015, 'Một nghìn không trăm mười lăm đồng'],
  [15_000, 'Mười lăm nghìn đồng'],
  [50_000, 'Năm mươi nghìn đồng'],
  [105_000, 'Một trăm lẻ năm nghìn đồng'],
  [1_000_000, 'Một triệu đồng'],
  [1_000_005, 'Một triệu không trăm lẻ năm đồng'],
  [1_050_000, 'Một triệu không trăm năm mươi nghìn đồng'],
  [2_345_678, 'Hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám đồng'],
  [1_000_000_000, 'Một tỷ đồng'],
  [1_000_000_001, 'Một tỷ không trăm lẻ một đồng'],
  [12_000_500_000, 'Mười hai tỷ năm trăm nghìn đồng'],
  [1_234_000_000_000, 'Một nghìn hai trăm ba mươi tư tỷ đồng'],
])('%i is %s', (dong, words) => {
  expect(amountInWords(dong)).toBe(words);
});

const VALUES: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
};

/** Reads words back, knowing nothing of how they were made. */
function numberIn(words: string): number {
  const tokens = words
    .toLowerCase()
    .replace(/ đồng$/, '')
    .split(' ');
  let [billions, millions, thousands, group] = [0, 0, 0, 0];
  let digit: number | undefined;
  const add = (factor: number) => {
    group += (digit ?? 1) * factor;
    digit = undefined;
  };
  const close = () => {
    if (digit !== undefined) add(1);
    const value = group;
    group = 0;
    return value;
  };
  for (const token of tokens) {
    if (token === 'trăm') add(100);
    else if (token === 'mươi') add(10);
    else if (token === 'mười') group += 10;
    else if (token === 'lẻ') digit = undefined;
    else if (token === 'nghìn') thousands += close();
    else if (token === 'triệu') millions += close();
    else if (token === 'tỷ') {
      billions = (millions * 1_000_000 + thousands * 1_000 + close()) * 1;
      [millions, thousands] = [0, 0];
    } else digit = VALUES[token] ?? Number.NaN;
  }
  return billions * 1_000_000_000 + millions * 1_000_000 + thousands * 1_000 + close();
}

it('can be read back, whatever the amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e14 }), (dong) => {
      expect(numberIn(amountInWords(dong))).toBe(dong);
    }),
    { numRuns: 2_000 },
  );
});

it.each([-1, 1.5, Number.NaN, 2e15])('says nothing of %d', (dong) => {
  expect(() => amountInWords(dong)).toThrow(RangeError);
});
