import { Field, ID, ObjectType } from 'type-graphql';
import { PaymentProvider } from '../../platform/graphql/enums.ts';
import { AdministrativeUnitStub } from './stubs.type.ts';

@ObjectType({ description: 'A collecting account at a provider (đơn vị chấp nhận thanh toán).' })
export class Merchant {
  /** Shown to whoever keeps books alone; not part of the graph. */
  settlement!: string | null;

  @Field(() => ID, { description: 'Globally unique, stable and opaque.' })
  id!: string;

  @Field(() => String, { description: "The provider's code of it (mã đơn vị chấp nhận thanh toán), as in the H line of its statements." })
  code!: string;

  @Field(() => PaymentProvider, { description: 'The provider (đơn vị thanh toán).' })
  provider!: PaymentProvider;

  @Field(() => String, { description: 'Name (tên).' })
  name!: string;

  @Field(() => AdministrativeUnitStub, { nullable: true, description: 'Whose account it is (đơn vị).' })
  unit!: AdministrativeUnitStub | null;
}
