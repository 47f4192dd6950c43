import type { EpochMs } from './sample.ts';

/** A seeded source of chance: the same seed gives the same sequence on every machine. Not for secrets. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` digits, leading zeros kept. */
  digits(count: number): string;
  /** A UUID in the layout of version 7 (RFC 9562): it sorts by `at`. */
  uuid(at: EpochMs): string;
}

const HEX = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'));

/** Spreads a seed over the four words of sfc32, so that neighboring seeds have nothing in common. */
function splitMix(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
}

/** sfc32 (C. Doty-Humphrey, PractRand): 128 bits of state, fast in 32-bit arithmetic. */
function sfc32(seed: number): () => number {
  const split = splitMix(seed ^ Math.imul(Math.floor(seed / 2 ** 32), 0x85ebca6b));
  let [a, b, c, counter] = [split(), split(), split(), 1];
  const next = () => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** Makes a source of chance of a whole number. */
export function createRandom(seed: number): Random {
  const word = sfc32(seed);
  const next = () => word() / 2 ** 32;
  return {
    next,
    between: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    digits: (count) => String(Math.floor(next() * 10 ** count)).padStart(count, '0'),
    uuid(at) {
      const [first, second, third] = [word(), word(), word()];
      const high = Math.floor(at / 2 ** 16);
      const time = `${HEX[high >>> 16]}${HEX[high & 0xffff]}-${HEX[at % 65_536]}`;
      const random = `7${HEX[first & 0xffff]?.slice(1)}-${HEX[(second & 0x3fff) | 0x8000]}`;
      return `${time}-${random}-${HEX[first >>> 16]}${HEX[second >>> 16]}${HEX[third & 0xffff]}`;
    },
  };
}

/** Draws an index with a probability in proportion to its weight. */
export function createPicker(weights: readonly number[]): (random: Random) => number {
  let total = 0;
  const cumulated = weights.map((weight) => {
    total += weight;
    return total;
  });
  return (random) => {
    const target = random.next() * total;
    let [low, high] = [0, cumulated.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cumulated[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/**
 * Marks exactly `count` of the items, the likelier the greater their weight (all weights above 0): each gets an exponential
 * waiting time by its weight, and the shortest waits win.
 */
export function markExactly(weights: ArrayLike<number>, count: number, random: Random): Uint8Array {
  const waits = Float64Array.from({ length: weights.length }, (_, index) => -Math.log(1 - random.next()) / (weights[index] ?? 1));
  const order = Uint32Array.from({ length: waits.length }, (_, index) => index);
  order.sort((left, right) => (waits[left] ?? 0) - (waits[right] ?? 0) || left - right);
  const marks = new Uint8Array(weights.length);
  for (const index of order.subarray(0, count)) marks[index] = 1;
  return marks;
}
