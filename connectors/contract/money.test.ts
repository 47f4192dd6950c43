import { expect, it } from 'vitest';
import { contractFee, isDong, readDong } from './money.ts';

it('reads whole đồng and nothing else', () => {
  expect(['0', '50000', '9007199254740991'].map((text) => readDong(text))).toEqual([0, 50_000, Number.MAX_SAFE_INTEGER]);
  for (const text of ['', ' 1', '01', '1.0', '1e3', '+1', '-1', '1,000', '9007199254740993', 'NaN']) expect(readDong(text)).toBeUndefined();
  expect(readDong('-49395', { signed: true })).toBe(-49_395);
  expect(readDong('-0', { signed: true })).toBeUndefined();
  expect([isDong(1), isDong(1.5), isDong(2 ** 53)]).toEqual([true, false, false]);
});

it('rounds the contract’s fee half up to the đồng, exactly for any amount', () => {
  expect(contractFee(50_000, { ratePpm: 11_000 })).toEqual({ fee: 550, feeVat: 0 });
  expect(contractFee(50, { ratePpm: 10_000, vatPercent: 10 })).toEqual({ fee: 1, feeVat: 0 });
  expect(contractFee(50_000, { fixed: 1_000, ratePpm: 11_000, vatPercent: 10 })).toEqual({ fee: 1_550, feeVat: 155 });
  expect(contractFee(9_007_199_254_740_991, { ratePpm: 1_000_000 })).toEqual({ fee: 9_007_199_254_740_991, feeVat: 0 });
});
