import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import { checkBatch } from '../../platform/graphql/connection.ts';
import { type HubContext, requirePeer } from '../../platform/graphql/context.ts';
import { requireRole } from './payment.access.ts';
import { absorbForDossiers } from './payment.jobs.ts';

const LARGEST_BATCH = 1_000;

@Resolver()
export class AbsorbResolver {
  @Directive('@inaccessible')
  @Mutation(() => Boolean, {
    description: 'Takes over at once what was reported as collected for these dossiers. For dossiers, right after an ingest.',
  })
  async absorbReportedPayments(
    @Ctx() context: HubContext,
    @Arg('dossiers', () => [ID], { description: 'The dossiers, 1000 at most.' }) dossiers: string[],
  ): Promise<boolean> {
    requirePeer(context);
    requireRole(context.viewer, ['SYSTEM']);
    checkBatch('dossiers', dossiers.length, LARGEST_BATCH);
    await absorbForDossiers(context.hub, dossiers);
    return true;
  }
}
