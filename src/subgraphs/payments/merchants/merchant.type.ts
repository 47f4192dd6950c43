import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PaymentProvider } from '../../../platform/graphql/enums.ts';
import { JsonScalar, VndScalar } from '../../../platform/graphql/scalars.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';
import { AdministrativeUnitStub } from '../stubs.type.ts';

@InputType({ description: "A unit's merchant to be proposed, or a change of one." })
export class ProposedMerchant {
  @Field(() => PaymentProvider, { description: 'The provider (đơn vị thanh toán).' })
  provider!: PaymentProvider;

  @Field(() => String, { description: "The provider's code of it (mã đơn vị chấp nhận thanh toán)." })
  code!: string;

  @Field(() => String, { description: 'Name (tên).' })
  name!: string;

  @Field(() => ID, { description: 'Whose account it is (đơn vị).' })
  unit!: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "The provider's secrets by name; left out: they stay. Never shown again (khóa bí mật).",
  })
  secrets?: unknown;

  @Field(() => VndScalar, {
    nullable: true,
    description: "The contract's fixed fee of a payment, whole đồng; left out: as it is (phí cố định).",
  })
  feeFixed?: number | null;

  @Field(() => Int, { nullable: true, description: "The contract's fee in millionths of the amount; left out: as it is (phí theo tỷ lệ)." })
  feeRatePpm?: number | null;

  @Field(() => Int, { nullable: true, description: 'VAT on both, percent; left out: as it is (thuế giá trị gia tăng).' })
  feeVatPercent?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The bank account that the provider pays out to, 4 to 20 digits; null: its payouts are not followed, left out: as it is (tài khoản nhận quyết toán).',
  })
  settlementAccount?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'No new payments go through it (ngừng dùng).' })
  retire!: boolean;
}

@ObjectType({ description: 'What an administrator proposes of a merchant (đề nghị thay đổi).' })
export class MerchantChange {
  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => PaymentProvider, { description: 'The provider.' })
  provider!: PaymentProvider;

  @Field(() => String, { description: 'The code (mã).' })
  code!: string;

  @Field(() => String, { description: 'Name (tên).' })
  name!: string;

  @Field(() => AdministrativeUnitStub, { description: 'Whose account it is (đơn vị).' })
  unit!: AdministrativeUnitStub;

  @Field(() => Boolean, { description: 'It comes with new secrets (có khóa mới).' })
  withSecrets!: boolean;

  @Field(() => String, { nullable: true, description: 'The bank account that the provider pays out to (tài khoản nhận quyết toán).' })
  settlementAccount!: string | null;

  @Field(() => Boolean, { description: 'No new payments go through it (ngừng dùng).' })
  retire!: boolean;

  @Field(() => String, { description: 'Who proposed it (người đề nghị).' })
  proposedBy!: string;

  @Field(() => Date, { description: 'When.' })
  proposedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who decided (người duyệt).' })
  decidedBy!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'What was decided; null: nothing yet.' })
  approved!: boolean | null;
}

@ObjectType({ description: 'What became of a change of a merchant.' })
export class MerchantChangePayload {
  @Field(() => MerchantChange, { nullable: true, description: 'The change; null where it was refused.' })
  change!: MerchantChange | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was not.' })
  userErrors!: UserError[];
}
