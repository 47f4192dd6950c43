import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum, PaymentProvider } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar, SignedVndScalar, VndScalar } from '../../../platform/graphql/scalars.ts';
import { PageInfo } from '../../../platform/graphql/shared-types.ts';
import { AccountCredit } from '../credits/credit.type.ts';
import { PaymentPageArguments } from '../payment.input.ts';
import type { BatchRow } from './batch.row.ts';

export const SettlementState = defineEnum('SettlementState', 'Whether a provider paid a batch out (trạng thái quyết toán).', {
  EXPECTED: 'Not all of it has come, and it is still in time (chờ về).',
  SETTLED: 'It came to the đồng, or what was missing is written off (đã về đủ).',
  SHORT: 'Less than its net has come in time (về thiếu).',
  OVER: 'More than its net has come (về thừa).',
  MISSING: 'Nothing has come in time (chưa về, quá hạn).',
});

@ObjectType({ description: "What of a bank's credit is for a batch." })
export class SettlementShare {
  @Field(() => AccountCredit, { description: 'The credit (ghi có).' })
  credit!: AccountCredit;

  @Field(() => SignedVndScalar, {
    description: 'How much of it, whole đồng; below 0 where a batch of refunds alone was kept back from others.',
  })
  amount!: number;
}

@ObjectType({ description: 'What a provider pays out at once for a merchant (đợt thanh quyết toán), as its statements say.' })
export class SettlementBatch {
  /** The row; not part of the graph. */
  row!: BatchRow;

  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => PaymentProvider, { description: 'The provider (đơn vị thanh toán).' })
  provider!: PaymentProvider;

  @Field(() => String, { description: "The provider's number of it; the business day where its rows name none (số đợt)." })
  batch!: string;

  @Field(() => LocalDateScalar, { description: 'The first business day in it (từ ngày).' })
  firstDay!: string;

  @Field(() => LocalDateScalar, { description: 'The last business day in it (đến ngày).' })
  lastDay!: string;

  @Field(() => LocalDateScalar, { description: 'The last day on which it comes in time (hạn về).' })
  dueOn!: string;

  @Field(() => VndScalar, { description: 'Payments in it, gross (tổng thu).' })
  gross!: number;

  @Field(() => VndScalar, { description: 'Refunds in it (tổng hoàn).' })
  refunded!: number;

  @Field(() => SignedVndScalar, { description: "The provider's fees with their VAT (phí và thuế)." })
  fees!: number;

  @Field(() => SignedVndScalar, { description: 'Adjustments in it (điều chỉnh).' })
  adjustments!: number;

  @Field(() => SignedVndScalar, { description: 'What must come: payments less refunds and fees, with adjustments (thực nhận).' })
  net!: number;

  @Field(() => SignedVndScalar, { description: 'What has come (đã về).' })
  credited!: number;

  @Field(() => SignedVndScalar, { description: 'What an accountant took off the books (đã xóa sổ).' })
  writtenOff!: number;

  @Field(() => SignedVndScalar, { description: 'What has still to come; below 0: so much too much has come (còn lại).' })
  open!: number;

  @Field(() => SettlementState, { description: 'Where it stands (trạng thái).' })
  state!: keyof typeof SettlementState;
}

@ObjectType({ description: 'A batch in a list.' })
export class SettlementBatchEdge {
  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => SettlementBatch, { description: 'The batch.' })
  node!: SettlementBatch;
}

@ObjectType({ description: 'A page of batches.' })
export class SettlementBatchConnection {
  count!: () => Promise<number>;

  @Field(() => [SettlementBatchEdge], { description: 'The batches with their cursors.' })
  edges!: SettlementBatchEdge[];

  @Field(() => [SettlementBatch], { description: 'The batches.' })
  nodes!: SettlementBatch[];

  @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount?: number;
}

@ArgsType()
export class SettlementBatchArguments extends PaymentPageArguments {
  @Field(() => ID, { nullable: true, description: "Of this unit's merchants (đơn vị)." })
  unit?: string | null;

  @Field(() => PaymentProvider, { nullable: true, description: 'Of this provider.' })
  provider?: PaymentProvider | null;

  @Field(() => [SettlementState], { nullable: true, description: 'In any of these states.' })
  states?: (keyof typeof SettlementState)[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Ending on this business day or later.' })
  from?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Ending on this business day or earlier.' })
  to?: string | null;
}
