import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Role } from '../../../platform/auth/viewer.ts';
import { readPage } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { requireRole } from '../dossier.access.ts';
import { findProcedure } from '../dossier.read.ts';
import { Procedure } from '../reference.type.ts';
import { toUnit } from '../unit.service.ts';
import { unitDirectory } from '../units.ts';
import { portalLists } from './lists.read.ts';
import { PortalGaps, PortalList, PortalListEntry, PublicService } from './lists.type.ts';

const READERS: readonly Role[] = ['ADMINISTRATOR', 'OPERATOR', 'AUDITOR', 'BREAK_GLASS'];

@Resolver(() => Procedure)
export class PortalListResolver {
  @Query(() => [PortalList], { description: "The national portal's lists, by name, for whoever runs the hub (danh mục của Cổng DVCQG)." })
  portalLists(@Ctx() { hub, viewer }: HubContext): Promise<PortalList[]> {
    requireRole(viewer, READERS);
    return hub.db.query<PortalList>(
      'SELECT name, looked_at AS "lookedAt", outcome, listed, taken_at AS "takenAt" FROM dossiers.portal_list ORDER BY name',
    );
  }

  @Query(() => [PortalListEntry], { description: 'Rows of one of them, in order of code (nội dung danh mục).' })
  portalListEntries(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('list', () => ID, { description: 'Its name.' }) list: string,
    @Arg('first', () => Int, { nullable: true, description: 'How many; 20 where it is left out, 100 at most.' }) first?: number | null,
    @Arg('after', () => ID, { nullable: true, description: 'Those after this code.' }) after?: string | null,
  ): Promise<PortalListEntry[]> {
    requireRole(viewer, READERS);
    return hub.db.query<PortalListEntry>(
      'SELECT code, name, about FROM dossiers.portal_list_row WHERE list = $1 AND ($2::text IS NULL OR code > $2) ORDER BY code LIMIT $3',
      [list, after ?? null, readPage({ first: first ?? null }).size],
    );
  }

  @Query(() => PortalGaps, {
    description: "Codes of the province's that the portal does not know: what is sent under them may be refused (mã chưa khớp).",
  })
  async portalGaps(@Ctx() context: HubContext): Promise<PortalGaps> {
    requireRole(context.viewer, READERS);
    const { agencies, fields } = await portalLists(context.hub);
    const directory = await unitDirectory(context.hub);
    const units = directory.codes.flatMap((code) => {
      const unit = directory.get(code);
      const unknown = unit !== undefined && unit.valid_to === null && agencies?.has(unit.agency_code) === false;
      return unknown ? [toUnit(unit)] : [];
    });
    const coded = await context.hub.db.query<{ code: string; field: string }>(
      'SELECT code, field_code AS field FROM dossiers.procedure WHERE active AND field_code IS NOT NULL ORDER BY code',
    );
    const strange = coded.filter(({ field }) => fields?.has(field) === false);
    const procedures = await Promise.all(strange.map(({ code }) => findProcedure(context, code)));
    return { units, procedures: procedures.filter((procedure) => procedure !== null) };
  }

  @FieldResolver(() => [PublicService], { description: 'What the national portal offers of it, in order of code (dịch vụ công).' })
  async publicServices(@Ctx() { hub }: HubContext, @Root() { code }: Procedure): Promise<PublicService[]> {
    return [...((await portalLists(hub)).services.get(code) ?? [])];
  }
}
