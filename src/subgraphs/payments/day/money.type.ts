import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { PaymentProvider } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import type { ReconciliationStatusName } from '../reconciliation.row.ts';
import { ReconciliationStatus } from '../reconciliation.type.ts';

@Directive('@key(fields: "unitCode")')
@ObjectType('DayList', { description: "A unit's day: what is due, what is at risk, what is stuck and why (việc hôm nay)." })
export class DayListStub {
  @Field(() => ID, { description: 'Code of the unit (đơn vị).' })
  unitCode!: string;
}

@ObjectType({ description: 'A day of a merchant that does not come out even yet (ngày chưa khớp).' })
export class UnbalancedDay {
  @Field(() => PaymentProvider, { description: 'Whose statement it is (đơn vị thanh toán).' })
  provider!: PaymentProvider;

  @Field(() => String, { description: "The merchant's code there (mã đơn vị chấp nhận thanh toán)." })
  merchantCode!: string;

  @Field(() => LocalDateScalar, { description: 'The business day (ngày đối soát).' })
  businessDate!: string;

  @Field(() => Boolean, { description: 'Money moved and there is no statement of it yet (thiếu sao kê).' })
  statementMissing!: boolean;

  @Field(() => ReconciliationStatus, { nullable: true, description: 'Where its reconciliation stands; null: none was run (đối soát).' })
  status!: ReconciliationStatusName | null;

  @Field(() => Int, { description: 'Differences that were found (số chênh lệch).' })
  discrepancies!: number;
}

@ObjectType({ description: 'What an accountant has to do today (việc của kế toán).' })
export class MoneyDay {
  @Field(() => [UnbalancedDay], {
    description: 'Days of the 31 before today that do not come out even or have no statement, the latest first, at most 50.',
  })
  unbalanced!: UnbalancedDay[];
}
