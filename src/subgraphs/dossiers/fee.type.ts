import { Field, ObjectType } from 'type-graphql';
import { defineEnum } from '../../platform/graphql/enums.ts';
import { VndScalar } from '../../platform/graphql/scalars.ts';

export const FeeKind = defineEnum('FeeKind', 'Kind of a sum due (loại khoản thu).', { FEE: 'A fee (phí).', CHARGE: 'A charge (lệ phí).' });
export const FeeCollection = defineEnum('FeeCollection', 'When a sum is collected (thời điểm thu).', {
  BEFORE: 'Before handling (thu trước).',
  AFTER: 'With the result (thu sau).',
  EXEMPT: 'Not at all: exempt (miễn).',
});

@ObjectType('DossierFee', { description: 'A fee or charge of a dossier (phí, lệ phí), whole đồng.' })
export class DossierFeeType {
  @Field(() => String, { description: 'Code of the fee (mã khoản thu).' })
  code!: string;

  @Field(() => String, { description: 'Name of the fee (tên khoản thu).' })
  name!: string;

  @Field(() => FeeKind, { description: 'Fee or charge.' })
  kind!: keyof typeof FeeKind;

  @Field(() => VndScalar, { description: 'Amount before exemption.' })
  amount!: number;

  @Field(() => VndScalar, { description: 'What of it is exempt (miễn, giảm).' })
  exemptedAmount!: number;

  @Field(() => FeeCollection, { description: 'When it is collected.' })
  collection!: keyof typeof FeeCollection;
}
