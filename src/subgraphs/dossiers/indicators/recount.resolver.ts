import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { requireRole } from '../dossier.access.ts';
import { replaceCounts } from './fold.ts';
import { compareCounts } from './recount.ts';
import { RecountIndicatorsPayload } from './recount.type.ts';

const SHOWN = 100;

@Resolver()
export class RecountResolver {
  @Mutation(() => RecountIndicatorsPayload, {
    description: 'Counts all dossiers anew and tells where the figures differ (kiểm đếm lại). For OPERATOR and ADMINISTRATOR.',
  })
  async recountIndicators(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('repair', () => Boolean, { defaultValue: false, description: 'Put the recount in the place of figures that differ.' })
    repair: boolean,
  ): Promise<RecountIndicatorsPayload> {
    requireRole(viewer, ['OPERATOR', 'ADMINISTRATOR']);
    const differences = await compareCounts(hub.db);
    const repaired = repair && differences.length > 0;
    if (repaired) {
      await hub.db.transaction(replaceCounts);
      hub.log.warn({ differences: differences.length, by: viewer.roles }, 'figures differed from a recount and were replaced');
    }
    return { differenceCount: differences.length, differences: differences.slice(0, SHOWN), repaired, userErrors: [] };
  }
}
