import type { Transaction } from '../../../platform/database/database.ts';
import { type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { Message } from '../../../platform/language.ts';
import { isStorable } from '../dossier.row.ts';
import { forgetReporting, readRules } from './directory.ts';
import type { ReportingRuleChange, ReportingRuleInput, ReportingRuleType } from './reporting.type.ts';
import type { PortalServiceName, ReportingRule } from './rule.ts';

/** What a change keeps of a rule. */
interface Kept {
  services: PortalServiceName[];
  valid_to: string | null;
}

interface ChangeRow {
  rule: string;
  changed_at: Date;
  changed_by: string;
  reason: string;
  before: Kept | null;
  after: Kept;
}

/** All rules with their changes. */
export async function listRules(context: HubContext): Promise<ReportingRuleType[]> {
  const { db } = context.hub;
  const changes = await db.query<ChangeRow>(
    'SELECT rule, changed_at, changed_by, reason, before, after FROM dossiers.reporting_rule_change ORDER BY id DESC',
  );
  const byRule = Map.groupBy(changes, (change) => change.rule);
  return (await readRules(db)).map((rule) => toRule(rule, byRule.get(rule.id) ?? []));
}

function toRule(rule: ReportingRule, changes: readonly ChangeRow[]): ReportingRuleType {
  const { id, origin, procedure, reported_by: reportedBy, profile, services, valid_from: validFrom, valid_to: validTo } = rule;
  return { id, origin, procedure, reportedBy, profile, services, validFrom, validTo, changes: changes.map(toChange) };
}

function toChange({ changed_at: changedAt, changed_by: changedBy, reason, before, after }: ChangeRow): ReportingRuleChange {
  return {
    ...{ changedAt, changedBy, reason, servicesBefore: before?.services ?? null, servicesAfter: after.services },
    ...{ validToBefore: before?.valid_to ?? null, validToAfter: after.valid_to },
  };
}

/** Adds a rule or replaces the one of the same kind and first day, and records who did it and what it was before. */
export async function setRule(
  context: HubContext,
  input: ReportingRuleInput,
): Promise<{ rule: ReportingRuleType | null; userErrors: UserErrorValue[] }> {
  const problem = problemOf(input);
  if (problem !== undefined) return { rule: null, userErrors: [problem] };
  const { hub, viewer } = context;
  const id = await hub.db.transaction(async (sql) => {
    const { id, before } = await lockRule(sql, input);
    const after: Kept = { services: [...new Set(input.services)], valid_to: input.validTo ?? null };
    await sql.query('UPDATE dossiers.reporting_rule SET services = $2, valid_to = $3 WHERE id = $1', [id, after.services, after.valid_to]);
    await sql.query(
      'INSERT INTO dossiers.reporting_rule_change (rule, changed_at, changed_by, reason, before, after) VALUES ($1, $2, $3, $4, $5, $6)',
      [
        id,
        hub.clock.business(),
        viewer.subject,
        input.reason.trim(),
        before === null ? null : JSON.stringify(before),
        JSON.stringify(after),
      ],
    );
    return id;
  });
  forgetReporting(hub);
  return { rule: (await listRules(context)).find((rule) => rule.id === id) ?? null, userErrors: [] };
}

/** The rule that the input means, locked; made where there is none. */
async function lockRule(sql: Transaction, input: ReportingRuleInput): Promise<{ id: string; before: Kept | null }> {
  const key = [input.origin, input.procedure ?? null, input.reportedBy ?? null, input.profile ?? null, input.validFrom];
  const [made] = await sql.query<{ id: string }>(
    `INSERT INTO dossiers.reporting_rule (origin, procedure, reported_by, profile, services, valid_from) VALUES ($1, $2, $3, $4, '{}', $5)
     ON CONFLICT DO NOTHING RETURNING id`,
    key,
  );
  if (made !== undefined) return { id: made.id, before: null };
  const [held] = await sql.query<Kept & { id: string }>(
    `SELECT id, services, valid_to FROM dossiers.reporting_rule
     WHERE origin = $1 AND procedure IS NOT DISTINCT FROM $2 AND reported_by IS NOT DISTINCT FROM $3 AND profile IS NOT DISTINCT FROM $4
       AND valid_from = $5 FOR UPDATE`,
    key,
  );
  if (held === undefined) throw new Error('a reporting rule is neither there nor can it be made');
  return { id: held.id, before: { services: held.services, valid_to: held.valid_to } };
}

function problemOf(input: ReportingRuleInput): UserErrorValue | undefined {
  const invalid = (field: string, text: Message) => userError('INVALID', text, ['input', field]);
  if (input.services.includes('DongBoHoSoMC') && input.services.includes('DongBoTrangThaiHoSo')) {
    return invalid('services', {
      vi: 'Chỉ chọn một trong DongBoHoSoMC và DongBoTrangThaiHoSo: hồ sơ được đồng bộ toàn bộ hoặc chỉ trạng thái.',
      en: 'Choose one of DongBoHoSoMC and DongBoTrangThaiHoSo: a dossier is told in whole, or its state alone.',
    });
  }
  if (input.validTo != null && input.validTo <= input.validFrom) {
    return invalid('validTo', { vi: 'Ngày kết thúc phải sau ngày bắt đầu.', en: 'The end must come after the beginning.' });
  }
  const texts = { reason: input.reason, procedure: input.procedure ?? 'x', profile: input.profile ?? 'x' };
  for (const [field, text] of Object.entries(texts)) {
    if (text.trim() === '' || !isStorable(text)) return invalid(field, { vi: `${field}: còn trống.`, en: `${field} is empty.` });
  }
  return undefined;
}
