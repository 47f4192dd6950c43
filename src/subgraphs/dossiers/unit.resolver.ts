import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../platform/graphql/context.ts';
import { listDossiers } from './dossier.list.ts';
import { findProcedure, listProcedures } from './dossier.read.ts';
import { toConnection } from './dossier.resolver.ts';
import { DossierConnection } from './dossier.type.ts';
import { indicatorsOf } from './indicators/indicators.service.ts';
import { PeriodInput, ServiceIndicators } from './indicators/indicators.type.ts';
import { DossierListArgs } from './list.arguments.ts';
import { AdministrativeUnit, Procedure, ReceptionPoint } from './reference.type.ts';
import { findUnit, toUnit } from './unit.service.ts';
import { unitDirectory } from './units.ts';

@Resolver(() => AdministrativeUnit)
export class UnitResolver {
  @Query(() => AdministrativeUnit, { nullable: true, description: 'A unit by its code (đơn vị hành chính); null: there is none.' })
  administrativeUnit(
    @Ctx() context: HubContext,
    @Arg('code', () => ID, { description: 'Its code.' }) code: string,
  ): Promise<AdministrativeUnit | null> {
    return findUnit(context, code);
  }

  @FieldResolver(() => AdministrativeUnit, { nullable: true, description: 'The unit above (đơn vị cấp trên).' })
  parent(@Ctx() context: HubContext, @Root() { unit }: AdministrativeUnit): Promise<AdministrativeUnit | null> | null {
    return unit.parent === null ? null : findUnit(context, unit.parent);
  }

  @FieldResolver(() => [AdministrativeUnit], { description: 'Units directly below, those in force (đơn vị trực thuộc).' })
  async units(@Ctx() context: HubContext, @Root() { unit }: AdministrativeUnit): Promise<AdministrativeUnit[]> {
    return (await unitDirectory(context.hub)).children(unit.code).map(toUnit);
  }

  @FieldResolver(() => [ReceptionPoint], {
    description: 'Where it receives dossiers: some communes work in two or three places (điểm tiếp nhận).',
  })
  async receptionPoints(@Ctx() context: HubContext, @Root() { unit }: AdministrativeUnit): Promise<ReceptionPoint[]> {
    return [...(await unitDirectory(context.hub)).points(unit.code)];
  }

  @FieldResolver(() => AdministrativeUnit, { nullable: true, description: 'Its successor (đơn vị kế thừa).' })
  replacedBy(@Ctx() context: HubContext, @Root() { unit }: AdministrativeUnit): Promise<AdministrativeUnit | null> | null {
    return unit.replaced_by === null ? null : findUnit(context, unit.replaced_by);
  }

  @FieldResolver(() => DossierConnection, {
    description: 'Dossiers that it or a unit below it received or handles, as far as you may see them (hồ sơ).',
  })
  async dossiers(
    @Ctx() context: HubContext,
    @Root() { unit }: AdministrativeUnit,
    @Args(() => DossierListArgs) wanted: DossierListArgs,
  ): Promise<DossierConnection> {
    return toConnection(context, await listDossiers(context, wanted, unit.code));
  }

  @FieldResolver(() => ServiceIndicators, { description: 'Its figures over a period, of one procedure or of all (chỉ số).' })
  indicators(
    @Ctx() context: HubContext,
    @Root() { unit }: AdministrativeUnit,
    @Arg('period', () => PeriodInput, { description: 'The period, both days included.' }) period: PeriodInput,
    @Arg('procedure', () => ID, { nullable: true, description: 'Of this procedure alone (thủ tục hành chính).' }) procedure?: string | null,
  ): Promise<ServiceIndicators> {
    return indicatorsOf(context, { unit: unit.code, from: period.from, to: period.to, procedure: procedure ?? undefined });
  }
}

@Resolver(() => Procedure)
export class ProcedureResolver {
  @Query(() => Procedure, { nullable: true, description: 'A procedure by its code (thủ tục hành chính); null: not known.' })
  procedure(
    @Ctx() context: HubContext,
    @Arg('code', () => ID, { description: 'Its code, e.g. 1.001193.' }) code: string,
  ): Promise<Procedure | null> {
    return findProcedure(context, code);
  }

  @Query(() => [Procedure], { description: 'The catalogue of procedures, in order of code (danh mục thủ tục).' })
  procedures(
    @Ctx() context: HubContext,
    @Arg('search', () => String, { nullable: true, description: 'Part of the code or name, with or without diacritics.' }) search?:
      | string
      | null,
    @Arg('field', () => String, { nullable: true, description: 'The field (lĩnh vực), whole.' }) field?: string | null,
    @Arg('active', () => Boolean, { nullable: true, description: 'In force, or no longer.' }) active?: boolean | null,
  ): Promise<Procedure[]> {
    return listProcedures(context, { search: search ?? null, field: field ?? null, active: active ?? null });
  }
}
