import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { findDossier } from '../dossier.read.ts';
import { Dossier } from '../dossier.type.ts';
import type { Outcome } from './batch.ts';
import { DossierIngestInput } from './ingest.input.ts';
import { ingestDossiers } from './ingest.service.ts';
import { IngestDossiersPayload, IngestResult } from './ingest.type.ts';

@Resolver(() => IngestResult)
export class IngestResolver {
  @Mutation(() => IngestDossiersPayload, {
    description:
      "A commune system's feed: dossiers as that system has them, new or changed, any number of times, in any order; at most 1,000 a call.",
  })
  async ingestDossiers(
    @Ctx() context: HubContext,
    @Arg('input', () => [DossierIngestInput], { description: 'The dossiers, whole.' }) input: DossierIngestInput[],
  ): Promise<IngestDossiersPayload> {
    const { results, unusual } = await ingestDossiers(context, input);
    const count = (outcome: Outcome) => results.filter((each) => each.outcome === outcome).length;
    return {
      results: results.map(({ outcome, id, errors }, at) => ({
        id,
        code: input[at]?.code ?? '',
        outcome,
        userErrors: errors as IngestResult['userErrors'],
      })),
      created: count('CREATED'),
      updated: count('UPDATED'),
      unchanged: count('UNCHANGED'),
      stale: count('STALE'),
      rejected: count('REJECTED'),
      unusualSteps: unusual,
    };
  }

  @FieldResolver(() => Dossier, { nullable: true, description: 'The dossier as it now is; null where it was not taken.' })
  dossier(@Ctx() context: HubContext, @Root() { id }: IngestResult): Promise<Dossier | null> | null {
    return id === undefined ? null : findDossier(context, 'id', id);
  }
}
