import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../platform/graphql/context.ts';
import { type ComparisonView, listComparisons } from './compare.read.ts';
import { Comparison, ComparisonConnection, ComparisonsArguments } from './compare.type.ts';
import { AdministrativeUnitStub, DossierStub } from './stubs.type.ts';
import { requireRole, WATCHERS } from './synchronization.access.ts';

@Resolver(() => Comparison)
export class ComparisonResolver {
  @Query(() => ComparisonConnection, {
    description: 'What comparisons of dossiers with the national portal found, the latest day first (đối chiếu với Cổng DVCQG).',
  })
  comparisons(@Ctx() context: HubContext, @Args(() => ComparisonsArguments) wanted: ComparisonsArguments): Promise<ComparisonConnection> {
    requireRole(context.viewer, WATCHERS);
    return listComparisons(context, wanted);
  }

  @FieldResolver(() => DossierStub, { description: 'The dossier, as far as you may see it (hồ sơ).', nullable: true })
  dossier(@Root() { dossierId }: ComparisonView): Partial<DossierStub> {
    return { id: dossierId };
  }

  @FieldResolver(() => AdministrativeUnitStub, { description: 'The unit that handles it (đơn vị).' })
  unit(@Root() { unitCode }: ComparisonView): AdministrativeUnitStub {
    return { code: unitCode };
  }
}

@Resolver(() => ComparisonConnection)
export class ComparisonConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are in all pages.' })
  totalCount(@Root() { totalCount }: { totalCount: () => Promise<number> }): Promise<number> {
    return totalCount();
  }
}
