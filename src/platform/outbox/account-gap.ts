import { z } from 'zod';

/** Events of this kind tell of which days an account's statement has not come, whenever that changes; `data` is an AccountGap. */
export const ACCOUNT_STATEMENTS_COUNTED = 'account-statements.counted';

/** Of one account that the hub follows. No personal data. */
export const accountGap = z.object({
  account: z.string(),
  /** YYYY-MM-DD, the newest first; none: all have come, or the account is not in use any more. */
  days: z.array(z.string()),
});
export type AccountGap = z.infer<typeof accountGap>;
