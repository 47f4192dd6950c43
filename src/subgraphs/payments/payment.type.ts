import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { PersonLevel } from '../../platform/auth/access.ts';
import { defineEnum, PaymentProvider, PaymentStatus } from '../../platform/graphql/enums.ts';
import { UrlScalar, VndScalar } from '../../platform/graphql/scalars.ts';
import { Node, PageInfo, UserError } from '../../platform/graphql/shared-types.ts';
import type { PaymentRow } from './payment.row.ts';
import { DossierStub } from './stubs.type.ts';

export const PaymentOrder = defineEnum('PaymentOrder', 'Order of a list of payments; ties by id.', {
  CREATED_AT_DESC: 'Made latest first.',
  CREATED_AT_ASC: 'Made earliest first.',
});
export type PaymentOrder = keyof typeof PaymentOrder;

export const ReceiptStatus = defineEnum('ReceiptStatus', 'State of a receipt (trạng thái biên lai).', {
  ISSUED: 'Issued (đã phát hành).',
  CANCELLED: 'Cancelled (đã hủy).',
  REPLACED: 'Replaced by another (đã thay thế).',
});

@ObjectType({ description: 'An electronic receipt of fees and charges (biên lai điện tử phí, lệ phí).' })
export class Receipt {
  @Field(() => String, { description: 'Number (số biên lai).' })
  number!: string;

  @Field(() => String, { nullable: true, description: 'Template (mẫu số).' })
  template!: string | null;

  @Field(() => String, { nullable: true, description: 'Symbol (ký hiệu).' })
  symbol!: string | null;

  @Field(() => ReceiptStatus, { description: 'State (trạng thái).' })
  status!: keyof typeof ReceiptStatus;

  @Field(() => Date, { description: 'When it was issued (ngày lập).' })
  issuedAt!: Date;

  @Field(() => UrlScalar, { nullable: true, description: 'Where it can be fetched.' })
  url!: string | null;

  @Field(() => VndScalar, { description: 'Amount (số tiền).' })
  amount!: number;

  @Field(() => String, { description: 'Amount in Vietnamese words (số tiền bằng chữ).' })
  amountInWords!: string;

  @Field(() => String, { nullable: true, description: 'Number of the receipt that replaces it.' })
  replacedBy!: string | null;
}

@ObjectType({ description: 'One leg of a ledger transaction (bút toán), append-only; debit and credit of a transaction are equal.' })
export class LedgerEntry {
  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => Date, { description: 'When it was posted (thời điểm ghi sổ).' })
  at!: Date;

  @Field(() => String, { description: 'Account (tài khoản), e.g. receivable:VNPAY:<merchant>.' })
  account!: string;

  @Field(() => VndScalar, { description: 'Debit (nợ).' })
  debit!: number;

  @Field(() => VndScalar, { description: 'Credit (có).' })
  credit!: number;

  @Field(() => String, { nullable: true, description: 'What it stands for (diễn giải).' })
  memo!: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: "A payment of a dossier's fees and charges (khoản thanh toán)." })
export class Payment extends Node {
  /** The row and how its payer may be shown; not part of the graph. */
  row!: PaymentRow;
  person!: PersonLevel;

  @Directive('@inaccessible')
  @Field(() => String, { nullable: true, description: 'What other subgraphs may show of it to this caller, signed.' })
  grant?: string | null;

  @Field(() => String, { description: 'The merchant reference sent to the provider (mã tham chiếu): vnp_TxnRef, orderId, …' })
  reference!: string;

  @Field(() => DossierStub, { nullable: true, description: 'The dossier that it is for, as far as you may see it (hồ sơ).' })
  dossier!: Partial<DossierStub> | null;

  @Field(() => PaymentProvider, { description: 'Who carries it (đơn vị thanh toán).' })
  provider!: PaymentProvider;

  @Field(() => Boolean, { description: 'Collected by a one-stop system itself and reported with its ingest.' })
  external!: boolean;

  @Field(() => VndScalar, { description: 'Amount, whole đồng (số tiền).' })
  amount!: number;

  @Field(() => VndScalar, { description: 'What of it went back (số tiền đã hoàn).' })
  refundedAmount!: number;

  @Field(() => PaymentStatus, { description: 'State (trạng thái).' })
  status!: PaymentStatus;

  @Field(() => UrlScalar, { nullable: true, description: "Where the payer's browser goes to pay (trang thanh toán)." })
  checkoutUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'EMVCo text for VIETQR (nội dung mã QR).' })
  qrPayload!: string | null;

  @Field(() => String, { nullable: true, description: "The provider's own number of it (mã giao dịch)." })
  providerTransactionId!: string | null;

  @Field(() => Date, { description: 'When it was made (thời điểm tạo).' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when it can be paid (hạn thanh toán).' })
  expiresAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was paid (thời điểm thanh toán).' })
  paidAt!: Date | null;
}

@ObjectType({ description: 'A payment in a list.' })
export class PaymentEdge {
  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => Payment, { description: 'The payment.' })
  node!: Payment;
}

@ObjectType({ description: 'A page of payments.' })
export class PaymentConnection {
  count!: () => Promise<number>;

  @Field(() => [PaymentEdge], { description: 'The payments with their cursors.' })
  edges!: PaymentEdge[];

  @Field(() => [Payment], { description: 'The payments.' })
  nodes!: Payment[];

  @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount?: number;
}

@ObjectType({ description: 'What became of a payment.' })
export class PaymentPayload {
  @Field(() => Payment, { nullable: true, description: 'The payment; null where it was refused.' })
  payment!: Payment | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was not.' })
  userErrors!: UserError[];
}
