import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { boundOf } from '../../../platform/auth/viewer.ts';
import { forbidden } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { requireRole } from '../dossier.access.ts';
import { unitDirectory } from '../units.ts';
import { deadlineRuleChanges, listDeadlineRules, setDeadlineRule } from './rule.service.ts';
import { DeadlineRule, DeadlineRuleChange, DeadlineRuleInput, DeadlineRulePayload } from './rule.type.ts';

@Resolver()
export class DeadlineRuleResolver {
  @Query(() => [DeadlineRule], {
    description: "How time limits are reckoned, the province's rules first, for everybody (quy tắc tính thời hạn).",
  })
  deadlineRules(
    @Ctx() { hub }: HubContext,
    @Arg('procedure', () => ID, { nullable: true, description: "Of this procedure, with the province's (mã thủ tục); left out: all." })
    procedure?: string | null,
  ): Promise<DeadlineRule[]> {
    return listDeadlineRules(hub.db, procedure ?? null);
  }

  @Query(() => [DeadlineRuleChange], {
    description: 'What was changed of them, the last first, at most 1 000, for ADMINISTRATOR and AUDITOR (lịch sử thay đổi quy tắc).',
  })
  deadlineRuleChanges(@Ctx() context: HubContext): Promise<DeadlineRuleChange[]> {
    requireRole(context.viewer, ['ADMINISTRATOR', 'AUDITOR', 'BREAK_GLASS']);
    return deadlineRuleChanges(context);
  }

  @Mutation(() => DeadlineRulePayload, {
    description:
      "Sets how time limits are reckoned, for the province's ADMINISTRATOR: a rule without an end that holds before it ends where this one begins; any other overlap is refused (đặt quy tắc tính thời hạn). It holds for what is reckoned from then on; dates that were given stand.",
  })
  async setDeadlineRule(
    @Ctx() context: HubContext,
    @Arg('input', () => DeadlineRuleInput, { description: 'The rule.' }) input: DeadlineRuleInput,
  ): Promise<DeadlineRulePayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    const bound = boundOf(context.viewer, 'ADMINISTRATOR');
    // A rule is for all units.
    if (bound === undefined || (bound !== 'ALL' && !(await unitDirectory(context.hub)).isRoot(bound))) throw forbidden();
    return setDeadlineRule(context, input);
  }
}
