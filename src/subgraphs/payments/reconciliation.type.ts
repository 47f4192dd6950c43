import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { defineEnum, PaymentProvider } from '../../platform/graphql/enums.ts';
import { LocalDateScalar, SignedVndScalar } from '../../platform/graphql/scalars.ts';
import { Node, PageInfo, UserError } from '../../platform/graphql/shared-types.ts';
import type { DiscrepancyRow, ReconciliationRow } from './reconciliation.row.ts';

export const ReconciliationStatus = defineEnum('ReconciliationStatus', 'Where a reconciliation stands (trạng thái đối soát).', {
  RUNNING: 'Being run (đang chạy).',
  BALANCED: 'Both sides agree (khớp).',
  DISCREPANT: 'There are differences (có chênh lệch).',
  REJECTED: 'The statement was refused as a whole (sao kê bị từ chối).',
  FAILED: 'It could not be run; run it again (chưa chạy được).',
});

export const DiscrepancyKind = defineEnum('DiscrepancyKind', 'Kind of a difference (loại chênh lệch).', {
  MISSING_AT_PROVIDER: 'Succeeded at the hub on that business day, in no row (thiếu bên đơn vị thanh toán).',
  MISSING_AT_HUB: 'A row whose reference the hub does not know (thiếu bên trung tâm).',
  AMOUNT_MISMATCH: 'Both have it, the gross amounts differ (lệch số tiền).',
  STATUS_MISMATCH: 'Both have it, one says paid and the other does not (lệch trạng thái).',
  DUPLICATE_PAYMENT: 'Two successful payments for one obligation (thanh toán trùng).',
  DUPLICATE_ROW: 'The same provider transaction in a second row (dòng trùng).',
  FEE_MISMATCH: "Net is not gross less fees, or the fee is not the contract's (lệch phí).",
  REFUND_UNMATCHED: 'A refund on one side alone (khoản hoàn không khớp).',
  CUTOFF: 'Both have it, on different business days (lệch ngày).',
  SETTLEMENT_MISMATCH: "The batch's net is not what the bank credited (lệch quyết toán).",
  UNIDENTIFIED_CREDIT: 'A bank credit that names no payment (ghi có không xác định).',
  CASH_NOT_COUNTED: 'Cash that was taken and lies in a drawer that nobody has counted (tiền mặt chưa kiểm đếm).',
  CASH_OVER_SHORT: 'A drawer in which more or less was counted than was taken; the reference is the drawer (thừa, thiếu quỹ).',
  CASH_NOT_ARRIVED: 'Cash of a drawer that is not on the account in time; the reference is the drawer (tiền mặt chưa nộp, chưa về).',
});
export type DiscrepancyKind = keyof typeof DiscrepancyKind;

export const DiscrepancyResolution = defineEnum('DiscrepancyResolution', 'How a difference is settled (cách xử lý chênh lệch).', {
  ACCEPT_PROVIDER: 'As the provider has it (theo đơn vị thanh toán).',
  ACCEPT_HUB: 'As the hub has it (theo trung tâm).',
  REFUND: 'By a refund (hoàn tiền).',
  WRITE_OFF: 'By writing it off (xóa sổ).',
  CARRY_OVER: 'With another day (chuyển sang ngày khác).',
});
export type DiscrepancyResolution = keyof typeof DiscrepancyResolution;

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'A difference between hub and statement (chênh lệch). All of them add up to statementTotal − hubTotal.',
})
export class Discrepancy extends Node {
  /** The row; not part of the graph. */
  row!: DiscrepancyRow;

  @Field(() => DiscrepancyKind, { description: 'Its kind (loại).' })
  kind!: DiscrepancyKind;

  @Field(() => String, { nullable: true, description: 'Merchant reference (mã tham chiếu).' })
  reference!: string | null;

  @Field(() => SignedVndScalar, { nullable: true, description: 'What hubTotal holds of it; null: nothing.' })
  hubAmount!: number | null;

  @Field(() => SignedVndScalar, { nullable: true, description: 'What statementTotal holds of it; null: nothing.' })
  statementAmount!: number | null;

  @Field(() => DiscrepancyResolution, { nullable: true, description: 'How it is settled (cách xử lý).' })
  resolution!: DiscrepancyResolution | null;

  @Field(() => String, { nullable: true, description: 'Who settled it (người xử lý).' })
  resolvedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was settled.' })
  resolvedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who approved that (người duyệt).' })
  approvedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Note (ghi chú).' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'Who looks after it (người phụ trách).' })
  owner!: string | null;

