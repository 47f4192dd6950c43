import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar, SignedVndScalar, VndScalar } from '../../../platform/graphql/scalars.ts';
import { PageInfo, UserError } from '../../../platform/graphql/shared-types.ts';
import { PaymentPageArguments } from '../payment.input.ts';
import { AdministrativeUnitStub } from '../stubs.type.ts';
import type { DepositRow, DrawerState } from './cash.row.ts';

export const CashDrawerState = defineEnum('CashDrawerState', 'Where the cash of a drawer is (trạng thái ngăn tiền).', {
  OPEN: 'Being taken in (đang thu).',
  COUNTED: 'Counted by its officer (đã kiểm đếm).',
  ACCEPTED: "Taken over by the unit's accountant (đã bàn giao).",
  DEPOSITED: 'Paid in at a bank or the treasury (đã nộp).',
});

@InputType({ description: 'Notes of one denomination (tờ tiền).' })
export class CashPieces {
  @Field(() => Int, { description: 'Denomination, whole đồng (mệnh giá).' })
  denomination!: number;

  @Field(() => Int, { description: 'How many (số tờ).' })
  pieces!: number;
}

@ObjectType({ description: 'Cash that was paid in by one slip (khoản nộp tiền mặt).' })
export class CashDeposit {
  /** The row; not part of the graph. */
  row!: DepositRow;

  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => AdministrativeUnitStub, { description: 'Whose cash it was (đơn vị).' })
  unit!: AdministrativeUnitStub;

  @Field(() => String, { description: 'The account that it goes to (tài khoản).' })
  account!: string;

  @Field(() => String, { description: 'Number of the slip (số giấy nộp tiền).' })
  slipNumber!: string;

  @Field(() => VndScalar, { description: 'Amount, whole đồng (số tiền).' })
  amount!: number;

  @Field(() => LocalDateScalar, { description: 'When it was paid in (ngày nộp).' })
  depositedOn!: string;

  @Field(() => String, { description: 'Who paid it in (người nộp).' })
  depositedBy!: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was found in a credit of the account; null: on its way (thời điểm vào tài khoản).',
  })
  arrivedAt!: Date | null;
}

@ObjectType({ description: 'An account to which cash may be paid in (tài khoản nộp tiền mặt).' })
export class DepositAccount {
  @Field(() => String, { description: 'Its number (số tài khoản).' })
  number!: string;

  @Field(() => String, { nullable: true, description: "The bank's or the treasury office's name (tên ngân hàng, kho bạc)." })
  bankName!: string | null;

  @Field(() => AdministrativeUnitStub, { description: 'In whose books it stands (đơn vị).' })
  unit!: AdministrativeUnitStub;
}

@ObjectType({ description: 'What an officer took in cash on a day (ngăn tiền).' })
export class CashDrawer {
  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => AdministrativeUnitStub, { description: 'At which unit (đơn vị).' })
  unit!: AdministrativeUnitStub;

  @Field(() => String, { description: "Who took it: the subject of the officer's token (cán bộ thu)." })
  officer!: string;

  @Field(() => LocalDateScalar, { description: 'The day (ngày).' })
  day!: string;

  @Field(() => CashDrawerState, { description: 'Where it is (trạng thái).' })
  state!: DrawerState;

  @Field(() => Int, { description: 'How many payments are in it (số khoản thu).' })
  payments!: number;

  @Field(() => VndScalar, { description: 'What they come to, less what went back of them (số phải có).' })
  expected!: number;

  @Field(() => VndScalar, { nullable: true, description: 'What was counted (số thực đếm).' })
  counted!: number | null;

  @Field(() => SignedVndScalar, { nullable: true, description: 'Counted less expected: below 0 it is short (thừa, thiếu).' })
  difference!: number | null;

  @Field(() => String, { nullable: true, description: 'Why there is a difference (giải trình).' })
  note!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was counted (thời điểm kiểm đếm).' })
  countedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who took it over (người nhận bàn giao).' })
  acceptedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When (thời điểm bàn giao).' })
  acceptedAt!: Date | null;
}

@ObjectType({ description: 'A drawer in a list.' })
export class CashDrawerEdge {
  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => CashDrawer, { description: 'The drawer.' })
  node!: CashDrawer;
}

@ObjectType({ description: 'A page of drawers.' })
export class CashDrawerConnection {
  @Field(() => [CashDrawerEdge], { description: 'The drawers with their cursors.' })
  edges!: CashDrawerEdge[];

  @Field(() => [CashDrawer], { description: 'The drawers.' })
  nodes!: CashDrawer[];

  @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
  pageInfo!: PageInfo;
}

@ArgsType()
export class CashDrawerArguments extends PaymentPageArguments {
  @Field(() => ID, { nullable: true, description: 'At this unit (đơn vị).' })
  unit?: string | null;

  @Field(() => [CashDrawerState], { nullable: true, description: 'In any of these states.' })
  states?: DrawerState[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Of this day or later.' })
  from?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Of this day or earlier.' })
  to?: string | null;
}

@ObjectType({ description: 'What became of a drawer.' })
export class CashDrawerPayload {
  @Field(() => CashDrawer, { nullable: true, description: 'The drawer; null where it was refused.' })
  drawer!: CashDrawer | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What became of a deposit.' })
export class CashDepositPayload {
  @Field(() => CashDeposit, { nullable: true, description: 'The deposit; null where it was refused.' })
  deposit!: CashDeposit | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was not.' })
  userErrors!: UserError[];
}
