import { describe, expect, it } from 'vitest';
import { createPicker, createRandom, markExactly } from './random.ts';

describe('a seeded source of chance', () => {
  it('repeats itself for a seed and differs between neighbors', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed).next);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(1)).not.toEqual(draw(1 + 2 ** 32));
  });

  it('spreads evenly', () => {
    const random = createRandom(11);
    const sum = Array.from({ length: 40_000 }, () => random.next()).reduce((total, value) => total + value, 0);
    expect(sum / 40_000).toBeCloseTo(0.5, 2);
    const dice = Array.from({ length: 6_000 }, () => random.between(1, 6));
    expect(new Set(dice)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  it('keeps leading zeros and the layout of a version 7 UUID', () => {
    const random = createRandom(3);
    expect(random.digits(6)).toMatch(/^\d{6}$/);
    const at = Date.parse('2025-07-01T01:02:03Z');
    const uuid = random.uuid(at);
    expect(Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)).toBe(at);
    expect(uuid[14]).toBe('7');
  });
});

describe('weights', () => {
  it('never draw what weighs nothing, and draw the heavier more often', () => {
    const random = createRandom(5);
    const pick = createPicker([0, 1, 0, 3, 0]);
    const counts = [0, 0, 0, 0, 0];
    for (let round = 0; round < 8_000; round++) {
      const index = pick(random);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    expect([counts[0], counts[2], counts[4]]).toEqual([0, 0, 0]);
    expect((counts[3] ?? 0) / (counts[1] ?? 1)).toBeGreaterThan(2.5);
  });

  it('mark exactly as many as asked', () => {
    const weights = Float64Array.from({ length: 1_000 }, (_, index) => (index < 500 ? 4 : 1));
    const marks = markExactly(weights, 400, createRandom(8));
    expect(marks.reduce((sum, mark) => sum + mark, 0)).toBe(400);
    expect(marks.subarray(0, 500).reduce((sum, mark) => sum + mark, 0)).toBeGreaterThan(250);
    expect(markExactly([], 0, createRandom(1))).toHaveLength(0);
  });
});
