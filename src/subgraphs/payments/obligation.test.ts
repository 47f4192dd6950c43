import { describe, expect, it } from 'vitest';
import { dueOf, totalOf } from './obligation.ts';

const fee = (amount: number, exemptedAmount = 0, collection = 'BEFORE') => ({ amount, exemptedAmount, collection });

describe('what is due', () => {
  it('is fees less exemptions', () => {
    expect(totalOf([fee(50_000), fee(20_000, 5_000, 'AFTER')])).toBe(65_000);
  });

  it('leaves out what is exempt, and never goes below 0', () => {
    expect(totalOf([fee(50_000, 0, 'EXEMPT'), fee(10_000, 12_000)])).toBe(0);
    expect(dueOf({ fees: [fee(10_000)], settled: false, paid: 15_000 })).toBe(0);
  });

  it('is nothing where the source says that it is settled', () => {
    expect(dueOf({ fees: [fee(10_000)], settled: true, paid: 0 })).toBe(0);
    expect(dueOf({ fees: [fee(10_000)], settled: false, paid: 4_000 })).toBe(6_000);
  });
});
