import { z } from 'zod';

/** Events of this kind tell how many statements of a provider have not come, whenever that changes; `data` is a StatementGap. */
export const STATEMENTS_COUNTED = 'statements.counted';

/** Of one provider. No personal data. */
export const statementGap = z.object({
  provider: z.string(),
  /** Days of merchants on which money moved and of which there is no statement. */
  missing: z.number().int(),
  /** The oldest of those days, YYYY-MM-DD; null: none is missing. */
  oldestDay: z.string().nullable(),
});
export type StatementGap = z.infer<typeof statementGap>;
