import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { boundOf } from '../../../platform/auth/viewer.ts';
import { forbidden } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { requireRole } from '../dossier.access.ts';
import { businessInstant } from '../dossier.filter.ts';
import { Dossier } from '../dossier.type.ts';
import { unitDirectory } from '../units.ts';
import { reportingDirectory } from './directory.ts';
import {
  DossierReporting,
  ReportingMode,
  ReportingRuleInput,
  ReportingRulePayload,
  ReportingRuleType,
  ReportingSwitch,
  ReportingSwitchPayload,
} from './reporting.type.ts';
import { listRules, setRule } from './rule.service.ts';
import { SWITCH_READERS, setSwitch, switchesOf } from './switch.service.ts';

@Resolver(() => Dossier)
export class DossierReportingResolver {
  @FieldResolver(() => DossierReporting, {
    description: 'How it is reported to the national portal (đồng bộ lên Cổng DVCQG); with no service it is recorded alone.',
  })
  async reporting(@Ctx() context: HubContext, @Root() { row }: Dossier): Promise<DossierReporting> {
    return (await reportingDirectory(context.hub)).of(row, businessInstant(context));
  }
}

@Resolver()
export class ReportingResolver {
  @Query(() => [ReportingRuleType], { description: 'Which services report which dossiers, with every change (quy tắc đồng bộ).' })
  reportingRules(@Ctx() context: HubContext): Promise<ReportingRuleType[]> {
    requireRole(context.viewer, SWITCH_READERS);
    return listRules(context);
  }

  @Mutation(() => ReportingRulePayload, {
    description:
      "Adds or replaces a rule, for the province's ADMINISTRATOR. It holds for what is recorded from now on, everywhere within a minute.",
  })
  async setReportingRule(
    @Ctx() context: HubContext,
    @Arg('input', () => ReportingRuleInput, { description: 'The rule.' }) input: ReportingRuleInput,
  ): Promise<ReportingRulePayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    const bound = boundOf(context.viewer, 'ADMINISTRATOR');
    // A rule is for all units.
    if (bound === undefined || (bound !== 'ALL' && !(await unitDirectory(context.hub)).isRoot(bound))) throw forbidden();
    return setRule(context, input);
  }

  @Query(() => [ReportingSwitch], {
    description:
      'The reporting switches that were set for a unit and those below it, with their history; the unit itself first (công tắc đồng bộ).',
  })
  reportingSwitches(
    @Ctx() context: HubContext,
    @Arg('unit', () => ID, { description: 'The unit.' }) unit: string,
  ): Promise<ReportingSwitch[]> {
    requireRole(context.viewer, SWITCH_READERS);
    return switchesOf(context, unit);
  }

  @Mutation(() => ReportingSwitchPayload, {
    description:
      'Sets the reporting switch of a unit and source, for ADMINISTRATOR: forwards or back, at once or at an instant to come. The nearest unit above decides where a unit has none. It holds everywhere within a minute.',
  })
  setReporting(
    @Ctx() context: HubContext,
    @Arg('unit', () => ID, { description: 'The receiving unit (đơn vị tiếp nhận).' }) unit: string,
    @Arg('mode', () => ReportingMode, { description: 'The mode (chế độ).' }) mode: ReportingMode,
    @Arg('reason', () => String, { description: 'Why (lý do).' }) reason: string,
    @Arg('source', () => String, { nullable: true, description: 'The source system; left out: all that have no switch of their own.' })
    source?: string | null,
    @Arg('from', () => Date, { nullable: true, description: 'From when, in business time; left out: at once (hiệu lực từ).' })
    from?: Date | null,
  ): Promise<ReportingSwitchPayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    return setSwitch(context, { unit, source: source ?? null, mode, from: from ?? undefined, reason });
  }
}
