import { ArgsType, Field, Int } from 'type-graphql';
import { DossierFilter } from '../../platform/graphql/dossier-filter.ts';
import type { DossierOrder as Order } from './dossier.order.ts';
import { DossierOrder } from './dossier.type.ts';

@ArgsType()
export class DossierPageArguments {
  @Field(() => DossierFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: DossierFilter | null;

  @Field(() => Int, { nullable: true, description: 'The first so many, 0 … 100; neither first nor last: the first 20.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Begin after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'The last so many, 0 … 100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'End before this cursor.' })
  before?: string | null;
}

@ArgsType()
export class DossierListArgs extends DossierPageArguments {
  @Field(() => DossierOrder, { defaultValue: 'SUBMITTED_AT_DESC', description: 'Order; ties by id.' })
  orderBy!: Order;
}
