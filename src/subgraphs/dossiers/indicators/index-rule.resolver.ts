import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { dateProblem } from '../deadline/calendar.validate.ts';
import { payloadOf, requireRuleMaker } from '../rule-change/rule-change.resolver.ts';
import { proposeRuleChange } from '../rule-change/rule-change.service.ts';
import { RuleChangePayload } from '../rule-change/rule-change.type.ts';
import { maxOf } from './formula.ts';
import { SHAPES } from './index-rule.plan.ts';
import { type IndexFormula, IndexRule, IndexRulesInput } from './index-rule.type.ts';
import { type IndicatorRule, readRules, validOn } from './rules.ts';

/** Of all rules at once: a new one may move points from one row to another. */
const TARGET = 'index';

@Resolver()
export class IndexRuleResolver {
  @Query(() => [IndexRule], {
    description:
      'How the rows of the index (Decision 766) give points, in their order, for everybody (quy tắc chấm điểm Bộ chỉ số 766). A period is reckoned by the rules of its last day, a period that runs by those of today.',
  })
  async indexRules(
    @Ctx() { hub }: HubContext,
    @Arg('on', () => LocalDateScalar, { nullable: true, description: 'Those of this day alone; left out: all, past and to come (ngày).' })
    on?: string | null,
  ): Promise<IndexRule[]> {
    const all = await readRules(hub.db);
    return (on == null ? all : validOn(all, on)).map(toView);
  }

  @Mutation(() => RuleChangePayload, {
    description:
      "Proposes how rows of the index give points from a day on, for the province's ADMINISTRATOR; another one must approve it (đề nghị quy tắc chấm điểm). Together all rows of a day give 100 points at most. What the rows count is the hub's and does not change by it.",
  })
  async proposeIndexRules(
    @Ctx() context: HubContext,
    @Arg('input', () => IndexRulesInput, { description: 'The rules.' }) input: IndexRulesInput,
  ): Promise<RuleChangePayload> {
    await requireRuleMaker(context);
    const problem = dateProblem('validFrom', input.validFrom);
    if (problem !== undefined) return { change: null, userErrors: [problem] };
    const content = { validFrom: input.validFrom, rules: input.rules };
    return payloadOf(await proposeRuleChange(context, { kind: 'INDEX_RULES', target: TARGET, content, reason: input.reason }));
  }

  @Mutation(() => RuleChangePayload, {
    description:
      "Proposes that rules of the index which are not in force yet are withdrawn, for the province's ADMINISTRATOR; another one must approve it (đề nghị rút quy tắc chấm điểm). The rules before them hold on.",
  })
  async removeIndexRules(
    @Ctx() context: HubContext,
    @Arg('validFrom', () => LocalDateScalar, { description: 'Their first day.' }) validFrom: string,
    @Arg('reason', () => String, { description: 'Why (lý do).' }) reason: string,
    @Arg('codes', () => [ID], { nullable: true, description: 'These rows; left out: all that begin on that day.' }) codes?: string[] | null,
  ): Promise<RuleChangePayload> {
    await requireRuleMaker(context);
    const content = { validFrom, codes: codes ?? null };
    return payloadOf(await proposeRuleChange(context, { kind: 'INDEX_RULES_REMOVAL', target: TARGET, content, reason }));
  }
}

function toView({ code, name, group, validFrom, validTo, formula, communeLevel, notApplicable }: IndicatorRule): IndexRule {
  const shown = (Object.keys(SHAPES) as IndexFormula[]).find((each) => SHAPES[each] === formula.shape) ?? 'UNSETTLED';
  return {
    ...{ code, name, group: group.code, validFrom, validTo, formula: shown, communeLevel, notApplicable },
    max: maxOf(formula),
    // A ratio such as 0.8 has no exact form: 80.00000000000001 would be shown.
    targetPercent: formula.shape === 'ratio-to-target' ? Number((formula.target * 100).toFixed(6)) : null,
    whenNone: 'whenNone' in formula ? formula.whenNone : null,
  };
}
