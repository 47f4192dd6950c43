import { readFileSync } from 'node:fs';
import { z } from 'zod';

const headings = z.array(z.string().trim().min(1).max(100)).min(1).max(30);

/** Under which headings a bank's own table tells what. */
const columns = z
  .strictObject({
    /** The bank's own number of a movement. */
    reference: headings,
    time: headings,
    /** The time of day, where it stands apart from the day. */
    hour: headings.optional(),
    content: headings.optional(),
    /** What came in and what went out, whole đồng … */
    credit: headings.optional(),
    debit: headings.optional(),
    /** … or both in one column, what went out with a minus. */
    amount: headings.optional(),
    /** The balance after the movement. */
    balance: headings.optional(),
    account: headings.optional(),
  })
  .refine(
    ({ credit, amount }) => (credit === undefined) !== (amount === undefined),
    'must have credit (with debit) or amount, one of the two',
  )
  .refine(({ credit, debit }) => credit === undefined || debit !== undefined, 'must have debit where it has credit');

/** By what words a line above or below the table begins that says something of the whole. */
const labels = z.strictObject({
  account: headings.default([]),
  opening: headings.default([]),
  closing: headings.default([]),
  count: headings.default([]),
  total: headings.default([]),
});

/**
 * How a bank's own table (CSV, XLSX) of an account is read: data, since each bank writes another one and may change it. `balances`: what a
 * file must have that says the balances of its day. REQUIRED: a file without them can't be known to be whole and is refused.
 */
export const accountProfile = z.strictObject({
  columns,
  labels: labels.prefault({}),
  balances: z.enum(['REQUIRED', 'IF_TOLD']).default('REQUIRED'),
});

export type AccountProfile = z.infer<typeof accountProfile>;
export type AccountColumn = keyof AccountProfile['columns'];
export type AccountLabel = keyof AccountProfile['labels'];

/** The headings that banks and the treasury are seen to use, in Vietnamese and English; inferred, for an account that has no profile of its own. */
export const USUAL_PROFILE: AccountProfile = accountProfile.parse(
  JSON.parse(readFileSync(new URL('account.profile.json', import.meta.url), 'utf8')),
);

/** A profile that somebody wrote, or what is wrong with it, by place. */
export function readAccountProfile(given: unknown): { profile: AccountProfile } | { problem: string } {
  const parsed = accountProfile.safeParse(given);
  if (parsed.success) return { profile: parsed.data };
  return { problem: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'profile'}: ${message}`).join('; ') };
}
