import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../platform/graphql/context.ts';
import { adviceOn } from './problem.advice.ts';
import { SynchronizationProblem } from './problem.type.ts';
import { requireRole, VISIBLE, visibilityOf, WATCHERS } from './synchronization.access.ts';

@Resolver(() => SynchronizationProblem)
export class ProblemResolver {
  @Query(() => [SynchronizationProblem], {
    description: 'What holds synchronizations up, by cause, the most frequent first (nguyên nhân tồn đọng).',
  })
  synchronizationProblems(
    @Ctx() context: HubContext,
    @Arg('connector', () => ID, { nullable: true, description: 'To this connector alone.' }) connector?: string | null,
    @Arg('unit', () => ID, { nullable: true, description: 'Of this unit and the units below it (đơn vị).' }) unit?: string | null,
  ): Promise<SynchronizationProblem[]> {
    requireRole(context.viewer, WATCHERS);
    return context.hub.db.query<SynchronizationProblem>(
      `SELECT error_code AS "errorCode", count(*) AS count, count(DISTINCT coalesce(handling_unit, receiving_unit)) AS units, min(requested_at) AS oldest
       FROM integration.synchronization
       WHERE ${VISIBLE} AND state <> 'DELIVERED' AND error_code IS NOT NULL
         AND ($5::text IS NULL OR connector = $5) AND ($6::text IS NULL OR scope @> ARRAY[$6::text])
       GROUP BY error_code ORDER BY count(*) DESC, error_code`,
      [...visibilityOf(context, WATCHERS), connector ?? null, unit ?? null],
    );
  }

  @FieldResolver(() => String, { description: 'What it means (ý nghĩa).' })
  message(@Ctx() { language }: HubContext, @Root() { errorCode }: SynchronizationProblem): string {
    return adviceOn(errorCode).message[language];
  }

  @FieldResolver(() => String, { description: 'What to do about it (cách xử lý).' })
  advice(@Ctx() { language }: HubContext, @Root() { errorCode }: SynchronizationProblem): string {
    return adviceOn(errorCode).advice[language];
  }
}
