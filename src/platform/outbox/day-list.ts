import { z } from 'zod';

/**
 * What a unit must know of its day, as the subgraphs tell it each other each working morning: the one that owns the calendar begins,
 * the one that owns money adds its part, the one that delivers hands it on. No personal data.
 */

/** Events of this kind begin a unit's day; `data` is a DossiersOfDay. */
export const DAY_BEGAN = 'day.began';
/** Events of this kind follow one; `data` is a MoneyOfDay. */
export const DAY_COUNTED = 'day.counted';

const some = z.object({ count: z.number().int(), codes: z.array(z.string()) });
/** How many dossiers, and the codes of the first. */
export type SomeDossiers = z.infer<typeof some>;

const dossiers = z.object({
  dueToday: some,
  overdue: some,
  atRisk: some,
  /** Points of the index that those at risk cost together. */
  pointsAtRisk: z.number(),
});
export type DossierFacts = z.infer<typeof dossiers>;

const unbalanced = z.object({
  provider: z.string(),
  merchantCode: z.string(),
  businessDate: z.string(),
  statementMissing: z.boolean(),
  /** Where its reconciliation stands; null: none was run. */
  status: z.string().nullable(),
  discrepancies: z.number().int(),
});
export type UnbalancedFacts = z.infer<typeof unbalanced>;

const head = { unit: z.string(), unitName: z.string(), /** YYYY-MM-DD. */ day: z.string() };

export const dossiersOfDay = z.object({ ...head, dossiers });
export type DossiersOfDay = z.infer<typeof dossiersOfDay>;

export const moneyOfDay = z.object({ ...head, unbalanced: z.array(unbalanced) });
export type MoneyOfDay = z.infer<typeof moneyOfDay>;
