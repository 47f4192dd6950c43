import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { forbidden } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { requireRole } from '../synchronization.access.ts';
import { readChanges } from './change.read.ts';
import { SourceChange } from './change.type.ts';

@Resolver(() => SourceChange)
export class SourceChangeResolver {
  @Query(() => [SourceChange], {
    description: "For a commune system that can't be called: what the hub learned first, in order (thay đổi cho hệ thống nguồn).",
  })
  sourceChanges(
    @Ctx() context: HubContext,
    @Arg('source', () => String, { description: 'The commune system (hệ thống nguồn).' }) source: string,
    @Arg('after', () => String, { nullable: true, description: 'Those after this cursor.' }) after?: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'How many; 20 where it is left out, 100 at most.' }) first?: number | null,
  ): Promise<SourceChange[]> {
    requireRole(context.viewer, ['SYSTEM']);
    if (context.viewer.source !== source) throw forbidden();
    return readChanges(context, { source, after, first });
  }
}
