import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { badUserInput } from '../../../platform/errors.ts';
import { type HubContext, requireHub } from '../../../platform/graphql/context.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { addDays } from '../../../platform/time.ts';
import { keptDeadlineBook } from './book.ts';

const MOST_DAYS = 1_100;

const TOO_LONG = {
  vi: `Nhiều nhất ${MOST_DAYS} ngày; hãy chọn khoảng ngắn hơn.`,
  en: `At most ${MOST_DAYS} days; ask for a shorter span.`,
};

@Resolver()
export class WorkingDaysResolver {
  @Directive('@inaccessible')
  @Query(() => [LocalDateScalar], {
    description: `For the other subgraphs alone: the days from one to another, both included and ${MOST_DAYS} at most, on which the province works.`,
  })
  async workingDays(
    @Ctx() context: HubContext,
    @Arg('from', () => LocalDateScalar, { description: 'The first day (từ ngày).' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'The last day (đến ngày).' }) to: string,
  ): Promise<string[]> {
    requireHub(context);
    if (addDays(from, MOST_DAYS) <= to) throw badUserInput('to', TOO_LONG);
    const { province } = await keptDeadlineBook(context.hub);
    const days: string[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) if (province.isWorkingDay(day)) days.push(day);
    return days;
  }
}
