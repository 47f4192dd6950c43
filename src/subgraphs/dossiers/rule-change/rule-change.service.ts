import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId, newUuid } from '../../../platform/ids.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import { deadlineRuleKind, deadlineRuleRemovalKind } from '../deadline/rule.service.ts';
import { isStorable } from '../dossier.row.ts';
import { indexRulesKind, indexRulesRemovalKind } from '../indicators/index-rule.service.ts';
import type { RuleChangeKind, RuleChangeRow, RuleKind } from './rule-change.row.ts';

/** Administrators take turns: what a change replaces is what it says that it replaces. */
const LOCK = 7_202_507_04;
const LONGEST_REASON = 2_000;
const COLUMNS = 'id, kind, target, content, before, reason, proposed_by, proposed_at, decided_by, decided_at, approved';

const KINDS = {
  DEADLINE_RULE: deadlineRuleKind,
  DEADLINE_RULE_REMOVAL: deadlineRuleRemovalKind,
  INDEX_RULES: indexRulesKind,
  INDEX_RULES_REMOVAL: indexRulesRemovalKind,
} satisfies Record<RuleChangeKind, unknown>;
const kindOf = (kind: RuleChangeKind) => KINDS[kind] as RuleKind<unknown>;

export type RuleChangeDone = { change: RuleChangeRow } | { error: UserErrorValue };

/** What of a proposal is checked whatever its kind. */
export interface ProposedRuleChange {
  kind: RuleChangeKind;
  target: string;
  content: object;
  reason: string;
}

function isReason(reason: string): boolean {
  return reason !== '' && reason.length <= LONGEST_REASON && isStorable(reason);
}

/** Keeps what one administrator proposes; nothing changes before another approves it. The same proposal again is the one that waits. */
export async function proposeRuleChange(context: HubContext, wanted: ProposedRuleChange): Promise<RuleChangeDone> {
  const { hub, viewer } = context;
  const reason = wanted.reason.trim();
  if (!isReason(reason)) return { error: NO_REASON };
  return hub.db.transaction(async (sql): Promise<RuleChangeDone> => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const plan = await kindOf(wanted.kind).plan({ hub, sql }, wanted.content);
    if ('error' in plan) return plan;
    const content = JSON.stringify(wanted.content);
    const [row] = await sql.query<RuleChangeRow>(
      `INSERT INTO dossiers.rule_change (id, kind, target, content, before, reason, proposed_by, proposed_at) VALUES ($1, $2, $3, $4::jsonb, $5::jsonb, $6, $7, $8)
       ON CONFLICT (target) WHERE decided_at IS NULL DO NOTHING RETURNING ${COLUMNS}`,
      [newUuid(), wanted.kind, wanted.target, content, JSON.stringify(plan.before), reason, actorOf(viewer), hub.clock.now()],
    );
    if (row !== undefined) return { change: row };
    const [same] = await sql.query<RuleChangeRow>(
      `SELECT ${COLUMNS} FROM dossiers.rule_change
       WHERE target = $1 AND decided_at IS NULL AND kind = $2 AND content = $3::jsonb AND reason = $4 AND proposed_by = $5`,
      [wanted.target, wanted.kind, content, reason, actorOf(viewer)],
    );
    return same === undefined ? { error: WAITS } : { change: same };
  });
}

/** Another administrator approves a change, which then holds from its day on, or refuses it; who proposed it may withdraw it. */
export async function approveRuleChange(context: HubContext, { id, approve }: { id: string; approve: boolean }): Promise<RuleChangeDone> {
  const { hub } = context;
  const key = fromGlobalId('ruleChange', id);
  if (key === undefined) return { error: notFound('change') };
  const done = await hub.db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    return decide(context, sql, { key, approve });
  });
  if ('change' in done && approve) await kindOf(done.change.kind).applied(hub);
  return done;
}

async function decide(
  { hub, viewer }: HubContext,
  sql: Transaction,
  { key, approve }: { key: string; approve: boolean },
): Promise<RuleChangeDone> {
  const [change] = await sql.query<RuleChangeRow>(`SELECT ${COLUMNS} FROM dossiers.rule_change WHERE id = $1 FOR UPDATE`, [key]);
  if (change === undefined) return { error: notFound('change') };
  if (change.decided_at !== null) return { error: DECIDED };
  const actor = actorOf(viewer);
  const at = hub.clock.now();
  if (approve) {
    if (change.proposed_by === actor) return { error: NEEDS_ANOTHER };
    const plan = await kindOf(change.kind).plan({ hub, sql }, change.content);
    if ('error' in plan) return { error: { ...plan.error, field: ['change'] } };
    await plan.apply({ proposedBy: change.proposed_by, approvedBy: actor, reason: change.reason, at });
  }
  const [after] = await sql.query<RuleChangeRow>(
    `UPDATE dossiers.rule_change SET decided_by = $2, decided_at = $3, approved = $4 WHERE id = $1 RETURNING ${COLUMNS}`,
    [key, actor, at, approve],
  );
  return { change: after ?? change };
}

/** Changes, the newest first; `waiting`: those alone that wait for a second administrator, or those that are decided. */
export function listRuleChanges(sql: Queryable, { waiting, limit }: { waiting: boolean | null; limit: number }): Promise<RuleChangeRow[]> {
  return sql.query<RuleChangeRow>(
    `SELECT ${COLUMNS} FROM dossiers.rule_change WHERE $1::boolean IS NULL OR (decided_at IS NULL) = $1 ORDER BY proposed_at DESC, id DESC LIMIT $2`,
    [waiting, limit],
  );
}

const NO_REASON = userError(
  'INVALID',
  { vi: `reason: từ 1 đến ${LONGEST_REASON} ký tự.`, en: `reason: 1 to ${LONGEST_REASON} characters.` },
  ['reason'],
);
const WAITS = userError(
  'ILLEGAL_TRANSITION',
  {
    vi: 'Đã có một đề nghị khác đang chờ duyệt; hãy duyệt hoặc rút đề nghị đó trước.',
    en: 'Another change of it waits: decide or withdraw that first.',
  },
  ['input'],
);
const DECIDED = userError('ILLEGAL_TRANSITION', { vi: 'Đề nghị này đã được quyết định.', en: 'This change has been decided already.' }, [
  'change',
]);
const NEEDS_ANOTHER = userError(
  'ILLEGAL_TRANSITION',
  { vi: 'Cần một quản trị viên khác duyệt.', en: 'Another administrator must approve it.' },
  ['change'],
);
