import { Field, Int, ObjectType } from 'type-graphql';
import { defineEnum, PaymentProvider } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';

export const StatementFileState = defineEnum('StatementFileState', 'What became of a file (trạng thái tệp).', {
  ARRIVING: 'It is looked at once more before it is taken (đang đến).',
  TAKEN: 'It is a statement, or the same as one that came before (đã nhận).',
  REJECTED: 'It was refused and moved aside, with the reason beside it (bị từ chối).',
});

@ObjectType({ description: 'A file that a provider or a bank laid into the folder for statements (tệp sao kê trong thư mục).' })
export class StatementFile {
  @Field(() => String, { description: 'Where it lay, below the folder (đường dẫn).' })
  path!: string;

  @Field(() => PaymentProvider, { nullable: true, description: "In whose folder; null: in an account's (đơn vị thanh toán)." })
  provider!: PaymentProvider | null;

  @Field(() => String, { nullable: true, description: 'The account in whose folder it lay (số tài khoản).' })
  account!: string | null;

  @Field(() => StatementFileState, { description: 'What became of it (trạng thái).' })
  state!: keyof typeof StatementFileState;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The business day in its name; of a file of an account the one that it tells, of several the newest (ngày đối soát).',
  })
  businessDate!: string | null;

  @Field(() => Int, { nullable: true, description: 'Version of the statement that it is of that day (phiên bản sao kê).' })
  version!: number | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused (lý do từ chối).' })
  reason!: string | null;

  @Field(() => Date, { description: 'When it was last seen to change (thời điểm).' })
  seenAt!: Date;
}
