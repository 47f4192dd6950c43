import { Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { findProcedure } from '../dossier.read.ts';
import { AdministrativeUnit, Procedure } from '../reference.type.ts';
import { findUnit } from '../unit.service.ts';
import { groupsOf, indexOf, placingOf } from './index.service.ts';
import { IndicatorGroup, ServiceIndicators } from './indicators.type.ts';

@Resolver(() => ServiceIndicators)
export class IndicatorsResolver {
  @FieldResolver(() => AdministrativeUnit, { description: 'Whose figures they are.' })
  unit(@Ctx() context: HubContext, @Root() { asked }: ServiceIndicators): Promise<AdministrativeUnit | null> {
    return findUnit(context, asked.unit);
  }

  @FieldResolver(() => Procedure, { nullable: true, description: 'The procedure that they are of alone (thủ tục hành chính); null: all.' })
  async procedure(@Ctx() context: HubContext, @Root() { asked }: ServiceIndicators): Promise<Procedure | null> {
    return asked.procedure === undefined ? null : findProcedure(context, asked.procedure);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Points of Decision 766/QĐ-TTg out of applicableMax; null until every group that applies is known.',
  })
  async score(@Ctx() context: HubContext, @Root() { asked }: ServiceIndicators): Promise<number | null> {
    return (await indexOf(context, asked)).score;
  }

  @FieldResolver(() => Float, { description: 'The most points that can be reached: rows that do not apply are left out.' })
  async applicableMax(@Ctx() context: HubContext, @Root() { asked }: ServiceIndicators): Promise<number> {
    return (await indexOf(context, asked)).applicableMax;
  }

  @FieldResolver(() => [IndicatorGroup], { description: 'The six groups, as their rules are valid on the last day.' })
  groups(@Ctx() context: HubContext, @Root() { asked }: ServiceIndicators): Promise<IndicatorGroup[]> {
    return groupsOf(context, asked);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Place by score among siblings of the same class (xếp hạng): communes and wards, or departments; null: not known.',
  })
  async rank(@Ctx() context: HubContext, @Root() { asked }: ServiceIndicators): Promise<number | null> {
    return (await placingOf(context, asked))?.rank ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many siblings have a known score, itself included; null: its own is not known.',
  })
  async ofUnits(@Ctx() context: HubContext, @Root() { asked }: ServiceIndicators): Promise<number | null> {
    return (await placingOf(context, asked))?.ofUnits ?? null;
  }
}
