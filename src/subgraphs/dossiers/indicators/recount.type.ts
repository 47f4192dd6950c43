import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { UserErrorValue } from '../../../platform/errors.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';

@ObjectType({ description: 'A count of the figures that a recount of the dossiers has otherwise (chênh lệch số đếm).' })
export class IndicatorCountDifference {
  @Field(() => ID, { description: 'The receiving unit (đơn vị tiếp nhận).' })
  unit!: string;

  @Field(() => ID, { nullable: true, description: 'The procedure (mã thủ tục); null: all together.' })
  procedure!: string | null;

  @Field(() => LocalDateScalar, { description: 'The day that is counted.' })
  day!: string;

  @Field(() => String, { description: 'Which count.' })
  counter!: string;

  @Field(() => Float, { description: 'What the figures hold.' })
  kept!: number;

  @Field(() => Float, { description: 'What the dossiers give.' })
  recounted!: number;
}

@ObjectType({ description: 'What a recount of the figures found (kiểm đếm lại số liệu).' })
export class RecountIndicatorsPayload {
  @Field(() => Int, { description: 'How many counts differ; 0: the figures are what the dossiers give.' })
  differenceCount!: number;

  @Field(() => [IndicatorCountDifference], { description: 'The first 100 of them.' })
  differences!: IndicatorCountDifference[];

  @Field(() => Boolean, { description: 'Whether the recount was put in their place.' })
  repaired!: boolean;

  @Field(() => [UserError], { description: 'What was refused, and why.' })
  userErrors!: UserErrorValue[];
}
