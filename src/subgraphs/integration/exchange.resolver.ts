import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../platform/graphql/context.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { exchangesOf } from './exchange.store.ts';
import { Exchange } from './exchange.type.ts';
import type { SynchronizationView } from './synchronization.read.ts';
import { Synchronization } from './synchronization.type.ts';

@Resolver(() => Synchronization)
export class ExchangeResolver {
  @FieldResolver(() => [Exchange], {
    nullable: true,
    description:
      'What each attempt sent and what came back, oldest first, as long as it is kept: for OPERATOR and UNIT_LEADER alone (nhật ký trao đổi).',
  })
  async exchanges(@Ctx() context: HubContext, @Root() { id, reasons }: SynchronizationView): Promise<Exchange[] | null> {
    const key = fromGlobalId('synchronization', id);
    return !reasons || key === undefined ? null : exchangesOf(context, key);
  }
}
