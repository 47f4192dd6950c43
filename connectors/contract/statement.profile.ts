import { readFileSync } from 'node:fs';
import { z } from 'zod';

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

/**
 * How a provider's own settlement file is read: data, since the columns are agreed by contract and none of the providers publishes
 * them. `columns`: under which headings a field may stand. `types` and `statuses`: the provider's words for the canonical ones;
 * without a `type` column every row is a payment. `total`: the line at the end whose first cell begins with `label` and whose gross
 * sum must agree; `required`: a file without it is cut short.
 */
export const statementProfile = z.strictObject({
  columns,
  types: z.record(z.string(), z.enum(['PAY', 'REFUND', 'ADJUST'])).default({}),
  statuses: z.record(z.string(), z.enum(['SUCCESS', 'FAILED', 'REVERSED'])),
  total: z.strictObject({ label: z.string().min(1), required: z.boolean() }).optional(),
});

export type StatementProfile = z.infer<typeof statementProfile>;
export type StatementColumn = keyof StatementProfile['columns'];

/** A heading, a type or a status as it is compared: providers change capitals and spaces between files. */
export function comparable(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Reads a profile that was agreed with a provider. Throws an Error that says what is wrong with the file. */
export function loadStatementProfile(path: string): StatementProfile {
  const parsed = statementProfile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`).join('; '));
}
