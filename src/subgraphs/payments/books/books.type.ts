import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar, SignedVndScalar, VndScalar } from '../../../platform/graphql/scalars.ts';
import { PageInfo } from '../../../platform/graphql/shared-types.ts';
import { PaymentPageArguments } from '../payment.input.ts';
import { LedgerEntry } from '../payment.type.ts';
import { AdministrativeUnitStub } from '../stubs.type.ts';

@ObjectType({ description: "What a day brought to an account in a unit's books (số phát sinh và số dư)." })
export class LedgerBalance {
  @Field(() => String, { description: 'Account (tài khoản), e.g. receivable:VNPAY:<merchant>.' })
  account!: string;

  @Field(() => AdministrativeUnitStub, { description: 'In whose books it stands (đơn vị).' })
  unit!: AdministrativeUnitStub;

  @Field(() => LocalDateScalar, { description: 'The business day (ngày).' })
  day!: string;

  @Field(() => VndScalar, { description: 'Debits of the day (phát sinh nợ).' })
  debit!: number;

  @Field(() => VndScalar, { description: 'Credits of the day (phát sinh có).' })
  credit!: number;

  @Field(() => SignedVndScalar, { description: 'Debits less credits from the beginning to the end of the day (số dư cuối ngày).' })
  closing!: number;
}

@ObjectType({ description: 'A ledger entry in a list.' })
export class LedgerEntryEdge {
  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => LedgerEntry, { description: 'The entry.' })
  node!: LedgerEntry;
}

@ObjectType({ description: 'A page of ledger entries.' })
export class LedgerEntryConnection {
  count!: () => Promise<number>;

  @Field(() => [LedgerEntryEdge], { description: 'The entries with their cursors.' })
  edges!: LedgerEntryEdge[];

  @Field(() => [LedgerEntry], { description: 'The entries.' })
  nodes!: LedgerEntry[];

  @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount?: number;
}

@ArgsType()
export class LedgerEntryArguments extends PaymentPageArguments {
  @Field(() => ID, { nullable: true, description: 'In the books of this unit (đơn vị).' })
  unit?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this account (tài khoản).' })
  account?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Of this business day or later.' })
  from?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Of this business day or earlier.' })
  to?: string | null;
}
