import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { deadlineBook, forgetDeadlineBook } from './book.ts';
import type { DeadlineRule, DeadlineRuleChange, DeadlineRuleInput } from './rule.type.ts';
import { ruleProblem } from './rule.validate.ts';

/** Administrators take turns: what a change replaces is what it says that it replaces. */
const LOCK = 7_202_507_04;
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
       reason, before, after
     FROM dossiers.deadline_rule_change ORDER BY id DESC LIMIT ${MOST_CHANGES}`,
  );
}

/**
 * Sets a rule and records it. An earlier rule of the same key that had no end ends where this one begins; any other overlap is
 * refused. Repeated, it changes and records nothing.
 */
export async function setDeadlineRule(
  context: HubContext,
  input: DeadlineRuleInput,
): Promise<{ rule: DeadlineRule | null; userErrors: UserErrorValue[] }> {
  const problem = ruleProblem(input);
  if (problem !== undefined) return { rule: null, userErrors: [problem] };
  const { hub } = context;
  const refusal = await hub.db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    if (!(await isKnown(sql, input.procedure))) return notFound('procedure');
    const rules = await ofKey(sql, input);
    const before = rules.find(({ validFrom }) => validFrom === input.validFrom);
    const others = rules.filter((rule) => rule !== before);
    const ending = others.findLast(({ validFrom, validTo }) => validTo === null && validFrom < input.validFrom);
    if (others.some((rule) => rule !== ending && overlaps(rule, input))) return OVERLAP;
    if (ending !== undefined)
      await keep(context, sql, { before: ending, after: { ...ending, validTo: input.validFrom }, reason: input.reason });
    await keep(context, sql, { before, after: ruleOf(input), reason: input.reason });
    return undefined;
  });
  if (refusal !== undefined) return { rule: null, userErrors: [refusal] };
  forgetDeadlineBook(hub);
  await deadlineBook(hub);
  const rule = (await ofKey(hub.db, input)).find(({ validFrom }) => validFrom === input.validFrom);
  return { rule: rule ?? null, userErrors: [] };
}

const OVERLAP = userError(
  'INVALID',
  {
    vi: 'validFrom, validTo: trùng thời gian với một quy tắc khác của cùng thủ tục.',
    en: 'validFrom, validTo: another rule of the same procedure holds within that time.',
  },
  ['input', 'validTo'],
);

function overlaps(a: Pick<DeadlineRule, 'validFrom' | 'validTo'>, b: Pick<DeadlineRuleInput, 'validFrom' | 'validTo'>): boolean {
  return (b.validTo == null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo);
}

async function isKnown(sql: Transaction, procedure: string | null | undefined): Promise<boolean> {
  if (procedure == null) return true;
  const rows = await sql.query('SELECT FROM dossiers.procedure WHERE code = $1', [procedure]);
  return rows.length > 0;
}

async function ofKey(sql: Queryable, { procedure }: Pick<DeadlineRuleInput, 'procedure'>): Promise<DeadlineRule[]> {
  return (await listDeadlineRules(sql, procedure ?? null)).filter((rule) => rule.procedure === (procedure ?? null));
}

function ruleOf(input: DeadlineRuleInput): DeadlineRule {
  const { procedure = null, validFrom, validTo = null, counting = null, cutoff = null, afterSupplement = null, supplements = null } = input;
  const { committedDays = null, statutoryDays = null } = input;
  const stoppingStates = input.stoppingStates == null ? null : [...new Set(input.stoppingStates)];
  return { procedure, validFrom, validTo, counting, cutoff, afterSupplement, stoppingStates, supplements, committedDays, statutoryDays };
}

/** Writes a rule over the one of its key and first day; what administrators wrote, a later release's reference data leaves alone. */
async function keep(
  { hub, viewer }: HubContext,
  sql: Transaction,
  { before, after, reason }: { before: DeadlineRule | undefined; after: DeadlineRule; reason: string },
): Promise<void> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const { procedure, validFrom, ...content } = after;
  await sql.query(
    `INSERT INTO dossiers.deadline_rule (procedure, valid_from, valid_to, counting, cutoff, after_supplement, stopping_states, supplements, committed_days,
       statutory_days, reference)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, false)
     ON CONFLICT (procedure, valid_from) DO UPDATE SET valid_to = excluded.valid_to, counting = excluded.counting, cutoff = excluded.cutoff,
       after_supplement = excluded.after_supplement, stopping_states = excluded.stopping_states, supplements = excluded.supplements,
       committed_days = excluded.committed_days, statutory_days = excluded.statutory_days, reference = false`,
    [
      procedure ?? '',
      validFrom,
      after.validTo,
      after.counting,
      after.cutoff,
      after.afterSupplement,
      after.stoppingStates,
      after.supplements,
      after.committedDays,
      after.statutoryDays,
    ],
  );
  const { procedure: _, validFrom: _from, ...was } = before ?? after;
  await sql.query(
    `INSERT INTO dossiers.deadline_rule_change (procedure, valid_from, changed_at, changed_by, reason, before, after)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb)`,
    [
      procedure ?? '',
      validFrom,
      hub.clock.now(),
      viewer.subject,
      reason.trim(),
      before === undefined ? null : JSON.stringify(was),
      JSON.stringify(content),
    ],
  );
}
