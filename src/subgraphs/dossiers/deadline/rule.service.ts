import { isDeepStrictEqual } from 'node:util';
import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import { notFound, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import type { Decision, RuleKind } from '../rule-change/rule-change.row.ts';
import { deadlineBook, forgetDeadlineBook } from './book.ts';
import type { DeadlineRule, DeadlineRuleChange, DeadlineRuleInput } from './rule.type.ts';

const MOST_CHANGES = 1_000;

const COLUMNS = `nullif(procedure, '') AS procedure, to_char(valid_from, 'YYYY-MM-DD') AS "validFrom", to_char(valid_to, 'YYYY-MM-DD') AS "validTo",
  counting, cutoff, after_supplement AS "afterSupplement", stopping_states AS "stoppingStates", supplements, committed_days AS "committedDays",
  statutory_days AS "statutoryDays"`;

/** The rules of a procedure and the province's, or all; in order of procedure and first day, the province's first. */
export function listDeadlineRules(sql: Queryable, procedure: string | null): Promise<DeadlineRule[]> {
  return sql.query<DeadlineRule>(
    `SELECT ${COLUMNS} FROM dossiers.deadline_rule r WHERE $1::text IS NULL OR r.procedure IN ('', $1) ORDER BY r.procedure, r.valid_from`,
    [procedure],
  );
}

/** What was changed of the rules, the last one first. */
export function deadlineRuleChanges({ hub }: HubContext): Promise<DeadlineRuleChange[]> {
  return hub.db.query<DeadlineRuleChange>(
    `SELECT nullif(procedure, '') AS procedure, to_char(valid_from, 'YYYY-MM-DD') AS "validFrom", changed_at AS "changedAt", changed_by AS "changedBy",
       approved_by AS "approvedBy", reason, before, after
     FROM dossiers.deadline_rule_change ORDER BY id DESC LIMIT ${MOST_CHANGES}`,
  );
}

/**
 * A rule is set: an earlier one of the same key that had no end ends where this one begins; any other overlap is refused, as is what
 * would change nothing.
 */
export const deadlineRuleKind: RuleKind<DeadlineRule> = {
  async plan({ sql }, rule) {
    if (!(await isKnown(sql, rule.procedure))) return { error: notFound('procedure') };
    const rules = await ofKey(sql, rule.procedure);
    const before = rules.find(({ validFrom }) => validFrom === rule.validFrom);
    const others = rules.filter((each) => each !== before);
    const ending = others.findLast(({ validFrom, validTo }) => validTo === null && validFrom < rule.validFrom);
    if (others.some((each) => each !== ending && overlaps(each, rule))) return { error: OVERLAP };
    if (isSame(before, rule)) return { error: NOTHING_NEW };
    return {
      before: [before, ending].flatMap((each) => each ?? []),
      async apply(decision) {
        if (ending !== undefined) await keep(sql, { before: ending, after: { ...ending, validTo: rule.validFrom }, decision });
        await keep(sql, { before, after: rule, decision });
      },
    };
  },
  applied: readAnew,
};

/** A rule that is not in force yet is withdrawn; the one that ended where it begins holds on in its place, so that no day is without. */
export const deadlineRuleRemovalKind: RuleKind<Pick<DeadlineRule, 'procedure' | 'validFrom'>> = {
  async plan({ hub, sql }, { procedure, validFrom }) {
    const rules = await ofKey(sql, procedure);
    const rule = rules.find((each) => each.validFrom === validFrom);
    if (rule === undefined) return { error: notFound('validFrom') };
    if (validFrom <= localDateOf(hub.clock.business())) return { error: IN_FORCE };
    const previous = rules.find(({ validTo }) => validTo === validFrom);
    return {
      before: [rule, previous].flatMap((each) => each ?? []),
      async apply(decision) {
        await sql.query('DELETE FROM dossiers.deadline_rule WHERE procedure = $1 AND valid_from = $2', [procedure ?? '', validFrom]);
        await record(sql, { before: rule, after: undefined, decision });
        if (previous !== undefined) await keep(sql, { before: previous, after: { ...previous, validTo: rule.validTo }, decision });
      },
    };
  },
  applied: readAnew,
};

async function readAnew(hub: Platform): Promise<void> {
  forgetDeadlineBook(hub);
  await deadlineBook(hub);
}

const OVERLAP = userError(
  'INVALID',
  {
    vi: 'validFrom, validTo: trùng thời gian với một quy tắc khác của cùng thủ tục.',
    en: 'validFrom, validTo: another rule of the same procedure holds within that time.',
  },
  ['input', 'validTo'],
);

const NOTHING_NEW = userError('INVALID', { vi: 'Quy tắc này đang đúng như vậy.', en: 'The rule is like that already.' }, ['input']);
const IN_FORCE = userError(
  'INVALID',
  { vi: 'validFrom: chỉ rút được quy tắc chưa có hiệu lực.', en: 'validFrom: only a rule that is not in force yet can be withdrawn.' },
  ['validFrom'],
);

function overlaps(a: Pick<DeadlineRule, 'validFrom' | 'validTo'>, b: Pick<DeadlineRule, 'validFrom' | 'validTo'>): boolean {
  return (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo);
}

async function isKnown(sql: Transaction, procedure: string | null): Promise<boolean> {
  if (procedure === null) return true;
  const rows = await sql.query('SELECT FROM dossiers.procedure WHERE code = $1', [procedure]);
  return rows.length > 0;
}

async function ofKey(sql: Queryable, procedure: string | null): Promise<DeadlineRule[]> {
  return (await listDeadlineRules(sql, procedure)).filter((rule) => rule.procedure === procedure);
}

/** A rule as it is kept, out of what was given. */
export function ruleOf(input: DeadlineRuleInput): DeadlineRule {
  const { procedure = null, validFrom, validTo = null, counting = null, cutoff = null, afterSupplement = null, supplements = null } = input;
  const { committedDays = null, statutoryDays = null } = input;
  const stoppingStates = input.stoppingStates == null ? null : [...new Set(input.stoppingStates)];
  return { procedure, validFrom, validTo, counting, cutoff, afterSupplement, stoppingStates, supplements, committedDays, statutoryDays };
}

function isSame(before: DeadlineRule | undefined, after: DeadlineRule): boolean {
  return before !== undefined && isDeepStrictEqual({ ...before }, { ...after });
}

interface RuleStep {
  before: DeadlineRule | undefined;
  after: DeadlineRule | undefined;
  decision: Decision;
}

/** Writes a rule over the one of its key and first day; what administrators wrote, a later release's reference data leaves alone. */
async function keep(sql: Transaction, { before, after, decision }: RuleStep & { after: DeadlineRule }): Promise<void> {
  await sql.query(
    `INSERT INTO dossiers.deadline_rule (procedure, valid_from, valid_to, counting, cutoff, after_supplement, stopping_states, supplements, committed_days,
       statutory_days, reference)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, false)
     ON CONFLICT (procedure, valid_from) DO UPDATE SET valid_to = excluded.valid_to, counting = excluded.counting, cutoff = excluded.cutoff,
       after_supplement = excluded.after_supplement, stopping_states = excluded.stopping_states, supplements = excluded.supplements,
       committed_days = excluded.committed_days, statutory_days = excluded.statutory_days, reference = false`,
    [
      ...[after.procedure ?? '', after.validFrom, after.validTo, after.counting, after.cutoff, after.afterSupplement, after.stoppingStates],
      ...[after.supplements, after.committedDays, after.statutoryDays],
    ],
  );
  await record(sql, { before, after, decision });
}

/** Writes down how a rule was and how it is since; \`after\` undefined: it was withdrawn. */
async function record(sql: Transaction, { before, after, decision }: RuleStep): Promise<void> {
  const { procedure, validFrom } = after ?? before ?? {};
  await sql.query(
    `INSERT INTO dossiers.deadline_rule_change (procedure, valid_from, changed_at, changed_by, approved_by, reason, before, after)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb)`,
    [
      procedure ?? '',
      validFrom,
      decision.at,
      decision.proposedBy,
      decision.approvedBy,
      decision.reason,
      contentOf(before),
      contentOf(after),
    ],
  );
}

function contentOf(rule: DeadlineRule | undefined): string | null {
  if (rule === undefined) return null;
  const { procedure: _, validFrom: _from, ...content } = rule;
  return JSON.stringify(content);
}
