import { Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar, SignedVndScalar, VndScalar } from '../../../platform/graphql/scalars.ts';

export const AccountStatementForm = defineEnum('AccountStatementForm', 'In which form a statement of an account came (định dạng sao kê).', {
  CANONICAL: "The hub's own form.",
  TABLE: 'A table of the bank (CSV, XLSX).',
  CAMT053: 'ISO 20022 camt.053.',
  MT940: 'SWIFT MT940.',
});

@ObjectType({ description: 'How many movements, and what they come to (số lượng và số tiền).' })
export class CountedMovements {
  @Field(() => Int, { description: 'How many (số lượng).' })
  count!: number;

  @Field(() => VndScalar, { description: 'Their sum, whole đồng (số tiền).' })
  sum!: number;
}

@ObjectType({ description: "A version of what a bank or the treasury wrote of an account's day (sao kê tài khoản)." })
export class AccountStatement {
  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => LocalDateScalar, { description: 'The day (ngày).' })
  day!: string;

  @Field(() => Int, { description: '1 for the first file of the day (phiên bản).' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether no newer version has come (bản mới nhất).' })
  isNewest!: boolean;

  @Field(() => String, { nullable: true, description: 'Who brought it; null: it lay in the folder for statements (người gửi).' })
  broughtBy!: string | null;

  @Field(() => Date, { description: 'When it was taken (thời điểm nhận).' })
  takenAt!: Date;

  @Field(() => AccountStatementForm, { description: 'Its form (định dạng).' })
  form!: keyof typeof AccountStatementForm;

  @Field(() => Int, { description: 'Its movements (số dòng).' })
  rows!: number;

  @Field(() => SignedVndScalar, { nullable: true, description: 'The balance before; null: the form does not tell (số dư đầu).' })
  opening!: number | null;

  @Field(() => CountedMovements, { nullable: true, description: 'What came in; null: not kept of an old one (ghi có).' })
  credits!: CountedMovements | null;

  @Field(() => CountedMovements, { nullable: true, description: 'What went out; null: not kept of an old one (ghi nợ).' })
  debits!: CountedMovements | null;

  @Field(() => SignedVndScalar, { nullable: true, description: 'The balance after; null: the form does not tell (số dư cuối).' })
  closing!: number | null;

  @Field(() => SignedVndScalar, {
    nullable: true,
    description:
      'The opening balance less the closing one of the statement before it; not 0: one is missing or wrong; null: not known (chênh lệch số dư đầu).',
  })
  openingDifference!: number | null;

  @Field(() => CountedMovements, {
    nullable: true,
    description: 'Credits of the day that the hub knows and the statement lacks; of the newest version alone (hub có, sao kê không có).',
  })
  missingCredits!: CountedMovements | null;

  @Field(() => CountedMovements, {
    nullable: true,
    description:
      'Credits of it that no notice told of, where the account collects for a merchant whose bank tells; of the newest version alone (sao kê có, không được báo).',
  })
  untoldCredits!: CountedMovements | null;

  @Field(() => Int, { description: 'Reversals in it of credits that the hub does not know (hủy ghi có không tìm thấy).' })
  unmatchedReversals!: number;
}

@ObjectType({ description: 'The statements of an account (sao kê của tài khoản).' })
export class AccountStatements {
  @Field(() => [AccountStatement], { description: 'The newest day first, and of a day its newest version.' })
  statements!: AccountStatement[];

  @Field(() => [LocalDateScalar], {
    description:
      'Days that are over without a statement, of working days and those on which a credit is known, since the first credit or statement (ngày thiếu sao kê).',
  })
  missingDays!: string[];
}
