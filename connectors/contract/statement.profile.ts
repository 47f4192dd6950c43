import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Settings } from './settings.ts';

/** What no statement can do without. */
export const REQUIRED_COLUMNS = ['merchantRef', 'providerTransactionId', 'time', 'gross', 'status'] as const;

const headings = z.array(z.string().trim().min(1)).min(1);

/** The canonical fields that a provider's column may stand for. */
const columns = z.strictObject({
  merchantRef: headings,
  providerTransactionId: headings,
  time: headings,
  gross: headings,
  status: headings,
  merchantCode: headings.optional(),
  businessDate: headings.optional(),
  type: headings.optional(),
  originalProviderTransactionId: headings.optional(),
  bankCode: headings.optional(),
  bankTransactionId: headings.optional(),
  channel: headings.optional(),
  fee: headings.optional(),
  feeVat: headings.optional(),
  net: headings.optional(),
  batchId: headings.optional(),
  orderInfo: headings.optional(),
});

const place = z.union([z.literal(''), columns.keyof()]);

/** What stands where in lines that say by their first cell what they are; '' is a cell that nobody reads. */
const marked = z.strictObject({
  header: z.array(z.enum(['', 'merchantCode', 'businessDate'])),
  detail: z
    .array(place)
    .refine((places) => REQUIRED_COLUMNS.every((column) => places.includes(column)), `must have ${REQUIRED_COLUMNS.join(', ')}`),
  trailer: z
    .array(z.enum(['', 'count', 'sumGross', 'sumFee', 'sumFeeVat', 'sumNet']))
    .refine((places) => places.includes('count') && places.includes('sumGross'), 'must have count and sumGross'),
});

/**
 * How a provider's own settlement file is read: data, since the columns are agreed by contract and none of the providers publishes
 * them. `columns`: under which headings a field may stand. `types` and `statuses`: the provider's words for the canonical ones;
 * without a `type` column every row is a payment. `total`: the line at the end whose first cell begins with `label` and whose gross
 * sum must agree; `required`: a file without it is cut short. `reference`: a pattern whose first group is the hub's reference, where the
 * provider's order id has more in it. `marked`: how a file of H|, D| and T| lines is read, whose end is always required.
 */
export const statementProfile = z.strictObject({
  columns,
  types: z.record(z.string(), z.enum(['PAY', 'REFUND', 'ADJUST'])).default({}),
  statuses: z.record(z.string(), z.enum(['SUCCESS', 'FAILED', 'REVERSED'])),
  total: z.strictObject({ label: z.string().min(1), required: z.boolean() }).optional(),
  reference: z.string().refine(isPattern, 'must be a regular expression with one group').optional(),
  marked: marked.optional(),
});

export type StatementProfile = z.infer<typeof statementProfile>;
export type StatementColumn = keyof StatementProfile['columns'];

/** A heading, a type or a status as it is compared: providers change capitals and spaces between files. */
export function comparable(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function isPattern(text: string): boolean {
  try {
    // A pattern beside nothing matches, and tells how many groups it has.
    return new RegExp(`${text}|`).exec('')?.length === 2;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** The profile that a setting names, or else the inferred one beside the connector. What is wrong with it is reported as the setting's. */
export function profileOf(settings: Settings, variable: string, inferred: string): StatementProfile {
  try {
    return loadStatementProfile(settings.text(variable) ?? inferred);
  } catch (error) {
    settings.report(variable, `not usable; name a readable profile, or leave it out (${(error as Error).message})`);
    return loadStatementProfile(inferred);
  }
}

/** Reads a profile that was agreed with a provider. Throws an Error that says what is wrong with the file. */
export function loadStatementProfile(path: string): StatementProfile {
  const parsed = statementProfile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`).join('; '));
}
