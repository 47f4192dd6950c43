/** What a ratio of nothing to nothing is worth: not known, all points or none. */
export type WhenNone = 'UNKNOWN' | 'FULL' | 'ZERO';

/** How points come out of a numerator and a denominator. The shapes are code; which one a row has, with what numbers, is data. */
export type Formula =
  /** `max × ratio`. */
  | { shape: 'ratio'; max: number; whenNone: WhenNone }
  /** All points from the target on: `min(max, max × ratio / target)`; the target is a ratio, 0.8 for 80 %. */
  | { shape: 'ratio-to-target'; max: number; target: number; whenNone: WhenNone }
  /** Shown, without points. */
  | { shape: 'reference' }
  /** Has points, but nobody outside the portal knows how they are given. */
  | { shape: 'unsettled'; max: number };

/** The most points that a formula gives; null: it gives none. */
export function maxOf(formula: Formula): number | null {
  return formula.shape === 'reference' ? null : formula.max;
}

/** The points of a ratio, 0 … max; null: not known, which is never 0. */
export function pointsOf(formula: Formula, numerator: number | null, denominator: number | null): number | null {
  if (formula.shape === 'reference' || formula.shape === 'unsettled' || denominator === null) return null;
  if (denominator === 0) return { UNKNOWN: null, FULL: formula.max, ZERO: 0 }[formula.whenNone];
  if (numerator === null) return null;
  const share = numerator / denominator / (formula.shape === 'ratio-to-target' ? formula.target : 1);
  return Math.max(0, Math.min(formula.max, formula.max * share));
}
