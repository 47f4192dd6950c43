import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { requireRole } from '../dossier.access.ts';
import { payloadOf, requireRuleMaker } from '../rule-change/rule-change.resolver.ts';
import { proposeRuleChange } from '../rule-change/rule-change.service.ts';
import { RuleChangePayload } from '../rule-change/rule-change.type.ts';
import { deadlineRuleChanges, listDeadlineRules, ruleOf } from './rule.service.ts';
import { DeadlineRule, DeadlineRuleChange, DeadlineRuleInput } from './rule.type.ts';
import { ruleProblem } from './rule.validate.ts';

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

  @Mutation(() => RuleChangePayload, {
    description:
      "Proposes how time limits are reckoned, for the province's ADMINISTRATOR; another one must approve it (đề nghị quy tắc tính thời hạn). A rule without an end that holds before it ends where this one begins; any other overlap is refused. It holds for what is reckoned from its approval on; dates that were given stand.",
  })
  async proposeDeadlineRule(
    @Ctx() context: HubContext,
    @Arg('input', () => DeadlineRuleInput, { description: 'The rule.' }) input: DeadlineRuleInput,
  ): Promise<RuleChangePayload> {
    await requireRuleMaker(context);
    const problem = ruleProblem(input);
    if (problem !== undefined) return { change: null, userErrors: [problem] };
    const content = ruleOf(input);
    const target = targetOf(content.procedure);
    return payloadOf(await proposeRuleChange(context, { kind: 'DEADLINE_RULE', target, content, reason: input.reason }));
  }

  @Mutation(() => RuleChangePayload, {
    description:
      "Proposes that a rule for time limits which is not in force yet is withdrawn, for the province's ADMINISTRATOR; another one must approve it (đề nghị rút quy tắc tính thời hạn). The rule that ended where it begins holds on in its place.",
  })
  async removeDeadlineRule(
    @Ctx() context: HubContext,
    @Arg('validFrom', () => LocalDateScalar, { description: "The rule's first day." }) validFrom: string,
    @Arg('reason', () => String, { description: 'Why (lý do).' }) reason: string,
    @Arg('procedure', () => ID, { nullable: true, description: "The procedure; left out: the province's rule." }) procedure?: string | null,
  ): Promise<RuleChangePayload> {
    await requireRuleMaker(context);
    const content = { procedure: procedure ?? null, validFrom };
    const target = targetOf(content.procedure);
    return payloadOf(await proposeRuleChange(context, { kind: 'DEADLINE_RULE_REMOVAL', target, content, reason }));
  }
}

function targetOf(procedure: string | null): string {
  return `deadline ${procedure ?? ''}`;
}
