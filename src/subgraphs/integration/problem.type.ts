import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Synchronizations that one cause holds up (nguyên nhân tồn đọng).' })
export class SynchronizationProblem {
  @Field(() => String, { description: 'The cause (mã lỗi).' })
  errorCode!: string;

  @Field(() => Int, { description: 'How many synchronizations it holds up (số lượt).' })
  count!: number;

  @Field(() => Int, { description: 'In how many units (số đơn vị).' })
  units!: number;

  @Field(() => Date, { description: 'When the oldest of them was asked for (từ khi nào).' })
  oldest!: Date;
}
