import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { AdministrativeUnitStub } from '../stubs.type.ts';
import { requireRole, WATCHERS } from '../synchronization.access.ts';
import { listExtras, type PortalExtraView } from './extra.read.ts';
import { PortalExtra, PortalExtraConnection, PortalExtrasArguments } from './extra.type.ts';

@Resolver(() => PortalExtra)
export class PortalExtraResolver {
  @Query(() => PortalExtraConnection, {
    description:
      'Codes that comparisons saw at the national portal and that no dossier of the hub has, the newest first; each comparison looks them up again (mã thừa trên Cổng).',
  })
  portalExtras(
    @Ctx() context: HubContext,
    @Args(() => PortalExtrasArguments) wanted: PortalExtrasArguments,
  ): Promise<PortalExtraConnection> {
    requireRole(context.viewer, WATCHERS);
    return listExtras(context, wanted);
  }

  @FieldResolver(() => AdministrativeUnitStub, { description: 'The unit whose codes begin so (đơn vị).' })
  unit(@Root() { unitCode }: PortalExtraView): AdministrativeUnitStub {
    return { code: unitCode };
  }
}

@Resolver(() => PortalExtraConnection)
export class PortalExtraConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are in all pages.' })
  totalCount(@Root() { totalCount }: { totalCount: () => Promise<number> }): Promise<number> {
    return totalCount();
  }
}
