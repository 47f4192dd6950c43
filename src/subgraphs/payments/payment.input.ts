import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PaymentProvider, PaymentStatus } from '../../platform/graphql/enums.ts';
import { UrlScalar, VndScalar } from '../../platform/graphql/scalars.ts';
import { PaymentOrder } from './payment.type.ts';

@InputType({ description: 'Narrows a list of payments; every part that is given must hold.' })
export class PaymentFilter {
  @Field(() => ID, { nullable: true, description: 'For this dossier (hồ sơ).' })
  dossier?: string | null;

  @Field(() => ID, { nullable: true, description: "Code of the dossier's receiving or handling unit, or of one above it (đơn vị)." })
  unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'To this merchant.' })
  merchant?: string | null;

  @Field(() => PaymentProvider, { nullable: true, description: 'Through this provider.' })
  provider?: PaymentProvider | null;

  @Field(() => [PaymentStatus], { nullable: true, description: 'In any of these states.' })
  statuses?: PaymentStatus[] | null;

  @Field(() => Date, { nullable: true, description: 'Made at this instant or later.' })
  createdFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Made before this instant.' })
  createdTo?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "A whole reference, a provider's transaction number or a dossier's code (tìm kiếm).",
  })
  search?: string | null;
}

@ArgsType()
export class PaymentPageArguments {
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
export class PaymentListArguments extends PaymentPageArguments {
  @Field(() => PaymentFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: PaymentFilter | null;

  @Field(() => PaymentOrder, { defaultValue: 'CREATED_AT_DESC', description: 'Order; ties by id.' })
  orderBy!: PaymentOrder;
}

@InputType({ description: "A request to pay a dossier's fees and charges." })
export class CreatePaymentInput {
  @Field(() => ID, { description: 'The dossier (hồ sơ).' })
  dossier!: string;

  @Field(() => PaymentProvider, { description: 'Who carries it (đơn vị thanh toán); CASH for officers alone.' })
  provider!: PaymentProvider;

  @Field(() => VndScalar, { nullable: true, description: 'Left out: what is due.' })
  amount?: number | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Where the payer may go on after paying.' })
  returnUrl?: string | null;

  @Field(() => ID, { description: 'The same key and input give the first answer again, per caller, for 30 days.' })
  idempotencyKey!: string;
}
