import { Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';
import { AdministrativeUnitStub } from '../stubs.type.ts';

export const ReceiptOrderAction = defineEnum(
  'ReceiptOrderAction',
  'What a provider of electronic receipts is asked for (yêu cầu biên lai điện tử).',
  {
    ISSUE: 'A receipt (phát hành).',
    REPLACE: 'Another in the place of one, because a part of the money went back (thay thế).',
    CANCEL: 'The end of one, because all of the money went back (hủy).',
  },
);

export const ReceiptOrderState = defineEnum('ReceiptOrderState', 'How far it is (trạng thái yêu cầu).', {
  WANTED: 'To be sent, or to be sent again: surely not done (chờ gửi).',
  SENDING: 'Handed to the provider; no answer is written down yet (đang gửi).',
  DONE: 'The provider has done it (đã xong).',
  UNKNOWN: 'Perhaps done: it is looked up before it is sent again (chưa rõ kết quả).',
  FAILED: 'Refused; somebody must put it right and have it tried again, or close it (bị từ chối).',
  CLOSED: 'Settled by hand at the provider, as two people have said (đã đóng).',
});

@ObjectType({ description: 'What a provider of electronic receipts is asked for, and why it is not done (yêu cầu biên lai điện tử).' })
export class ReceiptOrder {
  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => ID, { description: "The connector's plain name (hệ thống kết nối)." })
  connector!: string;

  @Field(() => AdministrativeUnitStub, { description: 'The collecting unit (đơn vị).' })
  unit!: AdministrativeUnitStub;

  @Field(() => ReceiptOrderAction, { description: 'What is asked for (yêu cầu).' })
  action!: keyof typeof ReceiptOrderAction;

  @Field(() => ReceiptOrderState, { description: 'How far it is (trạng thái).' })
  state!: keyof typeof ReceiptOrderState;

  @Field(() => String, { description: 'Reference of the payment (mã tham chiếu khoản thanh toán).' })
  paymentReference!: string;

  @Field(() => String, { description: 'The key under which the provider holds the receipt (khóa biên lai).' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'Why it is not done, as a code, e.g. TIMEOUT or ERR_20 (mã lý do).' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: "The same in the provider's words, masked (lý do)." })
  reason!: string | null;

  @Field(() => Int, { description: 'How often it was tried (số lần thử).' })
  attempts!: number;

  @Field(() => Date, { nullable: true, description: 'When it is tried next; null: not by itself (lần thử kế tiếp).' })
  nextAttemptAt!: Date | null;

  @Field(() => Date, { description: 'Since when it is wanted (thời điểm yêu cầu).' })
  wantedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who says that it was settled by hand (người đề nghị đóng).' })
  closingBy!: string | null;

  @Field(() => String, { nullable: true, description: 'How it was settled, in their words (nội dung xử lý).' })
  closingNote!: string | null;

  @Field(() => String, { nullable: true, description: 'Who agreed (người duyệt đóng).' })
  closedBy!: string | null;

  @Field(() => Date, { description: 'When it last changed (thay đổi gần nhất).' })
  changedAt!: Date;
}

@ObjectType({ description: 'What became of a step of an order.' })
export class ReceiptOrderPayload {
  @Field(() => ReceiptOrder, { nullable: true, description: 'The order; null where it was refused.' })
  order!: ReceiptOrder | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was not.' })
  userErrors!: UserError[];
}
