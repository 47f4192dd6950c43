import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { badUserInput } from '../../platform/errors.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { requireReader } from './dossier.access.ts';
import { listDossiers } from './dossier.list.ts';
import { eventsOf, findDossier, findProcedure, papersOf } from './dossier.read.ts';
import type { ShownRow } from './dossier.row.ts';
import { Dossier, DossierConnection, DossierDocument, DossierEvent, DossierSupplement } from './dossier.type.ts';
import { grantOf, ownerNameOf, toDocuments, toDossier, toEvent, toSupplements } from './dossier.view.ts';
import { DossierListArgs } from './list.arguments.ts';
import { AdministrativeUnit, Procedure } from './reference.type.ts';
import { findUnit } from './unit.service.ts';

/** A page of rows as a page of dossiers. Rows were selected by the same rules as access, so none is lost here. */
export function toConnection(context: HubContext, page: Page<ShownRow>): DossierConnection {
  const edges = page.edges.flatMap((edge) => {
    const dossier = toDossier(context, edge.node);
    if (dossier === null) return [];
    return {
      get cursor() {
        return edge.cursor;
      },
      node: dossier,
    };
  });
  return { edges, nodes: edges.map((edge) => edge.node), pageInfo: page.pageInfo, count: page.totalCount };
}

@Resolver(() => Dossier)
export class DossierResolver {
  @Query(() => Dossier, { nullable: true, description: 'One dossier by exactly one of its keys; null: unknown, or not yours to see.' })
  async dossier(
    @Ctx() context: HubContext,
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id?: string,
    @Arg('code', () => String, { nullable: true, description: 'Its code (mã hồ sơ).' }) code?: string,
    @Arg('nationalCode', () => String, { nullable: true, description: "The national portal's number." }) nationalCode?: string,
  ): Promise<Dossier | null> {
    requireReader(context.viewer);
    const given = [id, code, nationalCode].filter((value) => value != null);
    if (given.length !== 1) {
      throw badUserInput('id', {
        vi: 'Cho đúng một trong các tham số: id, code, nationalCode.',
        en: 'Give exactly one of id, code, nationalCode.',
      });
    }
    if (code != null) return findDossier(context, 'code', code);
    if (nationalCode != null) return findDossier(context, 'national_code', nationalCode);
    const uuid = fromGlobalId('dossier', id as string);
    return uuid === undefined ? null : findDossier(context, 'id', uuid);
  }

  @Query(() => DossierConnection, { description: 'The dossiers that you may see, narrowed and in order: the worklist (danh sách hồ sơ).' })
  async dossiers(@Ctx() context: HubContext, @Args(() => DossierListArgs) wanted: DossierListArgs): Promise<DossierConnection> {
    requireReader(context.viewer);
    return toConnection(context, await listDossiers(context, wanted));
  }

  @FieldResolver(() => String, { nullable: true })
  grant(@Ctx() context: HubContext, @Root() { row, access }: Dossier): string {
    return grantOf(context, row, access);
  }

  @FieldResolver(() => Procedure, { description: 'The procedure (thủ tục).' })
  async procedure(@Ctx() context: HubContext, @Root() { row }: Dossier): Promise<Procedure> {
    const procedure = await findProcedure(context, row.procedure);
    if (procedure === null) throw new Error(`procedure ${row.procedure} of a dossier is not in the catalogue`);
    return procedure;
  }

  @FieldResolver(() => AdministrativeUnit, { description: 'Where it was received (đơn vị tiếp nhận).' })
  receivingUnit(@Ctx() context: HubContext, @Root() { row }: Dossier): Promise<AdministrativeUnit | null> {
    return findUnit(context, row.receiving_unit);
  }

  @FieldResolver(() => AdministrativeUnit, {
    description: 'Where it is handled (đơn vị giải quyết); another one in non-boundary filing (phi địa giới).',
  })
  handlingUnit(@Ctx() context: HubContext, @Root() { row }: Dossier): Promise<AdministrativeUnit | null> {
    return findUnit(context, row.handling_unit);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Whose matter it is (chủ hồ sơ); the applicant's own name where they are one. Masked without the right to see it.",
  })
  ownerName(@Ctx() context: HubContext, @Root() dossier: Dossier): Promise<string | null> | string | null {
    return ownerNameOf(context, dossier);
  }

  @FieldResolver(() => [DossierEvent], { description: 'Handling steps, oldest first, append-only (quá trình xử lý).' })
  async events(@Ctx() context: HubContext, @Root() dossier: Dossier): Promise<DossierEvent[]> {
    if (!dossier.access.aspects.has('content')) return [];
    return (await eventsOf(context, dossier.row.id)).map((event) => toEvent(dossier, event));
  }

  @FieldResolver(() => [DossierSupplement], { description: 'Requests for more papers (yêu cầu bổ sung).' })
  async supplements(@Ctx() context: HubContext, @Root() dossier: Dossier): Promise<DossierSupplement[]> {
    return dossier.access.aspects.has('content') ? toSupplements(dossier, await papersOf(context, dossier.row.id)) : [];
  }

  @FieldResolver(() => [DossierDocument], { description: 'Papers and results (giấy tờ, kết quả).' })
  async documents(@Ctx() context: HubContext, @Root() dossier: Dossier): Promise<DossierDocument[]> {
    return dossier.access.aspects.has('content') ? toDocuments(dossier, await papersOf(context, dossier.row.id)) : [];
  }
}

@Resolver(() => DossierConnection)
export class DossierConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount(@Root() connection: DossierConnection): Promise<number> {
    return connection.count();
  }
}
