import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { forbidden } from '../../platform/errors.ts';
import { readPage } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { SourceChange } from './source-change.type.ts';
import { requireRole } from './synchronization.access.ts';

@Resolver(() => SourceChange)
export class SourceChangeResolver {
  @Query(() => [SourceChange], {
    description:
      "For a commune system that can't be called: what the hub learned first, in order (thay đổi cho hệ thống nguồn). Empty for now.",
  })
  sourceChanges(
    @Ctx() { viewer }: HubContext,
    @Arg('source', () => String, { description: 'The commune system (hệ thống nguồn).' }) source: string,
    @Arg('after', () => String, { nullable: true, description: 'Those after this cursor.' }) _after?: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'How many; 20 where it is left out, 100 at most.' }) first?: number | null,
  ): SourceChange[] {
    requireRole(viewer, ['SYSTEM']);
    if (viewer.source !== source) throw forbidden();
    readPage({ first: first ?? null });
    return [];
  }
}
