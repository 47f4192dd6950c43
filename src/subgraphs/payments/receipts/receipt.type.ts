import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { PageInfo, UserError } from '../../../platform/graphql/shared-types.ts';
import { PaymentPageArguments } from '../payment.input.ts';
import { Receipt, ReceiptStatus } from '../payment.type.ts';
import { AdministrativeUnitStub } from '../stubs.type.ts';
import type { SeriesRow } from './series.row.ts';

@ObjectType({ description: 'A series of receipt numbers of a unit (dải biên lai): without gap, and nothing is renumbered.' })
export class ReceiptSeries {
  /** The row; not part of the graph. */
  row!: SeriesRow;

  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => AdministrativeUnitStub, { description: "Whose it is; the province's serves units without one of their own (đơn vị)." })
  unit!: AdministrativeUnitStub;

  @Field(() => String, { description: 'Template (mẫu số), e.g. 01BLP0-001.' })
  template!: string;

  @Field(() => String, { description: 'Symbol (ký hiệu), e.g. BI-26T.' })
  symbol!: string;

  @Field(() => Int, { description: 'The number that comes next (số kế tiếp).' })
  nextNumber!: number;

  @Field(() => Int, { description: 'The last number of it (số cuối).' })
  lastNumber!: number;

  @Field(() => LocalDateScalar, { description: 'Of payments that came in on this day or later (từ ngày).' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Of payments that came in before this day; null: no end (đến trước ngày).' })
  validTo!: string | null;

  @Field(() => String, { description: 'Who proposed it (người đề nghị).' })
  proposedBy!: string;

  @Field(() => String, { nullable: true, description: 'Who approved it; null: it numbers nothing yet (người duyệt).' })
  approvedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When that was.' })
  approvedAt!: Date | null;
}

@InputType({ description: 'A series of receipt numbers to be proposed.' })
export class ProposedSeries {
  @Field(() => ID, { description: 'Whose it is (đơn vị).' })
  unit!: string;

  @Field(() => String, { description: 'Template (mẫu số), e.g. 01BLP0-001.' })
  template!: string;

  @Field(() => String, { description: 'Symbol (ký hiệu), e.g. BI-26T.' })
  symbol!: string;

  @Field(() => Int, { defaultValue: 1, description: 'The first number (số đầu).' })
  firstNumber!: number;

  @Field(() => Int, { description: 'The last number (số cuối).' })
  lastNumber!: number;

  @Field(() => LocalDateScalar, { description: 'Of payments that came in on this day or later (từ ngày).' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Of payments that came in before this day (đến trước ngày).' })
  validTo?: string | null;
}

@ObjectType({ description: 'What became of a series.' })
export class ReceiptSeriesPayload {
  @Field(() => ReceiptSeries, { nullable: true, description: 'The series; null where it was refused.' })
  series!: ReceiptSeries | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A receipt in a list.' })
export class ReceiptEdge {
  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => Receipt, { description: 'The receipt.' })
  node!: Receipt;
}

@ObjectType({ description: 'A page of receipts.' })
export class ReceiptConnection {
  count!: () => Promise<number>;

  @Field(() => [ReceiptEdge], { description: 'The receipts with their cursors.' })
  edges!: ReceiptEdge[];

  @Field(() => [Receipt], { description: 'The receipts.' })
  nodes!: Receipt[];

  @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount?: number;
}

@ArgsType()
export class ReceiptArguments extends PaymentPageArguments {
  @Field(() => ID, { description: 'Of this unit (đơn vị).' })
  unit!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Issued on this day or later.' })
  from?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Issued on this day or earlier.' })
  to?: string | null;

  @Field(() => [ReceiptStatus], { nullable: true, description: 'Any of these states.' })
  statuses?: (keyof typeof ReceiptStatus)[] | null;
}