  @Field(() => Boolean, { description: 'How it is settled counts only with the approval of a second accountant (cần duyệt).' })
  needsApproval!: boolean;
}

@ObjectType({ description: 'A difference in a list.' })
export class DiscrepancyEdge {
  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => Discrepancy, { description: 'The difference.' })
  node!: Discrepancy;
}

@ObjectType({ description: "A page of differences, in the statement's order." })
export class DiscrepancyConnection {
  count!: () => Promise<number>;

  @Field(() => [DiscrepancyEdge], { description: 'The differences with their cursors.' })
  edges!: DiscrepancyEdge[];

  @Field(() => [Discrepancy], { description: 'The differences.' })
  nodes!: Discrepancy[];

  @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount?: number;
}

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: "The comparison of the hub's payments with a provider's statement (phiên đối soát): one per merchant and business day.",
})
export class Reconciliation extends Node {
  /** The row; not part of the graph. */
  row!: ReconciliationRow;

  @Field(() => PaymentProvider, { description: 'The provider (đơn vị thanh toán).' })
  provider!: PaymentProvider;

  @Field(() => LocalDateScalar, { description: 'The business day (ngày đối soát): payments by paidAt in Asia/Ho_Chi_Minh.' })
  businessDate!: string;

  @Field(() => ReconciliationStatus, { description: 'Where it stands (trạng thái).' })
  status!: keyof typeof ReconciliationStatus;

  @Field(() => Int, { nullable: true, description: 'Version of the statement that it is about (phiên bản sao kê).' })
  statementVersion!: number | null;

  @Field(() => Int, { description: 'Rows of the statement (số dòng sao kê).' })
  statementRows!: number;

  @Field(() => Int, { description: 'Payments and refunds on which both sides agree (số khoản khớp).' })
  matched!: number;

  @Field(() => Int, { description: 'Differences (số chênh lệch).' })
  discrepancyCount!: number;

  @Field(() => SignedVndScalar, { description: 'Payments less refunds of succeeded rows, gross (tổng theo sao kê).' })
  statementTotal!: number;

  @Field(() => SignedVndScalar, { description: 'Payments less refunds settled on that day, gross (tổng theo trung tâm).' })
  hubTotal!: number;

  @Field(() => Date, { description: 'When it was started.' })
  startedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was finished.' })
  finishedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the day was closed (khóa sổ).' })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who closed it (người khóa sổ).' })
  closedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When a statement that was issued anew, or a wrong payout, opened it again (mở lại).' })
  reopenedAt!: Date | null;

  @Field(() => Int, {
    description: 'Payments that the statement has as paid and the provider, when asked, confirmed (xác nhận qua truy vấn).',
  })
  confirmedByQuery!: number;
}

export const ResolutionAction = defineEnum('ResolutionAction', 'A step in the trail of a difference or a day (bước xử lý).', {
  ASSIGNED: 'Given to someone (giao phụ trách).',
  RESOLVED: 'Settled (xử lý).',
  APPROVED: 'Approved by a second accountant (duyệt).',
  SENT_BACK: 'Sent back by a second accountant (trả lại).',
  CONFIRMED: 'The provider was asked and confirmed it (xác nhận qua truy vấn).',
  CLOSED: 'The day was closed (khóa sổ).',
  REOPENED: 'A statement that was issued anew, or a batch that was not paid out as it should be, opened the day (mở lại).',
});

@ObjectType({ description: 'What somebody did about a difference or a day (vết xử lý).' })
export class ResolutionStep {
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'Who: the subject of the token, or the hub.' })
  actor!: string;

  @Field(() => ResolutionAction, { description: 'What.' })
  action!: keyof typeof ResolutionAction;

  @Field(() => DiscrepancyResolution, { nullable: true, description: 'How it was to be settled.' })
  resolution!: DiscrepancyResolution | null;

  @Field(() => String, { nullable: true, description: 'Why (lý do).' })
  note!: string | null;
}

@ObjectType({ description: 'What became of reconciliations.' })
export class ReconciliationPayload {
  @Field(() => Reconciliation, { nullable: true, description: 'The first of them.' })
  reconciliation!: Reconciliation | null;

  @Field(() => [Reconciliation], { description: 'All of them, one for each merchant.' })
  reconciliations!: Reconciliation[];

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What became of a difference.' })
export class DiscrepancyPayload {
  @Field(() => Discrepancy, { nullable: true, description: 'The difference; null where it was refused.' })
  discrepancy!: Discrepancy | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was not.' })
  userErrors!: UserError[];
}
