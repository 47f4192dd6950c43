import { describe, expect, it } from 'vitest';
import facts from '../reference/indicators-766.json' with { type: 'json' };
import { maxOf, pointsOf } from './formula.ts';
import { givenRules, type IndicatorRule } from './rules.ts';

const rule = (code: string): IndicatorRule => {
  const found = givenRules.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no row ${code}`);
  return found;
};
const points = (code: string, numerator: number | null, denominator: number | null) => pointsOf(rule(code).formula, numerator, denominator);

describe('the formulas that the portal was seen to use, by worked numbers', () => {
  it.each([
    // 20 × on time / received.
    ['ON_TIME', 900, 1_000, 18],
    ['ON_TIME', 88_429, 88_429, 20],
    // min(2, 2A / 0.8) + 4B + min(6, 6C / 0.5).
    ['ONLINE_PROVIDED', 40, 100, 1],
    ['ONLINE_PROVIDED', 80, 100, 2],
    ['ONLINE_PROVIDED', 95, 100, 2],
    ['ONLINE_USED', 30, 40, 3],
    ['ONLINE_FILING', 25, 100, 3],
    ['ONLINE_FILING', 67_250, 88_429, 6],
    // 6A + min(2, 2.5B) + 2.5C.
    ['PAY_DOSSIERS', 8_594, 10_000, 5.1564],
    ['PAY_USED', 40, 100, 1],
    ['PAY_USED', 90, 100, 2],
    ['PAY_PROVIDED', 60, 100, 1.5],
    // max × ratio; re-use is full at 80 %.
    ['ORIGINAL_RESULT_AVAILABLE', 3, 4, 4.5],
    ['SO_HOA_GIAY_TO_GIAI_QUYET', 1, 4, 1],
    ['REUSED_DIGITIZED_DATA', 4, 10, 1],
    ['REUSED_DIGITIZED_DATA', 9, 10, 2],
    // Petitions: all points where there is none. Dossiers: min(6, 6 × ratio / 0.9), none where there is none.
    ['PETITION_PROCESSING_ON_TIME', 0, 0, 6],
    ['PETITION_HANDLING_SATISFACTION', 1, 2, 3],
    ['DOSSIER_RECEIVING_SATISFACTION', 45, 100, 3],
    ['DOSSIER_RECEIVING_SATISFACTION', 95, 100, 6],
    ['DOSSIER_RECEIVING_SATISFACTION', 0, 0, 0],
  ])('%s of %d / %d is %d points', (code, numerator, denominator, expected) => {
    expect(points(code, numerator, denominator)).toBeCloseTo(expected, 9);
  });

  it('never makes points of what is not known', () => {
    for (const { code } of givenRules) expect(points(code, null, null)).toBeNull();
    expect(points('ON_TIME', 0, 0)).toBeNull();
    expect(points('DOSSIER_SYNC', 100, null)).toBeNull();
    expect(points('SYNCED_WITH_DVCQG_PERSONAL_STORAGE', 1, 2)).toBeNull();
    expect(points('AVG_DAYS', 30, 10)).toBeNull();
  });
});

describe('the rows as they are given', () => {
  it('are those of the published set, with its points', () => {
    const seen = facts.groups.flatMap((group) =>
      group.components.map(({ code, max }) => [group.portalCode, group.id, code, max === 0 ? null : max]),
    );
    expect(givenRules.map(({ group, code, formula }) => [group.code, group.id, code, maxOf(formula)])).toEqual(seen);
  });

  it('add up to their groups, and these to 100', () => {
    const groups = Map.groupBy(givenRules, ({ group }) => group.code);
    for (const rows of groups.values()) {
      expect(rows.reduce((sum, { formula }) => sum + (maxOf(formula) ?? 0), 0)).toBe(rows[0]?.group.max);
    }
    expect([...groups.values()].reduce((sum, rows) => sum + (rows[0]?.group.max ?? 0), 0)).toBe(100);
  });
});
