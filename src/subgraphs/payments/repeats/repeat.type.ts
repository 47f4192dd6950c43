import { Field, ID, ObjectType } from 'type-graphql';
import { PaymentProvider } from '../../../platform/graphql/enums.ts';
import { VndScalar } from '../../../platform/graphql/scalars.ts';
import { AdministrativeUnitStub, DossierStub } from '../stubs.type.ts';

@ObjectType({
  description:
    'A payment that a one-stop system reported though its money had been posted already, under the same number of the provider: it is posted once (khoản báo trùng).',
})
export class RepeatedReport {
  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => DossierStub, { description: 'For which it was reported again, and not posted (hồ sơ).' })
  dossier!: DossierStub;

  @Field(() => AdministrativeUnitStub, { description: 'Who received that dossier (đơn vị).' })
  unit!: AdministrativeUnitStub;

  @Field(() => PaymentProvider, { description: 'Provider (đơn vị thanh toán).' })
  provider!: PaymentProvider;

  @Field(() => String, { description: 'Its reference (mã giao dịch).' })
  reference!: string;

  @Field(() => String, { nullable: true, description: "The provider's own number (mã giao dịch của đơn vị thanh toán)." })
  providerTransactionId!: string | null;

  @Field(() => VndScalar, { description: 'What was reported, whole đồng (số tiền).' })
  amount!: number;

  @Field(() => String, { description: 'Code of the dossier for which the money was posted (hồ sơ đã ghi nhận).' })
  postedFor!: string;

  @Field(() => Date, { description: 'When it was reported first.' })
  reportedAt!: Date;

  @Field(() => String, { description: 'What to do, in the language asked for (cách xử lý).' })
  advice!: string;
}
