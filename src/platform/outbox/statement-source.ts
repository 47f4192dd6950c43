import { z } from 'zod';

/** Events of this kind tell that a server from which statements are fetched can not be visited, or can again; `data` is a StatementSourceState. */
export const STATEMENT_SOURCE_TOLD = 'statements.source';

/** Of one server. No personal data. */
export const statementSourceState = z.object({
  source: z.string(),
  provider: z.string(),
  /** Why the last visit failed; null: it did not. */
  problem: z.string().nullable(),
  /** The instant since which every visit has failed. */
  since: z.string().nullable(),
});
export type StatementSourceState = z.infer<typeof statementSourceState>;
