import { Field, Int, ObjectType } from 'type-graphql';
import { defineEnum, PaymentProvider } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar, SignedVndScalar, VndScalar } from '../../../platform/graphql/scalars.ts';
import type { StatementVersionRow } from './statement.row.ts';

@ObjectType({ description: "A version of a merchant's statement of a day (bản sao kê); the highest version counts." })
export class StatementVersion {
  /** The row; not part of the graph. */
  row!: StatementVersionRow;

  @Field(() => PaymentProvider, { description: 'The provider (đơn vị thanh toán).' })
  provider!: PaymentProvider;

  @Field(() => LocalDateScalar, { description: 'The business day (ngày đối soát).' })
  businessDate!: string;

  @Field(() => Int, { description: 'Its version: 1, and one more for each file of other content (phiên bản).' })
  version!: number;

  @Field(() => Int, { description: 'Rows (số dòng).' })
  rows!: number;

  @Field(() => SignedVndScalar, { description: 'Gross of its succeeded rows, refunds subtracted (tổng tiền).' })
  gross!: number;

  @Field(() => SignedVndScalar, { description: "The provider's fees before VAT (tổng phí)." })
  fee!: number;

  @Field(() => SignedVndScalar, { description: 'VAT on the fees (thuế giá trị gia tăng của phí).' })
  feeVat!: number;

  @Field(() => SignedVndScalar, { description: 'What the provider owes for it (thực nhận).' })
  net!: number;

  @Field(() => Date, { nullable: true, description: 'When the provider made it, as the file says.' })
  generatedAt!: Date | null;

  @Field(() => Date, { description: 'When the hub took it (thời điểm nhận).' })
  takenAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who brought it (người gửi); null: the hub fetched it from the provider.' })
  broughtBy!: string | null;
}

export const StatementChangeKind = defineEnum('StatementChangeKind', 'How a row differs from the version before (loại thay đổi).', {
  ADDED: 'It is new (dòng thêm).',
  GONE: 'It is no longer there (dòng mất).',
  CHANGED: 'Its amounts or its status are others (dòng sửa).',
});

@ObjectType({ description: 'What a row says in one of the versions (nội dung dòng).' })
export class StatementRowFacts {
  @Field(() => Int, { description: 'Number of the row (số thứ tự).' })
  rowNo!: number;

  @Field(() => VndScalar, { description: 'Gross (số tiền).' })
  gross!: number;

  @Field(() => VndScalar, { description: 'Fee before VAT (phí).' })
  fee!: number;

  @Field(() => VndScalar, { description: 'VAT on the fee (thuế).' })
  feeVat!: number;

  @Field(() => SignedVndScalar, { description: 'Net (thực nhận).' })
  net!: number;

  @Field(() => String, { description: 'SUCCESS, FAILED or REVERSED (trạng thái).' })
  status!: string;
}

@ObjectType({ description: 'A row that differs from the version before (dòng khác bản trước).' })
export class StatementChange {
  @Field(() => StatementChangeKind, { description: 'How (loại).' })
  kind!: keyof typeof StatementChangeKind;

  @Field(() => String, { description: 'PAY, REFUND or ADJUST (loại giao dịch).' })
  type!: string;

  @Field(() => String, { description: 'Merchant reference (mã tham chiếu).' })
  reference!: string;

  @Field(() => String, { description: "The provider's number of it (mã giao dịch của đơn vị thanh toán)." })
  providerTransactionId!: string;

  @Field(() => StatementRowFacts, { nullable: true, description: 'In the version before; null: not there.' })
  before!: StatementRowFacts | null;

  @Field(() => StatementRowFacts, { nullable: true, description: 'In this version; null: not there.' })
  after!: StatementRowFacts | null;
}

@ObjectType({ description: 'What a version changes of the one before (khác biệt với bản trước).' })
export class StatementDifference {
  @Field(() => Int, { description: 'Rows that are new (số dòng thêm).' })
  added!: number;

  @Field(() => Int, { description: 'Rows that are gone (số dòng mất).' })
  gone!: number;

  @Field(() => Int, { description: 'Rows with other amounts or another status (số dòng sửa).' })
  changed!: number;

  @Field(() => SignedVndScalar, { description: 'How much more its gross is than that of the version before (chênh lệch tổng tiền).' })
  gross!: number;

  @Field(() => SignedVndScalar, { description: 'How much more its net is (chênh lệch thực nhận).' })
  net!: number;

  @Field(() => [StatementChange], {
    description: "The rows, the first 200 of them: those of this version in its order, then what is gone in the older one's (các dòng).",
  })
  rows!: StatementChange[];
}
