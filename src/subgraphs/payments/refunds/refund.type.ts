import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { VndScalar } from '../../../platform/graphql/scalars.ts';
import { PageInfo, UserError } from '../../../platform/graphql/shared-types.ts';
import { PaymentPageArguments } from '../payment.input.ts';
import type { RefundRow } from './refund.row.ts';

export const RefundState = defineEnum('RefundState', 'Where a refund stands (trạng thái hoàn tiền).', {
  REQUESTED: 'Asked for; a second accountant must let it go ahead (chờ duyệt).',
  READY: 'To be sent to the gateway, transferred or paid out (chờ chi).',
  SENT: 'The gateway has accepted it and not done it yet (đang hoàn).',
  DONE: 'The money has gone back (đã hoàn).',
  REFUSED: 'It did not go back (bị từ chối).',
  WITHDRAWN: 'It was not approved (không duyệt).',
});

export const RefundWay = defineEnum('RefundWay', 'How the money goes back (cách hoàn).', {
  GATEWAY: 'By the gateway that brought it (qua cổng thanh toán).',
  TRANSFER: 'By a bank transfer that an accountant makes (chuyển khoản).',
  DESK: 'Paid out over the desk (chi tiền mặt).',
});

export const RefundCause = defineEnum('RefundCause', 'Why there is a refund (nguyên nhân hoàn).', {
  PERSON: 'An accountant asked for it (kế toán đề nghị).',
  PAID_TWICE: 'More was paid than was due (nộp thừa).',
});

@ObjectType({ description: 'A refund of a payment, on its way or over (khoản hoàn).' })
export class Refund {
  /** The row; not part of the graph. */
  row!: RefundRow;

  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => String, { description: 'The reference under which the gateway knows it (mã hoàn).' })
  reference!: string;

  @Field(() => VndScalar, { description: 'Amount, whole đồng (số tiền hoàn).' })
  amount!: number;

  @Field(() => RefundState, { description: 'Where it stands (trạng thái).' })
  state!: keyof typeof RefundState;

  @Field(() => RefundWay, { description: 'How the money goes back (cách hoàn).' })
  way!: keyof typeof RefundWay;

  @Field(() => RefundCause, { description: 'Why there is one (nguyên nhân).' })
  cause!: keyof typeof RefundCause;

  @Field(() => String, { description: 'The reason that was given (lý do).' })
  reason!: string;

  @Field(() => String, { description: 'Who asked for it: the subject of the token, or the hub (người đề nghị).' })
  requestedBy!: string;

  @Field(() => Date, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who let it go ahead (người duyệt).' })
  approvedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When that was.' })
  approvedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was over (thời điểm kết thúc).' })
  concludedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who said so, where the gateway did not (người ghi nhận).' })
  concludedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'What they noted (ghi chú).' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: "The gateway's own code, last heard (mã của cổng thanh toán)." })
  providerCode!: string | null;

  @Field(() => String, { nullable: true, description: "The gateway's number of it (mã giao dịch hoàn)." })
  providerTransactionId!: string | null;

  @Field(() => Int, { description: 'How often the gateway was asked (số lần gửi).' })
  attempts!: number;
}

@ObjectType({ description: 'What became of a refund.' })
export class RefundPayload {
  @Field(() => Refund, { nullable: true, description: 'The refund; null where it was refused.' })
  refund!: Refund | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A refund in a list.' })
export class RefundEdge {
  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => Refund, { description: 'The refund.' })
  node!: Refund;
}

@ObjectType({ description: 'A page of refunds.' })
export class RefundConnection {
  count!: () => Promise<number>;

  @Field(() => [RefundEdge], { description: 'The refunds with their cursors.' })
  edges!: RefundEdge[];

  @Field(() => [Refund], { description: 'The refunds.' })
  nodes!: Refund[];

  @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount?: number;
}

@ArgsType()
export class RefundArguments extends PaymentPageArguments {
  @Field(() => [RefundState], { nullable: true, description: 'Any of these states.' })
  states?: (keyof typeof RefundState)[] | null;

  @Field(() => ID, { nullable: true, description: 'Of payments that this unit or one below it received or handles (đơn vị).' })
  unit?: string | null;
}
