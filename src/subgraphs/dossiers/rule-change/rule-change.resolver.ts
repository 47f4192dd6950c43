import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { boundOf } from '../../../platform/auth/viewer.ts';
import { forbidden } from '../../../platform/errors.ts';
import { checkBatch } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { requireRole } from '../dossier.access.ts';
import { unitDirectory } from '../units.ts';
import type { RuleChangeRow } from './rule-change.row.ts';
import { approveRuleChange, listRuleChanges, type RuleChangeDone } from './rule-change.service.ts';
import { RuleChange, RuleChangePayload } from './rule-change.type.ts';

const MOST_SHOWN = 100;

@Resolver()
export class RuleChangeResolver {
  @Query(() => [RuleChange], {
    description:
      'Changes of rules that were proposed, the newest first, for ADMINISTRATOR and AUDITOR (các đề nghị thay đổi quy tắc và kết quả).',
  })
  async ruleChanges(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('waiting', () => Boolean, {
      nullable: true,
      description: 'true: those alone that wait for a second administrator; false: those that are decided; left out: all.',
    })
    waiting: boolean | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 100 at most.' }) first: number,
  ): Promise<RuleChange[]> {
    requireRole(viewer, ['ADMINISTRATOR', 'AUDITOR', 'BREAK_GLASS']);
    checkBatch('first', first, MOST_SHOWN);
    const rows = await listRuleChanges(hub.db, { waiting: waiting ?? null, limit: Math.max(0, first) });
    return rows.map(toView);
  }

  @Mutation(() => RuleChangePayload, {
    description:
      "Another of the province's administrators approves a change of rules, which then holds from its first day on, or refuses it; who proposed it may withdraw it with approve: false (duyệt đề nghị thay đổi quy tắc).",
  })
  async approveRuleChange(
    @Ctx() context: HubContext,
    @Arg('change', () => ID, { description: 'The change.' }) id: string,
    @Arg('approve', () => Boolean, { description: 'False: it is refused, or withdrawn.' }) approve: boolean,
  ): Promise<RuleChangePayload> {
    await requireRuleMaker(context);
    return payloadOf(await approveRuleChange(context, { id, approve }));
  }
}

/** A rule is for all units: it is the province's administrators' to propose and to decide. */
export async function requireRuleMaker({ hub, viewer }: HubContext): Promise<void> {
  requireRole(viewer, ['ADMINISTRATOR']);
  const bound = boundOf(viewer, 'ADMINISTRATOR');
  if (bound === undefined || (bound !== 'ALL' && !(await unitDirectory(hub)).isRoot(bound))) throw forbidden();
}

export function payloadOf(done: RuleChangeDone): RuleChangePayload {
  return 'error' in done ? { change: null, userErrors: [done.error] } : { change: toView(done.change), userErrors: [] };
}

function toView(row: RuleChangeRow): RuleChange {
  const { kind, content, before, reason, approved } = row;
  return {
    ...{ id: toGlobalId('ruleChange', row.id), kind, content, before, reason, approved },
    ...{ proposedBy: row.proposed_by, proposedAt: row.proposed_at, decidedBy: row.decided_by, decidedAt: row.decided_at },
  };
}
