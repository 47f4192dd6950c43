import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import type { ComparisonKind } from './compare.ts';
import { ComparisonKindType } from './compare.type.ts';

@ObjectType({ description: 'How many dossiers a day’s comparisons found so (kết quả đối chiếu theo ngày).' })
export class ComparisonSummary {
  @Field(() => LocalDateScalar, { description: 'The day (ngày).' })
  day!: string;

  @Field(() => ComparisonKindType, { description: 'What was found (kết quả).' })
  kind!: ComparisonKind;

  @Field(() => Int, { description: 'How many dossiers (số hồ sơ).' })
  count!: number;

  @Field(() => Int, { description: 'How many of them were set right since (đã khắc phục).' })
  repaired!: number;
}
