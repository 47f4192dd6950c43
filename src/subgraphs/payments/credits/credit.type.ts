import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar, VndScalar } from '../../../platform/graphql/scalars.ts';
import { PageInfo, UserError } from '../../../platform/graphql/shared-types.ts';
import { PaymentPageArguments } from '../payment.input.ts';
import { Payment } from '../payment.type.ts';
import type { CreditRow } from './credit.row.ts';

export const AccountCreditState = defineEnum('AccountCreditState', 'Whether it is known whose money it is (trạng thái ghi có).', {
  UNIDENTIFIED: 'Nobody knows yet what it is for (chưa xác định).',
  MATCHED: 'It paid a payment (đã xác định).',
  SETTLEMENT: 'A provider paid out batches with it (thanh quyết toán).',
  CASH_DEPOSIT: 'Cash that was paid in arrived with it (nộp tiền mặt).',
  RETURNED: 'It goes back to whoever sent it (trả lại).',
  NOT_FEES: 'It is neither fee nor charge (khoản thu khác).',
});

export const CreditClosing = defineEnum('CreditClosing', 'Why a credit pays nothing (lý do không ghi thu).', {
  RETURNED: 'It goes back to whoever sent it (trả lại).',
  NOT_FEES: 'It is neither fee nor charge (khoản thu khác).',
});

@ObjectType({ description: 'A payment that a credit may be meant for, and no more than that (gợi ý).' })
export class CreditSuggestion {
  @Field(() => Payment, { description: 'The payment.' })
  payment!: Payment;

  @Field(() => Int, { description: 'How likely, 0 … 100 (độ tin cậy).' })
  score!: number;

  @Field(() => String, { description: 'Why, in a sentence (lý do).' })
  reason!: string;
}

@ObjectType({ description: 'Money that came in on an account, as its bank or the treasury told of it (ghi có).' })
export class AccountCredit {
  /** The row; not part of the graph. */
  row!: CreditRow;

  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => String, { description: 'The account that was credited (tài khoản).' })
  account!: string;

  @Field(() => String, { description: "The bank's own number of it (số giao dịch ngân hàng)." })
  bankReference!: string;

  @Field(() => VndScalar, { description: 'Amount, whole đồng (số tiền).' })
  amount!: number;

  @Field(() => Date, { description: 'When it was booked (thời điểm ghi có).' })
  bookedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The reference that stands whole in its text; the text itself may name a person and is not shown (mã tham chiếu).',
  })
  reference!: string | null;

  @Field(() => AccountCreditState, { description: 'Whether it is known whose money it is (trạng thái).' })
  state!: keyof typeof AccountCreditState;

  @Field(() => VndScalar, {
    nullable: true,
    description:
      'Another amount that the bank told under the same number: the first one stands, ask the bank (số tiền ngân hàng báo khác).',
  })
  disputedAmount!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the newest statement of its account's day has it; null: none has come yet (có trong sao kê).",
  })
  onStatement!: boolean | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When the bank took it back by a reversal: what was decided of it stands until people say otherwise (ngày hủy ghi có).',
  })
  reversedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who proposed what a second accountant must agree to (người đề nghị).' })
  proposedBy!: string | null;

  @Field(() => CreditClosing, {
    nullable: true,
    description: 'What they proposed, where it is that it pays nothing (đề nghị không ghi thu).',
  })
  proposedAs!: keyof typeof CreditClosing | null;

  @Field(() => String, { nullable: true, description: 'Who decided, or the hub (người quyết định).' })
  decidedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When that was.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why (ghi chú).' })
  note!: string | null;
}

@ObjectType({ description: 'What became of a credit.' })
export class AccountCreditPayload {
  @Field(() => AccountCredit, { nullable: true, description: 'The credit; null where it was refused.' })
  credit!: AccountCredit | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A credit in a list.' })
export class AccountCreditEdge {
  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => AccountCredit, { description: 'The credit.' })
  node!: AccountCredit;
}

@ObjectType({ description: 'A page of credits.' })
export class AccountCreditConnection {
  count!: () => Promise<number>;

  @Field(() => [AccountCreditEdge], { description: 'The credits with their cursors.' })
  edges!: AccountCreditEdge[];

  @Field(() => [AccountCredit], { description: 'The credits.' })
  nodes!: AccountCredit[];

  @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount?: number;
}

@ArgsType()
export class AccountCreditArguments extends PaymentPageArguments {
  @Field(() => [AccountCreditState], { nullable: true, description: 'Any of these states.' })
  states?: (keyof typeof AccountCreditState)[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only those of which the bank told two amounts, that its statement does not have, or that it took back (có nghi vấn).',
  })
  doubtful?: boolean | null;

  @Field(() => String, { nullable: true, description: 'On this account (số tài khoản).' })
  account?: string | null;
}
