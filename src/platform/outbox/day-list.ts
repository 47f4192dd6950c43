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

const warning = z.object({
  code: z.string(),
  /** RFC 3339: when the points are lost at the latest. */
  at: z.string(),
  turn: z.enum(['RECEIVING_UNIT', 'HANDLING_UNIT', 'APPLICANT']),
  /** The unit whose turn it is; null: the applicant's. */
  turnUnitName: z.string().nullable(),
});
export type WarningFacts = z.infer<typeof warning>;

const warnings = z.object({
  reason: z.enum(['DUE', 'PAPERS_NOT_DIGITIZED', 'RESULT_FILE_MISSING', 'NOT_PAID_ONLINE']),
  count: z.number().int(),
  /** Points of the index that they cost; those of all reasons add up to pointsAtRisk. */
  points: z.number(),
  /** The nearest of them. */
  first: z.array(warning),
});
export type WarningsFacts = z.infer<typeof warnings>;

const dossiers = z.object({
  dueToday: some,
  overdue: some,
  /** Those that are warned of, for whatever reason. */
  atRisk: some,
  /** Points of the index that those at risk cost together. */
  pointsAtRisk: z.number(),
  /** The same by reason; a reason that there is none of is absent. Left out: by an earlier release, which told of lateness alone. */
  warnings: z.array(warnings).optional(),
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
