import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { boundOf } from '../../../platform/auth/viewer.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { localDateOf } from '../../../platform/time.ts';
import { BOOK_READERS } from '../payment.access.ts';
import { unbalancedDays } from './money.read.ts';
import { DayListStub, MoneyDay } from './money.type.ts';

@Resolver(() => DayListStub)
export class MoneyDayResolver {
  @FieldResolver(() => MoneyDay, {
    nullable: true,
    description: 'Of its money, for ACCOUNTANT and AUDITOR; null: not yours to see (tiền).',
  })
  async money(@Ctx() { hub, viewer }: HubContext, @Root() { unitCode }: DayListStub): Promise<MoneyDay | null> {
    const bounds = BOOK_READERS.map((role) => boundOf(viewer, role)).filter((bound) => bound !== undefined);
    const [first] = bounds;
    if (first === undefined) return null;
    const bound = bounds.includes('ALL') ? null : first;
    return { unbalanced: await unbalancedDays(hub.db, { unit: unitCode, bound, today: localDateOf(hub.clock.business()) }) };
  }
}
