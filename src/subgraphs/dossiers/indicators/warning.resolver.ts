import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { findDossier } from '../dossier.read.ts';
import { Dossier } from '../dossier.type.ts';
import { AdministrativeUnit } from '../reference.type.ts';
import { findUnit } from '../unit.service.ts';
import { earlyWarnings } from './warning.service.ts';
import { EarlyWarning, EarlyWarningConnection, WarningReason } from './warning.type.ts';

@Resolver(() => EarlyWarning)
export class WarningResolver {
  @Query(() => EarlyWarningConnection, {
    description:
      'What dossiers will cost a unit points of the index within three working days, the nearest first, a warning for each reason (cảnh báo sớm). What nobody can put right any more (it was filed on paper, its fees were paid in cash) is not warned of, nor what costs nothing (nobody rated it). For OFFICER of the unit, UNIT_LEADER, AUDITOR.',
  })
  earlyWarnings(
    @Ctx() context: HubContext,
    @Arg('unit', () => ID, { description: 'The unit whose points they are; it or a unit below it received them.' }) unit: string,
    @Arg('reasons', () => [WarningReason], { nullable: true, description: 'For these reasons alone; left out: for any (nguyên nhân).' })
    reasons?: WarningReason[] | null,
    @Arg('first', () => Int, { nullable: true, description: 'The first so many, 0 … 100; left out: 20.' }) first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Begin after this cursor.' }) after?: string | null,
  ): Promise<EarlyWarningConnection> {
    return earlyWarnings(context, { unit, reasons: reasons ?? undefined, first: first ?? null, after: after ?? null });
  }

  @FieldResolver(() => Dossier, { nullable: true, description: 'The dossier (hồ sơ).' })
  dossier(@Ctx() context: HubContext, @Root() { dossierId }: EarlyWarning): Promise<Dossier | null> {
    return findDossier(context, 'id', dossierId);
  }

  @FieldResolver(() => AdministrativeUnit, { nullable: true, description: 'The unit whose turn it is (đơn vị); null: the applicant’s.' })
  async turnUnit(@Ctx() context: HubContext, @Root() { turnUnitCode }: EarlyWarning): Promise<AdministrativeUnit | null> {
    return turnUnitCode === null ? null : findUnit(context, turnUnitCode);
  }
}
