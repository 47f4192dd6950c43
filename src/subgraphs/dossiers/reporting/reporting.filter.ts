import type { ReportingDirectory } from './directory.ts';
import { REPORTERS, type Reporter, type ReportingRule } from './rule.ts';

/**
 * The condition over `d` that a dossier is reported by any service, or by none: the same rules in the same order as for one
 * dossier. `add` puts a value into the statement and answers its place.
 */
export function reportedCondition(directory: ReportingDirectory, reported: boolean, add: (value: unknown) => string): string {
  const cases = directory.rules.map((rule) => `WHEN ${fits(rule, directory.reporters, add)} THEN ${rule.services.length > 0}`);
  const decided = cases.length === 0 ? 'FALSE' : `CASE ${cases.join(' ')} ELSE FALSE END`;
  return reported ? decided : `NOT (${decided})`;
}

function fits(rule: ReportingRule, reporters: ReadonlyMap<string, Reporter>, add: (value: unknown) => string): string {
  const conditions = [`d.origin = ${add(rule.origin)}`];
  if (rule.procedure !== null) conditions.push(`d.procedure = ${add(rule.procedure)}`);
  if (rule.reported_by !== null) conditions.push(reportedBy(rule.reported_by, reporters, add));
  conditions.push(`d.submitted_at >= ${startOf(rule.valid_from, add)}`);
  if (rule.valid_to !== null) conditions.push(`d.submitted_at < ${startOf(rule.valid_to, add)}`);
  return conditions.join(' AND ');
}

/** What nobody else reports is the province's. */
function reportedBy(reporter: Reporter, reporters: ReadonlyMap<string, Reporter>, add: (value: unknown) => string): string {
  const codes = (wanted: readonly Reporter[]) => add([...reporters].filter(([, by]) => wanted.includes(by)).map(([code]) => code));
  if (reporter !== 'PROVINCE') return `d.procedure = ANY(${codes([reporter])}::text[])`;
  return `d.procedure <> ALL(${codes(REPORTERS.filter((each) => each !== 'PROVINCE'))}::text[])`;
}

const startOf = (day: string, add: (value: unknown) => string) => `(${add(day)}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`;
